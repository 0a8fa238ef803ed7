"""SCP-3: the head of a row of members, the whole group told again, a glimpse."""

from collections.abc import Callable
from typing import Any

LEAD = "A gunman shot three people at an office in Hamburg on Monday, police said."


def test_scp_3_all_victims_in_hospital_are_the_total(tell: Callable[..., Any]) -> None:
    telling = tell(f"{LEAD} The three victims were taken to Elbe Hospital.")
    telling.figure("three people", "injured", value=3)
    telling.figure("The three victims", "hospitalized", value=3)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_num_20_a_numeral_in_the_title_is_a_total(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A gunman killed two people in Hamburg and wounded another.",
        title="2 dead, 1 wounded in Hamburg",
    )
    telling.figure("1", "injured", value=1, at="1 wounded")
    telling.figure("two people", value=2).figure(
        "another", "injured", value=1, part="single_person"
    )
    assert telling.roles()[0] == "incident_total"


def test_num_13_more_bodies_beside_the_new_toll(tell: Callable[..., Any]) -> None:
    telling = tell(
        "The death toll rose to 10 after the bodies of two more men came up."
    )
    telling.figure("10", value=10).figure("two more men", value=2, increment=True)
    assert telling.roles() == ["incident_total", "increment"]


def test_scp_3_what_one_witness_saw_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell(
        f'{LEAD} Police came.\n\nRoads were shut.\n\n"I saw at least one person bleed," said Ann Lee.'
    )
    telling.figure("three people", "injured", value=3)
    telling.figure("at least one person", "injured", value=1)
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_scp_3_fewer_of_the_people_that_the_lead_counts_are_some_of_them(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Troops killed 100 rebels around Norwick on Monday.\n\nRoads in the hills were shut.\n\n"
        "Shops in the town stayed closed.\n\nAir raids on a farm had killed 70 rebels."
    )
    telling.figure("100 rebels", value=100).figure("70 rebels", value=70)
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_scp_3_others_are_some_of_all(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A driver lay in a coma, four others hurt, after a crash in Norwick.",
        title="Five people hurt in crash",
    )
    telling.figure("Five people", "injured", 5).figure("four others", "injured", 4)
    assert telling.roles() == ["incident_total", "part_of_total"]


def test_scp_3_a_group_told_again_is_what_it_was_at_first(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A bomb killed the envoy, his son and 15 others in Hamburg on Monday.\n\n"
        "Police said the 15 others had stood at a gate when they were killed."
    )
    telling.figure("the envoy", value=1).figure("his son", value=1)
    telling.figure("15 others", value=15)
    telling.figure("the 15 others", value=15)
    assert telling.roles() == ["part_of_total"] * 4


def test_scp_3_bare_numbers_are_not_the_same_people(tell: Callable[..., Any]) -> None:
    telling = tell(
        "A blast killed seven people and wounded 20 in Norwick on Monday.\n\n"
        "State radio said four had been killed and 19 wounded."
    )
    telling.figure("20", "injured", 20).figure("19", "injured", 19)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_3_an_exact_count_is_no_part_of_a_vague_one(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Planes hit a convoy near Norwick, killing scores of volunteers.\n\n"
        "Trucks burned on the road.\n\nThe drivers fled into a wood.\n\n"
        "Fifteen volunteers were killed, the service said."
    )
    telling.figure("scores of volunteers").figure("Fifteen volunteers", value=15)
    assert telling.roles() == ["incident_total", "incident_total"]
