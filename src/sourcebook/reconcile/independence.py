"""How many independent originators stand behind claims (SRC-3, SRC-5)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.link import counts
from sourcebook.model.claim import Claim


def independent(claims: Iterable[Claim]) -> tuple[int, int]:
    """Return the least and the largest number of independent originators (SRC-3).

    Certain lineages count in both, possible ones (a wire, an outlet's own voice) in
    the second only, unnamed sources in neither. The numbers are shown, they never
    move an estimate (SRC-5).
    """
    lineages = {c.lineage for c in claims}
    kinds = [counts(lineage) for lineage in lineages if lineage is not None]
    certain = kinds.count("certain")
    return certain, certain + kinds.count("possible")
