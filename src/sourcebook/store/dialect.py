"""What only SQLite takes. All other statements of a book are SQLAlchemy Core.

A second database brings this module anew, with ``connect`` (opening, transactions, what
errors mean) and ``copies`` (a backup in one file); a test holds every other module of the
package to plain Core.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from sourcebook.errors import BookError

__all__ = [
    "APPLICATION_ID",
    "add_column",
    "guard_decisions",
    "insert",
    "integrity",
    "mark_schema",
    "rewrite",
    "schema_number",
    "unguard_decisions",
]

#: Says that a SQLite file is a book ("SrcB" as a number).
APPLICATION_ID = 0x53726342


def schema_number(connection: Connection) -> int:
    """Return the number of the book's schema, 0 for a file without tables."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def mark_schema(connection: Connection, number: int) -> None:
    """Note the number of the book's schema, and that the file is a book."""
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def add_column(connection: Connection, table: str, name: str, kind: str) -> None:
    """Add a column to a table that lacks it."""
    held = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    if name not in {row[1] for row in held}:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")


def guard_decisions(connection: Connection) -> None:
    """Have the file itself refuse to change or delete a decision."""
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER decisions_stay_{change.lower()} BEFORE {change} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END"
        )


def unguard_decisions(connection: Connection) -> None:
    """Let decisions be changed until the next :func:`guard_decisions`."""
    for change in ("update", "delete"):
        connection.exec_driver_sql(f"DROP TRIGGER decisions_stay_{change}")


def integrity(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong with the file, nothing for a sound one."""
    told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [str(line) for line in told if line != "ok"]


def rewrite(connection: Connection, path: Path) -> None:
    """Write the file anew without what was deleted; no transaction may be open.

    Raises BookError where another process keeps SQLite from emptying its log.
    """
    connection.exec_driver_sql("VACUUM")
    told = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if told[0]:
        raise BookError(
            f"the report is expunged, but another process is reading {path}, and words "
            "of the report may still lie in the file; close that process and run: "
            f"sourcebook run {path}"
        )
