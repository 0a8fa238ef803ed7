"""Findings about those whom others name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    agent,
    bearer,
    is_passive,
    lemma,
)
from sourcebook.extract.responsibility.actor_words import hedge_at, is_unnamed
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_negated,
    tells_event,
)
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


#: Nouns that say nothing about who it was.
_NOBODY = frozenset(
    {
        "suspect",
        "person",
        "people",
        "individual",
        "gunman",
        "shooter",
        "attacker",
        "other",
        "anyone",
        "one",
        "group",
        "victim",
        "two",
        "three",
    }
)


_PERSONS = frozenset({"he", "she", "it", "they", "him", "her"})
TIES = ("of", "for", "in", "with", "over", "on", "after", "following", "from")


def accused_each(
    verb: Token,
    who: Token | None,
    relation: Relation,
    actors: Actors,
    *,
    hedge: str | None = None,
    vague: bool = True,
    anyone: bool = False,
) -> Iterator[Finding]:
    """One finding an actor; ``vague`` actors count too ("the driver"), or ``anyone``."""
    if who is None or is_negated(verb):
        return
    for noun in actors.split(who):
        kind = actors.kind(noun)
        person = noun.pos_ == "PRON" and noun.lower_ in _PERSONS
        if (
            kind in ("group", "named", "described", "state")
            or (anyone and (noun.pos_ in ("NOUN", "PROPN") or is_unnamed(noun)))
            or person
            or (
                vague
                and kind == "anonymous"
                and noun.pos_ != "PRON"
                and lemma(noun) not in _NOBODY
            )
        ):
            yield Finding(
                actor=noun,
                relation=relation,
                anchor=verb,
                hedge=hedge or hedge_at(verb),
            )


def relation_by(verb: Token) -> Relation:
    """Accused, or accused by an authority, from whoever accuses."""
    accuser = agent(verb) if is_passive(verb) else bearer(verb)
    if accuser is None:
        return "accused"
    near = [
        accuser,
        *(c for c in accuser.children if c.dep_ in ("compound", "appos", "amod")),
    ]
    return (
        "accused_by_authority"
        if any(lemma(t) in words("authorities") or t.ent_type_ == "GPE" for t in near)
        else "accused"
    )


def of_event(verb: Token, prepositions: tuple[str, ...] = TIES) -> bool:
    """Whether what hangs from the verb by a preposition tells harm."""
    return any(tells_event(t) for t in after(verb, *prepositions))
