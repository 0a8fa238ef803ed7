"""Shares: counts of some of the people whom another count tells all of."""

from __future__ import annotations

import re

from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading

#: "19,000 deaths, of which 700".
_OF_WHICH = re.compile(r"\s*,?\s*of\s+(?:which|whom|them)\s+", re.I)
#: What may follow such a number, and not "70 came this year".
_COUNTED = re.compile(r"\s*(?:[.,;]|(?:and|in|at|to|on|near|were|are|was)\b|$)", re.I)
#: A place that some come from, and the one before it in a row.
_FROM_NEXT = re.compile(r"\s+from\s+(?-i:[A-Z])", re.I)
_FROM_GAP = re.compile(r"\bfrom\s+[^.;,]{2,40}(?:,\s+(?:and\s+)?|\s+and\s+)$")
#: Between what is said of all and those of them who are told apart.
_GOES_ON = re.compile(r"[^.;:]{0,60}?,\s+(?:at\s+least\s+|including\s+)?", re.I)
#: "The senator was killed with his two bodyguards."
_WITH = re.compile(r"\s+with\s+(?P<own>(?:his|her|their)\s+)?")
_CAUSED = re.compile(
    r"\s+(?:from|of\s+(?:them|whom)|by|as\s+a\s+result|in\s+the)\b", re.I
)


def is_of_whom(mention: Mention, gap: str) -> bool:
    """Whether some of the same people are told of: "killed, three of whom were children"."""
    inner = (mention.inner or "").lower()
    if inner != "whom" or "." in gap or ";" in gap:
        return False
    return re.search(r",\s+(?:at\s+least\s+)?$", gap) is not None


def is_of_them(mention: Mention, behind: str) -> bool:
    """Whether some of those just told are named: "were hurt, four of them guards".

    ``behind`` are the words between what is said of all and these.
    """
    some = (mention.inner or "").lower() in ("them", "these", "those")
    return some and _GOES_ON.fullmatch(behind) is not None


def is_share(
    before: Mention, mention: Mention, host: tuple[Reading, ...], text: str
) -> bool:
    """Whether a bare number is a share of the dead: "ten died, four from friendly fire"."""
    bare = mention.head is None and mention.inner is None and not mention.single
    fewer = (mention.number.value or 0) < (before.number.value or 0)
    gap = text[host[0].end : mention.start]
    return (
        bare
        and fewer
        and re.fullmatch(r"[^.;,]{0,40},\s+(?:and\s+)?", gap) is not None
        and _CAUSED.match(text, mention.end) is not None
    )


def is_some_of(
    before: Mention, mention: Mention, host: tuple[Reading, ...], gap: str
) -> bool:
    """Whether a bare number is some of those told before: "of which 70", "four from X"."""
    if _is_from(before, mention, host, gap):
        return True
    counted = _COUNTED.match(mention.passage.text, mention.end)
    return counted is not None and _OF_WHICH.fullmatch(gap) is not None


def _is_from(
    before: Mention, mention: Mention, host: tuple[Reading, ...], gap: str
) -> bool:
    """Whether shares of one group go on: "nine of the dead were from X, four from Y"."""
    shares = host[0].side == "noun" and (
        before.inner is not None or before.head is None
    )
    return (
        shares
        and _FROM_NEXT.match(mention.passage.text, mention.end) is not None
        and _FROM_GAP.search(gap) is not None
    )


def is_with(mention: Mention, host: tuple[Reading, ...], behind: str) -> bool:
    """Whether somebody's own shares the fate: "was killed with her driver"."""
    match = _WITH.fullmatch(behind)
    if match is None or not mention.person:
        return False
    words = mention.words.lower()
    own = bool(match["own"]) or words.startswith(("his ", "her ", "their "))
    return own and host[0].metric in ("killed", "abducted", "injured")
