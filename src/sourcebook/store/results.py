"""What a run derived, read whole or in part.

What is read belongs to one run, also where another run ends meanwhile: its results are
then read from the past.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report
from sourcebook.store import rows as made
from sourcebook.store import schema as t
from sourcebook.store.codec import built
from sourcebook.store.connect import reading
from sourcebook.store.finding import Finding, among, chunks
from sourcebook.store.past import Wanted, as_of, every

V = TypeVar("V")
Span: TypeAlias = tuple[int, int]


class Results(Finding):
    """The results of the run with this number.

    Every method takes ids of what is wanted, None for everything, and returns values
    in one order: reports as they were read, all else by id.
    """

    def incidents(
        self,
        ids: Collection[str] | None = None,
        *,
        under: Collection[str] | None = None,
        changed: Span | None = None,
    ) -> list[Incident]:
        """Return incidents; with ``under`` the parts of these, one level of them.

        With ``changed`` only those that changed between two runs.
        """
        name, these = ("parent", under) if under is not None else ("id", ids)
        found = self._values(Incident, t.incidents, name, these, changed)
        return sorted(found, key=lambda each: each.id)

    def estimates(
        self, of: Collection[str] | None = None, *, changed: Span | None = None
    ) -> list[Estimate]:
        """Return the estimates of incidents, by incident, metric and population.

        With ``changed`` only those that changed between two runs.
        """
        found = self._values(Estimate, t.estimates, "incident", of, changed)
        return sorted(found, key=lambda e: (e.incident, e.metric, e.population))

    def contradictions(
        self,
        of: Collection[str] | None = None,
        *,
        ids: Collection[str] | None = None,
    ) -> list[Contradiction]:
        """Return contradictions, by incident or id."""
        name, these = ("id", ids) if ids is not None else ("incident", of)
        found = self._values(Contradiction, t.contradictions, name, these)
        return sorted(found, key=lambda each: each.id)

    def placements(
        self,
        reports: Collection[str] | None = None,
        *,
        at: Collection[str] | None = None,
    ) -> list[Placement]:
        """Return where reports were placed; with ``at`` those placed at incidents."""
        name, these = ("incident", at) if at is not None else ("report", reports)
        found = self._each(
            these,
            lambda connection, some: _all(
                as_of(connection, t.placements, self.run, wanted=among(name, some))
            ),
            lambda row: built(Placement, row._mapping),
        )
        return sorted(found, key=lambda each: each.report)

    def claims(
        self,
        ids: Collection[str] | None = None,
        *,
        at: Collection[str] | None = None,
        reports: Collection[str] | None = None,
    ) -> list[Claim]:
        """Return claims as they were placed; by id, incident or report."""
        if reports is not None:
            found = self._each(
                reports,
                lambda connection, some: self._claims(connection, every).where(
                    t.claims.c.report.in_(some or ())
                ),
                _claim,
            )
            return sorted(found, key=lambda claim: claim.id)
        name, these = ("incident", at) if at is not None else ("claim", ids)
        found = self._each(
            these,
            lambda connection, some: self._claims(connection, among(name, some)),
            _claim,
        )
        return sorted(found, key=lambda claim: claim.id)

    def _claims(self, connection: Connection, wanted: Wanted) -> Select[Any]:
        placed = as_of(connection, t.claim_placements, self.run, wanted=wanted)
        columns: list[ColumnElement[Any]] = [c for c in t.claims.c if c.name != "role"]
        columns += [placed.c[n] for n in ("incident", "role", "lineage", "decided")]
        return select(*columns).join(placed, placed.c.claim == t.claims.c.id)

    def reports(self, ids: Collection[str] | None = None) -> list[Report]:
        """Return the reports that count, in input order.

        For the last run these are those that the book now holds, also where they came
        after it.
        """
        held = t.reports.c
        order = (held.position.nulls_last(), held.id)

        def query(connection: Connection, some: Collection[str] | None) -> Select[Any]:
            told = select(t.reports, t.texts.c.characters, t.texts.c.language).join(
                t.texts, t.texts.c.id == held.text_id
            )
            told = told if some is None else told.where(held.id.in_(some))
            return told.where(self._counting(connection)).order_by(*order)

        found = self._each(
            ids, query, lambda r: (r.position, made.report_of(r._mapping))
        )
        if ids is not None:
            found.sort(key=lambda each: (each[0] is None, each[0] or 0, each[1].id))
        return [report for _, report in found]

    def _values(
        self,
        kind: type[V],
        table: Table,
        name: str,
        ids: Collection[str] | None,
        changed: Span | None = None,
    ) -> list[V]:
        """Return the values of a derived table whose column is one of these."""
        return self._each(
            ids,
            lambda connection, some: select(
                as_of(
                    connection,
                    table,
                    self.run,
                    wanted=among(name, some),
                    changed=changed,
                ).c.value
            ),
            lambda row: built(kind, row.value),
        )

    def _each(
        self,
        ids: Collection[str] | None,
        query: Callable[[Connection, Collection[str] | None], Select[Any]],
        value: Callable[[Any], V],
    ) -> list[V]:
        """Return a value of every row of a query, asked for some ids at a time."""
        found: list[V] = []
        with reading(self._engine) as connection:
            for some in [None] if ids is None else chunks(sorted(ids)):
                rows = connection.execute(query(connection, some))
                found += (value(row) for row in rows)
        return found


def _all(rows: Any) -> Select[Any]:  # noqa: ANN401 - a subquery
    return select(rows)


def _claim(row: Any) -> Claim:  # noqa: ANN401 - a row
    return made.claim_of({**row._mapping})
