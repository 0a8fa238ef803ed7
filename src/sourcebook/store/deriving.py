"""Writing a run's results into the derived tables: all of the book, or a part."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from sourcebook.store import schema as t
from sourcebook.store.inserts import derived_rows
from sourcebook.store.remembering import remember
from sourcebook.store.settling import settle, settle_part
from sourcebook.store.values import Derived, Part


def write_derived(connection: Connection, derived: Derived, *, number: int) -> None:
    """Write what a run derived, and what linking remembers; ``number`` is the run's."""
    run = derived.run.id
    for name, rows in derived_rows(derived).items():
        table = t.metadata.tables[name]
        if derived.part is None:
            settle(connection, table, rows, run=run, number=number)
            continue
        column, among = _among(name, derived.part)
        settle_part(
            connection,
            table,
            rows,
            among=among,
            column=column,
            run=run,
            number=number,
        )
    if derived.memory is not None:
        remember(connection, derived.memory)


def _among(table: str, part: Part) -> tuple[str, Collection[str]]:
    """Return by which of a part's ids the rows of a table belong to it."""
    return {
        "placements": ("report", part.reports),
        "claim_placements": ("claim", part.claims),
        "incidents": ("id", part.incidents),
        "estimates": ("incident", part.incidents),
        "contradictions": ("incident", part.incidents),
    }[table]
