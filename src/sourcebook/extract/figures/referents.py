"""Whom a pronoun or a verb stands for, among the persons told before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.counts import Counted, draft
from sourcebook.extract.figures.doubts import is_informant
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.sexes import MEN, WOMEN
from sourcebook.extract.figures.telling import Reading

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_OFFICIAL = re.compile(
    r"\b(?:officer|sgt|sergeant|lt|lieutenant|capt|captain|cpl|corporal|maj|major|col"
    r"|colonel|gen|general|chief|sheriff|deputy|detective|det|trooper|inspector"
    r"|superintendent|spokes(?:man|woman|person)|prosecutor|attorney|coroner|mayor"
    r"|governor|minister|commissioner|director|examiner|agent|official|judge)\b",
    re.I,
)
#: "Where he is being treated, Smith said": he is Smith.
_CLAUSE = re.compile(
    r"\b(?:where|when|while|after|before|as|because|since|although|though)\s+$", re.I
)
_ANYBODY = re.compile(r"\b(?:he|she|him|her|they)\b", re.I)
_HELPING = frozenset(
    (
        "took",
        "take",
        "takes",
        "drove",
        "rushed",
        "brought",
        "carried",
        "flew",
        "transported",
        "found",
        "helped",
        "dragged",
        "pulled",
        "held",
        "heard",
        "saw",
    )
)
_SAYING = frozenset(("said", "says", "told", "added", "recalled", "explained", "wrote"))


def draft_at(here: Counted, person: Mention, reading: Reading) -> Draft:
    """Return the draft at the person's words; the anchor stays where harm is told."""
    anchor = here.passage.doc.char_span(
        reading.start, reading.end, alignment_mode="expand"
    )
    moved = replace(reading, start=person.start, end=person.end)
    built = draft(person, moved)
    return replace(built, anchor=anchor[0]) if anchor is not None else built


def antecedent(
    here: Counted, before: Counted | None, position: int, pronoun: str
) -> Mention | None:
    """Return who a pronoun stands for: nearest before it, else the main subject."""
    sentences = list(here.passage.doc.sents)
    at = next(
        (i for i, s in enumerate(sentences) if s.start_char <= position < s.end_char), 0
    )
    start, end = sentences[at].start_char, sentences[at].end_char
    persons = [
        m
        for m in here.mentions
        if (m.single or m.number.value == 1)
        and m.person
        and _agrees(m, pronoun)
        and not _is_spokesman(m)
        and not is_informant(m)
        and not _helps(m)
        and not _speaks_it(m, here, position)
        and here.passage.text[m.end : m.end + 1] != "/"
    ]
    same = [m for m in persons if start <= m.start < position]
    subjects = [m for m in same if _is_subject(m)]
    if same:
        return (subjects or same)[-1]
    after = [
        m
        for m in persons
        if position < m.start < end
        and _heads_sentence(m)
        and (not _says(m) or _opens(here.passage.text[start:position]))
    ]
    if after:
        return after[0]
    if at:
        last = sentences[at - 1].start_char
        earlier = [m for m in persons if last <= m.start < start]
        silent = [m for m in earlier if not _says(m)]
        return next(iter(silent or earlier), None)
    if before is None or before.passage.field != here.passage.field:
        return None
    told = [
        m
        for m in before.mentions
        if m.single and m.person and _agrees(m, pronoun) and not _is_spokesman(m)
    ]
    return told[0] if told else None


def _opens(ahead: str) -> bool:
    """Whether a clause before its subject tells of the speaker, and of nobody before.

    In "he was taken to a place where he died, Smith said" he is not Smith.
    """
    return _CLAUSE.search(ahead) is not None and _ANYBODY.search(ahead) is None


def acted_upon(here: Counted, pronoun: Token) -> Mention | None:
    """Return whom "him" stands for: the last person before it who does not act."""
    start = pronoun.sent.start_char
    actors = {t.i for t in _actors(pronoun.head)}
    told = [
        m
        for m in here.mentions
        if m.single
        and m.person
        and start <= m.start < pronoun.idx
        and m.head is not None
        and m.head.i not in actors
        and m.head.dep_ != "poss"
        and _agrees(m, "he" if pronoun.lower_ == "him" else "she")
        and not _is_spokesman(m)
    ]
    return told[-1] if told else None


