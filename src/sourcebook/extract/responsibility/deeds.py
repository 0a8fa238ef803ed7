"""Deeds told as fact: somebody attacked, a Taliban attack, an attack by rebels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    bearer_of_own,
    following,
    is_passive,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.actors import Actors, hedge_at
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
    if is_negated(verb) or is_unreal(verb) or not _is_deed(verb):
        return
    doer = subject(verb)
    if doer is None or _hits_a_doer(verb) or _is_scene(doer, verb):
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        personal = noun.lower_ in ("he", "she") and noun.pos_ == "PRON"
        if personal or _may_do(verb, noun, kind):
            hedge = hedge_at(noun) or hedge_at(verb)
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
        if actors.kind(noun) in ("group", "named", "state"):
            yield Finding(
                actor=noun, relation="reported_as_fact", anchor=verb, hedge=hedge_at(verb)
            )


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
    if kind not in _WEAK_ACTORS:
        return False
    if (
        lemma(verb) in words("personal")
        and kind == "named"
        and noun.ent_type_ == "PERSON"
    ):
        return lemma(verb) == "attack"
    return True


def _is_deed(verb: Token) -> bool:
    """Whether the verb, with what belongs to it, tells harm done to people."""
    key = lemma(verb)
    if key not in words("light"):
        return _has_victim(verb)
    objects = [
        t
        for c in verb.children
        if c.dep_ in ("dobj", "pobj", "nsubjpass", "attr")
        for t in following(c)
    ]
    objects += list(after(verb, "on", "out"))
    if any(lemma(o) == "suicide" for o in objects):
        return False
    if any(
        lemma(o) in words("deed_nouns") or lemma(o) in words("event_nouns")
        for o in objects
    ):
        return key not in (
            "hit",
            "strike",
            "target",
            "seize",
            "run",
            "drive",
        ) or _is_human(undergoer(verb))
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    if key in ("gun", "mow") and "down" in particles:
        return True
    if key == "blow" and "up" in particles:
        return True
    if key == "open" and any(o.lower_ == "fire" for o in verb.subtree):
        return True
    if key == "fire" and any(after(verb, "on", "at", "into")):
        return True
    if key in ("plow", "plough", "ram", "drive", "crash", "run") and key != "run":
        return _is_into_people(verb)
    return key in words("personal") and _is_human(undergoer(verb))


def _has_victim(verb: Token) -> bool:
    hit = undergoer(verb)
    if hit is not None and hit.lower_ in (
        "video",
        "footage",
        "photo",
        "photos",
        "picture",
        "film",
        "scene",
        "himself",
        "herself",
    ):
        return False
    if (
        hit is not None
        and lemma(hit) in _BODY
        and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in hit.children)
    ):
        return False
    return hit is not None or is_passive(verb) or _acts_alone(verb)


def _acts_alone(verb: Token) -> bool:
    """Without an object only an attacker is its subject ("the victim shot twice")."""
    doer = bearer(verb)
    return lemma(verb) == "rampage" or (
        doer is not None and lemma(doer) in words("doers")
    )


def _is_into_people(verb: Token) -> bool:
    hit = [*after(verb, "into", "through", "at")]
    return any(
        _is_human(t)
        or lemma(t)
        in (
            "consulate",
            "embassy",
            "wall",
            "building",
            "base",
            "checkpoint",
            "compound",
            "gate",
        )
        for t in hit
    )


def _is_human(token: Token | None) -> bool:
    if token is None:
        return False
    if token.ent_type_ in ("PERSON", "NORP", "ORG", "GPE", "FAC", "LOC"):
        return True
    return lemma(token) in _HIT


_HIT = frozenset(
    {
        "people",
        "civilian",
        "crowd",
        "pedestrian",
        "child",
        "woman",
        "man",
        "police",
        "officer",
        "soldier",
        "troop",
        "person",
        "passenger",
        "victim",
        "villager",
        "resident",
        "student",
        "worker",
        "guard",
        "base",
        "checkpoint",
        "convoy",
        "consulate",
        "embassy",
        "compound",
        "station",
        "village",
        "town",
        "city",
        "hospital",
        "school",
        "mosque",
        "church",
        "building",
        "market",
        "house",
        "home",
        "hotel",
        "restaurant",
        "cinema",
        "party",
        "office",
        "headquarters",
        "post",
        "barracks",
        "prison",
        "bus",
        "train",
        "patrol",
        "camp",
        "position",
        "airport",
        "temple",
        "nightclub",
        "club",
        "mall",
        "store",
        "shop",
        "stage",
        "plane",
        "girl",
        "boy",
        "family",
        "teacher",
    }
)


#: Parts of one's own body: an accident, not a deed.
_BODY = frozenset(
    {
        "foot",
        "hand",
        "leg",
        "head",
        "arm",
        "face",
        "knee",
        "calf",
        "finger",
        "thigh",
        "toe",
        "shoulder",
        "ankle",
        "hamstring",
        "wrist",
        "back",
        "elbow",
    }
)


def _hits_a_doer(verb: Token) -> bool:
    """Whether the one hit is the attacker himself ("police shot the gunman")."""
    hit = undergoer(verb)
    return hit is not None and (
        lemma(hit) in words("doers")
        or hit.lower_ in ("himself", "herself", "themselves")
    )
