"""The commands that keep a book: history, withdrawn reports, backups, raw bytes."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deciding import ROWS
from sourcebook.cli import main

WHO = ("--who", "Ann Lee", "--reason", "asked for by the family")
#: A report with names of private persons, read by the default extractor.
SECRET = {
    "id": "gazette-1",
    "title": "Orla Quennell among dead of Port Avalon blast",
    "text": "Two more people died of their wounds after the bomb at the market of Port "
    "Avalon on Monday, taking the toll to 13, a nurse, Tamsin Vooght, said. Orla "
    'Quennell, 34, was one of them. "She only went to buy oranges," her brother Jory '
    "Quennell said. Fourteen people were still being treated at Saint Brede hospital.",
    "outlet": "Gazette",
    "published": "2021-05-08",
}
WORDS = ("Quennell", "Vooght", "oranges", "Two more people", "Saint Brede")


def sourcebook_(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def done(*arguments: object) -> str:
    told = sourcebook_(*arguments)
    assert told.exit_code == 0, told.output
    return told.output


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    first = written(folder / "a.jsonl", ROWS[:3])
    done("build", first, written(folder / "b.jsonl", [SECRET]), "-o", folder / "out")
    return folder / "out"


def test_expunged_words_are_in_no_file_of_a_build(out: Path) -> None:
    book = out / "book.db"
    assert sum(_holds(path) for path in out.iterdir()) > 3
    claim = json.loads(done("show", book, _incident(book), "--json"))["claims"][0]
    done("decide", book, "note", claim["id"], *WHO)
    decided = "Jory Quennell rang us"
    done("decide", book, "note", "gazette-1", "--who", "Ann Lee", "--reason", decided)
    said = done("expunge", out, "gazette-1", *WHO)
    assert "with the words of 1 decision about" in said
    assert "delete them" in said
    for again in range(2):
        assert [path.name for path in out.iterdir() if _holds(path)] == []
        if again == 0:
            done("run", book)
            done("build", out.parent / "a.jsonl", out.parent / "b.jsonl", "-o", out)
    told = done("check", book)
    assert told.startswith("sound")
    assert "Orla" not in done("log", book, "--json")
    assert "not taken in again" in done("log", book)
    assert sourcebook_("expunge", book, "gazette-1", *WHO).exit_code == 1


def _holds(path: Path) -> bool:
    data = path.read_bytes()
    return any(words.encode() in data for words in WORDS)


def _incident(book: Path) -> str:
    listed = json.loads(done("incidents", book, "--json"))
    return str(max(listed, key=lambda row: len(row["reports"]))["id"])


def test_history_retraction_and_copies(tmp_path: Path) -> None:
    book, given = tmp_path / "b.db", written(tmp_path / "one.jsonl", ROWS[:1])
    done("add", book, given)
    assert "since run" not in done("run", book, "--workers", 1)
    later = written(tmp_path / "two.jsonl", [ROWS[1]])
    done("add", book, later, "--replaces", "star-1")
    told = done("run", book, "--workers", 1)
    assert "since run 1: incidents 0 new, 1 changed, 0 gone" in told
    assert "report wire-1, a later version of star-1" in told
    assert f"all of it: sourcebook diff {book} 1 2" in told
    assert len(done("log", book, "--runs").splitlines()) == 2
    assert json.loads(done("diff", book, 1, 2, "--json"))["changes"]
    incident = _incident(book)
    assert "killed (persons): 7 to 7" in done("show", book, incident, "--as-of", "1")
    assert "killed (persons): 9 to 9" in done("show", book, incident)
    assert json.loads(done("raw", book, "wire-1")) == ROWS[1]
    packed = json.loads(done("raw", book, "wire-1", "--json"))["base64"]
    assert json.loads(b64decode(packed)) == ROWS[1]
    assert "it counts until the next" in done("retract", book, "wire-1", *WHO)
    assert "9 to 9" not in done("run", book, "--json", "--workers", 1).split("diff")[0]
    assert _no_incident(book)
    assert "2 reports" in done("backup", book, tmp_path / "copy.db")
    assert "read again and sound" in done(
        "restore", tmp_path / "copy.db", tmp_path / "c.db"
    )
    assert sourcebook_("backup", book, tmp_path / "copy.db").exit_code == 1


def _no_incident(book: Path) -> bool:
    return json.loads(done("incidents", book, "--json")) == []
