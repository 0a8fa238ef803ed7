from __future__ import annotations

import pytest

from sourcebook.engine import extract
from sourcebook.model.report import Report, Text
from standin import Standin


def report(number: int, words: str = "") -> Report:
    text = Text.of(f"On Monday {number} people were killed. {words}", language="en")
    return Report.of(text, source_id=f"r{number}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_input_order(workers: int) -> None:
    given = [report(number) for number in range(1, 30)]
    found = list(extract(given, extractor=Standin, workers=workers))
    assert [r for r, _ in found] == given
    assert [len(claims) for _, claims in found] == [1] * len(given)


def test_a_report_that_fails_costs_only_itself() -> None:
    given = [report(1), report(2, "UNREADABLE"), report(3)]
    failed: list[tuple[str, str]] = []
    done: list[int] = []
    found = extract(
        given,
        extractor=Standin,
        failed=lambda r, fault: failed.append((r.source_id, fault)),
        progress=done.append,
    )
    assert [r.source_id for r, _ in found] == ["r1", "r3"]
    assert failed == [("r2", "RuntimeError: a defect of the extractor")]
    assert sum(done) == 3


def test_no_reports_give_nothing() -> None:
    assert list(extract([], extractor=Standin)) == []
