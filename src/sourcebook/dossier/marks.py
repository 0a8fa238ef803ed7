"""Short marks for claims on a page (F1, R2), and a colour for each lineage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sourcebook.link.lineage import UNNAMED
from sourcebook.model.claim import Claim, ClaimType
from sourcebook.model.span import Span

_LETTER: dict[ClaimType, str] = {
    "figure": "F",
    "responsibility": "R",
    "statement": "S",
    "means": "M",
    "target": "T",
    "time": "D",
    "place": "P",
}
#: How many lineages get a colour of their own; further ones share the last, grey one.
COLOURS = 8


def mark_claims(claims: Iterable[Claim], order: Mapping[str, int]) -> dict[str, str]:
    """Return a mark for each claim id, counted by type in order of reading.

    ``order`` gives the position of each report.
    """
    counts: Counter[str] = Counter()
    marks = {}
    for claim in sorted(claims, key=lambda c: _position(c, order)):
        letter = _LETTER[claim.type]
        counts[letter] += 1
        marks[claim.id] = f"{letter}{counts[letter]}"
    return marks


def _position(claim: Claim, order: Mapping[str, int]) -> tuple[int, bool, Span, str]:
    field = claim.field == "text"
    return (order.get(claim.report, len(order)), field, claim.span, claim.id)


def lineage_colours(claims: Iterable[Claim]) -> dict[str, int]:
    """Return a colour number for each lineage, the most frequent first.

    Sources that are not named are nobody's lineage: they stay grey.
    """
    told = (claim.lineage for claim in claims if claim.lineage)
    counts = Counter(lineage for lineage in told if lineage != UNNAMED)
    ranked = sorted(counts, key=lambda lineage: (-counts[lineage], lineage))
    return {lineage: min(i, COLOURS - 1) for i, lineage in enumerate(ranked)}
