"""Who is told as having done it: no victim, whatever befell them (NUM-17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.figures.lexicon import people
from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.lexicon import words
from sourcebook.model.span import Field

if TYPE_CHECKING:
    from spacy.tokens import Token

PASSIVE = "nsubjpass"
ACTIVE = "nsubj"
RELATIVES = frozenset({"WP", "WDT"})
VERBS = frozenset({"VERB", "AUX"})
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


def _doers_of(verb: Token) -> Iterator[Token]:
    lemma = verb.lemma_.lower()
    if lemma in words("doers", "pleads"):
        yield from _subjects(verb, ACTIVE)
    elif any(child.dep_ in {"auxpass", PASSIVE} for child in verb.children):
        if lemma in words("doers", "charged"):
            yield from _subjects(verb, PASSIVE)
    elif lemma in words("doers", "fires") or (
        lemma in words("doers", "hits") and _hits_somebody(verb)
    ):
        yield from _subjects(verb, ACTIVE)


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
