"""Versions: reports of one address whose text was edited (DESIGN section 2).

Of the reports at one address the one published (or, where that is alike, read) later
is a version of the one before it. The order in which they came says nothing. What a
person said replaces a report is a version of it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, insert, select, update

from sourcebook.errors import InputError
from sourcebook.store import schema as t


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What tells a report's place among the versions of its address."""

    id: str
    text: str
    url: str
    published: str | None
    retrieved: str | None


def earlier_versions(reports: Iterable[Published]) -> dict[str, str]:
    """Map each later version to the version before it.

    Undated reports come first, ties go by id. Reports of one address that all have
    one text are copies, not versions.

    >>> said = {"url": "https://star.example/quake", "retrieved": None}
    >>> old = Published(id="b", text="t1", published="2031-05-04", **said)
    >>> new = Published(id="a", text="t2", published="2031-05-05", **said)
    >>> earlier_versions([new, old])
    {'a': 'b'}
    """
    at: dict[str, list[Published]] = defaultdict(list)
    for report in reports:
        if address := _address(report.url):
            at[address].append(report)
    found: dict[str, str] = {}
    for group in at.values():
        if len({report.text for report in group}) > 1:
            group.sort(key=lambda r: (r.published or "", r.retrieved or "", r.id))
            found |= {b.id: a.id for a, b in pairwise(group)}
    return found


def _address(url: str) -> str | None:
    """Return what tells the page, None for a front page, which is no one report's."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}"


def mark_versions(connection: Connection) -> None:
    """Write anew which report of the book is a version of which."""
    held = t.reports.c
    counts = held.position.is_not(None)
    rows = connection.execute(
        select(held.id, held.text_id, held.url, held.published, held.retrieved).where(
            counts, held.url.is_not(None)
        )
    )
    found = earlier_versions(
        Published(id=a, text=b, url=c, published=d, retrieved=e)
        for a, b, c, d, e in rows
    )
    found |= _told(connection)
    stale = held.version_of.is_not(None)
    connection.execute(update(t.reports).where(stale).values(version_of=None))
    _write(connection, found)


def note_replaced(connection: Connection, coming: Sequence[str], old: str) -> None:
    """Keep that a report is a version of an older one; raise InputError for several."""
    if len(coming) != 1:
        raise InputError(
            f"{len(coming)} new reports were given to replace one; give exactly one "
            "that the book does not hold"
        )
    connection.execute(insert(t.replacements).values(report=coming[0], replaces=old))


def _told(connection: Connection) -> dict[str, str]:
    """Map each report to the one that a person said it replaces, where both count."""
    said = t.replacements.c
    new, old = t.reports.alias(), t.reports.alias()
    query = (
        select(said.report, said.replaces)
        .join(new, new.c.id == said.report)
        .join(old, old.c.id == said.replaces)
        .where(new.c.position.is_not(None), old.c.position.is_not(None))
        .order_by(said.number)
    )
    return {str(a): str(b) for a, b in connection.execute(query)}


def _write(connection: Connection, found: Mapping[str, str]) -> None:
    if found:
        connection.execute(
            update(t.reports)
            .where(t.reports.c.id == bindparam("later"))
            .values(version_of=bindparam("earlier")),
            [{"later": a, "earlier": b} for a, b in sorted(found.items())],
        )
