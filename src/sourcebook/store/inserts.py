"""Writing rows: in chunks, each id once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.store import schema as t
from sourcebook.store.codec import plain
from sourcebook.store.dialect import insert
from sourcebook.store.raws import packed
from sourcebook.store.rows import (
    Row,
    contradiction_row,
    decided_of,
    estimate_row,
    incident_row,
    report_row,
)
from sourcebook.store.values import Derived

#: Rows, or ids, sent to the database at a time.
CHUNK = 500


def next_position(connection: Connection) -> int:
    """Return the position after that of the book's last report."""
    highest = connection.scalar(select(func.max(t.reports.c.position)))
    return 0 if highest is None else int(highest) + 1


def store_reports(connection: Connection, batch: Sequence[Report], first: int) -> int:
    """Insert or bring back reports; return how many were not stored before.

    A report that counts already keeps its place, also where two processes add it.
    """
    ids = {report.id for report in batch}
    known = select(func.count()).where(t.reports.c.id.in_(sorted(ids)))
    before = int(connection.scalar(known) or 0)
    insert_all(connection, t.texts, (plain(report.text) for report in batch))
    insert_all(connection, t.raws, packed(batch))
    rows = [report_row(r, first + n) for n, r in enumerate(batch)]
    statement = insert(t.reports)
    coming = statement.excluded
    told: dict[str, ColumnElement[Any]] = {
        n: coming[n] for n in rows[0] if n not in ("id", "text_id", "version_of")
    }
    told["position"] = func.coalesce(t.reports.c.position, coming.position)
    connection.execute(statement.on_conflict_do_update(["id"], set_=told), rows)
    return len(ids) - before


def placed_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield where a run placed each claim."""
    for claim in claims:
        yield {
            "claim": claim.id,
            "incident": claim.incident,
            "role": claim.role,
            "lineage": claim.lineage,
            "decided": decided_of(claim),
        }


def derived_rows(derived: Derived) -> dict[str, Iterator[Row]]:
    """Return the rows of the derived tables, by table, each in the order of its key."""
    return {
        "placements": map(plain, sorted(derived.placements, key=lambda p: p.report)),
        "claim_placements": placed_rows(sorted(derived.claims, key=lambda c: c.id)),
        "incidents": map(incident_row, sorted(derived.incidents, key=lambda i: i.id)),
        "estimates": map(
            estimate_row, sorted(derived.estimates, key=lambda e: e.incident)
        ),
        "contradictions": map(
            contradiction_row, sorted(derived.contradictions, key=lambda c: c.id)
        ),
    }


def insert_all(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows in chunks; rows that are there already stay as they are."""
    coming = iter(rows)
    statement = insert(table).on_conflict_do_nothing()
    while chunk := list(islice(coming, CHUNK)):
        connection.execute(statement, chunk)


def mark_extracted(
    connection: Connection,
    marks: Iterable[tuple[str, str | None]],
    *,
    extractor: str,
    version: str,
) -> None:
    """Note which reports an extractor has read; a fault says why it could not."""
    rows = [
        {"report": report, "extractor": extractor, "version": version, "fault": fault}
        for report, fault in marks
    ]
    statement = insert(t.extractions)
    again = statement.on_conflict_do_update(
        ["report", "extractor", "version"], set_={"fault": statement.excluded.fault}
    )
    if rows:
        connection.execute(again, rows)
