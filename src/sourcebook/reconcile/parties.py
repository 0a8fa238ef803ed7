"""Who is a party to an incident (SRC-4)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model.claim import Claim, Responsibility


def parties(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the lineages of those who are parties to the incident (SRC-4)."""
    return frozenset()
