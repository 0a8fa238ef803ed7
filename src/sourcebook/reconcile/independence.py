"""How many independent originators stand behind claims (SRC-3, SRC-5)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.link import counts
from sourcebook.model.claim import Claim


def independent(claims: Iterable[Claim]) -> tuple[int, int]:
    """Return the least and the largest number of independent originators (SRC-3).

    Certain lineages count in both, possible ones (a wire, an outlet's own voice) in
    the second only, unnamed sources in neither. What a report repeats in its own voice
    of whom it names as the source ("The 14 men ...") is still that source's. The
    numbers are shown, they never move an estimate (SRC-5).
    """
    told = list(claims)
    sourced = {(c.report, _value(c)) for c in told if c.attribution and _is_certain(c)}
    lineages = {
        c.lineage for c in told if c.attribution or (c.report, _value(c)) not in sourced
    }
    kinds = [counts(lineage) for lineage in lineages if lineage is not None]
    certain = kinds.count("certain")
    return certain, certain + kinds.count("possible")


def _is_certain(claim: Claim) -> bool:
    return counts(claim.lineage) == "certain"


def _value(claim: Claim) -> int | None:
    return getattr(claim.payload, "value", None)
