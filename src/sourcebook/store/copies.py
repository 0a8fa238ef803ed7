"""Backups: a whole book in one file, made while others read and write it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import BookError, OutputRefused
from sourcebook.store.connect import advice, look
from sourcebook.store.dialect import APPLICATION_ID
from sourcebook.store.migrations import NEWEST

#: What SQLite keeps beside a file that is being written.
_BESIDE = ("-wal", "-shm", "-journal")
#: Pages copied at a time; writers go on in between.
_PAGES = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy of a book that was read again from end to end: its size, what it holds."""

    path: Path
    bytes: int
    reports: int
    claims: int
    decisions: int


def backup(book: Path, to: Path) -> Copied:
    """Write the book as it now is into one file, and verify the file.

    Others may read and write the book meanwhile. Raises BookError where the book
    cannot be used, OutputRefused where ``to`` is there already.
    """
    return _copy(book, to, what="the backup")


def restore(file: Path, book: Path) -> Copied:
    """Make a book of a backup, and verify it; the backup stays as it is.

    Raises BookError for a file that is no sound book, OutputRefused where there is a
    book already, or what SQLite keeps beside one.
    """
    return _copy(file, book, what="the book")


def _copy(source: Path, to: Path, *, what: str) -> Copied:
    look(source)
    _refuse(to, what)
    to.parent.mkdir(parents=True, exist_ok=True)
    fresh = to.with_name(f".{to.name}.part")
    _clear(fresh)
    try:
        _pages(source, fresh)
        found = _verified(fresh, source)
        _name(fresh, to)
    except FileExistsError as error:
        raise _taken(to, what) from error
    finally:
        _clear(fresh)
    return Copied(path=to, bytes=to.stat().st_size, **found)


def _name(fresh: Path, to: Path) -> None:
    """Give the copy its name, never over a file that came meanwhile."""
    try:
        os.link(fresh, to)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as most memory sticks
        fresh.rename(to)


def _refuse(to: Path, what: str) -> None:
    if to.exists():
        raise _taken(to, what)
    for end in _BESIDE:
        left = to.with_name(f"{to.name}{end}")
        if left.exists():
            raise OutputRefused(
                f"{left} belongs to a book that was at {to}; move it away first, or "
                "name another file"
            )


def _taken(to: Path, what: str) -> OutputRefused:
    return OutputRefused(
        f"{to} is there already and is not overwritten; name a new file for {what}, or "
        "move the old one away"
    )


def _pages(source: Path, fresh: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(source, timeout=5)) as old,
            closing(sqlite3.connect(fresh)) as new,
        ):
            _known(old, source)
            old.backup(new, pages=_PAGES, sleep=0.01)
            new.execute("PRAGMA journal_mode = DELETE")  # all of it in one file
    except sqlite3.Error as error:
        broken = fresh if "disk" in str(error) else source
        raise BookError(advice(broken, str(error))) from error


def _known(connection: sqlite3.Connection, path: Path) -> None:
    """Raise BookError unless the file is a book that this version reads."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID:
        raise BookError(
            f"{path} is a SQLite file of another program; name a book or a backup of one"
        )
    if number > NEWEST:
        raise BookError(
            f"{path} was written by a newer sourcebook (schema {number}, this one "
            f"reads up to {NEWEST}); run: pip install --upgrade sourcebook"
        )


def _verified(fresh: Path, source: Path) -> dict[str, int]:
    """Read the copy from end to end; return how much it holds, or raise BookError."""
    try:
        with closing(sqlite3.connect(fresh)) as copy:
            said = [row[0] for row in copy.execute("PRAGMA integrity_check")]
            lost = copy.execute("PRAGMA foreign_key_check").fetchall()
            if said != ["ok"] or lost:
                raise BookError(advice(source, f"malformed: {said[0]}"))
            return {n: _count(copy, n) for n in ("reports", "claims", "decisions")}
    except sqlite3.Error as error:
        raise BookError(advice(source, str(error))) from error


def _count(connection: sqlite3.Connection, table: str) -> int:
    there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if not connection.execute(there, (table,)).fetchone():
        return 0  # a book of the first schema has no decisions
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _clear(path: Path) -> None:
    for name in (path.name, *(f"{path.name}{end}" for end in _BESIDE)):
        path.with_name(name).unlink(missing_ok=True)
