"""SCP-3: the head of a row of members, the whole group told again, a glimpse."""

from collections.abc import Callable
from typing import Any

LEAD = "A gunman shot three people at an office in Hamburg on Monday, police said."


def test_scp_3_the_head_of_an_apposition_is_the_total(tell: Callable[..., Any]) -> None:
    telling = tell(
        "At least three people, a man and two women, were killed in Hamburg."
    )
    telling.figure("three people", value=3).figure(
        "a man", value=1, part="single_person"
    )
    telling.figure("two women", value=2)
    assert telling.roles() == ["incident_total", "part_of_total", "part_of_total"]


def test_scp_3_two_groups_side_by_side_are_parts(tell: Callable[..., Any]) -> None:
    telling = tell("Gunfire wounded two girls and two women in Hamburg.")
    telling.figure("two girls", "injured", value=2)
    telling.figure("two women", "injured", value=2)
    assert telling.roles() == ["part_of_total", "part_of_total"]


def test_scp_3_all_victims_in_hospital_are_the_total(tell: Callable[..., Any]) -> None:
    telling = tell(f"{LEAD} The three victims were taken to Elbe Hospital.")
    telling.figure("three people", "injured", value=3)
    telling.figure("The three victims", "hospitalized", value=3)
    assert telling.roles() == ["incident_total", "incident_total"]


def test_scp_3_one_in_a_row_with_several_is_a_part(tell: Callable[..., Any]) -> None:
    telling = tell("The bishop condemned the murders of the priests and their cook.")
    telling.figure("their cook", value=1, part="single_person")
    assert telling.roles() == ["part_of_total"]


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
