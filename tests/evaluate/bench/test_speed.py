from pathlib import Path

import pytest

from sourcebook.evaluate.bench import speed
from sourcebook.model.report import Report, Text


def _report(name: str) -> Report:
    return Report.of(Text.of(f"Text of {name}.", language="en"), source_id=name)


def test_the_stream_has_one_report_in_five_about_an_incident() -> None:
    told = [_report(f"told-{i}") for i in range(2)]
    others = [_report(f"other-{i}") for i in range(8)]
    stream = [report.source_id for report in speed.mixed(told, others)]
    assert len(stream) == 10
    assert [i for i, name in enumerate(stream) if name.startswith("told")] == [0, 5]


def test_both_methods_are_timed_and_their_ratio_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "A blast killed three people and injured two others on Monday, police said."
    reports = [
        Report.of(Text.of(f"{text} {i}", language="en"), source_id=str(i))
        for i in range(2)
    ]
    monkeypatch.setattr(speed, "ROUNDS", 1)
    told, ratio = speed.timed("reports", reports)
    assert set(told.by_method) == {"sourcebook", "dependency rules"}
    assert all(value > 0 for value in told.by_method.values())
    expected = told.by_method["sourcebook"] / told.by_method["dependency rules"]
    assert ratio.by_method["sourcebook"] == pytest.approx(expected)


def test_general_news_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"News {name}.", "utf-8")
    assert [r.source_id for r in speed.general(tmp_path)] == ["a", "b"]
