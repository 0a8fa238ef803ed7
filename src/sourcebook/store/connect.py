"""Opening the SQLite file of a book, and telling people what is wrong with it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool

from sourcebook.errors import BookError
from sourcebook.store.dialect import APPLICATION_ID, schema_number
from sourcebook.store.migrations import NEWEST, migrate

_MAGIC = b"SQLite format 3\x00"
#: Bytes of the header of a SQLite file.
_HEAD = 100
_RESTORE = "bring a backup back with: sourcebook restore BACKUP BOOK"
#: The cache, in kibibytes, spares a large book reading its indexes again and again.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -65536",
)
#: Seconds that a writer waits for another to finish.
PATIENCE = 5.0


def connect(path: Path, *, create: bool) -> Engine:
    """Return an engine on the book at ``path``, at the newest schema.

    Raises BookError where the file is missing (unless ``create``), foreign, broken,
    of a newer schema, or locked.
    """
    look(path, create=create)
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "handle_error", _translator(path))
    _settle(engine, path)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold the one writing transaction of the book; all of it is kept, or nothing."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            if _in_transaction(connection):  # a full disk may have ended it already
                connection.exec_driver_sql("ROLLBACK")
            raise


def _in_transaction(connection: Connection) -> bool:
    held = connection.connection.dbapi_connection
    return isinstance(held, sqlite3.Connection) and held.in_transaction


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Hold one consistent view of the book."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        try:
            yield connection
        finally:
            connection.exec_driver_sql("ROLLBACK")


def look(path: Path, *, create: bool = False) -> None:
    """Raise BookError where the file cannot be a book: missing, foreign, cut off."""
    if not path.exists():
        if create:
            _refuse_remains(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        raise BookError(
            f"there is no book at {path}; make one with: sourcebook add {path} REPORTS"
        )
    if path.is_dir():
        raise BookError(
            f"{path} is a folder, not a book; name the file, such as {path}/book.db"
        )
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if not head and not create:
        raise BookError(
            f"{path} is empty, not a book; {_RESTORE}, or remove it and add the reports"
        )
    if head and not _MAGIC.startswith(head):
        raise BookError(
            f"{path} is not a book of sourcebook; name another file, or move it away"
        )
    _refuse_cut(path)


def _refuse_remains(path: Path) -> None:
    """Raise where writing that was not finished lies beside a book that is gone."""
    left = path.with_name(f"{path.name}-wal")
    if _size(left) and not path.exists():
        raise BookError(
            f"{path} is gone, and {left.name} still lies beside where it was; bring "
            f"the book back beside it, or move {left} away"
        )


def _refuse_cut(path: Path) -> None:
    """Raise where the file is shorter than its own header says (SQLite's format 1.3)."""
    size, told = _missing(path)
    if size < told:
        time.sleep(0.05)  # another process may just have written it anew
        size, told = _missing(path)
    if size < told:
        raise BookError(
            f"{path} is cut off ({size:,} of {told:,} bytes); {_RESTORE}, or build it "
            "again from the reports"
        )


def _missing(path: Path) -> tuple[int, int]:
    """Return how long a file is, and how long it must be at least.

    While it is written to, its rest may lie in the write-ahead log.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    page = int.from_bytes(head[16:18], "big")
    told = (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    if not head or _size(path.with_name(f"{path.name}-wal")):
        return 0, 0
    return path.stat().st_size, max(told, _HEAD)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by hand, above
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _settle(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        number = schema_number(connection)
        held = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        if mark != APPLICATION_ID and held.scalar_one():
            raise BookError(
                f"{path} is a SQLite file of another program; name another file"
            )
        if number > NEWEST:
            raise BookError(
                f"{path} was written by a newer sourcebook (schema {number}, this one "
                f"reads up to {NEWEST}); run: pip install --upgrade sourcebook"
            )
    if number < NEWEST:
        with writing(engine) as connection:
            migrate(connection)


def _translator(path: Path) -> Any:  # noqa: ANN401 - a listener as SQLAlchemy wants
    def translate(context: ExceptionContext) -> None:
        said = str(context.original_exception)
        raise BookError(advice(path, said)) from context.original_exception

    return translate


def advice(path: Path, said: str) -> str:
    """Return what to do about what SQLite said of a file."""
    if "locked" in said or "busy" in said:
        return (
            f"{path} is being written by another sourcebook process; wait for it to "
            "end and run the command again"
        )
    if "full" in said:
        return f"{path} cannot grow: the disk is full; free space and run it again"
    if "disk I/O" in said:
        return (
            f"{path} could not be written or read ({said}); what was in it before is "
            "still there: check the space, the quota and the disk, and run it again"
        )
    if "malformed" in said or "not a database" in said or "encrypted" in said:
        return f"{path} is damaged ({said}); {_RESTORE}, or build it again"
    if "readonly" in said or "unable to open" in said:
        return f"{path} cannot be opened or written ({said}); check its permissions"
    return f"{path}: the database answered {said!r}; run: sourcebook check {path}"
