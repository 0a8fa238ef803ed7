"""Reading what the book's runs derived, as it was after each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, Table, select

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.store import rows as made
from sourcebook.store import schema as t
from sourcebook.store.codec import built
from sourcebook.store.connect import reading
from sourcebook.store.inserts import CHUNK
from sourcebook.store.past import as_of
from sourcebook.store.values import PastRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """The report that a claim stands in, its source id, and extractor@version."""

    report: str
    name: str
    maker: str


class History:
    """The runs of a book, and what each of them derived; a run is named by its number."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def runs(self) -> list[PastRun]:
        """Return all runs, the first first."""
        query = select(t.runs).order_by(t.runs.c.number)
        with reading(self._engine) as connection:
            return [
                PastRun(
                    number=row["number"],
                    kept=bool(row["kept"]),
                    run=built(Run, {**row}),
                )
                for row in connection.execute(query).mappings()
            ]

    def placements(self, run: int) -> list[Placement]:
        """Return where a run placed each report, by report."""
        with reading(self._engine) as connection:
            rows = connection.execute(as_of(t.placements, run)).mappings()
            return [built(Placement, {**row}) for row in rows]

    def reports(self, run: int) -> list[Report]:
        """Return the reports that counted in a run, in input order."""
        placed = as_of(t.placements, run).subquery()
        query = (
            select(t.reports, t.texts.c.characters, t.texts.c.language)
            .join(t.texts, t.texts.c.id == t.reports.c.text_id)
            .where(t.reports.c.id.in_(select(placed.c.report)))
            .order_by(t.reports.c.position.nulls_last(), t.reports.c.id)
        )
        with reading(self._engine) as connection:
            return [made.report_of(r) for r in connection.execute(query).mappings()]

    def counted(self, run: int) -> frozenset[str]:
        """Return the ids of the reports that counted in a run."""
        placed = as_of(t.placements, run).subquery()
        with reading(self._engine) as connection:
            return frozenset(connection.scalars(select(placed.c.report)))

    def labels(self, run: int) -> dict[str, str]:
        """Map the incidents of a run to their labels."""
        told = as_of(t.incidents, run).subquery()
        with reading(self._engine) as connection:
            rows = connection.execute(select(told.c.id, told.c.label))
            return {str(id): str(label) for id, label in rows}

    def tellers(self, claims: Collection[str]) -> dict[str, Teller]:
        """Map claims to the report that each stands in, and who extracted it."""
        held, report = t.claims.c, t.reports.c
        query = select(
            held.id, held.report, held.extractor, held.version, report.source_id
        ).join(t.reports, report.id == held.report)
        found = {}
        with reading(self._engine) as connection:
            for some in _chunks(sorted(claims)):
                for row in connection.execute(query.where(held.id.in_(some))):
                    found[str(row[0])] = Teller(
                        report=row[1], maker=f"{row[2]}@{row[3]}", name=row[4]
                    )
        return found

    def names(self, reports: Collection[str]) -> dict[str, tuple[str, str | None]]:
        """Map reports to their source ids and the report each is a version of."""
        held = t.reports.c
        query = select(held.id, held.source_id, held.version_of)
        found = {}
        with reading(self._engine) as connection:
            for some in _chunks(sorted(reports)):
                for row in connection.execute(query.where(held.id.in_(some))):
                    found[str(row[0])] = (str(row[1]), row[2])
        return found

    def incidents(
        self, run: int, *, changed: tuple[int, int] | None = None
    ) -> list[Incident]:
        """Return the incidents of a run, by id; only those changed between two runs."""
        return self._values(Incident, t.incidents, run, changed)

    def estimates(
        self, run: int, *, changed: tuple[int, int] | None = None
    ) -> list[Estimate]:
        """Return the estimates of a run, by incident, metric and population.

        With ``changed`` only those that changed between two runs.
        """
        return self._values(Estimate, t.estimates, run, changed)

    def contradictions(self, run: int) -> list[Contradiction]:
        """Return the contradictions of a run, by id."""
        return self._values(Contradiction, t.contradictions, run)

    def claims(self, run: int) -> list[Claim]:
        """Return the claims as a run placed them, by id."""
        placed = as_of(t.claim_placements, run).subquery()
        columns: list[ColumnElement[Any]] = [c for c in t.claims.c if c.name != "role"]
        columns += [placed.c[n] for n in ("incident", "role", "lineage", "decided")]
        query = (
            select(*columns)
            .join(placed, placed.c.claim == t.claims.c.id)
            .order_by(t.claims.c.id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings()
            return [made.claim_of({**row}) for row in rows]

    def _values(
        self,
        kind: type[Any],
        table: Table,
        run: int,
        changed: tuple[int, int] | None = None,
    ) -> list[Any]:
        query = as_of(table, run, changed=changed)
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings()
            return [built(kind, row["value"]) for row in rows]


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
