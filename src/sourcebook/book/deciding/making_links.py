"""Decisions on which report belongs to which incident, and on who is one source."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.book.deciding import looking
from sourcebook.book.deciding.making import Changes, Desk, Made, nothing_else, pair
from sourcebook.errors import DecisionRefused
from sourcebook.link import counts
from sourcebook.link.pins import own_incident, split_incident
from sourcebook.model.decision import IncidentAnchor, ReportAnchor, SourcesAnchor


def link(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Link a report to an incident."""
    nothing_else(changes)
    name, incident = pair(targets, "a report and an incident")
    report = looking.the_report(desk.contents, name)
    there = looking.the_whole(desk.contents, incident)
    return Made(
        anchor=ReportAnchor(report=report.id),
        before={"incident": desk.contents.placement[report.id].incident},
        after={"incident": there.id},
    )


def unlink(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Take a report out of its incident."""
    nothing_else(changes)
    name, *more = targets or [""]
    report = looking.the_report(desk.contents, name)
    now = desk.contents.placement[report.id].incident
    there = looking.the_whole(desk.contents, more[0]).id if more else now
    if there is None or there != now:
        at = "no incident" if now is None else f"incident {now[:12]}"
        raise DecisionRefused(
            f"report {report.source_id} belongs to {at}: there is nothing to unlink"
        )
    return Made(
        anchor=ReportAnchor(report=report.id),
        before={"incident": now},
        after={"incident": there, "own": own_incident(report.id)},
    )


def merge(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Merge the second incident into the first, whose id stays."""
    nothing_else(changes)
    first, second = pair(targets, "two incidents")
    kept = looking.the_whole(desk.contents, first)
    joined = looking.the_whole(desk.contents, second)
    if kept.id == joined.id:
        raise DecisionRefused(f"{first!r} and {second!r} are one incident already")
    return Made(
        anchor=IncidentAnchor(incident=kept.id),
        before={"kept": list(kept.reports), "joined": list(joined.reports)},
        after={
            "kept": kept.id,
            "joined": joined.id,
            "reports": sorted({*kept.reports, *joined.reports}),
        },
    )


def split(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Split reports off an incident into an incident of their own."""
    nothing_else(changes)
    first, *names = targets or [""]
    whole = looking.the_whole(desk.contents, first)
    held = {p.report for p in desk.contents.placements if p.incident == whole.id}
    reports = sorted({looking.the_report(desk.contents, name).id for name in names})
    if not reports or not {*reports} <= held or {*reports} == held:
        raise DecisionRefused(
            f"name reports of incident {whole.id[:12]} ({whole.label}), which has "
            f"{len(held)}: at least one, and not all of them"
        )
    return Made(
        anchor=IncidentAnchor(incident=whole.id),
        before={"reports": sorted(held)},
        after={
            "from": whole.id,
            "reports": reports,
            "incident": split_incident(whole.id, reports),
        },
    )


def same_source(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Say that two sources are one originator."""
    one, other = pair(targets, "two sources")
    named = changes.get("incident")
    nothing_else({k: v for k, v in changes.items() if k != "incident"})
    root = looking.the_whole(desk.contents, named).id if named else None
    lineages = tuple(
        sorted(looking.the_lineage(desk.contents, name, root) for name in (one, other))
    )
    if lineages[0] == lineages[1]:
        raise DecisionRefused(
            f"{one!r} and {other!r} are one source already ({lineages[0]})"
        )
    return Made(
        anchor=SourcesAnchor(lineages=(lineages[0], lineages[1]), incident=root),
        before={"names": [one, other], "counts": [counts(x) for x in lineages]},
    )
