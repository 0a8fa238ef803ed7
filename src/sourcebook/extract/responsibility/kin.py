"""Those whom a report tells of by their tie to who did it: his brother, her lawyer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, entity_at, lemma
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def kin_of_doers(parsed: Parsed) -> frozenset[str]:
    """Return the names told beside "the gunman's brother" or "a friend of the suspect"."""
    return frozenset(
        " ".join(entity.text.split())
        for passage in parsed.passages
        for token in passage.doc
        if lemma(token) in words("kin") and _is_of_doer(token)
        for person in _beside(token)
        if (entity := entity_at(person)) is not None
    )


def _is_of_doer(kin: Token) -> bool:
    """Whether a tie is to somebody who is told to have done it."""
    owners = (c for c in kin.children if c.dep_ == "poss")
    return any(
        lemma(t) in words("doers") for t in (*after(kin, "of", "to", "for"), *owners)
    )


def _beside(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in ("appos", "nmod") and child.ent_type_ == "PERSON":
            yield child
    if noun.dep_ in ("appos", "compound", "nmod") and noun.head.ent_type_ == "PERSON":
        yield noun.head
