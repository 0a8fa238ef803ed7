"""Places of its own that a count names: one of several scenes of an incident (SCP-3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook.extract.scope.clauses import path
from sourcebook.extract.scope.lexicon import words
from sourcebook.extract.scope.told import Told

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

WORD = re.compile(r"[^\W\d_]{3,}")


def words_of(told: Iterable[Told]) -> frozenset[str]:
    """Return the words of the sentences in which figures stand."""
    wholes = sorted({t.clause.whole for t in told})
    return frozenset(word for whole in wholes for word in WORD.findall(whole))


def has_own_site(told: Told, known: frozenset[str]) -> bool:
    """Whether its clause names a place where it happened that is none of the known."""
    clause = told.clause
    doc = clause.sentence.tokens.doc
    return any(
        _is_new(noun, known) and not _is_speakers(noun)
        for token in doc[clause.first : clause.last]
        if token.lower_ in words("site", "prepositions")
        for noun in _objects(token)
    )


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts


def _is_new(noun: Token, known: frozenset[str]) -> bool:
    """Whether a place goes by a name that was not told: "the Saha quarter"."""
    if noun.ent_type_ in {"DATE", "TIME", "PERSON", "CARDINAL", "ORDINAL", "NORP"}:
        return False
    named = [
        t
        for t in (noun, *noun.children)
        if t.pos_ == "PROPN"
        and t.is_title
        and t.dep_ in {"compound", "pobj", "conj", "nmod"}
    ]
    if not named or any(t.lower_ in words("site", "times") for t in named):
        return False
    return all(t.lower_ not in known for t in named)


def _is_speakers(noun: Token) -> bool:
    """Whether the place is where who speaks is: "officials in Herat said"."""
    for below, above in pairwise(path(noun)):
        if above.lemma_.lower() in words("site", "says"):
            return below.dep_ in {"nsubj", "prep", "npadvmod"}
    return False
