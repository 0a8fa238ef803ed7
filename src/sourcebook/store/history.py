"""The runs of a book, and what each of them derived."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Engine, select

from sourcebook.model.run import Run
from sourcebook.store import schema as t
from sourcebook.store.codec import built
from sourcebook.store.connect import reading
from sourcebook.store.finding import among, chunks
from sourcebook.store.past import as_of
from sourcebook.store.results import Results
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

    def at(self, run: int) -> Results:
        """Return what a run derived, named by its number."""
        return Results(self._engine, run)

    def counted(self, run: int) -> frozenset[str]:
        """Return the ids of the reports that counted in a run."""
        with reading(self._engine) as connection:
            placed = as_of(connection, t.placements, run)
            return frozenset(connection.scalars(select(placed.c.report)))

    def labels(self, run: int, incidents: Collection[str]) -> dict[str, str]:
        """Map those of some incidents that a run had to their labels."""
        found: dict[str, str] = {}
        with reading(self._engine) as connection:
            for some in chunks(sorted(incidents)):
                told = as_of(connection, t.incidents, run, wanted=among("id", some))
                rows = connection.execute(select(told.c.id, told.c.label))
                found |= {str(id): str(label) for id, label in rows}
        return found

    def tellers(self, claims: Collection[str]) -> dict[str, Teller]:
        """Map claims to the report that each stands in, and who extracted it."""
        held, report = t.claims.c, t.reports.c
        query = select(
            held.id, held.report, held.extractor, held.version, report.source_id
        ).join(t.reports, report.id == held.report)
        found = {}
        with reading(self._engine) as connection:
            for some in chunks(sorted(claims)):
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
            for some in chunks(sorted(reports)):
                for row in connection.execute(query.where(held.id.in_(some))):
                    found[str(row[0])] = (str(row[1]), row[2])
        return found
