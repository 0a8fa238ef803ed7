"""NUM-13: counts taken out of a group, and counts that only follow one."""

from collections.abc import Callable
from typing import Any

TOTAL = "incident_total"
PART = "part_of_total"


def test_num_13_including_ends_at_the_next_verb(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Sixteen people, including two guards, lost their lives and 40 others "
        "suffered burns in Kiel."
    )
    telling.figure("Sixteen people", value=16).figure("two guards", value=2)
    telling.figure("40 others", metric="injured", value=40)
    assert telling.roles() == [TOTAL, PART, TOTAL]


def test_num_13_some_of_the_hurt_are_all_of_the_critical(
    tell: Callable[..., Any],
) -> None:
    telling = tell("Some 80 people were hurt in Kiel, 19 of them critically.")
    telling.figure("80 people", metric="injured", value=80)
    telling.figure("19 of them", metric="critical", value=19, part="of_whom")
    assert telling.roles() == [TOTAL, TOTAL]


def test_num_13_men_beside_women_are_some_of_the_hurt(
    tell: Callable[..., Any],
) -> None:
    telling = tell("Two women broke their legs in Kiel. Two men had slight wounds.")
    telling.figure("Two women", metric="injured", value=2)
    telling.figure("Two men", metric="injured", value=2)
    assert telling.roles() == [PART, PART]
