"""NUM-13, NUM-19, NUM-20 and SCP-3: totals, parts and increments."""

from collections.abc import Callable
from typing import Any

import pytest


def test_num_20_the_only_victim_is_the_total(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A 27-year-old man was shot dead in Norwick on Sunday.\n\nTom Brandt, 27, died at the scene."
    )
    telling.figure("A 27-year-old man", value=1, part="single_person")
    telling.figure("Tom Brandt", value=1, part="single_person")
    assert telling.roles() == ["incident_total", "incident_total"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Tom Brandt, 27, and Ann Lee, 41, were killed in Norwick.",
            ["Tom Brandt", "Ann Lee"],
        ),
        ("A man was killed. Another man was killed later.", ["A man", "Another man"]),
        ("A girl died in the fire. Her brother died too.", ["A girl", "Her brother"]),
    ],
)
def test_num_20_several_singles_are_parts(
    tell: Callable[..., Any], text: str, quotes: list[str]
) -> None:
    telling = tell(text)
    for quote in quotes:
        telling.figure(quote, value=1, part="single_person")
    assert telling.roles() == ["part_of_total"] * len(quotes)


def test_num_20_one_among_many_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell("Six people were killed in Norwick. Tom Brandt, 27, was among them.")
    telling.figure("Six people", value=6)
    telling.figure("Tom Brandt", value=1, part="single_person")
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_num_20_one_person_beside_wounded_is_a_count(tell: Callable[..., Any]) -> None:
    telling = tell("1 killed, 4 wounded in Norwick shooting.")
    telling.figure("1", value=1).figure("4", "injured", 4)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_19_the_attacker_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A gunman killed five people in Norwick before he shot himself dead."
    )
    telling.figure("five people", value=5)
    telling.figure("he", value=1, population="attackers")
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_num_13_including_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell("A bomb killed 20 people, including six children, in Norwick.")
    telling.figure("20 people", value=20).figure("six children", value=6)
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_num_13_others_beside_the_dead_are_a_total(tell: Callable[..., Any]) -> None:
    telling = tell("A bomb killed 20 people and injured another 40 in Norwick.")
    telling.figure("20 people", value=20)
    telling.figure("another 40", "injured", 40, increment=True)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_13_another_on_a_base_is_an_increment(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A bomb killed 20 people in Norwick. Another three died overnight in hospital."
    )
    telling.figure("20 people", value=20)
    telling.figure("Another three", value=3, increment=True)
    assert telling.roles() == ["incident_total", "increment"]


def test_two_groups_of_one_predicate_are_parts(tell: Callable[..., Any]) -> None:
    telling = tell("Gunmen killed four soldiers and three drivers near Norwick.")
    telling.figure("four soldiers", value=4).figure("three drivers", value=3)
    assert telling.roles() == ["part_of_total", "part_of_total"]


def test_a_group_that_is_all_hit_is_the_total(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Four teenagers were wounded in a shooting in Norwick. The four teenagers fled."
    )
    telling.figure("Four teenagers", "injured", 4)
    assert telling.roles() == ["incident_total"]


def test_a_hospital_as_source_tells_a_part(
    tell: Callable[..., Any], link: Callable[..., Any]
) -> None:
    telling = tell(
        "A crash injured 30 people in Norwick. We took in nine patients, it said."
    )
    telling.figure("30 people", "injured", 30).figure(
        "nine patients", "hospitalized", 9
    )
    settled = telling.settle("nine patients", [link("Saint Anne Hospital")])
    assert (settled.role, settled.setting.part) == ("part_of_total", "hospital")


def test_hospitals_in_general_treat_all(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A crash injured 30 people in Norwick. All 30 people were taken to hospitals."
    )
    telling.figure("30 people", "injured", 30)
    telling.figure("30 people", "hospitalized", 30, at="30 people were taken")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_rescued_of_those_trapped_are_the_rescued_total(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Five people were trapped in the tunnel. Three of those trapped were rescued."
    )
    telling.figure("Five people", "trapped", 5)
    telling.figure("Three of those trapped", "rescued", 3, part="of_whom")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_no_police_hurt_is_a_part_and_nobody_hurt_a_total(
    tell: Callable[..., Any],
) -> None:
    telling = tell("A blast shook Norwick. No officers were hurt. No one was killed.")
    telling.figure("No officers", "injured", 0).figure("No one", "killed", 0)
    assert telling.roles() == ["part_of_total", "incident_total"]


