"""Numbered changes of the schema; each runs once, in the transaction that numbers it.

A released migration is never edited: a change of the schema is one more function at
the end. A book made now has all tables and columns from the first step already.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Table, bindparam, func, select, update

from sourcebook.store.addresses import address_of
from sourcebook.store.dialect import (
    add_column,
    guard_decisions,
    mark_schema,
    schema_number,
)
from sourcebook.store.schema import (
    PAST,
    decisions,
    incidents,
    metadata,
    raws,
    remembered,
    replacements,
    reports,
    retractions,
    runs,
    tombstones,
)


def m001_first_schema(connection: Connection) -> None:
    """Create every table of the first schema."""
    metadata.create_all(connection)


def m002_decisions(connection: Connection) -> None:
    """Create the decisions, which the file itself then refuses to change or delete.

    A book made now has the tables and columns from the first step already.
    """
    decisions.create(connection, checkfirst=True)
    guard_decisions(connection)
    add_column(connection, "minted", "decided", "INTEGER NOT NULL DEFAULT 0")
    add_column(connection, "claim_placements", "decided", "JSON")


def m003_history(connection: Connection) -> None:
    """Create what keeps earlier results, raw bytes, and which reports were withdrawn.

    Of the runs before, only the last one's results are still there.
    """
    for table in (raws, replacements, retractions, tombstones, *PAST.values()):
        table.create(connection, checkfirst=True)
    add_column(connection, "runs", "kept", "INTEGER NOT NULL DEFAULT 1")
    last = select(func.max(runs.c.number)).scalar_subquery()
    connection.execute(update(runs).where(runs.c.number < last).values(kept=0))


def m004_addresses(connection: Connection) -> None:
    """Give reports their address, by which versions are found, and lists an index."""
    _index(connection, incidents, "incidents_listed")
    add_column(connection, "reports", "address", "TEXT")
    _index(connection, reports, "ix_reports_address")
    held = reports.c
    query = select(held.id, held.url).where(held.url.is_not(None))
    put = update(reports).where(held.id == bindparam("the_id"))
    rows = [
        {"the_id": id, "address": address}
        for id, url in connection.execute(query).all()
        if (address := address_of(url)) is not None
    ]
    if rows:
        connection.execute(put, rows)


def m005_remembered(connection: Connection) -> None:
    """Create what linking remembers from one run to the next."""
    remembered.create(connection, checkfirst=True)


def _index(connection: Connection, table: Table, name: str) -> None:
    index = next(index for index in table.indexes if index.name == name)
    index.create(connection, checkfirst=True)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m001_first_schema,
    m002_decisions,
    m003_history,
    m004_addresses,
    m005_remembered,
)
#: The number of the schema that this version of sourcebook reads and writes.
NEWEST = len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring a book to the newest schema; the caller holds the transaction."""
    for step in MIGRATIONS[schema_number(connection) :]:
        step(connection)
    mark_schema(connection, NEWEST)
