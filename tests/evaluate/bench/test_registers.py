"""Counts of a register: a number wherever one is told."""

from __future__ import annotations

from sourcebook.evaluate.bench.registers import _all, _number
from tellings import Telling


def _told(*values: int) -> int | None:
    told = Telling()
    for value in values:
        told.figure("eq", value, quote=f"{value} people")
    estimate = told.estimate(profile="latest")
    return _number(estimate, {claim.id: claim for claim in told.claims})


def test_the_number_that_most_reports_tell_is_written_where_they_clash() -> None:
    assert _told(4, 5, 5) == 5


def test_of_two_numbers_told_as_often_the_lower_is_written() -> None:
    assert _told(4, 5) == 4


def test_attackers_are_added_where_a_count_does_not_hold_them() -> None:
    assert _all({"persons": (3, False), "attackers": (1, False)}) == 4
    assert _all({"persons": (4, True), "attackers": (1, False)}) == 4
    assert _all(None) == 0
