"""Counts that add up to the number of the lead are its parts (SCP-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WHOLE, PART = "incident_total", "part_of_total"
LEAD = "Seven people were killed in two explosions in Norwick on Monday, police said."


def test_scp_3_counts_that_add_up_to_the_lead_are_parts(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        f"{LEAD}\n\nA blast hit a market in Saltmere and killed three.\n\n"
        "Four people died when another went off near a bus stop."
    )
    telling.figure("Seven people", value=7).figure("three", value=3)
    telling.figure("Four people", value=4)
    assert telling.roles() == [WHOLE, PART, PART]


def test_scp_3_the_hurt_of_one_part_are_a_part(tell: Callable[..., Any]) -> None:
    telling = tell(
        f"{LEAD}\n\nA blast killed three and wounded 12 others.\n\nFour died in Saltmere."
    )
    telling.figure("Seven people", value=7).figure("three", value=3)
    telling.figure("12 others", "injured", 12).figure("Four", value=4)
    assert telling.roles() == [WHOLE, PART, PART, PART]


def test_scp_3_an_older_toll_and_those_added_are_no_parts(
    tell: Callable[..., Any],
) -> None:
    telling = tell(
        "Seven people were killed in a blast in Norwick on Monday, police said.\n\n"
        "Two more people were found dead in the morning.\n\nPolice had spoken of five dead."
    )
    telling.figure("Seven people", value=7)
    telling.figure("Two more people", value=2).figure("five dead", value=5)
    assert telling.roles()[2] == WHOLE


def test_scp_3_numbers_far_apart_do_not_add_up(tell: Callable[..., Any]) -> None:
    between = (
        "The road stayed closed. Buses were sent round it. Shops shut. Rain fell. "
    )
    telling = tell(
        f"{LEAD}\n\nPolice found three bodies.\n\n{between}\n\n"
        "The mayor put the dead at four, a number that nobody else gave."
    )
    telling.figure("Seven people", value=7).figure("four", value=4)
    assert telling.roles()[1] == WHOLE
