"""A book that the first release of the schema made: it opens, and nothing is lost.

``data/first`` is what that release wrote of six invented reports in two runs: the book,
and its export.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
from pathlib import Path

import pytest

from deciding import Reader
from sourcebook.book import Book
from sourcebook.errors import BookError
from sourcebook.store.migrations import NEWEST

FIRST = Path(__file__).with_name("data") / "first"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = tmp_path / "book.db"
    book.write_bytes(gzip.decompress((FIRST / "book.db.gz").read_bytes()))
    return book


def tables(path: Path) -> dict[str, list[dict[str, object]]]:
    with sqlite3.connect(path) as file:
        file.row_factory = sqlite3.Row
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        held = {
            name: [dict(row) for row in file.execute(f"SELECT * FROM {name}")]
            for (name,) in names.fetchall()
        }
    file.close()
    return held


def test_every_row_is_there_after_opening(path: Path) -> None:
    before = tables(path)
    Book(path, create=False).close()
    after = tables(path)
    assert sum(map(len, before.values())) > 100
    for name, rows in before.items():
        now = after[name][: len(rows)]
        kept = [{key: b[key] for key in a} for a, b in zip(rows, now, strict=True)]
        assert kept == rows, name
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (NEWEST,)
    file.close()


def test_its_results_are_exported_as_they_were(path: Path, tmp_path: Path) -> None:
    with Book(path, create=False) as book:
        written = book.export(tmp_path / "out")
        assert book.check() == []
    for file in written:
        then = [json.loads(x) for x in (FIRST / file.name).read_text().splitlines()]
        now = [json.loads(x) for x in file.read_text().splitlines()]
        assert [
            {key: row[key] for key in old}
            for old, row in zip(_plain(then), _plain(now), strict=True)
        ] == _plain(then), file.name


def _plain(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Leave estimates, which later releases tell more of, to their own fields."""
    for row in rows:
        for estimate in row.get("estimates", ()):  # type: ignore[attr-defined]
            estimate.pop("computed", None)
            estimate.pop("decisions", None)
    return rows


def test_its_history_begins_with_its_last_run(path: Path) -> None:
    with Book(path, create=False, extractor=Reader) as book:
        with pytest.raises(BookError, match="was not kept"):
            book.as_of("1")
        last = book.as_of("2").incidents()
        book.decide("note", last[0].id, who="Ann", reason="seen")
        book.retract("wire-1", who="Ann", reason="withdrawn")
        book.run()
        assert book.diff("2", "3").changes
        assert [i.value for i in book.as_of("2").incidents()] == [i.value for i in last]
