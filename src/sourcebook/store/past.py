"""What earlier runs derived: kept where a later run changed it, and read again.

Of each derived row the past keeps what it was before a run changed it, or that it was
not there. So a row that never changes costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnCollection,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    Table,
    and_,
    exists,
    func,
    select,
    true,
    union_all,
)

from sourcebook.errors import BookError
from sourcebook.store import schema as t
from sourcebook.store.values import Derived

#: Says by its columns which rows of a derived table are wanted.
Wanted: TypeAlias = Callable[[ColumnCollection[str, Any]], ColumnElement[bool]]


def every(_columns: ColumnCollection[str, Any]) -> ColumnElement[bool]:
    """Want every row."""
    return true()


def last_number(connection: Connection) -> int:
    """Return the number of the book's last run, 0 before the first."""
    return int(connection.scalar(select(func.max(t.runs.c.number))) or 0)


def refuse_overtaken(connection: Connection, derived: Derived, path: Path) -> None:
    """Raise BookError where another run has written its results since this one began."""
    query = select(t.runs.c.id).order_by(t.runs.c.number.desc()).limit(1)
    if connection.scalar(query) != derived.after:
        raise BookError(
            f"another run of {path} has ended since this one began, and its results "
            f"stand; run it again: sourcebook run {path}"
        )


def as_of(
    connection: Connection,
    table: Table,
    run: int,
    *,
    wanted: Wanted = every,
    changed: tuple[int, int] | None = None,
) -> Subquery:
    """Return a derived table's rows as they were after a run.

    ``run`` is the run's number; the columns are those of the past table. ``changed``
    are the numbers of two runs: then only rows that changed from one to the other.
    """
    past = t.PAST[table.name]
    kept = [c.name for c in past.c if c.name not in ("until", "held")]
    now = _rows(table, kept, wanted, changed)
    if run >= last_number(connection):
        return now.subquery()
    later = _changes(past, table.c, table.name).where(_until(past) > run)
    old, again = past.alias(), past.alias()
    first = (
        select(func.min(again.c.until))
        .where(again.c.until > run, _same(again.c, old.c, table.name))
        .scalar_subquery()
    )
    before = _rows(old, kept, wanted, changed, table.name).where(
        old.c.held == 1, old.c.until == first
    )
    return union_all(before, now.where(~later.exists())).subquery()


def _rows(
    source: Any,  # noqa: ANN401 - a table or an alias of one
    kept: list[str],
    wanted: Wanted,
    changed: tuple[int, int] | None,
    name: str | None = None,
) -> Select[Any]:
    query = select(*(source.c[n] for n in kept)).where(wanted(source.c))
    if changed is None:
        return query
    first, last = changed
    other = t.PAST[name or source.name].alias()
    moved = exists().where(
        _same(other.c, source.c, name or source.name),
        other.c.until > first,
        other.c.until <= last,
    )
    return query.where(moved)


def _changes(past: Table, columns: Any, name: str) -> Select[Any]:  # noqa: ANN401
    return select(_until(past)).where(_same(past.c, columns, name))


def _until(past: Table) -> ColumnElement[int]:
    column: ColumnElement[int] = past.c.until
    return column


def _same(one: Any, other: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401
    return and_(*(one[key] == other[key] for key in t.KEYS[name]))
