"""What a claim of the book counts by its own words, and how much at least."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.model.claim import Claim, Figure, Means

_OF_THOSE = re.compile(r"(?!all\b)[\w-]+\s+of\s+(?:those|these|them|the|whom)\b", re.I)


def as_told(claim: Claim) -> Claim:
    """Return a claim, as one of some where its own words say so: "14 of those killed"."""
    if claim.role == "incident_total" and _OF_THOSE.match(claim.quote):
        return replace(claim, role="part_of_total")
    return claim


def is_aside(claim: Claim) -> bool:
    """Whether a claim tells of another event; others are placed, or count nowhere."""
    return claim.role == "background" or claim.setting.background is not None


def floor(claim: Claim) -> int:
    """Return the least that a claim counts, 0 where its words leave that open."""
    payload = claim.payload
    assert isinstance(payload, Figure | Means)
    numbers = (payload.low, payload.value, payload.high)
    return next((number for number in numbers if number is not None), 0)
