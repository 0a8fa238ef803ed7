"""Legal addition over parts (SCP-4), and nothing else is ever added (SCP-6, N1)."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.pools import by_lineage, pools


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A total that one source's counts of all parts add up to."""

    lineage: str
    value: int
    claims: tuple[str, ...]


def sums(case: Case, node: str, metric: str, population: str) -> list[Sum]:
    """Return the totals of a node that may be added up (SCP-4).

    Legal only within one source, over all parts of the node, each with an exact
    count of the same metric and population; the parts of a tree are disjoint.
    """
    children = [child.id for child in case.children(node)]
    if len(children) < 2:
        return []
    told = [pools(case, child).get((metric, population)) for child in children]
    filled = [pool for pool in told if pool is not None]
    if len(filled) < len(children):
        return []
    per_child = [by_lineage(pool.totals) for pool in filled]
    shared = set(per_child[0]).intersection(*per_child[1:])
    found = [_sum(name, [c[name] for c in per_child]) for name in sorted(shared)]
    return [each for each in found if each is not None]


def _sum(lineage: str, parts: list[list[Claim]]) -> Sum | None:
    """Add one source's counts, None where one of them is not exact or not alone."""
    total = 0
    for claims in parts:
        values = {exact(c) for c in claims}
        value = values.pop() if len(values) == 1 else None
        if value is None:
            return None
        total += value
    ids = sorted(c.id for claims in parts for c in claims)
    return Sum(lineage=lineage, value=total, claims=tuple(ids))


def exact(claim: Claim) -> int | None:
    """Return the count of a claim with comparator eq, None for any other."""
    payload = claim.payload
    if not isinstance(payload, Figure | Means) or payload.comparator != "eq":
        return None
    return payload.value if payload.low == payload.high else None
