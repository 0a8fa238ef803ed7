"""Opening the SQLite file of a book, and telling people what is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool

from sourcebook.errors import BookError
from sourcebook.store.migrations import APPLICATION_ID, NEWEST, migrate

_MAGIC = b"SQLite format 3\x00"
#: Seconds that a writer waits for another to finish.
PATIENCE = 5.0


def connect(path: Path, *, create: bool) -> Engine:
    """Return an engine on the book at ``path``, at the newest schema.

    Raises BookError where the file is missing (unless ``create``), foreign, broken,
    of a newer schema, or locked.
    """
    _look(path, create=create)
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
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Hold one consistent view of the book."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        try:
            yield connection
        finally:
            connection.exec_driver_sql("ROLLBACK")


def _look(path: Path, *, create: bool) -> None:
    if not path.exists():
        if create:
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
    if head and head != _MAGIC:
        raise BookError(
            f"{path} is not a book of sourcebook; name another file, or move it away"
        )


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by hand, above
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _settle(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
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
        raise BookError(_advice(path, said)) from context.original_exception

    return translate


def _advice(path: Path, said: str) -> str:
    if "locked" in said or "busy" in said:
        return (
            f"{path} is being written by another sourcebook process; wait for it to "
            "end and run the command again"
        )
    if "full" in said:
        return f"{path} cannot grow: the disk is full; free space and run it again"
    if "malformed" in said or "not a database" in said or "encrypted" in said:
        return f"{path} is damaged ({said}); restore it from a copy, or build it again"
    if "readonly" in said or "unable to open" in said:
        return f"{path} cannot be written ({said}); check its permissions"
    return f"{path}: the database answered {said!r}; run: sourcebook check {path}"
