"""Counts of what one pair of eyes saw: elsewhere the number may be of others (SCP-3)."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import largest
from sourcebook.model.claim import AttributionLink


def is_seen(told: Told, others: Sequence[Told]) -> bool:
    """Whether it counts what one pair of eyes saw, fewer than are told elsewhere."""
    if told.early or not pattern("parts", "witness", "seen").search(told.clause.upto):
        return False
    rest = [o for o in others if o.draft is not told.draft]
    return told.number <= largest(rest, told.figure.metric) or told.single


def is_witnessed(told: Told, chain: Sequence[AttributionLink]) -> bool:
    """Whether a vague count is given by a private person who is named."""
    if told.figure.comparator != "vague" or not chain or not chain[-1].named:
        return False
    if not pattern("parts", "witness", "counts").search(told.clause.quote):
        return False
    said = f"{chain[-1].name or ''} {chain[-1].quote or ''}".lower()
    return pattern("parts", "witness", "officials").search(said) is None
