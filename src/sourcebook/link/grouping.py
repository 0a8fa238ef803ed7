"""Reports into groups: one group for each incident, by evidence or as given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sourcebook.link import gate
from sourcebook.link.candidates import pairs
from sourcebook.link.cluster import clusters
from sourcebook.link.copies import is_stub
from sourcebook.link.describing import type_of
from sourcebook.link.evidence import Seen, features, score
from sourcebook.link.facts import gather
from sourcebook.link.mentions import mentions
from sourcebook.link.terms import weigh
from sourcebook.link.words import cased
from sourcebook.model.claim import Claim
from sourcebook.model.incident import LinkEvidence
from sourcebook.model.report import Report

Groups = dict[tuple[str, ...], tuple[LinkEvidence, ...]]
#: Score of two that are never one incident's: no number of others outweighs it.
NEVER = -1e6


def given_groups(reports: Sequence[Report]) -> Groups:
    """Group reports by the field ``group`` that they came with."""
    members: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.group is not None:
            members[report.group].append(report)
    return {
        tuple(sorted(report.id for report in group)): tuple(
            LinkEvidence(
                report=report.id,
                score=0.0,
                features=("grouped in the input",),
                follow_up=gate.is_follow_up(report),
            )
            for report in sorted(group, key=lambda report: report.id)
        )
        for _, group in sorted(members.items())
    }


def found_groups(
    reports: Sequence[Report],
    claims: Mapping[str, Sequence[Claim]],
    lineage: Mapping[str, str],
    are_apart: Callable[[str, str], bool] = lambda left, right: False,
) -> Groups:
    """Group the reports that are about an incident; leave the others out.

    ``are_apart`` says of two ids that they are never one incident's.
    """
    opening = {r.id: gate.weight(r, claims.get(r.id, ())) for r in reports}
    joining = [r for r in reports if gate.joins(opening[r.id])]
    seen = _seen(joining, claims, lineage)
    ids = sorted(seen)
    candidates = pairs(
        ids,
        {key: each.terms for key, each in seen.items()},
        {key: each.facts for key, each in seen.items()},
    )

    def compared(left: str, right: str) -> float:
        apart = are_apart(left, right)
        return NEVER if apart else score(features(seen[left], seen[right]))

    edges = {pair: compared(*pair) for pair in candidates}

    def scored(left: str, right: str) -> float:
        known = edges.get((left, right))
        return compared(left, right) if known is None else known

    groups = clusters(ids, edges, scored)
    by_id = {report.id: report for report in reports}
    return {
        group: _evidence(group, by_id, seen, edges)
        for group in groups
        if any(gate.opens(opening[r]) for r in group)
    }


def _seen(
    reports: Sequence[Report],
    claims: Mapping[str, Sequence[Claim]],
    lineage: Mapping[str, str],
) -> dict[str, Seen]:
    terms, _ = weigh(reports, lineage)
    return {
        report.id: Seen(
            terms=terms[report.id],
            facts=gather(report, claims.get(report.id, ())),
            mentions=mentions(report.title, cased(report.text.characters)),
            lineage=lineage[report.id] if not is_stub(report) else report.id,
            kind=type_of([report], claims.get(report.id, ())),
        )
        for report in reports
    }


def _evidence(
    group: tuple[str, ...],
    by_id: Mapping[str, Report],
    seen: Mapping[str, Seen],
    edges: Mapping[tuple[str, str], float],
) -> tuple[LinkEvidence, ...]:
    found = []
    for report in group:
        others = [
            (edges.get((min(report, o), max(report, o)), float("-inf")), o)
            for o in group
            if o != report
        ]
        value, nearest = max(others, default=(0.0, None))
        told: tuple[str, ...] = ("the only report",)
        if nearest is not None:
            told = _spoken(features(seen[report], seen[nearest]))
        found.append(
            LinkEvidence(
                report=report,
                score=round(value, 4) if value > float("-inf") else 0.0,
                features=told,
                follow_up=gate.is_follow_up(by_id[report]),
            )
        )
    return tuple(found)


def _spoken(found: Mapping[str, float]) -> tuple[str, ...]:
    """Return the features that speak, as people read them."""
    return tuple(
        name if value == 1 else f"{name} {value:.2f}"
        for name, value in found.items()
        if value
    )
