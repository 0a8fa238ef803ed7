"""What the sets and the training are made with; no benchmark is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.corpora import ecb
from training.standoff import digest, fill, strip
from training.train import train

REPORT = {"id": "r1", "title": "Blast kills three", "text": "Police said three died."}
ROW = {
    "in": "text",
    "start": 12,
    "end": 17,
    "quote": "three",
    "source_start": 0,
    "source_end": 6,
    "source_quote": "Police",
    "category": "killed",
}


def test_words_of_a_report_are_left_out_and_come_back() -> None:
    bare = strip([ROW])
    assert "three" not in str(bare)
    assert fill(bare, REPORT) == [ROW]


def test_the_digest_changes_with_any_label(tmp_path: Path) -> None:
    (tmp_path / "r1.json").write_text('{"value": 3}', "utf-8")
    before = digest(tmp_path)
    (tmp_path / "r1.json").write_text('{"value": 4}', "utf-8")
    assert digest(tmp_path) != before


def test_a_stopped_training_goes_on_with_the_step_that_is_missing(
    tmp_path: Path,
) -> None:
    ran: list[str] = []

    def first(benchmarks: Path, out: Path) -> dict[str, float]:
        ran.append("first")
        return {"f1": 0.5}

    def second(benchmarks: Path, out: Path) -> dict[str, float]:
        ran.append("second")
        if len(ran) < 3:
            raise KeyboardInterrupt
        return {"f1": 0.6}

    steps = {"first": first, "second": second}
    with pytest.raises(KeyboardInterrupt):
        train(tmp_path, tmp_path / "out", steps)
    assert train(tmp_path, tmp_path / "out", steps) == ["second"]
    assert ran == ["first", "second", "second"]
    assert train(tmp_path, tmp_path / "out", steps) == []


def test_words_given_apart_are_joined_as_they_are_printed(tmp_path: Path) -> None:
    words = [
        ["http", ":", "/", "/", "example.org"],
        ["Blast", "in", "Harbour", "City"],
        ["``", "It", "was", "n't", "us", ",", "''", "he", "said", "."],
        ["At", "8", ":", "06", "a", ".", "m", ".", "1", ",", "200", "fled", "."],
    ]
    tokens = "".join(
        f'<token t_id="{n}" sentence="{s}" number="{n}">{word}</token>'
        for s, sentence in enumerate(words)
        for n, word in enumerate(sentence)
    )
    folder = tmp_path / "7"
    folder.mkdir()
    (folder / "7_2ecb.xml").write_text(f"<Document>{tokens}</Document>", "utf-8")
    (report,) = ecb(tmp_path, "7", "ecb")
    assert report["url"] == "http://example.org"
    assert report["title"] == "Blast in Harbour City"
    assert report["text"].splitlines() == [
        '"It wasn\'t us," he said.',
        "At 8:06 a.m. 1,200 fled.",
    ]
