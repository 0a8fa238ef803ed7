"""Reading and writing a book; every method is one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Select, Table, delete, select, update

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Minted, Placement
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.store import rows as made
from sourcebook.store import schema as t
from sourcebook.store.codec import built, plain
from sourcebook.store.connect import connect, reading, writing
from sourcebook.store.inserts import (
    CHUNK,
    insert_all,
    mark_extracted,
    next_position,
    placed_rows,
    store_reports,
)
from sourcebook.store.versions import mark_versions


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log: what happened to which input, and what to do about it.

    ``stage`` is read, extract or link; ``level`` error (something was left out),
    warning (look at it) or info.
    """

    stage: str
    level: str
    file: str | None
    line: int | None
    reason: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What one run derived from the reports, claims and minted ids."""

    run: Run
    placements: Sequence[Placement]
    incidents: Sequence[Incident]
    claims: Sequence[Claim]
    estimates: Sequence[Estimate]
    contradictions: Sequence[Contradiction]
    minted: Sequence[Minted]


class Store:
    """The tables of one book. Readers see the last finished transaction."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._engine = connect(path, create=create)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    # Reports

    def add_reports(
        self, coming: Iterable[Report], *, replace: bool = False
    ) -> tuple[int, int]:
        """Store reports in order; return how many came and how many were new.

        With ``replace`` the book then holds these reports and no others: those not
        given again stay stored and count nowhere. All or nothing is kept.
        """
        came = new = 0
        with writing(self._engine) as connection:
            if replace:
                connection.execute(update(t.reports).values(position=None))
            start = next_position(connection)
            reports = iter(coming)
            while batch := list(islice(reports, CHUNK)):
                new += store_reports(connection, batch, start + came)
                came += len(batch)
            mark_versions(connection)
        return came, new

    def reports(self) -> list[Report]:
        """Return the reports in input order."""
        with reading(self._engine) as connection:
            return [
                made.report_of(r) for r in connection.execute(_reports()).mappings()
            ]

    def unread(self, extractor: str, version: str) -> list[Report]:
        """Return the reports that this extractor has not read, in input order.

        Those that it could not read are among them: they are tried again.
        """
        done = select(t.extractions.c.report).where(
            t.extractions.c.extractor == extractor,
            t.extractions.c.version == version,
            t.extractions.c.fault.is_(None),
        )
        query = _reports().where(t.reports.c.id.not_in(done))
        with reading(self._engine) as connection:
            return [made.report_of(r) for r in connection.execute(query).mappings()]

    # Claims

    def add_claims(
        self,
        extracted: Iterable[tuple[Report, tuple[Claim, ...]]],
        *,
        extractor: str,
        version: str,
        faults: Iterable[tuple[Report, str]] = (),
    ) -> None:
        """Store what an extractor found in some reports, and which it could not read."""
        marked = [(report.id, None) for report, _ in extracted]
        claims = [claim for _, found in extracted for claim in found]
        with writing(self._engine) as connection:
            insert_all(connection, t.claims, map(made.claim_row, claims))
            mark_extracted(
                connection,
                (*marked, *((report.id, fault) for report, fault in faults)),
                extractor=extractor,
                version=version,
            )

    def extracted(self, extractor: str, version: str) -> list[Claim]:
        """Return the claims of this extractor in the book's reports, not yet placed."""
        query = (
            select(t.claims)
            .join(t.reports, t.reports.c.id == t.claims.c.report)
            .where(
                t.reports.c.position.is_not(None),
                t.claims.c.extractor == extractor,
                t.claims.c.version == version,
            )
            .order_by(t.reports.c.position, t.claims.c.id)
        )
        with reading(self._engine) as connection:
            return [made.claim_of({**r}) for r in connection.execute(query).mappings()]

    def claims(self) -> list[Claim]:
        """Return the claims as the last run placed them, sorted by id."""
        placed = t.claim_placements
        columns = [c for c in t.claims.c if c.name != "role"]
        query = (
            select(*columns, placed.c.incident, placed.c.role, placed.c.lineage)
            .join(placed, placed.c.claim == t.claims.c.id)
            .order_by(t.claims.c.id)
        )
        with reading(self._engine) as connection:
            return [made.claim_of({**r}) for r in connection.execute(query).mappings()]

    def faults(self, extractor: str, version: str) -> list[tuple[str, str]]:
        """Return (source id, fault) of the reports that the extractor could not read."""
        done = t.extractions
        query = (
            select(t.reports.c.source_id, done.c.fault)
            .join(t.reports, t.reports.c.id == done.c.report)
            .where(
                done.c.fault.is_not(None),
                done.c.extractor == extractor,
                done.c.version == version,
                t.reports.c.position.is_not(None),
            )
            .order_by(t.reports.c.position)
        )
        with reading(self._engine) as connection:
            return [(str(a), str(b)) for a, b in connection.execute(query)]

    # Runs and what they derive

    def minted(self) -> tuple[Minted, ...]:
        """Return the minted incidents in the order in which they were minted."""
        query = select(t.minted).order_by(t.minted.c.number)
        with reading(self._engine) as connection:
            return tuple(
                Minted(incident=row["incident"], reports=tuple(row["reports"]))
                for row in connection.execute(query).mappings()
            )

    def derive(self, derived: Derived) -> None:
        """Write what a run derived in place of what the run before it derived."""
        run = derived.run.id
        with writing(self._engine) as connection:
            for table in t.DERIVED:
                connection.execute(delete(table))
            insert_all(connection, t.runs, [made.run_row(derived.run)])
            insert_all(connection, t.minted, map(plain, derived.minted))
            insert_all(
                connection,
                t.placements,
                (plain(p) | {"run": run} for p in derived.placements),
            )
            insert_all(connection, t.claim_placements, placed_rows(derived.claims, run))
            insert_all(
                connection,
                t.incidents,
                (made.incident_row(i, run) for i in derived.incidents),
            )
            insert_all(
                connection,
                t.estimates,
                (made.estimate_row(e, run) for e in derived.estimates),
            )
            insert_all(
                connection,
                t.contradictions,
                (made.contradiction_row(c, run) for c in derived.contradictions),
            )

    def placements(self) -> list[Placement]:
        """Return where the last run placed each report."""
        query = select(t.placements).order_by(t.placements.c.report)
        with reading(self._engine) as connection:
            return [
                built(Placement, {**row})
                for row in connection.execute(query).mappings()
            ]

    def incidents(self) -> list[Incident]:
        """Return the incidents of the last run, sorted by id."""
        return self._values(Incident, t.incidents, t.incidents.c.id)

    def estimates(self) -> list[Estimate]:
        """Return the estimates of the last run, in the order it gave them."""
        return self._values(Estimate, t.estimates, t.estimates.c.number)

    def contradictions(self) -> list[Contradiction]:
        """Return the contradictions of the last run, sorted by id."""
        return self._values(Contradiction, t.contradictions, t.contradictions.c.id)

    def last_run(self) -> Run | None:
        """Return the run that derived what the book now shows, None before the first."""
        query = select(t.runs).order_by(t.runs.c.number.desc()).limit(1)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().first()
            return built(Run, {**row}) if row else None

    def _values(self, kind: type[Any], table: Table, order: Any) -> list[Any]:  # noqa: ANN401
        query = select(table.c.value).order_by(order)
        with reading(self._engine) as connection:
            return [built(kind, told) for told in connection.scalars(query)]

    # The log

    def write_log(self, coming: Iterable[LogRow], *, stage: str) -> None:
        """Replace the log of a stage, which tells of its latest execution."""
        with writing(self._engine) as connection:
            connection.execute(delete(t.log).where(t.log.c.stage == stage))
            insert_all(connection, t.log, map(plain, coming))

    def log(self) -> list[LogRow]:
        """Return the log, in the order written."""
        query = select(t.log).order_by(t.log.c.number)
        with reading(self._engine) as connection:
            return [
                built(LogRow, {**row}) for row in connection.execute(query).mappings()
            ]

    def damage(self) -> list[str]:
        """Return what SQLite itself finds wrong with the file."""
        with reading(self._engine) as connection:
            told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            return [str(line) for line in told if line != "ok"]


def _reports() -> Select[Any]:
    return (
        select(t.reports, t.texts.c.characters, t.texts.c.language)
        .join(t.texts, t.texts.c.id == t.reports.c.text_id)
        .where(t.reports.c.position.is_not(None))
        .order_by(t.reports.c.position)
    )
