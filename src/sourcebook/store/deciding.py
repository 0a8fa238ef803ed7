"""The decisions of a book: read in order, added at the end of the chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, select

from sourcebook.model.decision import Decision, decision_of
from sourcebook.store import schema as t


def read_decisions(connection: Connection) -> list[Decision]:
    """Return the decisions in the order of the chain, as they are stored."""
    query = select(t.decisions).order_by(t.decisions.c.number)
    return [decision_of({**row}) for row in connection.execute(query).mappings()]


def append(
    connection: Connection, make: Callable[[Sequence[Decision]], Sequence[Decision]]
) -> list[Decision]:
    """Add what ``make`` returns for the chain as it now is; return what was added."""
    held = read_decisions(connection)
    coming = list(make(held))
    if coming:
        connection.execute(insert(t.decisions), [each.row() for each in coming])
    return coming
