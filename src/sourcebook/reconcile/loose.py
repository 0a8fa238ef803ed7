"""Counts that clash by loose words alone: "more than 51" beside 51 (REC-9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.reading import Reading


def loosely_told(a: Reading, b: Reading, claims: Mapping[str, Claim]) -> bool:
    """Whether one tells "more than 51" of what another counts as 51: loose words."""
    one, other = claims[a.claim].payload, claims[b.claim].payload
    if not isinstance(one, Figure | Means) or not isinstance(other, Figure | Means):
        return False
    ways = {one.comparator, other.comparator}
    return one.value == other.value and ways in ({"eq", "gt"}, {"eq", "lt"})


def only_loosely(stands: Sequence[Reading], claims: Mapping[str, Claim]) -> bool:
    """Whether all readings that exclude each other do so by loose words alone."""
    return all(
        a.agrees(b) or loosely_told(a, b, claims) for a, b in combinations(stands, 2)
    )
