"""Which reports count in a run, and what the log tells of those that do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.engine import Extractor
from sourcebook.link.versions import latest_versions
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.reconcile.moment import moment
from sourcebook.store import LogRow


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


def screened_rows(
    reports: Sequence[Report], claims: Sequence[Claim], extractor: Extractor
) -> list[LogRow]:
    """Return a line for each report that the extractor's screen left unread."""
    telling = {claim.report for claim in claims}
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
