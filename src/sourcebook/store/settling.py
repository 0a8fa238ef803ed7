"""Writing what a run derived: only rows that differ, and what they were before.

Rows come in the order of the first part of their key; the book is read beside them, a
stretch of keys at a time. A row that is as it was is not written again, so a run that
changes little writes little, however large the book.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
)

from sourcebook.store import schema as t
from sourcebook.store.rows import Row

#: The values of a row in the order of the past table's columns.
Values: TypeAlias = tuple[Any, ...]
#: Rows that are compared at a time, at the least.
_STRETCH = 2_000
#: Names in one statement.
_NAMES = 500


def settle(
    connection: Connection,
    table: Table,
    coming: Iterable[Row],
    *,
    run: str,
    number: int,
) -> None:
    """Make a derived table hold the rows that a run derived.

    ``coming`` are rows without their run; of several with one key the first stands.
    ``number`` is the run's. What is replaced or gone stays in the past table, but for
    the first run, before which there was nothing.
    """
    settler = _Settler(connection, table, run=run, number=number)
    lead = t.KEYS[table.name][0]
    reach: str | None = None
    for stretch in _stretches(coming, lead):
        settler.settle(stretch, above=reach, upto=stretch[-1][lead])
        reach = stretch[-1][lead]
    settler.settle((), above=reach, upto=None)


def settle_part(
    connection: Connection,
    table: Table,
    coming: Iterable[Row],
    *,
    among: Collection[str],
    column: str,
    run: str,
    number: int,
) -> None:
    """Make those rows of a derived table whose column is among some be those coming.

    All others stay as they are.
    """
    settler = _Settler(connection, table, run=run, number=number)
    held: dict[Values, Values] = {}
    for some in batched(sorted(among)):
        held |= settler.held(table.c[column].in_(some))
    settler.replace(held, coming)


def batched(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield names as many at a time as one statement takes."""
    for start in range(0, len(names), _NAMES):
        yield names[start : start + _NAMES]


def _stretches(coming: Iterable[Row], lead: str) -> Iterator[list[Row]]:
    """Yield rows some thousands at a time, those of one first key together."""
    stretch: list[Row] = []
    for _, same in groupby(coming, key=lambda row: row[lead]):
        stretch += same
        if len(stretch) >= _STRETCH:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


class _Settler:
    """Compares stretches of one table with what a run derived."""

    def __init__(
        self, connection: Connection, table: Table, *, run: str, number: int
    ) -> None:
        self._connection, self._table = connection, table
        self._run, self._number = run, number
        self._past = t.PAST[table.name]
        self._columns = [c.name for c in self._past.c if c.name not in _OF_THE_PAST]
        self._key = t.KEYS[table.name]
        self._places = [self._columns.index(name) for name in self._key]

    def settle(
        self, coming: Sequence[Row], *, above: str | None, upto: str | None
    ) -> None:
        """Write what differs between two first keys, the second one included."""
        self.replace({} if self._number == 1 else self._between(above, upto), coming)

    def replace(self, held: Mapping[Values, Values], coming: Iterable[Row]) -> None:
        """Write what differs between rows that the book holds and those coming."""
        fresh: dict[Values, Values] = {}
        for row in coming:
            values = tuple([row[name] for name in self._columns])
            fresh.setdefault(self._key_of(values), values)
        gone = {key: old for key, old in held.items() if fresh.get(key) != old}
        new = {key: row for key, row in fresh.items() if held.get(key) != row}
        self._keep(gone, [key for key in new if key not in held])
        self._delete(gone)
        if new:
            rows = [self._row(values) | {"run": self._run} for values in new.values()]
            self._connection.execute(insert(self._table), rows)

    def _between(self, above: str | None, upto: str | None) -> dict[Values, Values]:
        lead = self._table.c[self._key[0]]
        conditions = [lead > above] if above is not None else []
        return self.held(*conditions, *([lead <= upto] if upto is not None else []))

    def held(self, *conditions: ColumnElement[bool]) -> dict[Values, Values]:
        """Return the rows that the book holds, by key."""
        query = select(*(self._table.c[name] for name in self._columns))
        rows = map(tuple, self._connection.execute(query.where(*conditions)))
        return {self._key_of(values): values for values in rows}

    def _keep(self, gone: Mapping[Values, Values], new: Sequence[Values]) -> None:
        """Keep what rows were, and of new ones that they were not there."""
        if self._number == 1:
            return
        put = insert(self._past)
        if gone:
            was = {"until": self._number, "held": 1}
            rows = [self._row(values) | was for values in gone.values()]
            self._connection.execute(put, rows)
        if new:
            was = {"until": self._number, "held": 0}
            named = [dict(zip(self._key, key, strict=True)) | was for key in new]
            self._connection.execute(put, named)

    def _delete(self, gone: Iterable[Values]) -> None:
        rows = [
            {f"the_{n}": v for n, v in zip(self._key, k, strict=True)} for k in gone
        ]
        if rows:
            here = (
                self._table.c[name] == bindparam(f"the_{name}") for name in self._key
            )
            self._connection.execute(delete(self._table).where(and_(*here)), rows)

    def _key_of(self, values: Values) -> Values:
        return tuple([values[place] for place in self._places])

    def _row(self, values: Values) -> Row:
        return dict(zip(self._columns, values, strict=True))


_OF_THE_PAST = ("until", "held")
