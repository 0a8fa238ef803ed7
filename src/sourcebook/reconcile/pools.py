"""Pools: the claims that may be compared, and why the others may not (REC-1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.model.claim import Claim
from sourcebook.model.decision import SHORT
from sourcebook.model.estimate import Excluded
from sourcebook.reconcile.case import Case, metric_of, role_of

#: Modalities that assert nothing about what happened.
#: The part of one person who is all that is counted of a metric: "one died, another is hurt".
BESIDE = "beside_another"
_UNASSERTED = {"denied": "denied", "hypothetical": "hypothetical"}


@dataclass(slots=True, kw_only=True)
class Pool:
    """The claims of one node, metric and population that total it (REC-1).

    ``single`` are claims of the same count that tell of some of the people only.
    """

    node: str
    metric: str
    population: str
    totals: list[Claim] = field(default_factory=list)
    parts: list[Claim] = field(default_factory=list)


def pools(case: Case, node: str) -> dict[tuple[str, str], Pool]:
    """Return the pools of a node by metric and population, sorted (REC-1).

    Claims that are denied or only supposed, increments and background are in none.
    """
    found: dict[tuple[str, str], Pool] = {}
    for claim in case.at(node):
        key = metric_of(claim)
        if key is None or claim.modality in _UNASSERTED:
            continue
        role = role_of(claim)
        if role in ("incident_total", "part_of_total"):
            pool = found.setdefault(
                key, Pool(node=node, metric=key[0], population=key[1])
            )
            whole = role == "incident_total" or claim.setting.part == BESIDE
            (pool.totals if whole else pool.parts).append(claim)
    return dict(sorted(found.items()))


def left_out(
    case: Case, node: str, metric: str, population: str, used: Iterable[str]
) -> list[Excluded]:
    """List every figure of the metric in the tree under a node that is not used (REC-13).

    At the root the background figures of its reports are listed too, those of
    reports that were published after the date asked for, and those rejected.
    """
    taken = set(used)
    inside = set(case.below(node))
    at_root = node == case.root.id
    found = []
    for claim in case.claims:
        key = metric_of(claim)
        if key is None or key[0] != metric or claim.id in taken:
            continue
        if claim.incident in inside or (at_root and claim.incident is None):
            reason = _reason(claim, node, population)
            found.append(Excluded(claim=claim.id, reason=reason))
    for claim in case.cut:
        key = metric_of(claim)
        if key and key[0] == metric and (claim.incident in inside or at_root):
            found.append(Excluded(claim=claim.id, reason=_cut(claim)))
    return sorted(found, key=lambda e: e.claim)


def _cut(claim: Claim) -> str:
    if claim.review == "rejected":
        return f"rejected by decision {claim.decisions[-1][:SHORT]}"
    return "published after the date"


def _reason(claim: Claim, node: str, population: str) -> str:
    role = role_of(claim)
    if role == "background":
        return f"background: {claim.setting.background or 'another event'}"
    if claim.modality in _UNASSERTED:
        return _UNASSERTED[claim.modality]
    if claim.incident != node:
        return "part: of a smaller place or event"
    if role == "increment":
        return "increment: newly added to an earlier count"
    key = metric_of(claim)
    if key is not None and key[1] != population:
        return f"population: {key[1]}"
    return f"part: {claim.setting.part or 'some of them'}"


def by_lineage(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Group claims by lineage; those that nobody in particular states stay out."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.lineage is not None and not claim.lineage.startswith("unnamed"):
            found[claim.lineage].append(claim)
    return dict(sorted(found.items()))
