"""A person's words turned into a decision: anchor, what stood there, what stands now.

One function an action; each raises NotFound or DecisionRefused, with what to do next,
where it cannot be recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sourcebook.book.deciding import looking
from sourcebook.book.deciding.attach import anchor_at
from sourcebook.book.deciding.rulings import undone_by
from sourcebook.errors import DecisionRefused, InvalidValue, NotFound
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    Anchor,
    ContradictionAnchor,
    Decision,
    DecisionAnchor,
    EstimateAnchor,
    IncidentAnchor,
    ReportAnchor,
)
from sourcebook.reconcile.deciding import fitted
from sourcebook.reconcile.parties import parties
from sourcebook.store.codec import plain

Changes: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a decision says, before it is put into the chain."""

    anchor: Anchor
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before a person who decides.

    ``original`` gives a claim as its extractor made it.
    """

    contents: Contents
    decisions: Sequence[Decision]
    original: Callable[[Claim], Claim]


def seen(desk: Desk, claim: Claim) -> dict[str, Any]:
    """Return what a person saw of a claim when deciding about it."""
    original = desk.original(claim)
    return {
        "claim": claim.id,
        "version": f"{original.extractor}@{original.version}",
        "quote": claim.quote,
        "payload": plain(claim.payload),
        "incident": claim.incident,
        "role": claim.role,
        "review": claim.review,
    }


def about_claim(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Accept or reject a claim."""
    claim = looking.the_claim(desk.contents, single(targets, "a claim"))
    nothing_else(changes)
    return Made(anchor=anchor_at(desk.original(claim)), before=seen(desk, claim))


def admit(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Let a figure of a party into best (SRC-4)."""
    claim = looking.the_claim(desk.contents, single(targets, "a claim"))
    nothing_else(changes)
    if claim.incident is None or claim.lineage not in _parties(desk, claim.incident):
        raise DecisionRefused(
            f"claim {claim.id[:12]} ({claim.quote!r}) is not told by a party to its "
            "incident: best leaves nothing out that could be admitted"
        )
    return Made(anchor=anchor_at(desk.original(claim)), before=seen(desk, claim))


def _parties(desk: Desk, node: str) -> frozenset[str]:
    contents = desk.contents
    root = contents.incident[looking.root_of(contents, node)]
    inside = [
        c
        for c in contents.claims
        if c.incident in contents.incident
        and looking.root_of(contents, c.incident) == root.id
    ]
    return parties(inside, country=root.place.country if root.place else None)


def override(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Give low, best or high of an estimate; what is computed stays beside (REC-11)."""
    first, metric = pair(targets, "an incident and a metric")
    population = changes.get("population") or "persons"
    given = {n: changes[n] for n in ("low", "best", "high") if n in changes}
    nothing_else({k: v for k, v in changes.items() if k not in (*given, "population")})
    incident = looking.the_incident(desk.contents, first)
    there = {
        (e.metric, e.population): e for e in desk.contents.estimates_of[incident.id]
    }
    estimate = there.get((metric, population))
    if estimate is None:
        known = ", ".join(f"{m} ({p})" for m, p in sorted(there)) or "none"
        raise NotFound(
            f"{incident.label} has no estimate of {metric} ({population}); it has: "
            f"{known}; add a claim for a figure that no report's claim gives"
        )
    if not given or any(not isinstance(v, int) or v < 0 for v in given.values()):
        raise DecisionRefused("give whole numbers: --low, --best, --high, or some")
    base = estimate.computed or estimate
    now = (given.get("low"), given.get("best"), given.get("high"))
    try:
        fitted(now, (base.low, base.best, base.high))
    except InvalidValue as error:
        raise DecisionRefused(str(error)) from error
    return Made(
        anchor=EstimateAnchor(
            incident=incident.id, metric=metric, population=population
        ),
        before={"low": estimate.low, "best": estimate.best, "high": estimate.high},
        after=given,
    )


def on_contradiction(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Dismiss or resolve a contradiction."""
    nothing_else(changes)
    start = single(targets, "a contradiction")
    found = looking.the_contradiction(desk.contents, start)
    claims = [desk.original(desk.contents.claim[c]) for c in found.claims]
    return Made(
        anchor=ContradictionAnchor(
            sort=found.kind,
            incident=found.incident,
            claims=tuple(anchor_at(claim) for claim in claims),
        ),
        before={"state": found.state, "explanation": found.explanation},
    )


def note(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Note something at a claim, incident, contradiction or report."""
    nothing_else(changes)
    name = single(targets, "what the note is about")
    contents = desk.contents
    for report in contents.reports:
        if report.source_id == name or (name and report.id.startswith(name)):
            return Made(anchor=ReportAnchor(report=report.id))
    if any(name and c.id.startswith(name) for c in contents.claims):
        return about_claim(desk, targets, {})
    if any(name and c.id.startswith(name) for c in contents.contradictions):
        return on_contradiction(desk, targets, {})
    incident = looking.the_incident(contents, name)
    return Made(anchor=IncidentAnchor(incident=incident.id))


def undo(desk: Desk, targets: Sequence[str], changes: Changes) -> Made:
    """Take a decision back."""
    nothing_else(changes)
    decision = looking.the_decision(desk.decisions, single(targets, "a decision"))
    if decision.action == "undo":
        raise DecisionRefused(
            f"decision {decision.short} is itself an undo; make the decision again"
        )
    done = undone_by(desk.decisions).get(decision.key)
    if done is not None:
        raise DecisionRefused(
            f"decision {decision.short} was undone already, by {done.who} on "
            f"{done.when} ({done.short})"
        )
    return Made(
        anchor=DecisionAnchor(decision=decision.key),
        before={"action": decision.action, "who": decision.who},
    )


def single(targets: Sequence[str], what: str) -> str:
    """Return the one target, or say what to name."""
    if len(targets) != 1:
        raise DecisionRefused(f"name {what}, and nothing more")
    return targets[0]


def pair(targets: Sequence[str], what: str) -> tuple[str, str]:
    """Return the two targets, or say what to name."""
    if len(targets) != 2:
        raise DecisionRefused(f"name {what}, and nothing more")
    return targets[0], targets[1]


def nothing_else(changes: Changes) -> None:
    """Raise where there are changes that the action does not take."""
    if changes:
        raise DecisionRefused(f"it takes no {', '.join(sorted(changes))}")