def test_num_13_a_predicate_after_including_starts_anew(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A bomb killed 14 people, including four guards, and wounded 30 in Norwick."
    )
    telling.figure("14 people", value=14).figure("four guards", value=4)
    telling.figure("30", "injured", 30)
    assert telling.roles() == ["incident_total", "part_of_total", "incident_total"]


def test_a_toll_is_a_total_whatever_stands_beside_it(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Two more bodies were found, bringing the death toll to 27, the mayor said."
    )
    telling.figure("27", value=27)
    assert telling.roles() == ["incident_total"]


def test_a_smaller_figure_at_another_scene_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A quake killed 120 people in Ruland on Sunday.\n\nThe worst-hit town was Norwick, "
        "where 80 people died."
    )
    telling.figure("120 people", value=120).figure("80 people", value=80)
    settled = telling.settle("80 people")
    assert (settled.role, settled.setting.part) == ("part_of_total", "narrower_place")


def test_num_19_a_suspect_who_alone_was_hit_is_the_total(
    tell: Callable[..., Any],
) -> None:
    telling = tell("A suspect was shot dead by police in Norwick on Monday.")
    telling.figure("A suspect", value=1, part="single_person", population="attackers")
    assert telling.roles() == ["incident_total"]


def test_num_20_an_aside_after_the_lead_makes_no_second_victim(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A 27-year-old man was shot dead in Norwick on Sunday.\n\nPolice closed the road.\n\n"
        "Neighbours laid flowers near the door.\n\nHis mother had a heart attack when a woman was hit by a bus."
    )
    telling.figure("A 27-year-old man", value=1, part="single_person")
    telling.figure("a woman", "injured", 1, part="single_person")
    assert telling.settle("A 27-year-old man").role == "incident_total"


def test_a_vague_count_of_one_named_witness_is_a_part(
    tell: Callable[..., Any], link: Callable[..., Any]
) -> None:
    telling = tell(
        "A train crashed near Norwick, killing six people. Some people were trapped."
    )
    telling.figure("six people", value=6).figure("Some people", "trapped", None)
    assert (
        telling.settle("Some people", [link("Mary Hale")]).setting.part == "witnessed"
    )
    assert (
        telling.settle("Some people", [link("police chief Mary Hale")]).setting.part
        is None
    )


def test_far_fewer_hurt_later_in_the_report_are_a_part(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A gunman wounded eight people in Norwick on Sunday.\n\nThe street was closed all day.\n\n"
        "Shops stayed shut until late.\n\nTwo people were shot in a bakery, a clerk said."
    )
    telling.figure("eight people", "injured", 8).figure("Two people", "injured", 2)
    settled = telling.settle("Two people")
    assert (settled.role, settled.setting.part) == ("part_of_total", "fewer")


def test_num_13_two_of_those_shot_are_all_the_dead(tell: Callable[..., Any]) -> None:
    telling = tell("Three people were shot in Norwick on Sunday. Two of them died.")
    telling.figure("Three people", "injured", 3)
    telling.figure("Two of them", value=2, part="of_whom")
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_13_some_of_the_hurt_in_hospital_are_a_part(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Five people were wounded in Norwick.\n\n"
        "The road stayed closed all day. Buses were sent round it. Shops did not open again.\n\n"
        "Three were taken away by ambulance. One man is in danger."
    )
    telling.figure("Five people", "injured", 5).figure("Three", "hospitalized", 3)
    telling.figure("One man", "critical", 1)
    assert telling.roles() == ["incident_total", "part_of_total", "part_of_total"]


def test_scp_3_what_the_doctors_of_a_city_count_is_no_part(
    tell: Callable[..., Any], link: Callable[..., Any]
) -> None:
    telling = tell("At least 40 people died and 90 were hurt in Norwick on Sunday.")
    telling.figure("40 people", value=40).figure("90", "injured", 90)
    for source in ("doctors in Norwick", "hospital officials"):
        assert telling.settle("40 people", [link(source)]).role == "incident_total"


def test_scp_3_nobody_hurt_at_one_place_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Bombs hurt nine people in Norwick.\n\n"
        "The road stayed closed all day. Buses were sent round it. Shops did not open again.\n\n"
        "Nobody was hurt at the second market."
    )
    telling.figure("nine people", "injured", 9).figure("Nobody", "injured", 0)
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_num_13_members_of_a_party_are_no_part(tell: Callable[..., Any]) -> None:
    telling = tell("Two leaders of the Harbour Party were killed in Norwick on Sunday.")
    assert telling.figure("Two leaders", value=2).roles() == ["incident_total"]
