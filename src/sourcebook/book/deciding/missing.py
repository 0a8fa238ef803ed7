"""Decisions that stand and point to something that is not there any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sourcebook.book.deciding.applying import as_made, on_one
from sourcebook.book.deciding.following import redirected
from sourcebook.book.deciding.rulings import Rulings
from sourcebook.book.deciding.subjects import Differences
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    ContradictionAnchor,
    Decision,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
    SourcesAnchor,
)


def missing(
    rulings: Rulings, contents: Contents, claims: Sequence[Claim]
) -> dict[str, str]:
    """Map the keys of decisions without a counterpart to what is missing.

    ``claims`` are those that the extractor made. Decisions that are undone, replaced
    or in conflict are not looked at.
    """
    lineages = frozenset(claim.lineage for claim in contents.claims)
    told = Differences(contents.contradictions, as_made(claims, contents.claims))
    found = {}
    for decision in rulings.decisions:
        state = rulings.state[decision.key]
        if state == "unattached":
            found[decision.key] = "no claim of its type and metric stands at its words"
        elif state == "stands" and not decision.expunged:
            now = redirected(decision, rulings.survivors)
            for what in _missing(now, contents, told, lineages):
                found[decision.key] = what
    return found | _differing(rulings, told)


def _differing(rulings: Rulings, told: Differences) -> dict[str, str]:
    """Return the decisions on contradictions that became one and that differ."""
    found = {}
    for decisions in on_one(rulings, told).values():
        if len({decision.action for decision in decisions}) > 1:
            names = [decision.short for decision in decisions]
            for decision in decisions:
                other = ", ".join(n for n in names if n != decision.short)
                found[decision.key] = (
                    "its contradiction and another one became one, of which "
                    f"{other} says otherwise"
                )
    return found


def _missing(
    decision: Decision,
    contents: Contents,
    told: Differences,
    lineages: frozenset[str | None],
) -> Iterator[str]:
    """Yield what a decision points to and the book no longer shows."""
    anchor, after = decision.anchor, decision.after or {}
    match anchor:
        case ReportAnchor() if anchor.report not in contents.report:
            yield "its report does not count any more"
        case IncidentAnchor():
            yield from _incidents(decision.action, anchor, after, contents)
        case EstimateAnchor():
            known = contents.estimates_of.get(anchor.incident, [])
            keys = {(e.metric, e.population) for e in known}
            if (anchor.metric, anchor.population) not in keys:
                yield "its incident has no such estimate any more"
        case ContradictionAnchor():
            if told.find(anchor) is None:
                yield "its claims do not contradict each other any more"
        case SourcesAnchor() if not lineages & {*anchor.lineages}:
            yield "no claim goes back to either source any more"
    if decision.action == "move" and after.get("incident") not in {
        None,
        *contents.incident,
    }:
        yield "the incident that its claim was moved to is not there any more"


def _incidents(
    action: str, anchor: IncidentAnchor, after: Mapping[str, Any], contents: Contents
) -> Iterator[str]:
    told = after.get("reports")
    if told is not None and action in ("merge", "split"):
        if not any(report in contents.report for report in told):
            yield "none of its reports counts any more"
    elif anchor.incident not in contents.incident:
        yield "its incident is not there any more"
