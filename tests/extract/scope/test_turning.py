"""SCP-2: sentences that turn to another event, and those that do not."""

from collections.abc import Callable
from typing import Any

import pytest

LEAD = (
    "Two soldiers were killed on Tuesday by a mine near Norwick, the army said.\n\n"
    "The road was shut.\n\nTroops searched the fields.\n\n"
)
ASIDE, OWN = "background", "incident_total"


def _role(tell: Callable[..., Any], said: str, quote: str, value: int) -> str:
    telling = tell(LEAD + said)
    telling.figure("Two soldiers", value=2).figure(quote, value=value)
    return str(telling.settle(quote).role)


@pytest.mark.parametrize(
    "said",
    [
        "Elsewhere, five farmers were killed by a flood.",
        "Earlier Tuesday, five farmers were killed in Bremen.",
        "The same day, a storm in Bremen killed five farmers.",
        "Five farmers were shot dead on Sunday by unknown men.",
    ],
)
def test_scp_2_a_turn_to_other_people_is_another_event(
    tell: Callable[..., Any], said: str
) -> None:
    quote = "five farmers" if "five farmers" in said else "Five farmers"
    assert _role(tell, said, quote, 5) == ASIDE


def test_scp_2_the_same_number_is_of_the_same_people(tell: Callable[..., Any]) -> None:
    said = "Meanwhile, two men were killed, said the mayor of Bremen."
    assert _role(tell, said, "two men", 2) == OWN


def test_scp_2_what_goes_on_after_elsewhere_is_of_there(
    tell: Callable[..., Any],
) -> None:
    said = "In other violence, gunmen burned a farm.\n\nThey shot five farmers."
    assert _role(tell, said, "five farmers", 5) == ASIDE


def test_scp_2_a_report_on_a_toll_over_years_has_no_incident(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "At least 26 soldiers have died in the hills since the army's offensive last year.\n\n"
        "Rebels wounded 83 soldiers."
    )
    telling.figure("At least 26 soldiers", value=26)
    telling.figure("83 soldiers", "injured", value=83)
    assert telling.roles() == [ASIDE, ASIDE]
