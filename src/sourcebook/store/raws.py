"""The bytes that reports were read from, kept beside their characters (DOMAIN DOC-1)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from sourcebook.model.report import Report
from sourcebook.store import schema as t
from sourcebook.store.rows import Row


def packed(reports: Iterable[Report]) -> Iterator[Row]:
    """Yield the rows of the reports' bytes, but of those that the text's UTF-8 gives."""
    for report in reports:
        if report.raw is not None and report.raw_sha256 != report.text.id:
            yield {"sha256": report.raw_sha256, "packed": zlib.compress(report.raw)}


def raw_of(connection: Connection, report: str) -> bytes | None:
    """Return the bytes that a report was read from, None where the book has them not."""
    held = t.reports.c
    query = (
        select(held.raw_sha256, held.text_id, t.texts.c.characters, t.raws.c.packed)
        .join(t.texts, t.texts.c.id == held.text_id)
        .join(t.raws, t.raws.c.sha256 == held.raw_sha256, isouter=True)
        .where(held.id == report)
    )
    row = connection.execute(query).one()
    if row.packed is not None:
        return zlib.decompress(row.packed)
    same = row.raw_sha256 == row.text_id
    return str(row.characters).encode() if same else None


def faulty(connection: Connection) -> Iterator[str]:
    """Yield the SHA-256 of bytes that are not as they were read."""
    for sha256, held in connection.execute(select(t.raws.c.sha256, t.raws.c.packed)):
        try:
            sound = hashlib.sha256(zlib.decompress(held)).hexdigest() == sha256
        except zlib.error:
            sound = False
        if not sound:
            yield str(sha256)
