"""Denials: somebody had no part in it, by their own or others' words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    is_passive,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.claimants import found_each
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    tells_event,
)
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def denied(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Somebody denies to have done it, or another's claim is dismissed."""
    what = undergoer(verb)
    gerund = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp")), None
    )
    negated_claim = (
        lemma(verb) in words("claiming")
        and is_negated(verb)
        and what is not None
        and lemma(what) in words("claimed_objects")
    )
    if lemma(verb) not in words("denying") and not negated_claim:
        return
    noun = what is not None and (
        lemma(what) in words("denied_objects") or is_event(what)
    )
    if lemma(verb) == "dismiss" or (
        noun and what is not None and lemma(what) == "claim"
    ):
        owner = (
            next((c for c in what.children if c.dep_ == "poss"), None)
            if what is not None
            else None
        )
        yield from found_each(verb, owner, "denied", actors)
    elif noun or (gerund is not None and tells_event(gerund) and _denies_self(gerund)):
        yield from found_each(verb, subject(verb), "denied", actors)


def _denies_self(gerund: Token) -> bool:
    doer = bearer(gerund)
    return (
        gerund.tag_ == "VBG"
        or doer is None
        or doer.lower_ in ("it", "they", "we", "he", "she", "i")
    )


def untied(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Nothing ties somebody to it ("had no connection to", "was not involved in")."""
    if lemma(verb) in ("have", "find", "see", "be", "suggest", "show"):
        near = [t for c in verb.children for t in (c, *c.children)]
        for noun in (t for t in near if lemma(t) in words("ties")):
            if not any(c.lower_ == "no" for c in noun.children) and not is_negated(
                verb
            ):
                continue
            for group in after(noun, "to", "with"):
                if actors.kind(group) in ("group", "named", "described"):
                    yield Finding(actor=group, relation="denied", anchor=verb)
    if lemma(verb) == "involve" and is_negated(verb) and is_passive(verb):
        who = bearer(verb)
        if who is not None and actors.kind(who) in ("group", "named", "state"):
            yield Finding(actor=who, relation="denied", anchor=verb)
