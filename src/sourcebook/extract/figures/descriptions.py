"""Persons told by a noun: "a 16-year-old boy", "her cousin", "the driver"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.individuals import (
    AGED,
    DETERMINERS,
    OWNERS,
    REACH,
    is_minor,
    one_person,
    organisations,
)
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import population_of
from sourcebook.extract.parsed import Passage
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Adjectives that are nouns of one person where no noun follows.
_OF_ONE = frozenset(("male", "female", "adult", "minor", "senior"))


def described(passage: Passage, token: Token) -> Mention | None:
    """Return "a 16-year-old boy", "her cousin", "the driver"; bare in headlines."""
    if not _is_person_noun(token) or _in_compound(token):
        return None
    doc = passage.doc
    first = token.i
    while first > 0 and token.i - first < REACH and _modifies(doc[first - 1]):
        first -= 1
    words = list(doc[first : token.i + 1])
    opener = doc[first - 1].lower_ if first > 0 else ""
    if opener in _generic() or any(t.lower_ in _generic() for t in words):
        return None
    told = doc[first : token.i + 1].text
    population = population_of(token, words)
    if population == "persons" and is_minor(told):
        population = "children"
    if opener in DETERMINERS or opener in OWNERS:
        first -= 1
    elif opener not in ("'s", "’s") and not _stands_bare(passage, token, first, told):
        return None
    start, end = doc[first].idx, token.idx + len(token)
    return one_person(passage, start, end, token, population)


def _is_person_noun(token: Token) -> bool:
    if token.lower_ not in lexicon.singular_people():
        return False
    if token.lower_ in _adjectives() and not _is_noun_here(token):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "INTJ")


def _is_noun_here(token: Token) -> bool:
    """Whether "male", "adult" head a phrase: after an article or age, before a verb."""
    if token.lower_ not in _OF_ONE or token.i == 0:
        return False
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    before = token.nbor(-1)
    told = before.lower_ in DETERMINERS or before.lower_ == "old"
    told = told or before.lower_ in ("black", "white", "adult", "hispanic", "juvenile")
    return told and after not in ("NOUN", "PROPN", "ADJ")


def _generic() -> frozenset[str]:
    return frozenset(table("populations")["generic"]["words"])


def _adjectives() -> frozenset[str]:
    return frozenset(table("populations")["adjectives"]["words"])


def _in_compound(token: Token) -> bool:
    """Whether a noun of people only modifies the next word ("driver side")."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if after.text == "-" or (
        after.lower_ in lexicon.people() and after.lower_ != "other"
    ):
        return True
    return (
        after.pos_ == "NOUN"
        and after.lower_ in lexicon.things()
        and after.dep_ != "nsubj"
    ) or (after.pos_ in ("NOUN", "PROPN") and after.lower_ in organisations())


def _stands_bare(passage: Passage, token: Token, first: int, told: str) -> bool:
    """Whether a singular noun may stand without an article: headlines, "mother of two"."""
    if passage.field == "title" or AGED.search(told.lower()):
        return True
    if passage.doc[first].is_sent_start:
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        return first != token.i or (after is not None and after.text == ",")
    return False


def _modifies(token: Token) -> bool:
    if token.lower_ in OWNERS or token.lower_ in DETERMINERS:
        return False
    if token.pos_ in ("ADJ", "NUM", "NOUN", "PROPN") or token.text == "-":
        return True
    return token.tag_ in ("VBN", "VBG") and bool(token.dep_ == "amod")
