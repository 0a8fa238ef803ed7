"""What became of suspects: arrested, charged, convicted."""

from __future__ import annotations

import re

from sourcebook.model.claim import Claim, Responsibility
from sourcebook.schema.load import table

_BLAMING = ("accused", "accused_by_authority", "suspected")
#: What a report adds of somebody inside the words of another: "the driver, who ...,".
_ASIDE = re.compile(r", who (?:was|were|is|are|has|have|had)\b[^,;]*,")


def custody_of(claim: Claim) -> str:
    """Return what became of a suspect if the words tell that and blame nobody."""
    payload = claim.payload
    if not isinstance(payload, Responsibility) or payload.relation not in _BLAMING:
        return ""
    kinds: dict[str, str] = table("wording")["custody"]
    told = _ASIDE.sub(",", claim.quote.replace("\n", " "))
    return next((kind for kind, found in kinds.items() if _has(found, told)), "")


def _has(pattern: str, words: str) -> bool:
    return re.search(pattern, words, re.IGNORECASE) is not None
