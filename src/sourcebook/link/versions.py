"""Of the versions of one address only the latest counts (DESIGN section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model.incident import Minted
from sourcebook.model.report import Report


def latest_versions(reports: Iterable[Report]) -> dict[str, str]:
    """Map each report of which a later version is here to the latest version."""
    reports = list(reports)
    held = {report.id for report in reports}
    after = {
        report.version_of: report.id
        for report in sorted(reports, key=lambda report: report.id)
        if report.version_of is not None and report.version_of in held
    }
    return {old: _last(old, after) for old in sorted(after)}


def renewed(minted: Sequence[Minted], latest: dict[str, str]) -> tuple[Minted, ...]:
    """Return the rows with the latest version in place of each earlier one.

    An incident keeps its id when the report that formed it is edited.
    """
    return tuple(
        Minted(
            incident=row.incident,
            reports=tuple(sorted({latest.get(r, r) for r in row.reports})),
        )
        for row in minted
    )


def _last(report: str, after: dict[str, str]) -> str:
    seen = {report}
    while (later := after.get(report)) is not None and later not in seen:
        seen.add(later)
        report = later
    return report
