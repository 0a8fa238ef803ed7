from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook.book import Book
from sourcebook.cli import main
from standin import Standin

TEXT = "A bomb exploded in Port Avalon. 7 people were killed, Harbour Police said."


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    path = tmp_path / "book.db"
    with Book(path, extractor=Standin) as held:
        held.add(tmp_path / "a.txt")
        held.run()
        held.export(tmp_path / "out")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return written_gold(tmp_path / "gold", value=7)


def written_gold(folder: Path, *, value: int) -> Path:
    figure = {
        "start": 32,
        "end": 33,
        "quote": "7",
        "category": "killed",
        "value": value,
        "low": value,
        "high": value,
        "modifier": "exact",
        "incident": "A",
        "scope": "total",
        "source": "Harbour Police",
        "source_quote": "Harbour Police",
    }
    document = {
        "file": "a.txt",
        "main_incident": "A",
        "responsibility": [],
        "reactions": [],
        "figures": [figure | {"in": "text"}],
    }
    cluster = {"incidents": [{"id": "A"}], "documents": [document], "reconciled": {}}
    folder.mkdir()
    (folder / "avalon.json").write_text(json.dumps(cluster))
    return folder


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_build_and_its_book_score_the_same(book: Path, gold: Path) -> None:
    folder = evaluate(book.parent / "out", gold)
    assert folder.exit_code == 0, folder.stderr
    assert folder.stdout == evaluate(book, gold).stdout
    lines = dict(line.split() for line in folder.stdout.splitlines())
    assert lines["reports.gold"] == "1"
    assert lines["figures.valued_f1"] == "1.000"


def test_errors_are_listed_up_to_a_number(book: Path, tmp_path: Path) -> None:
    wrong = written_gold(tmp_path / "wrong", value=9)
    told = evaluate(book, wrong, "--errors", 1)
    (line,) = [line for line in told.stdout.splitlines() if "a.txt" in line]
    assert line.startswith("a.txt  value: '7'")
    as_json = json.loads(evaluate(book, wrong, "--errors", 1, "--json").stdout)
    assert as_json["measures"]["figures.valued_f1"] == 0
    assert [error["fault"] for error in as_json["errors"]] == ["value"]


def test_floors_are_written_hold_and_break_with_a_sentence(
    book: Path, gold: Path, tmp_path: Path
) -> None:
    floors = tmp_path / "floors.json"
    missing = evaluate(book, gold, "--floors", floors)
    assert missing.exit_code == 1
    assert "--raise" in missing.stderr
    raised = evaluate(book, gold, "--floors", floors, "--raise")
    assert raised.exit_code == 0, raised.stderr
    assert "gold" in json.loads(floors.read_text())
    assert evaluate(book, gold, "--floors", floors).exit_code == 0
    with Book(book, extractor=Standin) as held:
        (tmp_path / "a.txt").write_text("Nobody was killed in Port Avalon.")
        held.add(tmp_path / "a.txt", replace=True)
        held.run()
    sunk = evaluate(book, gold, "--floors", floors)
    assert sunk.exit_code == 1
    assert "figures.valued_f1 is 0.000, its floor is 1.000" in sunk.stderr
    again = evaluate(book, gold, "--floors", floors, "--raise")
    assert again.exit_code == 1
    assert "--allow-regression" in again.stderr
    lowered = evaluate(
        book,
        gold,
        "--floors",
        floors,
        "--raise",
        "--allow-regression",
        "--name",
        "gold",
    )
    assert lowered.exit_code == 0, lowered.stderr


def test_what_is_missing_is_told(book: Path, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments, said in (
        ([tmp_path / "none", gold], "sourcebook build"),
        ([tmp_path / "empty", gold], "sourcebook build"),
        ([book, tmp_path / "none"], "holds no gold annotation"),
        ([tmp_path / "a.txt", gold], "is not a book"),
    ):
        told = evaluate(*arguments)
        assert told.exit_code == 1, told.output
        assert said in told.stderr


def test_options_that_do_nothing_alone_are_refused(book: Path, gold: Path) -> None:
    assert evaluate(book, gold, "--raise").exit_code == 2
    floors = book.parent / "f.json"
    assert evaluate(book, gold, "--floors", floors, "--allow-regression").exit_code == 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('{"documents": [', "line 1"),
        ("[]", "no JSON object"),
        ('{"documents": 3}', "no annotated cluster"),
        ('{"documents": [], "incidents": []}', "reconciled is missing"),
        ('{"documents": [{}], "incidents": [], "reconciled": {}}', "documents.file"),
    ],
)
def test_gold_that_is_malformed_is_told(
    book: Path, tmp_path: Path, written: str, said: str
) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/avalon.json").write_text(written)
    told = evaluate(book, tmp_path / "gold")
    assert told.exit_code == 1
    assert "avalon.json" in told.stderr and said in told.stderr


@pytest.mark.parametrize(
    "written",
    ["{", "[]", '{"gold": 3}', '{"gold": {}}', '{"gold": {"gold": "x", "floors": 1}}'],
)
@pytest.mark.parametrize("option", [(), ("--raise",)])
def test_floors_that_are_malformed_are_told(
    book: Path, gold: Path, tmp_path: Path, written: str, option: tuple[str, ...]
) -> None:
    floors = tmp_path / "f.json"
    floors.write_text(written)
    told = evaluate(book, gold, "--floors", floors, *option)
    assert told.exit_code == 1
    assert "f.json" in told.stderr
