"""Which ids a run's results hold: by name, by the beginning of an id, by what is missing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, Engine, Table, func, select

from sourcebook.store import schema as t
from sourcebook.store.connect import reading
from sourcebook.store.inserts import CHUNK
from sourcebook.store.past import Wanted, as_of, every, last_number

Kind: TypeAlias = Literal["claim", "contradiction", "estimate", "incident"]
_TABLES: Mapping[Kind, Table] = {
    "claim": t.claim_placements,
    "contradiction": t.contradictions,
    "estimate": t.estimates,
    "incident": t.incidents,
}


class Finding:
    """Finds ids in the results of the run with this number."""

    def __init__(self, engine: Engine, run: int) -> None:
        self._engine = engine
        self.run = run

    def listed(
        self,
        *,
        country: str | None = None,
        type: str | None = None,
        parts: bool = True,
    ) -> list[tuple[str, str | None]]:
        """Return ids and dates of incidents, latest first, then by label.

        ``country`` and ``type`` are those of the incidents wanted; without ``parts``
        there are no parts of others.
        """
        with reading(self._engine) as connection:
            held = as_of(connection, t.incidents, self.run).c
            query = select(held.id, held.date)
            for column, value in ((held.country, country), (held.type, type)):
                query = query if value is None else query.where(column == value)
            query = query if parts else query.where(held.parent.is_(None))
            order = (func.coalesce(held.date, "").desc(), held.label, held.id)
            return [
                (id, date) for id, date in connection.execute(query.order_by(*order))
            ]

    def count(self, kind: Kind) -> int:
        """Return how many there are."""
        with reading(self._engine) as connection:
            held = as_of(connection, _TABLES[kind], self.run)
            return int(connection.scalar(select(func.count()).select_from(held)) or 0)

    def counting(self) -> list[str]:
        """Return the ids of the reports that count, in input order."""
        held = t.reports.c
        with reading(self._engine) as connection:
            query = select(held.id).where(self._counting(connection))
            order = (held.position.nulls_last(), held.id)
            return list(connection.scalars(query.order_by(*order)))

    def held(self, kind: Kind, ids: Collection[str]) -> set[str]:
        """Return those of some ids that are there."""
        table = _TABLES[kind]
        name = t.KEYS[table.name][0]
        found: set[str] = set()
        with reading(self._engine) as connection:
            for some in chunks(sorted(ids)):
                held = as_of(connection, table, self.run, wanted=among(name, some))
                found |= set(connection.scalars(select(held.c[name])))
        return found

    def adrift(self) -> list[tuple[str, str]]:
        """Return claims of reports that do not count, each with its report."""
        held = t.claims.c
        with reading(self._engine) as connection:
            placed = as_of(connection, t.claim_placements, self.run)
            counting = select(t.reports.c.id).where(self._counting(connection))
            query = (
                select(held.id, held.report)
                .join(placed, placed.c.claim == held.id)
                .where(held.report.not_in(counting))
            )
            return [(str(a), str(b)) for a, b in connection.execute(query)]

    def astray(self) -> list[tuple[Kind, str]]:
        """Return estimates and contradictions whose incident is missing, and which."""
        kinds: tuple[Kind, ...] = ("estimate", "contradiction")
        found: list[tuple[Kind, str]] = []
        with reading(self._engine) as connection:
            nodes = as_of(connection, t.incidents, self.run)
            for kind in kinds:
                held = as_of(connection, _TABLES[kind], self.run)
                query = select(held.c.incident).distinct()
                lost = query.where(held.c.incident.not_in(select(nodes.c.id)))
                found += [(kind, str(id)) for id in connection.scalars(lost)]
        return found

    def starting(self, kind: Kind, start: str, *, most: int) -> list[str]:
        """Return the ids that begin so, at most so many; none for the empty text."""
        if not start:
            return []
        table = _TABLES[kind]
        name = t.KEYS[table.name][0]
        with reading(self._engine) as connection:
            wanted = _starting(name, start)
            column = as_of(connection, table, self.run, wanted=wanted).c[name]
            query = select(column).order_by(column).limit(most)
            return [str(id) for id in connection.scalars(query)]

    def followed(self, name: str) -> str:
        """Return the name, or where an incident of the last run begun so went.

        An incident that was merged with another has no id of its own any more; its
        name then stands for the incident in which its reports are.
        """
        if not name or self.starting("incident", name, most=1):
            return name
        held = t.remembered.c
        query = select(held.value).where(
            held.kind == "merged", _starting("key", name)(held)
        )
        with reading(self._engine) as connection:
            found = {json.loads(told) for told in connection.scalars(query)}
        return str(found.pop()) if len(found) == 1 else name

    def called(self, name: str, *, most: int) -> list[str]:
        """Return ids of reports of this source id, or whose id begins so."""
        held = t.reports.c
        query = select(held.id).where(
            (held.source_id == name) | _starting("id", name)(held), held.position >= 0
        )
        with reading(self._engine) as connection:
            return list(connection.scalars(query.limit(most))) if name else []

    def telling(self, lineages: Collection[str]) -> list[str]:
        """Return a claim of each of these lineages that there is."""
        found: list[str] = []
        with reading(self._engine) as connection:
            for some in chunks(sorted(lineages)):
                wanted = among("lineage", some)
                held = as_of(connection, t.claim_placements, self.run, wanted=wanted).c
                query = select(func.min(held.claim)).group_by(held.lineage)
                found += connection.scalars(query)
        return found

    def _counting(self, connection: Connection) -> ColumnElement[bool]:
        held = t.reports.c
        if self.run >= last_number(connection):
            return held.position.is_not(None)
        placed = as_of(connection, t.placements, self.run)
        return held.id.in_(select(placed.c.report))


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield ids as many at a time as one statement takes."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def among(name: str, ids: Collection[str] | None) -> Wanted:
    """Want the rows of which a column is one of these; every row for None."""
    return every if ids is None else lambda columns: columns[name].in_(ids)


def _starting(name: str, start: str) -> Wanted:
    """Want the rows whose id begins so; a range, which an index answers."""
    return lambda columns: (columns[name] >= start) & (columns[name] < _after(start))


def _after(start: str) -> str:
    """Return the first text after all that begin so.

    >>> _after("ab")
    'ac'
    """
    return start[:-1] + chr(min(ord(start[-1]) + 1, 0x10FFFF))
