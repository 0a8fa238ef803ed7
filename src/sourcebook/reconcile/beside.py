"""Counts of people beside those just told of: "three others" (NUM-13)."""

from __future__ import annotations

import re

from sourcebook.model.claim import Claim
from sourcebook.schema.profiles import vocabulary

#: "more than 50" and "50 or more" are bounds, and count nobody beside.
_BOUND = re.compile(r"\bmore\s+than\b|\bor\s+more\b|\bmore\s+or\s+less\b")
_WORD = re.compile(r"[a-z]+")


def beside(claim: Claim) -> bool:
    """Whether a claim counts others than those told before it (NUM-13)."""
    words = _WORD.findall(_BOUND.sub(" ", claim.quote.lower()))
    return any(word in vocabulary("persons", "beside") for word in words)
