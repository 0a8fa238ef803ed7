"""Numbered changes of the schema; each runs once, in the transaction that numbers it.

The schema's number is SQLite's ``user_version``. A released migration is never
edited: a change of the schema is one more function at the end.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from sourcebook.store.schema import metadata

#: Says that a SQLite file is a book ("SrcB" as a number).
APPLICATION_ID = 0x53726342


def m001_first_schema(connection: Connection) -> None:
    """Create every table of the first schema."""
    metadata.create_all(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (m001_first_schema,)
#: The number of the schema that this version of sourcebook reads and writes.
NEWEST = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring a book to the newest schema; the caller holds the transaction."""
    number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in MIGRATIONS[number:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
