"""Counts of a whole group that is told before (SCP-3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import largest

#: From how many on a count is of a group.
SEVERAL = 2
#: The word of those who are left beside others.
OTHERS = "others"
WORD = re.compile(r"[a-z]+")
#: Metrics of the hurt, of whom the treated are told with other words.
ALIKE = frozenset({"injured", "hospitalized"})


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


def first_mention(told: Told, others: Sequence[Told]) -> Told:
    """Return where the group is told first: a count of its metric with its number."""
    if told.number < SEVERAL:
        return told
    same = [
        o
        for o in others
        if o.number == told.number
        and o.figure.metric == told.figure.metric
        and not o.attacker
    ]
    return min(same, key=_place, default=told)


def is_some(told: Told, others: Sequence[Told]) -> bool:
    """Whether title or lead counts more of the same people: terrorists, others."""
    kind = _kind(told)
    if kind in words("people", "found") and told.voice is None:
        wider = [o for o in others if o.early and _comes_before(o, told)]
        return 0 < told.number < largest(wider, "killed")
    if told.number < SEVERAL or kind in words("people", "plain") - {OTHERS, ""}:
        return False
    core = [
        o
        for o in others
        if o.early and o.figure.metric == told.figure.metric and o.figure.value
    ]
    if kind == OTHERS:
        wider = [o for o in core if _kind(o) != OTHERS]
    else:
        wider = [o for o in core if not told.early and _kind(o) == kind]
    return told.number < largest(wider, told.figure.metric)


def _kind(told: Told) -> str:
    """The last word counted, which says what people they are."""
    return next(iter(reversed(WORD.findall(told.clause.quote))), "")


def _comes_before(other: Told, told: Told) -> bool:
    return _place(other) < _place(told)


def _place(told: Told) -> tuple[int, int]:
    return told.clause.sentence.index, told.span.start
