"""Findings about those who speak of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_negated,
    is_unreal,
)
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.motives import motive_in
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def _is_body(noun: Token, relation: Relation) -> bool:
    """Whoever claims an attack is somebody, also under a name that nobody knows."""
    return relation == "claimed" and noun.pos_ == "PROPN"


def found_each(
    verb: Token, doer: Token | None, relation: Relation, actors: Actors
) -> Iterator[Finding]:
    """Yield a finding for each actor named; whoever claims is learnt as an actor."""
    if doer is None:
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        nameable = noun.pos_ == "PRON" or actors.names_group(noun)
        if kind is None and not nameable and not _is_body(noun, relation):
            continue
        if relation == "claimed":
            actors.learn(noun)
        yield Finding(actor=noun, relation=relation, anchor=verb)


def in_whose_name(verb: Token, what: Token) -> Token | None:
    """For whom a caller claims it: "claimed it on behalf of", "for the Front"."""
    named = [
        *(
            whose
            for hung in (verb, what)
            for one in after(hung, "on", "in")
            if lemma(one) in ("behalf", "name")
            for whose in after(one, "of")
        ),
        *after(verb, "for"),
        *(after(what, "for") if lemma(what) not in words("claimed_objects") else ()),
    ]
    return next((t for t in named if t.pos_ == "PROPN"), None)


def is_of_habit(verb: Token) -> bool:
    """Who "seldom takes responsibility", or praised it "without claiming" it."""
    left_out = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return left_out or any(c.lower_ in _OFTEN for c in verb.children)


_OFTEN = frozenset({"seldom", "rarely", "often", "usually", "sometimes"})


def owns_up(verb: Token) -> bool:
    """ "Owned up to the killing"; who owns a gun confesses nothing."""
    up = any(c.lower_ == "up" and c.dep_ == "prt" for c in verb.children)
    return lemma(verb) != "own" or up


def is_done_by_them(told: Token) -> bool:
    """ "It had planted the device", told by who speaks for a group."""
    doer = bearer(told)
    if doer is None:
        return False
    plain = all(c.lower_ == "the" for c in doer.children)
    group = lemma(doer) in words("groupings") and plain
    side = group or doer.lower_ in ("it", "they", "we")
    return side and is_deed(told) and not is_negated(told) and not is_unreal(told)


def gives_motive(verb: Token, told: Token) -> bool:
    """Claims that it was done so that something follows (RSP-5)."""
    return lemma(verb) == "claim" and motive_in(told) is not None
