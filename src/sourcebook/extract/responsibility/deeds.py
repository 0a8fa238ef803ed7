"""Deeds told as fact: somebody attacked, a Taliban attack, an attack by rebels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer_of_own,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.deed_nouns import (
    NOUN_DEEDS,
    deed_of_noun,
    named_doer,
    warrant,
)
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    is_unreal,
)
from sourcebook.extract.responsibility.harm import (
    SELF,
    begins,
    is_deed,
    is_human,
    is_mishap,
)
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEAK_ACTORS = frozenset({"described", "named", "group", "state"})


def deeds(token: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a verb or noun tells as a deed of somebody."""
    if token.pos_ == "VERB" and lemma(token) in words("deeds"):
        yield from _verb(token, actors)
    elif token.pos_ == "VERB" and lemma(token) in words("planning"):
        yield from _planned(token, actors)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma(token) in NOUN_DEEDS:
            yield from deed_of_noun(token, actors)
        yield from named_doer(token, actors)
        if lemma(token) == "warrant":
            yield from warrant(token, actors)


def _verb(verb: Token, actors: Actors) -> Iterator[Finding]:
    if is_negated(verb) or is_unreal(verb) or not is_deed(verb):
        return
    doer = subject(verb)
    if doer is None or _hits_a_doer(verb) or _is_scene(doer, verb) or is_laid_to(verb):
        return
    if any(c.lower_ in ("its", "our") and c.dep_ == "poss" for c in doer.children):
        return  # "said its fighters struck": the one who says so claims it
    if _is_hunted(verb, doer):
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        personal = noun.lower_ in ("he", "she") and noun.pos_ == "PRON"
        if personal or _may_do(verb, noun, kind):
            hedge = hedge_at(noun) or _hedge_over(verb)
            own = (
                any(lemma(c) in ("soldier", "fighter") for c in (doer,))
                and actors.kind(noun) == "group"
                and noun != doer
            )
            relation: Relation = (
                "claimed" if own else "suspected" if hedge else "reported_as_fact"
            )
            yield Finding(
                actor=noun, relation=relation, anchor=_owner(verb), hedge=hedge
            )


def is_laid_to(verb: Token) -> bool:
    """A gerund under a verb of accusing or admitting: another pattern tells whose."""
    step = verb
    while step.dep_ == "conj":
        step = step.head
    if step.dep_ not in ("pcomp", "xcomp", "advcl") or step.tag_ != "VBG":
        return False
    above = step.head.head if step.dep_ == "pcomp" else step.head
    while above.dep_ == "pobj" and above.head.head != above:
        above = above.head.head
    return lemma(above) in _LAYING


#: Words under which a gerund tells what somebody else is said to have done.
_LAYING = (
    words("accusing") | words("charging") | words("convicting") | words("confessing")
    | words("denying") | {"suspect", "want", "arrest", "acquit", "charge", "suspicion"}
)  # fmt: skip


def _is_scene(doer: Token, verb: Token) -> bool:
    """A place whose "which" means what happened there ("bombings in X, which killed")."""
    step = doer
    while step.dep_ == "conj" and step.head.dep_ in ("pobj", "conj"):
        step = step.head
    inside = step.dep_ == "pobj" and step.head.lower_ in ("in", "at", "near", "outside")
    return inside and verb.i > doer.i and bearer_of_own(verb) != doer


def _planned(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Somebody planned the attack or paid for it, and it has happened."""
    if is_negated(verb) or is_unreal(verb):
        return
    done = [c for c in verb.children if c.dep_ == "dobj"]
    done += after(verb, "for")
    shared = [t for v in verb.conjuncts if v.pos_ == "VERB" for t in after(v, "for")]
    told = any(is_event(noun) for noun in (*done, *shared))
    doer = subject(verb)
    if not told or doer is None or verb.tag_ not in ("VBD", "VBN"):
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        if kind in ("group", "named", "state") or noun.pos_ == "PROPN":
            yield Finding(
                actor=noun,
                relation="reported_as_fact",
                anchor=verb,
                hedge=hedge_at(verb),
            )


def _hedge_over(verb: Token) -> str | None:
    """The hedge of a verb or of the one it goes on from ("allegedly shot and killed")."""
    step, hedge = verb, hedge_at(verb)
    while hedge is None and step.dep_ == "conj" and step.head.pos_ == "VERB":
        step = step.head
        hedge = hedge_at(step)
    return hedge


def _is_hunted(verb: Token, doer: Token) -> bool:
    """A participle hung from "police are searching for the gunman" by the parser."""
    owner = _owner(verb)
    hunters = lemma(doer) in words("authorities") or doer.ent_type_ == "ORG"
    return owner != verb and hunters and not is_deed(owner)


def _owner(verb: Token) -> Token:
    """The verb that has the subject, of a participle that goes on with it."""
    step = verb
    while (
        step.dep_ in ("advcl", "xcomp", "conj")
        and bearer_of_own(step) is None
        and step.head.pos_ == "VERB"
    ):
        step = step.head
    return step


def _may_do(verb: Token, noun: Token, kind: str | None) -> bool:
    if kind == "anonymous":
        hit = undergoer(verb)
        own = hit is not None and hit.lower_ in SELF
        harmed = own or begins(verb) or is_human(hit) or lemma(verb) in words("light")
        return harmed and _is_somebody(noun) and lemma(verb) in words("harming")
    if kind not in _WEAK_ACTORS:
        return False
    if (
        lemma(verb) in words("personal")
        and kind == "named"
        and noun.ent_type_ == "PERSON"
    ):
        return lemma(verb) == "attack"
    return True


def _is_somebody(noun: Token) -> bool:
    """A person who is not named: a man, someone, two gunmen; not "the gunman"."""
    if noun.pos_ == "PRON":
        return noun.lower_ in ("someone", "somebody")
    if noun.pos_ != "NOUN":
        return False
    known = any(
        c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "another")
        for c in noun.children
    )
    return lemma(noun) in words("somebody") or (
        lemma(noun) in ("gunman", "shooter", "sniper") and not known
    )


def _hits_a_doer(verb: Token) -> bool:
    """Whether the one hit is the attacker himself ("police shot the gunman")."""
    hit = undergoer(verb)
    if is_mishap(verb):
        return False
    own = hit is not None and hit.lower_ in SELF
    return own or (hit is not None and lemma(hit) in words("doers"))
