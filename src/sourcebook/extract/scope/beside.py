"""People told beside each other in one sentence: who is told with whom (SCP-3, NUM-13).

Figures of one metric in one sentence are a row. Either one of them is the whole that
the others add up to or are taken from, or they stand beside each other, and then all
of them are parts, whether or not the report sums them up: "50 militants and eight
civilians died".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.lexicon import words
from sourcebook.extract.scope.told import Told, words_between

WORD = re.compile(r"[a-z]+")
SEXES = ("male", "female")
SINGULAR = {"men": "man", "women": "woman"}
#: Characters within which two figures of a sentence are told in one row.
REACH = 130
#: From how many on a count can be the whole of others.
SEVERAL = 2
#: What stands between the members taken out of a whole and the whole.
TAKEN = re.compile(
    r"\b(?:including|included?|includes|among (?:them|whom)|of whom|of which|of them)\b",
    re.IGNORECASE,
)
#: A count that names the group it is taken from.
OF_SOME = re.compile(
    r"\bof (?:(?:the|those|these|its|their) (?:\w+ )?(?:injured|wounded|hurt|dead|victims|casualties)"
    r"|them|whom|those|these|which)$",
    re.IGNORECASE,
)
#: What sets some of the hurt apart right behind their number: "47 injured, 13 seriously".
BADLY = re.compile(
    r"\W*(?:seriously|critically|gravely|severely|badly|slightly|lightly)\b",
    re.IGNORECASE,
)
#: The whole told after those who were among it.
AMONG = re.compile(
    r"\bamong\W+(?:(?:the|some|at least|more than|about) )*$", re.IGNORECASE
)
#: What opens the list of a whole's members.
LISTING = re.compile(r"-{2}|–|—|:|(?<!along )(?<!together )\bwith\b", re.IGNORECASE)
NEXT = re.compile(r"\W*(?:an?|the|his|her|their)?\s*", re.IGNORECASE)
#: A bare "and" between two of a row.
AND = re.compile(r"\W*and\W*(?:an?|the|his|her|their)?\s*", re.IGNORECASE)
#: What sets two figures beside each other.
JOINED = re.compile(
    r",|\b(?:and|while|plus|as well as|(?:along|together) with)\b", re.IGNORECASE
)
#: What sets a number beside an older one of the same people.
CORRECTED = re.compile(
    r"\b(?:correct|revis|supersed|replac|updat)\w*|\b(?:instead of|rather than|up from"
    r"|down from|earlier|previous(?:ly)?|initial(?:ly)?)\b",
    re.IGNORECASE,
)
#: The same where both give one number, which may be of the same people.
APART = re.compile(r"\b(?:and|while|another|other|more)\b", re.IGNORECASE)


def stands_beside(told: Told, others: Sequence[Told]) -> bool:
    """Whether others of its metric stand beside it, neither its members nor its whole.

    Two persons told singly are left to who they are (NUM-20).
    """
    found = _row(told, others)
    if any(o.span > told.span and _is_taken_from(told, o) for o in found):
        return True
    if _is_whole(told, found):
        # its members follow it: only those before it may stand beside it
        found = [o for o in found if o.span < told.span and o.single]
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
        and not _are_rivals(told, o)
    ]


def _are_rivals(told: Told, other: Told) -> bool:
    """Whether two sources give a number each: "nearly 150, said one; another, 78"."""
    if CORRECTED.search(_between(told, other)):
        return True
    if told.voice is None or other.voice is None or told.single or other.single:
        return False
    return told.voice != other.voice


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
    if any(is_of_other_sex(told, o) for o in after):
        return False
    return AND.fullmatch(words_between(told, after[0])) is None


def _is_taken_from(member: Told, whole: Told) -> bool:
    if OF_SOME.search(member.clause.quote) and not OF_SOME.search(whole.clause.quote):
        return True
    if member.number < whole.number and (
        member.draft.part == "including" or BADLY.match(member.clause.after)
    ):
        return True
    if whole.span < member.span:
        return TAKEN.search(words_between(whole, member)) is not None
    return is_told_among(whole) and whole.number >= member.number


def _are_two(told: Told, other: Told) -> bool:
    if told.single and other.single:
        return False
    if told.single or not other.single:
        return True
    return JOINED.search(_between(told, other)) is not None


def _may_be_one(told: Told, other: Told) -> bool:
    """Whether both give one number, and nothing says that these are others."""
    if is_of_other_sex(told, other):
        return False
    return told.number == other.number and not APART.search(_between(told, other))


def is_of_other_sex(told: Told, other: Told) -> bool:
    """Whether the one counts women or girls and the other men or boys."""
    sexes = _sexes(told), _sexes(other)
    return all(sexes) and not sexes[0] & sexes[1]


def _sexes(told: Told) -> frozenset[str]:
    nouns = {
        SINGULAR.get(n, n.removesuffix("s")) for n in WORD.findall(told.clause.quote)
    }
    return frozenset(sex for sex in SEXES if nouns & words("gender", sex))


def _between(told: Told, other: Told) -> str:
    return words_between(*sorted((told, other), key=lambda o: o.span))
