"""When a claim and a gold row agree: spans, values, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sourcebook.evaluate.gold import Row

#: Words that say nothing about who a source is.
_EMPTY = frozenset(
    {"the", "a", "an", "of", "s", "said", "says", "to", "according", "in", "and"}
)

#: Our metrics under the gold's category names; the others are the same word.
CATEGORY = {
    "deaths": "killed",
    "wounded": "injured",
    "killed_or_injured": "casualties",
    "kidnapped": "abducted",
    "arrested": "detained",
    "evacuated": "displaced",
    "affected": "other",
}


def category(metric: str) -> str:
    """Return the gold category of a metric."""
    return CATEGORY.get(metric, metric)


def overlap(a: Row, b: Row) -> int:
    """Return how many characters two spans share; zero or less for none."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def words(text: str | None) -> set[str]:
    """Return the telling words of a name."""
    return set(re.findall(r"[a-z0-9]+", (text or "").lower())) - _EMPTY


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names share at least half of the shorter one's words."""
    left, right = words(a), words(b)
    if not left or not right:
        return False
    return len(left & right) / min(len(left), len(right)) >= 0.5


def same_source(gold: Row, links: Sequence[Row]) -> bool:
    """Whether any link of the attribution names the gold's source."""
    wanted = (gold["source"], gold.get("source_quote"))
    said = [link.get(key) for link in links for key in ("name", "quote")]
    return any(same_name(want, told) for want in wanted for told in said)


def same_value(gold: Row, claim: Row) -> bool:
    """Whether the value is the gold's; vague counts have none, ranges two bounds."""
    if gold["modifier"] == "vague":
        return claim.get("value") is None
    if gold["modifier"] == "range" and gold["value"] is None:
        return (claim.get("low"), claim.get("high")) == (gold["low"], gold["high"])
    return bool(claim.get("value") == gold["value"])


def pair(
    gold: Sequence[Row],
    claims: Sequence[Row],
    *,
    same: Callable[[Row, Row], bool],
    first: Callable[[Row, Row], bool] | None = None,
) -> list[tuple[int, int]]:
    """Pair overlapping spans one to one, greedily.

    Pairs for which ``first`` holds go before others, then the longest overlap.
    Returns indices into both sequences.
    """
    ranked = sorted(
        (first is not None and not first(g, c), -overlap(g, c), i, j)
        for i, g in enumerate(gold)
        for j, c in enumerate(claims)
        if g.get("in", "text") == c["field"] and overlap(g, c) > 0 and same(g, c)
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def f1(right: float, predicted: float, wanted: float) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean; zero where undefined."""
    p = right / predicted if predicted else 0.0
    r = right / wanted if wanted else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0
