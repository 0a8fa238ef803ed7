"""What is told of files that are no book, or one that cannot be read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sourcebook.errors import BookError
from sourcebook.model.report import Report, Text
from sourcebook.store import Store
from sourcebook.store.dialect import APPLICATION_ID
from sourcebook.store.migrations import NEWEST


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "book.db", create=True)


def report(name: str, words: str) -> Report:
    return Report.of(Text.of(words, language="en"), source_id=name)


def test_a_missing_book_names_the_next_command(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="sourcebook add"):
        Store(tmp_path / "no.db")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "a.db"
    text.write_text("not a database, but long enough to have a header")
    with pytest.raises(BookError, match="not a book"):
        Store(text, create=True)
    other = tmp_path / "b.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()
    with pytest.raises(BookError, match="another program"):
        Store(other, create=True)
    with pytest.raises(BookError, match="folder"):
        Store(tmp_path, create=True)


def test_a_newer_schema_is_refused(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    with pytest.raises(BookError, match="newer sourcebook"):
        Store(store.path)


def test_a_damaged_book_is_told(store: Store) -> None:
    store.add_reports([report(str(n), "word " * 2000 + str(n)) for n in range(20)])
    store.close()
    data = store.path.read_bytes()
    store.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(BookError, match="damaged"):
        Store(store.path).reports()


def test_a_book_is_marked_as_ours(store: Store) -> None:
    store.close()
    with sqlite3.connect(store.path) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()
        number = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert (mark, number) == ((APPLICATION_ID,), (NEWEST,))
    assert store.damage() == []
