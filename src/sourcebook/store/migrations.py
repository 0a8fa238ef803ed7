"""Numbered changes of the schema; each runs once, in the transaction that numbers it.

The schema's number is SQLite's ``user_version``. A released migration is never
edited: a change of the schema is one more function at the end.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from sourcebook.store.schema import (
    PAST,
    decisions,
    metadata,
    raws,
    replacements,
    retractions,
    tombstones,
)

#: Says that a SQLite file is a book ("SrcB" as a number).
APPLICATION_ID = 0x53726342


def m001_first_schema(connection: Connection) -> None:
    """Create every table of the first schema."""
    metadata.create_all(connection)


def m002_decisions(connection: Connection) -> None:
    """Create the decisions, which the file itself then refuses to change or delete.

    A book made now has the tables and columns from the first step already.
    """
    decisions.create(connection, checkfirst=True)
    guard_decisions(connection)
    _add_column(connection, "minted", "decided", "INTEGER NOT NULL DEFAULT 0")
    _add_column(connection, "claim_placements", "decided", "JSON")


def m003_history(connection: Connection) -> None:
    """Create what keeps earlier results, raw bytes, and which reports were withdrawn.

    Of the runs before, only the last one's results are still there.
    """
    for table in (raws, replacements, retractions, tombstones, *PAST.values()):
        table.create(connection, checkfirst=True)
    _add_column(connection, "runs", "kept", "INTEGER NOT NULL DEFAULT 1")
    connection.exec_driver_sql(
        "UPDATE runs SET kept = 0 WHERE number < (SELECT max(number) FROM runs)"
    )


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


def _add_column(connection: Connection, table: str, name: str, kind: str) -> None:
    held = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    if name not in {row[1] for row in held}:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m001_first_schema,
    m002_decisions,
    m003_history,
)
#: The number of the schema that this version of sourcebook reads and writes.
NEWEST = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring a book to the newest schema; the caller holds the transaction."""
    number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in MIGRATIONS[number:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
