"""SCP-8: who is told of only in passing, far down one report, is not counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcebook.model.span import Span
from tellings import Telling, reasons

WHY = "in passing: far behind the people with whom the report begins"
BEGIN = "Dana Whitlock, 34, was shot dead in Arden. "
LATER = "A 9-year-old boy was killed on his bicycle in June."


def _told(between: str, later: str = LATER) -> Telling:
    told = Telling()
    report = told.report(BEGIN + between + later, None, "a")
    told.person("Dana Whitlock, 34", report=report)
    told.person(later.split(" was")[0], report=report)
    told.claims[:] = [
        replace(c, setting=replace(c.setting, sentence=Span(start=at, end=at + 40)))
        for c, at in zip(told.claims, (0, len(BEGIN + between)), strict=True)
    ]
    return told


@pytest.mark.parametrize(("words", "counted"), [(200, 1), (2, 2)])
def test_scp_8_who_comes_up_far_down_is_not_counted(words: int, counted: int) -> None:
    told = _told("Nobody saw it. " * words)
    assert told.estimate().best == counted


def test_scp_8_who_is_left_out_in_passing_is_listed() -> None:
    told = _told("Nobody saw it. " * 200)
    assert list(reasons(told.estimate()).values()) == [WHY]


def test_scp_8_who_is_told_of_by_another_report_too_is_counted() -> None:
    told = _told("Nobody saw it. " * 200, "Rob Ames was killed beside her.")
    report = told.report("Rob Ames died.", None, "b")
    told.person("Rob Ames", report=report)
    assert told.estimate().best == 2
