"""The selections that reading a book consists of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select

from sourcebook.store import schema as t


def held_reports() -> Select[Any]:
    """Select the reports that count, with their texts, in input order."""
    return (
        select(t.reports, t.texts.c.characters, t.texts.c.language)
        .join(t.texts, t.texts.c.id == t.reports.c.text_id)
        .where(t.reports.c.position.is_not(None))
        .order_by(t.reports.c.position)
    )


def unread_reports(extractor: str, version: str) -> Select[Any]:
    """Select the reports that an extractor has not read, or could not."""
    done = select(t.extractions.c.report).where(
        t.extractions.c.extractor == extractor,
        t.extractions.c.version == version,
        t.extractions.c.fault.is_(None),
    )
    return held_reports().where(t.reports.c.id.not_in(done))


#: With more reports than this all claims are read: SQLite takes only so many names.
_NAMED = 5_000


def extracted_claims(
    extractor: str, version: str, reports: Collection[str] | None = None
) -> Select[Any]:
    """Select an extractor's claims in the reports that count, in input order.

    With ``reports`` at least those of these reports.
    """
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
    if reports is None or len(reports) > _NAMED:
        return query
    return query.where(t.claims.c.report.in_(sorted(reports)))


def extraction_faults(extractor: str, version: str) -> Select[Any]:
    """Select (source id, fault) of the reports that an extractor could not read."""
    done = t.extractions
    return (
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