def _actors(verb: Token) -> list[Token]:
    """Return the subjects of a verb, found through the verbs that it continues."""
    for _ in range(6):
        found = [c for c in verb.children if c.dep_ in ("nsubj", "agent")]
        if any(c.lower_ in ("who", "that") for c in found) and verb.dep_ == "relcl":
            return [*found, verb.head]
        if found or verb.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "acl"):
            return found
        verb = verb.head
    return []


def first_person(here: Counted, position: int, pronoun: str) -> Mention | None:
    """Return the first person of the sentence: who acts upon others, then himself."""
    starts = [s.start_char for s in here.passage.doc.sents if s.start_char <= position]
    told = [
        m
        for m in here.mentions
        if m.single
        and m.person
        and max(starts, default=0) <= m.start < position
        and _agrees(m, pronoun)
        and not _is_spokesman(m)
        and not _is_owner(m)
        and not is_harmed(here, m)
    ]
    return told[0] if told else None


def is_harmed(here: Counted, mention: Mention) -> bool:
    """Whether another harms the person: "shot her friend" makes the friend no actor."""
    return mention.passage is here.passage and any(
        r.side in ("left", "tree") for r in here.readings(mention)
    )


def subject_of(here: Counted, match: re.Match[str]) -> Mention | None:
    """Return the person who is the subject of the verb, through its heads."""
    tokens = here.passage.doc.char_span(
        match.start(), match.end(), alignment_mode="expand"
    )
    token = tokens[0] if tokens is not None else None
    for _ in range(6):
        if token is None:
            return None
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                found = [
                    m
                    for m in here.mentions
                    if m.single and m.head is not None and m.start <= child.idx < m.end
                ]
                if found:
                    return found[0]
        if token.dep_ == "relcl":
            found = [
                m
                for m in here.mentions
                if m.single and m.start <= token.head.idx < m.end
            ]
            return found[0] if found else None
        if token.head is token:
            return None
        token = token.head
    return None


def _is_spokesman(mention: Mention) -> bool:
    """Whether an official speaks here: he tells of others, not of himself."""
    head = mention.head
    if head is None or head.head.lower_ not in _SAYING or head.dep_ == "dobj":
        return False
    words = mention.passage.doc[max(0, head.i - 6) : head.i + 6].text.lower()
    return _OFFICIAL.search(words) is not None


def _helps(mention: Mention) -> bool:
    """Whether a person brings another to help: "a friend took him to a hospital"."""
    head = mention.head
    if head is None or head.dep_ != "nsubj" or head.head.lower_ not in _HELPING:
        return False
    return any(
        c.dep_ == "dobj" and (c.lower_ in ("him", "her") or c.ent_type_ == "PERSON")
        for c in head.head.children
    )


def _is_subject(mention: Mention) -> bool:
    """Whether the mention is a subject, but not of a verb of saying."""
    head = mention.head
    if head is None or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return head.head.lower_ not in _SAYING


def _says(mention: Mention) -> bool:
    """Whether the mention only tells what happened: "he was taken away, Smith said"."""
    return mention.head is not None and mention.head.head.lower_ in _SAYING


def _is_owner(mention: Mention) -> bool:
    """Whether the mention only owns what follows: "the sheriff's office"."""
    return mention.passage.text[mention.end :].startswith(("'s", "’s"))


def _heads_sentence(mention: Mention) -> bool:
    """Whether the mention is the subject of the main clause ("where he was, Smith said")."""
    head = mention.head
    return head is not None and head.dep_ == "nsubj" and head.head.dep_ == "ROOT"


def _agrees(mention: Mention, pronoun: str) -> bool:
    head = mention.head.lower_ if mention.head is not None else ""
    if head in ("body", "corpse"):
        return False
    told = mention.passage.text[mention.start : mention.end].split()
    honorific = told[0].rstrip(".").lower() if told else ""
    other = WOMEN if pronoun.lower() == "he" else MEN
    return head not in other and honorific not in other


def _speaks_it(mention: Mention, here: Counted, position: int) -> bool:
    """Whether the words are quoted from this very person: "she" is somebody else."""
    head = mention.head
    if head is None or head.dep_ != "nsubj" or head.head.lower_ not in _SAYING:
        return False
    before = here.passage.text[:position]
    curly = before.rfind("“") > before.rfind("”")
    return curly or before.count('"') % 2 == 1
