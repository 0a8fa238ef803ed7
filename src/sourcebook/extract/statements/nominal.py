"""Acts told by a noun: "condemnation from the ministry", "reiterated his call for calm"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma
from sourcebook.extract.responsibility.finding import is_event
from sourcebook.model.claim import Act
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def act_of_noun(noun: Token) -> Act | None:
    """Return the act that a noun tells, None where it tells none here.

    A call or an appeal is one only with what it is for, a rejection of harm done.
    """
    act = _by_noun().get(lemma(noun)) if noun.pos_ == "NOUN" else None
    if act == "demand" and not any(after(noun, "for")):
        return None
    if lemma(noun) == "rejection" and not any(is_event(t) for t in after(noun, "of")):
        return None
    return act


def speakers_of_noun(noun: Token) -> Iterator[Token]:
    """Yield who performs it: after "from" or "by", else its owner."""
    yield from after(noun, "from", "by")
    drawn = noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB"
    if drawn:
        yield from after(noun.head, "from")
    for owner in noun.children:
        if owner.dep_ == "poss":
            itself = bearer(noun.head) if owner.pos_ == "PRON" and drawn else owner
            if itself is not None:
                yield itself


@cache
def _by_noun() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for act, nouns in table("acts")["nominal"].items():
        for noun in nouns:
            found[noun] = act
    return found
