"""SCP-3: a smaller count at a place of its own is of some of those hit."""

from collections.abc import Callable
from typing import Any

TOTAL = "incident_total"
PART = "part_of_total"


def test_scp_3_a_place_that_the_total_was_not_told_of(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Shells killed 12 people in Kiel on Monday. A rocket killed five pupils in the "
        "Ravenna district."
    )
    telling.figure("12 people", value=12).figure("five pupils", value=5)
    assert telling.roles() == [TOTAL, PART]


def test_scp_3_a_speakers_place_is_none(tell: Callable[..., Any]) -> None:
    telling = tell(
        "Shells killed 12 people in Kiel on Monday. An official in Ravenna said nine "
        "people died."
    )
    telling.figure("12 people", value=12).figure("nine people", value=9)
    assert telling.roles() == [TOTAL, TOTAL]
