"""Removing a report's words from every table; hashes, who and why stay."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from sourcebook.model.decision import expunged_row
from sourcebook.store import schema as t
from sourcebook.store.codec import plain
from sourcebook.store.dialect import guard_decisions, unguard_decisions
from sourcebook.store.values import Tombstone
from sourcebook.store.versions import mark_versions

#: Stands where words of an expunged report stood.
GONE = "told by an expunged report"
#: Quotes shorter than this stand in many reports, and tell nothing of this one.
_TELLING = 12
#: What of a derived value is written in words.
_WORDS = ("label", "explanation")


def expunge(
    connection: Connection, report: str, *, who: str, when: str, reason: str
) -> Tombstone:
    """Remove a report and all words taken from it; the caller holds the transaction."""
    row = (
        connection.execute(select(t.reports).where(t.reports.c.id == report))
        .mappings()
        .one()
    )
    claims = connection.execute(
        select(t.claims).where(t.claims.c.report == report)
    ).mappings()
    held = [{**claim} for claim in claims]
    gone = {report, *(claim["id"] for claim in held)}
    words = {row["title"], *(claim["quote"] for claim in held)}
    words = {said for said in words if len(said) >= _TELLING}
    stone = Tombstone(
        report=report,
        text=None if _shared(connection, t.reports.c.text_id, row) else row["text_id"],
        raw_sha256=row["raw_sha256"],
        when=when,
        who=who,
        reason=reason,
        decisions=tuple(_redact(connection, report, words)),
    )
    connection.execute(insert(t.tombstones), [plain(stone)])
    for table in (*t.DERIVED, *t.PAST.values()):
        _scrub(connection, table, gone, words)
    _delete(connection, row, [claim["id"] for claim in held])
    connection.execute(delete(t.remembered))  # it holds words of reports
    mark_versions(connection)
    counting = select(t.reports.c.id).where(t.reports.c.position.is_not(None))
    if connection.scalar(counting.limit(1)) is None:  # no run can derive anew
        for table in t.DERIVED:
            connection.execute(delete(table))
    return stone


def _shared(connection: Connection, column: Any, row: Any) -> bool:  # noqa: ANN401
    """Whether another report has the same value in a column."""
    query = select(func.count()).where(column == row[column.name])
    return bool(connection.scalar(query.where(t.reports.c.id != row["id"])))


def _redact(
    connection: Connection, report: str, words: Collection[str]
) -> Iterator[str]:
    """Take the words out of decisions about the report; yield the decisions' ids.

    Their places in the chain stay: ids, who, when.
    """
    rows = connection.execute(select(t.decisions)).mappings().all()
    found = [{**row} for row in rows if _is_about({**row}, report, words)]
    if not found:
        return
    unguard_decisions(connection)
    for row in found:
        held = update(t.decisions).where(t.decisions.c.id == row["id"])
        connection.execute(held.values(**expunged_row(report)))
        yield str(row["id"])
    guard_decisions(connection)


def _is_about(row: dict[str, Any], report: str, words: Collection[str]) -> bool:
    anchor = row["anchor"]
    if anchor["kind"] in ("claim", "report", "contradiction"):
        if anchor.get("report") == report:
            return True
        if any(each.get("report") == report for each in anchor.get("claims") or ()):
            return True
    said = json.dumps(
        [row["before"], row["after"], row["reason"], anchor], ensure_ascii=False
    )
    return any(json.dumps(each, ensure_ascii=False)[1:-1] in said for each in words)


def _scrub(
    connection: Connection, table: Table, gone: Collection[str], words: Collection[str]
) -> None:
    """Take ids and words of the report out of the values of a derived table."""
    if "value" not in table.c:
        return
    key = [*t.KEYS[table.name.removeprefix("past_")]]
    key += ["until"] if "until" in table.c else []
    cells = (table.c[name] for name in key)
    query = select(cast(table.c.value, Text).label("told"), *cells)
    for row in connection.execute(query).all():
        if row.told is None or not _tells(row.told, gone, words):
            continue
        told = _without(json.loads(row.told), gone)
        told |= {name: GONE for name in _WORDS if name in told}
        fresh = {"value": told}
        if "label" in told:
            fresh = {"value": told | {"place": None}, "label": GONE}
        here = (table.c[name] == row._mapping[name] for name in key)
        connection.execute(update(table).where(*here).values(**fresh))


def _tells(value: str, gone: Collection[str], words: Collection[str]) -> bool:
    return any(id in value for id in gone) or any(
        json.dumps(each)[1:-1] in value for each in words
    )


def _without(value: Any, gone: Collection[str]) -> Any:  # noqa: ANN401 - JSON
    """Return JSON without what names the report or a claim of it."""
    if isinstance(value, dict):
        return {name: _without(held, gone) for name, held in value.items()}
    if isinstance(value, list):
        return [_without(each, gone) for each in value if not _names(each, gone)]
    return None if isinstance(value, str) and value in gone else value


def _names(value: Any, gone: Collection[str]) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return value.get("claim") in gone or value.get("report") in gone
    return isinstance(value, str) and value in gone


def _delete(connection: Connection, row: Any, claims: list[str]) -> None:  # noqa: ANN401
    """Delete the rows of a report, its claims, its text and bytes."""
    report = row["id"]
    for table in (t.claim_placements, t.PAST["claim_placements"]):
        for start in range(0, len(claims), 500):
            some = claims[start : start + 500]
            connection.execute(delete(table).where(table.c.claim.in_(some)))
    for table in (t.placements, t.PAST["placements"], t.extractions, t.claims):
        connection.execute(delete(table).where(table.c.report == report))
    for table in (t.placements, t.PAST["placements"]):
        copies = table.c.duplicate_of == report
        connection.execute(update(table).where(copies).values(duplicate_of=None))
    shared = _shared(connection, t.reports.c.text_id, row)
    same_bytes = _shared(connection, t.reports.c.raw_sha256, row)
    connection.execute(delete(t.reports).where(t.reports.c.id == report))
    if not shared:
        connection.execute(delete(t.texts).where(t.texts.c.id == row["text_id"]))
    if not same_bytes:
        connection.execute(delete(t.raws).where(t.raws.c.sha256 == row["raw_sha256"]))
    log, name = t.log.c, row["source_id"]
    connection.execute(
        delete(t.log).where(
            or_(log.file == name, log.reason.contains(name, autoescape=True))
        )
    )
