import json
import shutil
from pathlib import Path

import pytest

from sourcebook.evaluate.bench import screen
from sourcebook.extract.screen import relevant
from sourcebook.model.report import Report, Text

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"


def _report(text: str, title: str = "") -> Report:
    return Report.of(Text.of(text, language="en"), source_id="a", title=title)


def test_a_word_of_harm_is_looked_for_in_title_and_text() -> None:
    assert screen.has_harm(_report("The road is closed.", title="Deadly fire: 1 dead"))
    assert screen.has_harm(_report("She was Wounded."))
    assert not screen.has_harm(_report("The deadline for the form is Monday."))


def test_archive_reports_are_long_and_told_with_a_word_of_harm(tmp_path: Path) -> None:
    texts = {"short": "Two died.", "quiet": "word " * 70, "told": "He died. " * 40}
    path = tmp_path / "reports.jsonl"
    rows = [
        {"id": name, "title": name, "text": text, "language": "en"}
        for name, text in texts.items()
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert [r.source_id for r in screen.with_harm(path)] == ["told"]


def test_recall_what_passes_and_speed_are_told_for_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "evaluation"
    shutil.copytree(ROOT / "src/sourcebook/examples/data", folder / "reports.jsonl")
    shutil.copytree(ROOT / "evaluation/examples", folder / "gold")
    monkeypatch.setattr(screen, "ROUNDS", 1)
    told = {(r.data, r.measure): r.by_method for r in screen.screen(tmp_path)}
    assert told["evaluation, incident reports", "recall"]["sourcebook"] == 1
    assert told["evaluation", "reports a second a core"]["sourcebook"] > 0
    assert not any(data.startswith(("gva", "polnear")) for data, _ in told)


def test_no_shared_report_of_an_incident_is_dropped() -> None:
    folder = SHARED / "evaluation"
    if not folder.exists():
        pytest.skip("needs the shared evaluation reports")
    told, others = screen.evaluation(folder)
    assert all(map(relevant, told))
    assert sum(map(relevant, others)) <= 0.25 * len(others)


def test_a_sample_of_the_archive_is_kept() -> None:
    path = SHARED / "benchmarks/gva/reports.jsonl"
    if not path.exists():
        pytest.skip("needs the gun-violence archive")
    blind = {each.stem for each in (ROOT / "training").glob("blind*/*.json")}
    rows = map(json.loads, path.read_text("utf-8").splitlines()[::12])
    reports = [
        report
        for row in rows
        if row["id"] not in blind and len(row["text"].split()) >= screen.WORDS
        if screen.has_harm(report := _report(row["text"], title=row["title"] or ""))
    ]
    assert sum(map(relevant, reports)) >= 0.995 * len(reports)
