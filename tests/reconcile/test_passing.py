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


def _placed(told: Telling, *places: tuple[int, int]) -> None:
    told.claims[:] = [
        replace(c, setting=replace(c.setting, sentence=Span(start=at, end=end)))
        for c, (at, end) in zip(told.claims, places, strict=True)
    ]


def test_scp_8_a_page_on_several_events_adds_nobody_to_what_another_tells() -> None:
    told = Telling()
    page = told.report("Six were shot. Rob Ames was killed in Tolland.", None, "a")
    several = {"report": page, "role": "background", "background": "several_events"}
    told.figure("eq", 6, quote="Six", metric="injured", **several)
    told.person("Rob Ames", report=page)
    assert told.estimate().best == 1
    own = told.report("Dana Whitlock, 34, was shot dead in Arden.", None, "b")
    told.person("Dana Whitlock, 34", report=own)
    assert told.estimate().best == 1
    assert list(reasons(told.estimate()).values()) == [WHY]


@pytest.mark.parametrize(("role", "counted"), [("background", 1), ("part_of_total", 2)])
def test_scp_8_who_is_taken_up_again_from_another_event_is_not_counted(
    role: str, counted: int
) -> None:
    first = "Dana Whitlock, 34, was wounded in Arden. "
    second = "In Tolland a woman, 60, was hit last week. "
    third = "The woman is in hospital."
    told = Telling()
    report = told.report(first + second + third, None, "a")
    hurt = {"metric": "injured", "report": report}
    told.person("Dana Whitlock, 34", **hurt)
    told.person("a woman, 60", **{**hurt, "role": role})
    told.person("The woman", **{**hurt, "metric": "critical"})
    one, two = len(first), len(first + second)
    _placed(told, (0, one), (one, two), (two, two + len(third)))
    assert told.estimate("injured").best == counted
