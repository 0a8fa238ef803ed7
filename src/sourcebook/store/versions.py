"""Versions: reports of one address whose text was edited (DESIGN section 2).

Of the reports at one address the one published (or, where that is alike, read) later
is a version of the one before it. The order in which they came says nothing. What a
person said replaces a report is a version of it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from sourcebook.errors import InputError
from sourcebook.store import schema as t
from sourcebook.store.inserts import CHUNK


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What tells a report's place among the versions of its address."""

    id: str
    text: str
    address: str
    published: str | None
    retrieved: str | None


def earlier_versions(reports: Iterable[Published]) -> dict[str, str]:
    """Map each later version to the version before it.

    Undated reports come first, ties go by id. Reports of one address that all have
    one text are copies, not versions.

    >>> said = {"address": "star.example/quake?", "retrieved": None}
    >>> old = Published(id="b", text="t1", published="2031-05-04", **said)
    >>> new = Published(id="a", text="t2", published="2031-05-05", **said)
    >>> earlier_versions([new, old])
    {'a': 'b'}
    """
    at: dict[str, list[Published]] = defaultdict(list)
    for report in reports:
        at[report.address].append(report)
    found: dict[str, str] = {}
    for group in at.values():
        if len({report.text for report in group}) > 1:
            group.sort(key=lambda r: (r.published or "", r.retrieved or "", r.id))
            found |= {b.id: a.id for a, b in pairwise(group)}
    return found


def mark_versions(
    connection: Connection, *, among: Collection[str] | None = None
) -> None:
    """Write which report of the book is a version of which.

    With ``among`` only at these addresses: those of reports that came, where nothing
    else has changed.
    """
    rows = [row for some in _stretches(among) for row in _at(connection, some)]
    found = earlier_versions(
        Published(id=a, text=b, address=c, published=d, retrieved=e)
        for a, b, c, d, e, _ in rows
    )
    told = _told(connection)
    if among is None:
        found |= told
        marked = t.reports.c.version_of.is_not(None)
        query = select(t.reports.c.id, t.reports.c.version_of).where(marked)
        held = {str(a): str(b) for a, b in connection.execute(query)}
    else:
        here = {row.id for row in rows}
        found |= {new: old for new, old in told.items() if new in here}
        held = {row.id: row.version_of for row in rows if row.version_of is not None}
    fresh: dict[str, str | None] = {id: None for id in held if id not in found}
    _write(connection, fresh | {a: b for a, b in found.items() if held.get(a) != b})


def _stretches(among: Collection[str] | None) -> Iterator[Sequence[str] | None]:
    if among is None:
        yield None
        return
    addresses = sorted(among)
    for start in range(0, len(addresses), CHUNK):
        yield addresses[start : start + CHUNK]


def _at(connection: Connection, addresses: Sequence[str] | None) -> Iterator[Any]:
    """Yield the reports that count and have one of these addresses, or any."""
    held = t.reports.c
    query = select(
        held.id,
        held.text_id,
        held.address,
        held.published,
        held.retrieved,
        held.version_of,
    ).where(held.position.is_not(None), held.address.is_not(None))
    if addresses is not None:
        query = query.where(held.address.in_(addresses))
    yield from connection.execute(query)


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


def _write(connection: Connection, found: Mapping[str, str | None]) -> None:
    if found:
        connection.execute(
            update(t.reports)
            .where(t.reports.c.id == bindparam("later"))
            .values(version_of=bindparam("earlier")),
            [{"later": a, "earlier": b} for a, b in sorted(found.items())],
        )
