"""Whether two mentions of one report must be of two people (SCP-8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.case import Case, role_of
from sourcebook.reconcile.mentions import Mention, mention, same_name, sentence_of
from sourcebook.schema.profiles import vocabulary

#: Characters between two names that are told together: ", 34, and ".
TOGETHER = 12
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_OF_VICTIM = re.compile(r"\b(?:victim|person|patient|victims|people),\s+$")
#: Words for the one beside; the rest of those that set apart are ordinals.
_OTHER = {"another", "other"}


def in_sentence(case: Case, claim: Claim, others: Sequence[Claim]) -> Mention:
    """Read a mention as its sentence means it.

    Where one student fired and "another student" was hit, he is another than the one
    who fired, and not set apart from who was told as hit before. In "two men died and
    another was hurt" he is another than those two, and may be "another" who was told
    of before. In "a fifth victim, a man" the man is the victim.
    """
    read = mention(claim)
    if read.indefinite and _OF_VICTIM.search(case.before(claim)):
        read = replace(read, indefinite=False, definite=True)
    words = _WORD.findall(claim.quote.lower())
    if read.apart is None or not words:
        return read
    told = [
        c
        for c in others
        if sentence_of(c) == sentence_of(claim)
        and c.span.end <= claim.span.start
        and role_of(c) != "background"
        and isinstance(c.payload, Figure)
    ]
    if told:
        return replace(read, apart_here=not any(map(_told_before, told)))
    doer = rf"\b(?:an?|one)\s+(?:\w+\s+)?{re.escape(words[-1])}\b"
    if re.search(doer, case.before(claim)) is None:
        return read
    return replace(read, apart=None)


def _told_before(claim: Claim) -> bool:
    """Whether the words take up people of whom sentences before told: "the two"."""
    first = _WORD.match(claim.quote.lower())
    words = vocabulary("persons", "definite") | {"both", "they", "all", "those"}
    return first is not None and first.group() in words


def side_by_side(mentions: Sequence[Mention]) -> bool:
    """Whether two people are told side by side: "a boy of 9 and a man"."""
    return any(
        (a.sentence == b.sentence and a.start != b.start and _two(a, b))
        or _opposed(a, b)
        for a, b in combinations(mentions, 2)
    )


def _opposed(a: Mention, b: Mention) -> bool:
    """Whether two names are told of whom one died and the other lived."""
    if not a.name or not b.name or {a.fate, b.fate} != {"died", "lived"}:
        return False
    return not same_name(a.name, b.name)


def _two(a: Mention, b: Mention) -> bool:
    """Whether two mentions of one sentence must be of two people."""
    if a.age is not None and b.age is not None and a.age != b.age:
        return True
    if a.sex and b.sex and a.sex != b.sex:
        return True
    if (a.indefinite and b.indefinite) or _owned(a, b):
        return True
    full = len(a.name) > 1 and len(b.name) > 1 and not same_name(a.name, b.name)
    first, second = sorted((a, b), key=lambda m: m.start)
    return full and second.start - first.end <= TOGETHER


def _owned(a: Mention, b: Mention) -> bool:
    """Whether the later of two is told as the other's: "an elder and his driver"."""
    first, second = sorted((a, b), key=lambda m: m.start)
    close = second.start - first.end <= TOGETHER
    return close and second.possessed and (first.indefinite or bool(first.name))


def _killer_and_shot(a: Mention, b: Mention) -> bool:
    """Whether the one did it and died, and the other was shot (NUM-19)."""
    return a.attacker and not b.attacker and a.fate == "died" and b.fate != "died"


def _set_apart(earlier: Mention, later: Mention) -> bool:
    """Whether "another" sets somebody apart from who was told before.

    "The second victim" may be the "another man" who was told of before.
    """
    if later.apart is None or earlier.sentence[0] != later.sentence[0]:
        return False
    if earlier.start >= later.start:
        return False
    if later.apart_here and earlier.sentence != later.sentence:
        return False
    if earlier.apart is None or not later.definite:
        return True
    return later.apart != earlier.apart and not {earlier.apart, later.apart} & _OTHER


def told_apart(a: Mention, b: Mention) -> bool:
    """Whether two mentions of one report cannot be of one person."""
    if a.age is not None and b.age is not None and a.age != b.age:
        return True
    if a.sex and b.sex and a.sex != b.sex:
        return True
    if _killer_and_shot(a, b) or _killer_and_shot(b, a):
        return True
    unaged = a.age is None or b.age is None
    if unaged and None not in (a.young, b.young) and a.young != b.young:
        return True
    if _set_apart(a, b) or _set_apart(b, a):
        return True
    here = a.sentence == b.sentence and a.start != b.start
    return here and ((a.indefinite and b.indefinite) or _owned(a, b))
