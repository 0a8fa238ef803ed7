"""Which reports count in a run, and what the log tells of those that do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sourcebook.engine import Extractor
from sourcebook.link.versions import latest_versions
from sourcebook.model.report import Report
from sourcebook.reconcile.moment import moment
from sourcebook.store import LogRow, Retraction, Store, Tombstone


def in_force(reports: Sequence[Report], as_of: str | None) -> list[Report]:
    """Return the reports; a version of later than ``as_of`` replaces no earlier one."""
    limit = moment(as_of)
    if limit is None:
        return list(reports)
    found = []
    for report in reports:
        published = moment(report.published)
        late = published is not None and limit.before(published)
        found.append(replace(report, version_of=None) if late else report)
    return found


def withdrawn(
    reports: Sequence[Report], retracted: Mapping[str, Retraction]
) -> dict[str, tuple[str, Retraction]]:
    """Map the reports that were retracted to their source ids and the retraction.

    With a report go the earlier versions of it: they do not count in its place.
    """
    latest = latest_versions(reports)
    found = {}
    for report in reports:
        said = retracted.get(report.id) or retracted.get(latest.get(report.id, ""))
        if said is not None:
            found[report.id] = (report.source_id, said)
    return found


def retracted_rows(
    withdrawn: Mapping[str, tuple[str, Retraction]],
) -> list[LogRow]:
    """Return a line for each report that does not count because it was retracted."""
    return [
        LogRow(
            stage="link",
            level="info",
            file=source_id,
            line=None,
            reason=f"{said.who} retracted it on {said.when[:10]} ({said.reason}): it is "
            "kept and listed, and counts nowhere",
            next="nothing to do",
        )
        for source_id, said in withdrawn.values()
    ]


def buried_rows(stones: Iterable[Tombstone]) -> list[LogRow]:
    """Return a line for each report that was expunged: its tombstone."""
    return [
        LogRow(
            stage="expunge",
            level="info",
            file=stone.report,
            line=None,
            reason=f"{stone.who} expunged this report on {stone.when[:10]} "
            f"({stone.reason}); its bytes had the SHA-256 {stone.raw_sha256 or 'unknown'}",
            next="nothing to do",
        )
        for stone in stones
    ]


def version_rows(reports: Sequence[Report]) -> list[LogRow]:
    """Return a line for each report of which a later version is there."""
    names = {report.id: report.source_id for report in reports}
    latest = latest_versions(reports)
    return [
        LogRow(
            stage="link",
            level="info",
            file=report.source_id,
            line=None,
            reason="it is an earlier version of "
            f"{names[latest[report.id]]}, at the same address: it is kept and listed, "
            "and its figures do not count",
            next="nothing to do, unless the two are different reports: then give each "
            "its own address",
        )
        for report in reports
        if report.id in latest
    ]


def merged_rows(merged: Mapping[str, str]) -> list[LogRow]:
    """Return a line for each incident that was found to be the same as another."""
    return [
        LogRow(
            stage="link",
            level="info",
            file=f"incident {old[:12]}",
            line=None,
            reason=f"its reports tell of incident {new[:12]}, which is older or has "
            "more of them: the two are one, and either id finds it",
            next="nothing to do, unless they are two: then say so with: sourcebook "
            f"decide BOOK split {new[:12]}",
        )
        for old, new in sorted(merged.items())
    ]


def screened_rows(
    reports: Sequence[Report], telling: Collection[str], extractor: Extractor
) -> list[LogRow]:
    """Return a line for each report that the extractor's screen left unread.

    ``telling`` are the reports that have claims.
    """
    return [
        LogRow(
            stage="extract",
            level="info",
            file=report.source_id,
            line=None,
            reason="no word of harm stands in it: it was not read further, it is kept "
            "and listed, without claims",
            next="nothing to do, unless it tells of people coming to harm: then report "
            "the words that it uses",
        )
        for report in reports
        if report.id not in telling
        and report.text.language in extractor.languages
        and extractor.drops(report)
    ]


def unread_rows(store: Store, maker: Extractor) -> list[LogRow]:
    """Return a line for each report that the extractor could not read."""
    return [
        LogRow(
            stage="extract",
            level="error",
            file=source_id,
            line=None,
            reason=f"it could not be read for claims ({fault})",
            next="it is listed without claims; report this fault with the text",
        )
        for source_id, fault in store.faults(maker.name, maker.version)
    ]
