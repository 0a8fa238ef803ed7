"""People told beside each other in one sentence: who is told with whom (SCP-3, NUM-13).

Figures of one metric in one sentence are a row. Either one of them is the whole that
the others add up to or are taken from, or they stand beside each other, and then all
of them are parts, whether or not the report sums them up: "50 militants and eight
civilians died".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.told import Told, words_between

#: Characters within which two figures of a sentence are told in one row.
REACH = 130
#: From how many on a count can be the whole of others.
SEVERAL = 2
#: What stands between the members taken out of a whole and the whole.
TAKEN = re.compile(
    r"\b(?:including|included?|includes|among (?:them|whom)|of whom|of which|of them)\b",
    re.IGNORECASE,
)
#: The whole told after those who were among it.
AMONG = re.compile(
    r"\bamong\W+(?:(?:the|some|at least|more than|about) )*$", re.IGNORECASE
)
#: What opens the list of a whole's members.
LISTING = re.compile(r"-{2}|–|—|:|\bwith\b", re.IGNORECASE)
NEXT = re.compile(r"\W*(?:an?|the|his|her|their)?\s*", re.IGNORECASE)
#: A bare "and" between two of a row.
AND = re.compile(r"\W*and\W*(?:an?|the|his|her|their)?\s*", re.IGNORECASE)
#: What sets two figures beside each other.
JOINED = re.compile(r",|\b(?:and|while|plus)\b", re.IGNORECASE)
#: The same where both give one number, which may be of the same people.
APART = re.compile(r"\b(?:and|while|another|other|more)\b", re.IGNORECASE)


def stands_beside(told: Told, others: Sequence[Told]) -> bool:
    """Whether others of its metric stand beside it, neither its members nor its whole.

    Two persons told singly are left to who they are (NUM-20).
    """
    found = _row(told, others)
    if _is_whole(told, found):
        return False
    for other in found:
        if _is_taken_from(other, told) or _may_be_one(told, other):
            continue
        if _is_whole(other, _row(other, others)):
            return other.span < told.span
        if _are_two(told, other):
            return True
    return False


def _row(told: Told, others: Sequence[Told]) -> list[Told]:
    """Return the figures of its metric that stand near it in its sentence."""
    return [
        o
        for o in others
        if o.draft is not told.draft
        and o.figure.metric == told.figure.metric
        and o.attacker == told.attacker
        and o.clause.sentence.index == told.clause.sentence.index
        and not o.span.overlaps(told.span)
        and o.figure.value != 0
        and _gap(told, o) <= REACH
    ]


def is_told_among(told: Told) -> bool:
    """Whether it is the whole of whom others were: "were among 22 people killed"."""
    return AMONG.search(told.clause.upto) is not None


def _gap(one: Told, other: Told) -> int:
    first, second = sorted((one.span, other.span))
    return second.start - first.end


def _after(told: Told, found: Sequence[Told]) -> list[Told]:
    after = [o for o in found if o.span.start >= told.span.end]
    return sorted(after, key=lambda o: o.span)


def _is_whole(told: Told, found: Sequence[Told]) -> bool:
    """Whether what follows in its row lists its members, all of them or some."""
    after = _after(told, found)
    if told.number < SEVERAL or not after:
        return False
    if told.figure.value is None and all(o.single for o in after):
        return True
    between = words_between(told, after[0])
    lists = LISTING.search(between) or NEXT.fullmatch(between)
    fewer = sum(o.number for o in after) < told.number
    return _adds_up(told, after) or (fewer and lists is not None)


def _adds_up(told: Told, after: Sequence[Told]) -> bool:
    """Whether they make up the number: "three, a man and two women".

    They are not just set beside it with "and".
    """
    if told.number < SEVERAL or told.number != sum(o.number for o in after):
        return False
    return AND.fullmatch(words_between(told, after[0])) is None


def _is_taken_from(member: Told, whole: Told) -> bool:
    if whole.span < member.span:
        return TAKEN.search(words_between(whole, member)) is not None
    return is_told_among(whole)


def _are_two(told: Told, other: Told) -> bool:
    if told.single and other.single:
        return False
    if told.single or not other.single:
        return True
    return JOINED.search(_between(told, other)) is not None


def _may_be_one(told: Told, other: Told) -> bool:
    """Whether both give one number, and nothing says that these are others."""
    return told.number == other.number and not APART.search(_between(told, other))


def _between(told: Told, other: Told) -> str:
    return words_between(*sorted((told, other), key=lambda o: o.span))
