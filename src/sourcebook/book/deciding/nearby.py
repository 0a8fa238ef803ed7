"""What of a book a decision is about: read in part, so that a large book need not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sourcebook.book.loading import Part, load, unique
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
)
from sourcebook.store import Results

#: A name that begins more ids than this is looked for in the whole book.
_MANY = 50


def anchored_reports(anchors: Iterable[object]) -> frozenset[str]:
    """Return the reports whose claims anchors point to."""
    found: set[str] = set()
    for anchor in anchors:
        if isinstance(anchor, ClaimAnchor):
            found.add(anchor.report)
        elif isinstance(anchor, ContradictionAnchor):
            found.update(claim.report for claim in anchor.claims)
    return frozenset(found)


def about(results: Results, decisions: Sequence[Decision]) -> Contents:
    """Return what decisions point to, as far as it is there.

    Of a lineage that one names there is one claim, as a sign that it is there.
    """
    anchors = [decision.anchor for decision in decisions]
    told = anchored_reports(anchors)
    reports = told | {report for each in decisions for report in _reports(each)}
    incidents = {incident for each in decisions for incident in _incidents(each)}
    lineages = {
        lineage
        for anchor in anchors
        if isinstance(anchor, SourcesAnchor)
        for lineage in anchor.lineages
    }
    signs = results.claims(results.telling(lineages))
    return Contents(
        reports=results.reports(reports),
        placements=results.placements(reports),
        claims=unique([*results.claims(reports=told), *signs]),
        incidents=results.incidents(incidents),
        estimates=results.estimates(incidents),
        contradictions=results.contradictions(incidents),
    )


def _reports(decision: Decision) -> Iterator[str]:
    anchor, after = decision.anchor, decision.after or {}
    if isinstance(anchor, ReportAnchor):
        yield anchor.report
    if isinstance(anchor, IncidentAnchor):
        yield from after.get("reports") or ()


def _incidents(decision: Decision) -> Iterator[str]:
    anchor, after = decision.anchor, decision.after or {}
    if isinstance(anchor, IncidentAnchor | EstimateAnchor | ContradictionAnchor):
        yield anchor.incident
    if decision.action == "move" and isinstance(after.get("incident"), str):
        yield after["incident"]


def around(results: Results, names: Sequence[str]) -> Contents:
    """Return what names may stand for: incidents as a whole, reports with their claims.

    A name is the beginning of an id, or a report's source id. Everything is returned
    where a name fits too much to be told apart in part.
    """
    reports = {id for name in names for id in results.called(name, most=_MANY)}
    claims = {id for n in names for id in results.starting("claim", n, most=_MANY)}
    nodes = {id for n in names for id in results.starting("incident", n, most=_MANY)}
    odd = {id for n in names for id in results.starting("contradiction", n, most=_MANY)}
    if max(map(len, (reports, claims, nodes, odd))) >= _MANY:
        return load(results)
    beside = unique([*results.claims(claims), *results.claims(reports=reports)])
    reports |= {claim.report for claim in beside}
    nodes |= {claim.incident for claim in beside if claim.incident is not None}
    nodes |= {each.incident for each in results.contradictions(ids=odd)}
    placed = results.placements(reports)
    nodes |= {place.incident for place in placed if place.incident is not None}
    return _whole(results, nodes, reports, beside)


def _whole(
    results: Results, nodes: set[str], reports: set[str], claims: Sequence[Claim]
) -> Contents:
    """Return the trees that incidents stand in, with some reports and claims beside."""
    roots = _roots(results, nodes)
    part = Part(results, roots)
    named = reports | {report.id for report in part.reports}
    placements = [*results.placements(named), *results.placements(at=roots)]
    return Contents(
        reports=results.reports(named),
        placements=unique(placements),
        claims=unique([*part.claims, *claims]),
        incidents=part.incidents,
        estimates=part.estimates,
        contradictions=part.contradictions,
    )


def _roots(results: Results, nodes: set[str]) -> set[str]:
    roots: set[str] = set()
    while nodes:
        found = results.incidents(nodes)
        roots |= {each.id for each in found if each.parent is None}
        nodes = {each.parent for each in found if each.parent is not None}
    return roots
