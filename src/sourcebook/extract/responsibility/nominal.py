"""Nouns that lay it to somebody: a claim by, charges against, the work of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import Finding, is_event
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def of_noun(noun: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a noun alone tells of who did it."""
    key = lemma(noun)
    if key == "claim" and any(lemma(t) == "responsibility" for t in after(noun, "of")):
        yield from _each(noun, after(noun, "by", "from"), "claimed", actors)
    elif key in ("charge", "count", "indictment") and _is_of_harm(noun):
        yield from _each(noun, _against(noun), "accused_by_authority", actors)
    elif key in ("work", "handiwork", "doing") and _tells_of_it(noun):
        yield from _laid(noun, after(noun, "of"), actors)
    elif noun.lower_ in ("officer", "gang") and is_event(_involved(noun)):
        yield _of_kind(noun)
    elif key == "hand" and noun.dep_ == "pobj" and noun.head.lower_ == "at":
        told = is_deed(noun.head.head) or lemma(noun.head.head) in ("die", "death")
        if told:
            yield from _each(noun, after(noun, "of"), "reported_as_fact", actors)
    elif key == "hallmark" or (key in _MARKS and lemma(noun.head) in _BEARING):
        yield from _each(noun, after(noun, "of"), "suspected", actors, hedge=noun.text)
    elif key in ("involvement", "participation", "role") and any(
        is_event(t) for t in after(noun, "in")
    ):
        yield from _each(noun, after(noun, "of", "by"), "accused", actors)


#: Marks that an attack bears of who did it.
_MARKS = frozenset({"mark", "fingerprint", "stamp", "signature", "trademark"})
_BEARING = frozenset({"bear", "have", "carry", "show"})


def _involved(noun: Token) -> Token | None:
    """The event of "officer-involved shooting", "gang-related killing"."""
    step = noun.head
    if step.lower_ not in ("involved", "related"):
        return None
    if step.dep_ in ("amod", "acl"):
        return step.head
    return bearer(step.head) if step.dep_ == "acomp" else bearer(step)


def _of_kind(noun: Token) -> Finding:
    """A member of a force or gang, who is not told apart."""
    hedge = hedge_at(noun.head) or hedge_at(noun.head.head)
    gang = noun.lower_ == "gang"
    return Finding(
        actor=noun,
        relation="suspected" if hedge else "reported_as_fact",
        anchor=noun.head,
        hedge=hedge,
        name=noun.text + "s" if gang else noun.text,
    )


def _is_of_harm(noun: Token) -> bool:
    told = {lemma(t) for t in noun.subtree}
    return bool(told & words("offences"))


def _against(noun: Token) -> Iterator[Token]:
    """Against whom charges are, also where "filed" parts the words."""
    yield from after(noun, "against")
    if noun.dep_ in ("dobj", "nsubjpass"):
        yield from after(noun.head, "against")


def _tells_of_it(noun: Token) -> bool:
    """ "The attack was the work of": a complement of what happened."""
    if noun.dep_ != "attr":
        return False
    what = bearer(noun.head)
    return is_event(what) or (what is not None and what.lower_ in ("it", "this"))


def _laid(noun: Token, whom: Iterator[Token], actors: Actors) -> Iterator[Finding]:
    hedge = hedge_at(noun) or hedge_at(noun.head)
    hedge = hedge or next(
        (t.text for t in noun.head.children if t.lower_ in _OPEN), None
    )
    relation: Relation = "suspected" if hedge else "reported_as_fact"
    yield from _each(noun.head, whom, relation, actors, hedge=hedge)


_OPEN = frozenset({"may", "might", "could"})


def _each(
    anchor: Token,
    whom: Iterator[Token],
    relation: Relation,
    actors: Actors,
    *,
    hedge: str | None = None,
) -> Iterator[Finding]:
    for first in whom:
        for noun in actors.split(first):
            if actors.kind(noun) not in (None, "anonymous"):
                yield Finding(
                    actor=noun,
                    relation=relation,
                    anchor=anchor,
                    hedge=hedge,
                    noun=anchor.pos_ in ("NOUN", "PROPN"),
                )
