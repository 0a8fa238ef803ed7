"""Counts that the words take out of a group: "three of them", "including two" (SCP-3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.beside import OF_SOME, is_told_among
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import UNHARMED, largest

#: A number without a noun: "two", "at least three".
BARE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most)$"
)
#: Some of those who belong to one person.
OF_HIS = re.compile(r"\bof (?:his|her)\b")
OF_GROUP = re.compile(r"\W*of (?:them|whom|which|those|the)\b")
#: From how many on a count can be of all hit.
ALL = 2
#: Tags of verbs that tell something of their own, and where such a verb stands.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TELLING = frozenset({"ROOT", "conj", "advcl", "ccomp"})


def partitive_in(told: Told, hint: str | None, others: Sequence[Told]) -> str | None:
    """Return the key of the cue by which some are taken out of a group, else None."""
    if told.figure.metric in words("partitive", "own_whole"):
        some = pattern("parts", "partitive", "own_some").search(told.clause.quote)
        return "partitive" if some else None
    if _is_own_whole(told, others):
        return None
    if hint in words("hints", "of_others") and (
        _is_most(told, others) or _is_of_unhurt(told, others)
    ):
        return None
    if hint in words("hints", "always") and hint != "including":
        return hint
    if pattern("parts", "partitive", "patterns").search(told.clause.quote):
        return None if _is_most(told, others) else "partitive"
    if OF_GROUP.match(told.clause.after) and BARE.search(told.clause.quote):
        return "partitive"
    return "including" if _included(told, hint) else None


def _is_own_whole(told: Told, others: Sequence[Told]) -> bool:
    """Whether it counts all to whom something else befell: "80 hurt, 19 critically"."""
    metric = told.figure.metric
    kept = pattern("parts", "partitive", "kept").search(told.clause.stretch)
    if metric not in words("partitive", "outcomes") and not (
        metric == "hospitalized" and kept
    ):
        return False
    rest = [o for o in others if not o.span.overlaps(told.span)]
    return told.number > 1 and largest(rest, metric) <= told.number


def _is_most(told: Told, others: Sequence[Told]) -> bool:
    """Whether no larger number of its metric is told: "two of the three shot died"."""
    harmed = pattern("parts", "partitive", "same").search(told.clause.stretch)
    metric = told.figure.metric
    if metric != "killed" or (told.early and harmed):
        return False
    rest = [o for o in others if not o.span.overlaps(told.span)]
    return largest(rest, metric) <= told.number and not harmed


def _is_of_unhurt(told: Told, others: Sequence[Told]) -> bool:
    """Whether nobody else is told as hit: "killing two of his guards"."""
    metric = told.figure.metric
    if metric not in words("partitive", "hits") or told.number < ALL:
        return False
    quote = told.clause.quote
    if OF_SOME.search(quote) or pattern("parts", "partitive", "same").search(quote):
        return False
    rest = [o for o in others if o.draft is not told.draft]
    if OF_HIS.search(told.clause.quote):
        return all(o.figure.metric != metric for o in rest)
    return all(o.number < told.number or o.figure.metric in UNHARMED for o in rest)


def _included(told: Told, hint: str | None) -> bool:
    """Whether "including" governs the figure, and no predicate of its own."""
    found = pattern("parts", "partitive", "left").search(told.clause.upto[-90:])
    if is_told_among(told):
        return False
    if _has_own_verb(told):
        return False
    if found is None:
        return hint == "including"
    return pattern("parts", "partitive", "next").search(found.group()) is None


def _has_own_verb(told: Told) -> bool:
    """Whether a finite verb stands between "including" and the count.

    "Ten people, including two guards, died and 40 were hurt" includes no 40.
    """
    doc = told.clause.sentence.tokens.doc
    tokens = told.draft.passage.tokens(told.span)
    if not tokens:
        return False
    first = told.clause.sentence.tokens.start
    start = max(
        (
            t.i
            for t in doc[first : tokens[0].i]
            if t.lower_ in words("partitive", "open")
        ),
        default=None,
    )
    if start is None:
        return False
    return any(
        t.tag_ in FINITE and t.dep_ in TELLING for t in doc[start + 1 : tokens[0].i]
    )
