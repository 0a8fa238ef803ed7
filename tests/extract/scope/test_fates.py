"""NUM-20: who died and who lives on are two persons."""

from collections.abc import Callable
from typing import Any

TOTAL = "incident_total"
PART = "part_of_total"


def test_num_20_a_dead_and_a_living_person_of_other_callings_are_two(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "A skydiver died near Kiel on Sunday. Her instructor was wounded badly."
    )
    telling.figure("A skydiver", value=1).figure(
        "Her instructor", metric="injured", value=1
    )
    assert telling.roles() == [PART, PART]


def test_num_20_who_was_shot_may_be_who_died(tell: Callable[..., Any]) -> None:
    telling = tell("A grocer was shot in Kiel on Sunday. The shopkeeper died later.")
    telling.figure("A grocer", metric="injured", value=1).figure(
        "The shopkeeper", value=1
    )
    assert telling.roles() == [TOTAL, TOTAL]


def test_num_20_one_beside_another_is_one_of_two(tell: Callable[..., Any]) -> None:
    telling = tell("One man died and another is recovering after a brawl in Kiel.")
    telling.figure("One man", value=1)
    assert telling.roles() == [PART]
    assert telling.settle("One man").setting.part == "beside_another"
