"""Reading and writing a book; every method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Self

from sqlalchemy import delete, select, update

from sourcebook.model.claim import Claim
from sourcebook.model.decision import Decision
from sourcebook.model.incident import Minted
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.store import rows as made
from sourcebook.store import schema as t
from sourcebook.store.addresses import address_of
from sourcebook.store.codec import built, plain
from sourcebook.store.connect import connect, reading, writing
from sourcebook.store.deciding import append, read_decisions
from sourcebook.store.deriving import write_derived
from sourcebook.store.dialect import integrity
from sourcebook.store.history import History
from sourcebook.store.inserts import (
    CHUNK,
    insert_all,
    mark_extracted,
    next_position,
    store_reports,
)
from sourcebook.store.known import Known
from sourcebook.store.past import last_number, refuse_overtaken
from sourcebook.store.queries import (
    extracted_claims,
    extraction_faults,
    held_reports,
    unread_reports,
)
from sourcebook.store.raws import faulty, raw_of
from sourcebook.store.remembering import Recall
from sourcebook.store.results import Results
from sourcebook.store.values import Derived, LogRow
from sourcebook.store.versions import mark_versions, note_replaced
from sourcebook.store.withdrawn import Withdrawn


class Store:
    """The tables of one book. Readers see the last finished transaction."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._engine = connect(path, create=create)
        #: What earlier runs derived.
        self.history = History(self._engine)
        #: What the last run left for the next.
        self.recall = Recall(self._engine)
        #: Reports that were retracted or expunged.
        self.withdrawn = Withdrawn(self._engine, path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    # Reports

    def add_reports(
        self,
        coming: Iterable[Report],
        *,
        replace: bool = False,
        replaces: str | None = None,
    ) -> tuple[int, int]:
        """Store reports in order; return how many came and how many were new.

        With ``replace`` the book then holds these reports and no others: those not
        given again stay stored and count nowhere. ``replaces`` is the id of a report
        that the one report coming is a version of. All or nothing is kept.
        """
        came = new = 0
        ids: list[str] = []
        addresses: set[str] = set()
        with writing(self._engine) as connection:
            if replace:
                connection.execute(update(t.reports).values(position=None))
            start = next_position(connection)
            reports = iter(coming)
            while batch := list(islice(reports, CHUNK)):
                new += store_reports(connection, batch, start + came)
                came += len(batch)
                ids += (report.id for report in batch)
                addresses |= {a for r in batch if (a := address_of(r.url)) is not None}
            if replaces is not None:
                note_replaced(connection, ids, replaces)
            anew = replace or replaces is not None
            mark_versions(connection, among=None if anew else addresses)
        return came, new

    def reports(self) -> list[Report]:
        """Return the reports in input order."""
        with reading(self._engine) as connection:
            return [
                made.report_of(r) for r in connection.execute(held_reports()).mappings()
            ]

    def holds_reports(self) -> bool:
        """Whether there is a report that counts."""
        query = select(t.reports.c.id).where(t.reports.c.position.is_not(None))
        with reading(self._engine) as connection:
            return connection.scalar(query.limit(1)) is not None

    @contextmanager
    def known(self) -> Iterator[Known]:
        """Look up the reports that count by their names, as they are now."""
        with reading(self._engine) as connection:
            yield Known(connection)

    def raw(self, report: str) -> bytes | None:
        """Return the bytes that a report was read from, None where they are not held."""
        with reading(self._engine) as connection:
            return raw_of(connection, report)

    def unread(self, extractor: str, version: str) -> list[Report]:
        """Return the reports that this extractor has not read, or could not, in order."""
        query = unread_reports(extractor, version)
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

    def extracted(
        self,
        extractor: str,
        version: str,
        *,
        reports: Collection[str] | None = None,
    ) -> list[Claim]:
        """Return the claims of this extractor in the book's reports, not yet placed.

        With ``reports`` only those of these reports.
        """
        query = extracted_claims(extractor, version, reports)
        with reading(self._engine) as connection:
            return [made.claim_of({**r}) for r in connection.execute(query).mappings()]

    def claim_as_made(self, id: str) -> Claim:
        """Return a claim as its extractor, or the person who added it, made it."""
        query = select(t.claims).where(t.claims.c.id == id)
        with reading(self._engine) as connection:
            return made.claim_of({**connection.execute(query).mappings().one()})

    def faults(self, extractor: str, version: str) -> list[tuple[str, str]]:
        """Return (source id, fault) of the reports that the extractor could not read."""
        query = extraction_faults(extractor, version)
        with reading(self._engine) as connection:
            return [(str(a), str(b)) for a, b in connection.execute(query)]

    # Decisions

    def decisions(self) -> list[Decision]:
        """Return people's decisions in the order in which they were added."""
        with reading(self._engine) as connection:
            return read_decisions(connection)

    def decide(
        self, make: Callable[[Sequence[Decision]], Sequence[Decision]]
    ) -> list[Decision]:
        """Add the decisions that ``make`` returns for those held; return them.

        ``make`` is called inside the writing transaction: the chain cannot fork.
        """
        with writing(self._engine) as connection:
            return append(connection, make)

    # Runs and what they derive

    def minted(self) -> tuple[Minted, ...]:
        """Return the minted incidents in the order in which they were minted."""
        query = select(t.minted).order_by(t.minted.c.number)
        with reading(self._engine) as connection:
            return tuple(
                Minted(
                    incident=row["incident"],
                    reports=tuple(row["reports"]),
                    decided=row["decided"],
                )
                for row in connection.execute(query).mappings()
            )

    def derive(self, derived: Derived) -> None:
        """Write what a run derived in place of what the run before it derived.

        What that was stays where it differs. Raises BookError where another run has
        ended since this one began.
        """
        with writing(self._engine) as connection:
            refuse_overtaken(connection, derived, self.path)
            added = (c for c in derived.claims if c.review == "added")
            insert_all(connection, t.claims, map(made.claim_row, added))
            insert_all(connection, t.runs, [made.run_row(derived.run)])
            insert_all(connection, t.minted, map(plain, derived.minted))
            write_derived(connection, derived, number=last_number(connection))

    def results(self) -> Results:
        """Return what the last run derived, as it then was; before the first, nothing."""
        with reading(self._engine) as connection:
            return Results(self._engine, last_number(connection))

    def last_run(self) -> Run | None:
        """Return the run that derived what the book now shows, None before the first."""
        query = select(t.runs).order_by(t.runs.c.number.desc()).limit(1)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().first()
            return built(Run, {**row}) if row else None

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
        """Return what SQLite finds wrong with the file, and raw bytes that changed."""
        with reading(self._engine) as connection:
            raws = [f"bytes {sha256} are not as read" for sha256 in faulty(connection)]
            return [*integrity(connection), *raws]
