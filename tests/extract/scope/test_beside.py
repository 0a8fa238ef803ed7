"""SCP-3, NUM-13: a whole, its members, and groups set beside each other."""

from collections.abc import Callable
from typing import Any

import pytest

TOTAL = "incident_total"
PART = "part_of_total"


@pytest.mark.parametrize(
    ("said", "told", "roles"),
    [
        (
            "At least three people, a man and two women, were killed in Hamburg.",
            [("three people", 3), ("a man", 1), ("two women", 2)],
            [TOTAL, PART, PART],
        ),
        (
            "Five people died in Hamburg -- two guards and a clerk among them.",
            [("Five people", 5), ("two guards", 2), ("a clerk", 1)],
            [TOTAL, PART, PART],
        ),
        (
            "Four clerks, including two women, were killed in Hamburg.",
            [("Four clerks", 4), ("two women", 2)],
            [TOTAL, PART],
        ),
        (
            "Two clerks were among nine people killed in Hamburg.",
            [("Two clerks", 2), ("nine people", 9)],
            [PART, TOTAL],
        ),
    ],
)
def test_scp_3_a_whole_is_the_total_of_its_members(
    tell: Callable[..., Any], said: str, told: list[tuple[str, int]], roles: list[str]
) -> None:
    telling = tell(said)
    for quote, value in told:
        telling.figure(quote, value=value)
    assert telling.roles() == roles


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Gunfire killed two girls and two women in Hamburg.",
            [("two girls", 2), ("two women", 2)],
        ),
        (
            "Raids killed 45 villagers around Hamburg and 22 in nearby Bremen.",
            [("45 villagers", 45), ("22", 22)],
        ),
        (
            "The blast in Hamburg left 12 guards and one clerk dead.",
            [("12 guards", 12), ("one clerk", 1)],
        ),
        (
            "A bomb killed the envoy, his son and 15 others in Hamburg.",
            [("the envoy", 1), ("his son", 1), ("15 others", 15)],
        ),
        (
            "2 girls, 2 men killed in Hamburg",
            [("2 girls", 2), ("2 men", 2)],
        ),
    ],
)
def test_num_13_groups_beside_each_other_are_parts_without_a_sum(
    tell: Callable[..., Any], said: str, told: list[tuple[str, int]]
) -> None:
    telling = tell(said)
    for quote, value in told:
        telling.figure(quote, value=value)
    assert telling.roles() == [PART] * len(told)


def test_num_13_one_number_told_twice_is_no_row(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Nine people died in Hamburg when a bus took nine people over a wall."
    )
    telling.figure("Nine people", value=9)
    telling.figure("nine people", value=9, at="took nine people")
    assert telling.roles() == [TOTAL, TOTAL]


def test_scp_3_people_among_a_larger_number_are_some_of_it(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Six civilians were among at least 22 people killed in Norwick on Monday."
    )
    telling.figure("Six civilians", value=6).figure("at least 22 people", value=22)
    assert telling.roles() == ["part_of_total", "incident_total"]
