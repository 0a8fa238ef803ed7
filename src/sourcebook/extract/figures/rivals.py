"""One harm told of one person: which of two mentions a predicate belongs to."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.figures.verbs import subject_at
from sourcebook.extract.parsed import Passage

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

Said = dict[int, tuple[Reading, ...]]
#: "Has 90 officers there, said 12 people were hurt": who speaks stands between.
_SAYS = re.compile(r"\b(?:said|says|told|reported|announced|confirmed|added)\b", re.I)
#: "A neighbor of a child who was shot", "of the house where a boy was shot".
_OF = re.compile(r"\s+of\s+(?:[a-z]+\s+)?$", re.I)
_WHERE = re.compile(r"\s(?:where|in\s+which|when)\s", re.I)
_WHO = re.compile(r"\s*,?\s+who\b", re.I)
_AMONG = re.compile(
    r"\b(?:was|were|is|are)\s+(?:also\s+)?(?:among|one\s+of|two\s+of)\s+(?:the\s+|those\s+)?$",
    re.I,
)
_FINITE = ("VBD", "VBZ", "VBP", "VB")


def part(passage: Passage, mentions: list[Mention], said: Said) -> None:
    """Take a predicate from the farther of two mentions that both claim it.

    "A relative called to report a man had been shot" tells of the man alone; "the
    man, who was with a friend, was shot" not of the friend.
    """
    for mention in mentions:
        _yield_to_subject(passage, mention, mentions, said)
    for far, near in itertools.combinations(mentions, 2):
        counted = not (far.single or near.single)
        gap = passage.text[far.end : near.start] if near.start >= far.end else ""
        if near.start < far.end or (counted and not _SAYS.search(gap)):
            continue
        for reading in _shared(said, far, near):
            loser = _loser(passage, far, near, reading)
            if loser is not None and not _is_among(gap):
                kept = [r for r in said[id(loser)] if not _overlap(r, reading)]
                said[id(loser)] = tuple(kept)


def _yield_to_subject(
    passage: Passage, mention: Mention, mentions: list[Mention], said: Said
) -> None:
    """Pass a predicate behind an object on to its subject: "who defended X, was"."""
    head = mention.head
    if not mention.single or head is None or _role(head) not in ("dobj", "pobj"):
        return
    for reading in said.get(id(mention), ()):
        behind = passage.text[mention.end : reading.start]
        if reading.side != "right":
            continue
        subject = subject_at(passage, reading.end - 1)
        aside = behind.rstrip().startswith(",") or _is_within_clause(head, subject)
        if not aside:
            continue
        own = [m for m in mentions if subject and m.start <= subject.idx < m.end]
        if own and own[0] is not mention and own[0].end < mention.start:
            said[id(mention)] = ()
            if not said.get(id(own[0])):
                said[id(own[0])] = (reading,)


def _role(head: Token) -> str:
    """What a noun is in its clause; one joined with "and" is what the first is."""
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    return str(head.dep_)


def _is_within_clause(head: Token, subject: Token | None) -> bool:
    """Whether a noun stands in a clause about the subject: "a man who saved her died"."""
    if subject is None or subject.i >= head.i:
        return False
    return any(
        step.dep_ == "relcl" and step.head.i == subject.i for step in head.ancestors
    )


def _shared(said: Said, far: Mention, near: Mention) -> list[Reading]:
    rivals = [r for r in said.get(id(near), ()) if r.side in ("right", "tree")]
    mine = [r for r in said.get(id(far), ()) if r.side in ("right", "tree")]
    return [r for r in mine if any(_overlap(r, other) for other in rivals)]


def _is_among(gap: str) -> bool:
    """Whether the one is one of the others: "an infant was among the 11 dead"."""
    return _AMONG.search(gap) is not None


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _loser(
    passage: Passage, far: Mention, near: Mention, reading: Reading
) -> Mention | None:
    if not far.single and not near.single:
        return far
    if not far.single:
        head = near.head
        named = head is not None and head.pos_ == "PROPN" and head.dep_ == "appos"
        return near if named else None
    gap = passage.text[far.end : near.start]
    who = _WHO.match(passage.text, near.end) is not None
    straight = not passage.text[near.end : reading.start].strip()
    if near.single and straight and _OF.fullmatch(gap):
        return far
    if near.single and (_WHERE.search(gap) or (who and _OF.fullmatch(gap))):
        return far
    between = passage.doc.char_span(far.end, near.start, alignment_mode="contract")
    if between is None or not any(t.tag_ in _FINITE for t in between):
        return None
    aside = passage.text[near.end :].lstrip().startswith(",")
    if not near.single or not aside or who:
        return far
    subject = subject_at(passage, reading.end - 1)
    if subject is not None and far.start <= subject.idx < far.end:
        return near
    return None
