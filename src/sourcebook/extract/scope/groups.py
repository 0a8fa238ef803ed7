"""Counts of a whole group that is told with its members, or told before (SCP-3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.persons import row_of
from sourcebook.extract.scope.told import Told, words_between
from sourcebook.extract.scope.victims import largest

#: What stands between a count and its members, and between those.
LISTING = re.compile(
    r"\s*(?:,|:|\(|-{1,2}|–|—)\s*(?:and|including|plus)?\s*(?:his|her|their|the)?\s*",
    re.IGNORECASE,
)
#: What may stand between a member and what is told of him before the next.
MEMBER = re.compile(r"(?:,[^,;.]{0,40})?,?\s*(?:and\s*)?", re.IGNORECASE)
PLURAL = frozenset({"NNS", "NNPS"})
#: From how many on a count is of a group.
SEVERAL = 2
#: Metrics of the hurt, of whom the treated are told with other words.
ALIKE = frozenset({"injured", "hospitalized"})


def is_head(told: Told, others: Sequence[Told]) -> bool:
    """Whether its members follow it and add up to it.

    "Three people, a man and two women, were killed."
    """
    if told.number < SEVERAL:
        return False
    here = [
        o
        for o in others
        if o.figure.metric == told.figure.metric
        and o.clause.sentence.index == told.clause.sentence.index
        and o.span.start >= told.span.end
    ]
    last, total = told, 0
    for member in sorted(here, key=lambda o: o.span):
        between = words_between(last, member)
        link = LISTING if last is told else MEMBER
        if not link.fullmatch(between):
            break
        last, total = member, total + member.number
        if total >= told.number:
            break
    return total == told.number


def is_whole_group(told: Told, others: Sequence[Told]) -> bool:
    """Whether "the three victims" are all of those told before, not some of them."""
    metric, number = told.figure.metric, told.number
    if number < SEVERAL or not pattern("parts", "whole", "words").search(
        told.clause.quote
    ):
        return False
    earlier = [o for o in others if _comes_before(o, told)]
    if metric not in ALIKE:
        return number == largest(earlier, metric) >= largest(others, metric)
    alive = largest(earlier, "casualties") - largest(earlier, "killed")
    return number == max(*(largest(earlier, each) for each in ALIKE), alive)


def joins_several(told: Told) -> bool:
    """Whether one person stands in a row with several: "the priests and their cook"."""
    return any(token.tag_ in PLURAL for token in row_of(told))


def _comes_before(other: Told, told: Told) -> bool:
    here, there = told.clause.sentence.index, other.clause.sentence.index
    return (there, other.span.start) < (here, told.span.start)
