"""The databases that a book can live in; the conformance suite runs on each.

A second one joins with a class like :class:`SqliteFile` and its line in ``BACKENDS``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from sourcebook.store import Store


class Backend(Protocol):
    """An empty place for one book, and what other programs can do to it."""

    def open(self) -> Store:
        """Open the book, which is made by the first to open it."""

    def impatient(self, patch: pytest.MonkeyPatch) -> None:
        """Have writers wait for their turn for a moment only."""

    def turn(self) -> contextmanager[None]:
        """Hold the turn to write, as another process does."""

    def execute(self, statement: str) -> None:
        """Execute a statement past the store."""

    def count(self, table: str) -> int:
        """Return how many rows a table has."""

    def holds(self, words: str) -> bool:
        """Whether these words lie anywhere in what the database keeps."""


class SqliteFile:
    """A book in one SQLite file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "book.db"

    def open(self) -> Store:
        return Store(self.path, create=True)

    def impatient(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr("sourcebook.store.connect.PATIENCE", 0.05)

    @contextmanager
    def turn(self) -> Iterator[None]:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")

    def execute(self, statement: str) -> None:
        with closing(sqlite3.connect(self.path)) as other, other:
            other.execute(statement)

    def count(self, table: str) -> int:
        with closing(sqlite3.connect(self.path)) as other:
            (found,) = other.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(found)

    def holds(self, words: str) -> bool:
        near = self.path.parent.glob(f"{self.path.name}*")
        return any(words.encode() in file.read_bytes() for file in near)


BACKENDS = {"sqlite": SqliteFile}


@pytest.fixture(params=sorted(BACKENDS))
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Backend:
    found: Backend = BACKENDS[request.param](tmp_path)
    return found


@pytest.fixture
def store(backend: Backend) -> Iterator[Store]:
    with backend.open() as opened:
        yield opened
