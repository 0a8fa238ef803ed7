"""Who is told as having done it: no victim, whatever befell them (NUM-17)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.lexicon import people
from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.lexicon import words
from sourcebook.extract.scope.person import person_in
from sourcebook.extract.scope.told import Told
from sourcebook.model.span import Field

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

PASSIVE = "nsubjpass"
ACTIVE = "nsubj"
RELATIVES = frozenset({"WP", "WDT"})
VERBS = frozenset({"VERB", "AUX"})
PAST = frozenset({"VBD", "VBN"})
WORD = re.compile(r"\w+")
#: Where a person is told: field and first character.
Place = tuple[Field, int]


def doers(sentences: Iterable[Sentence]) -> frozenset[Place]:
    """Return where persons stand who hit somebody, or who are charged with it.

    "A man shot his brother", "the boy was arraigned in the death of".
    """
    return frozenset(
        (sentence.field, sentence.passage.span(noun).start)
        for sentence in sentences
        for verb in sentence.tokens
        if verb.pos_ in VERBS
        for noun in _doers_of(verb)
    )


def told_again(own: Sequence[Told], known: Iterable[Place]) -> frozenset[Place]:
    """Return where persons stand who are told elsewhere in the report as doers.

    "A woman shot her son ... The woman died": no victim was called a woman before.
    ``known`` are the places of :func:`doers`.
    """
    places = sorted(known)
    return frozenset(
        place
        for told in own
        if told.single and not told.attacker
        if (place := place_of(told.draft)) is not None
        if _did_it(told, own, places)
        and not any(_is_called(told, o) for o in own if o.single and not o.attacker)
    )


def _did_it(told: Told, own: Sequence[Told], known: Sequence[Place]) -> bool:
    if any(_is_called(told, o) for o in own if o.single and o.attacker):
        return True
    noun, passage = _noun(told), told.draft.passage
    if told.clause.quote != f"the {noun}":
        return False
    return any(
        (field == "text", start) < (passage.field == "text", told.span.start)
        and _word(passage.report.characters(field), start) == noun
        for field, start in known
    )


def _word(characters: str, start: int) -> str:
    found = WORD.match(characters, start)
    return found.group().lower() if found else ""


def place_of(draft: Draft) -> Place | None:
    """Return where the person counted stands, None where no token is covered."""
    tokens = draft.passage.tokens(draft.span)
    if not tokens:
        return None
    return draft.passage.field, draft.passage.span(tokens.root).start


def _is_called(told: Told, other: Told) -> bool:
    """Whether words take up a person told before, by name or by "the" and a noun."""
    if _order(told) <= _order(other):
        return False
    names = person_in(told).names
    if names:
        return names <= person_in(other).names
    noun = _noun(told)
    return told.clause.quote == f"the {noun}" and noun == _noun(other)


def _order(told: Told) -> tuple[int, int]:
    return told.clause.sentence.index, told.span.start


def _noun(told: Told) -> str:
    return told.clause.quote.split()[-1]


def _doers_of(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    if lemma in words("doers", "pleads"):
        yield from _subjects(verb, ACTIVE)
    elif any(child.dep_ in {"auxpass", PASSIVE} for child in verb.children):
        if lemma in words("doers", "charged"):
            yield from _subjects(verb, PASSIVE)
    elif (
        lemma in words("doers", "fires")
        or (lemma in words("doers", "hits") and _hits_somebody(verb))
        or (lemma in words("doers", "charged") and _is_headline(verb))
    ):
        yield from _subjects(verb, ACTIVE)


def _is_headline(verb: Token) -> bool:
    """Whether a passive is told without its auxiliary: "mother charged in death"."""
    return verb.tag_ in PAST and all(c.dep_ != "dobj" for c in verb.children)


def _hits_somebody(verb: Token) -> bool:
    return any(
        _is_person(child) or child.lower_ in words("doers", "pronouns")
        for child in verb.children
        if child.dep_ == "dobj"
    )


def _subjects(verb: Token, wanted: str) -> Iterator[Token]:
    """Yield persons who are a verb's subject, through "who" and coordination."""
    own = [child for child in verb.children if child.dep_ in {ACTIVE, PASSIVE}]
    for subject in own:
        through = verb.dep_ == "relcl" and subject.tag_ in RELATIVES
        noun = verb.head if through else subject
        if subject.dep_ == wanted and _is_person(noun):
            yield noun
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        yield from _subjects(verb.head, wanted)


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lower_ in people()
