"""Harm: whether a verb, with what belongs to it, tells harm done to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    following,
    is_passive,
    lemma,
    undergoer,
)
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


SELF = frozenset({"himself", "herself", "themselves", "self"})


_CHILDREN = frozenset(
    {"boy", "girl", "teen", "teenager", "child", "toddler", "kid", "son"}
)


def is_mishap(verb: Token) -> bool:
    """Whether somebody hits himself by accident, or a child does ("shot himself")."""
    hit = undergoer(verb)
    if hit is None:
        return False
    if any(c.lower_ in ("accidentally", "accidently") for c in verb.children):
        return True
    doer = bearer(verb)
    child = doer is not None and lemma(doer) in _CHILDREN
    return child and hit.lower_ in SELF


def begins(verb: Token) -> bool:
    """ "Started shooting": a deed without an object."""
    return (
        verb.dep_ == "xcomp"
        and lemma(verb.head) in ("start", "begin")
        and lemma(verb) in ("shoot", "fire", "stab", "kill")
    )


def is_deed(verb: Token) -> bool:
    """Whether the verb, with what belongs to it, tells harm done to people."""
    key = lemma(verb)
    if verb.pos_ != "VERB" or key not in words("deeds"):
        return False
    if begins(verb):
        return True
    if key == "attack" and not is_passive(verb):
        hit = undergoer(verb)
        return (
            hit is not None
            and lemma(hit) not in words("abstract")
            and not _is_in_words(verb)
        )
    if key not in words("light"):
        return _has_victim(verb)
    if key in words("bare"):
        return holds_people(verb)
    objects = [
        t
        for c in verb.children
        if c.dep_ in ("dobj", "pobj", "nsubjpass", "attr")
        for t in following(c)
    ]
    objects += list(after(verb, "on", "out"))
    if key == "spray":
        objects += after(verb, "with")
    objects += [t for o in objects if lemma(o) in _STRINGS for t in after(o, "of")]
    if is_passive(verb) and (hit := undergoer(verb)) is not None:
        objects.append(hit)
        objects += after(hit, "of") if lemma(hit) in _STRINGS else ()
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
        ) or is_human(undergoer(verb))
    told = _tells_by_particle(verb)
    if told is not None:
        return told
    return key in words("personal") and is_human(undergoer(verb))


def holds_people(verb: Token) -> bool:
    """Took somebody hostage, held them captive, rounded up villagers, led the attack."""
    key, hit = lemma(verb), undergoer(verb)
    near = {c.lower_ for c in verb.children if c.i > verb.i}
    near |= {
        t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 12] if t.sent == verb.sent
    }
    if key == "round":
        return "up" in near and is_human(hit)
    if key == "lead":
        return hit is not None and lemma(hit) in ("attack", "assault", "raid", "ambush")
    captive = bool(near & {"hostage", "hostages", "captive", "prisoner"})
    return captive and hit is not None


def _is_in_words(verb: Token) -> bool:
    """Whether somebody is attacked in words only ("harshly attacked the senator")."""
    manner = any(c.lower_ in words("in_words") for c in verb.children)
    where = any(lemma(t) in words("speeches") for t in after(verb, "in", "during"))
    return manner or where or any(t.tag_ == "VBG" for t in after(verb, "for"))


#: Nouns for several attacks.
_STRINGS = frozenset({"series", "string", "wave", "number", "spate", "pair"})


def _tells_by_particle(verb: Token) -> bool | None:
    """Gunned down, blew up, opened fire, fired on, drove into people; else None."""
    key = lemma(verb)
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    if key in ("gun", "mow") and "down" in particles:
        return undergoer(verb) is not None
    if key == "blow" and "up" in particles:
        return True
    if key == "wipe" and "out" in particles:
        return undergoer(verb) is not None
    if key == "set" and any(c.lower_ in _ALIGHT for c in verb.subtree):
        return undergoer(verb) is not None
    if key in ("beat", "kick", "club", "stone", "trample", "hack"):
        fatal = any(lemma(t) == "death" for t in after(verb, "to"))
        hit = undergoer(verb)
        using = [*after(verb, "with"), *(after(hit, "with") if hit else ())]
        armed = any(lemma(t) in words("clubs") for t in using)
        if fatal or armed or any(c.lower_ in _HARD for c in verb.children):
            return undergoer(verb) is not None
    if key == "burn" and any(c.lower_ == "alive" for c in verb.children):
        return undergoer(verb) is not None
    if key == "clash":
        return any(after(verb, "with"))
    if key == "open" and any(o.lower_ == "fire" for o in verb.subtree):
        return True
    if key == "fire" and any(after(verb, "on", "at", "into")):
        return True
    if key in ("crash", "slam"):
        return any(c.dep_ == "dobj" for c in verb.children) and _is_into_people(verb)
    if key in ("plow", "plough", "ram", "drive"):
        return _is_into_people(verb)
    return None


_HARD = frozenset({"up", "severely", "brutally", "savagely", "badly", "unconscious"})
_ALIGHT = frozenset({"alight", "ablaze", "afire"})


def _has_victim(verb: Token) -> bool:
    hit = undergoer(verb)
    if is_mishap(verb) or killed_so(verb) is not None:
        return True
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


def killed_so(verb: Token) -> Token | None:
    """Return whom a verb with "dead" hits, where the parser hung him from "dead"."""
    for child in verb.children:
        if child.lower_ == "dead" and child.i > verb.i:
            return next((c for c in child.children if c.dep_ == "dobj"), None)
    return None


def is_left_dead(verb: Token) -> bool:
    """Whether a headline leaves out "was" ("Attacker shot dead"): its subject is hit."""
    dead = any(c.lower_ == "dead" and c.i == verb.i + 1 for c in verb.children)
    return dead and undergoer(verb) is None and killed_so(verb) is None


def _acts_alone(verb: Token) -> bool:
    """Without an object only an attacker is its subject ("the victim shot twice")."""
    doer = bearer(verb)
    if is_left_dead(verb):
        return False
    return (
        lemma(verb) == "rampage"
        or begins(verb)
        or _goes_on(verb)
        or (doer is not None and lemma(doer) in words("doers"))
    )


def _goes_on(verb: Token) -> bool:
    """ "Got out of the car and shot once": whoever moves there is not the one hit."""
    step = verb.head
    return (
        verb.dep_ == "conj"
        and lemma(step) in _COMING
        and not is_passive(step)
        and lemma(verb) in ("shoot", "fire", "stab")
    )


_COMING = frozenset(
    {"get", "walk", "run", "step", "come", "approach", "exit", "turn", "jump", "lean"}
)


def _is_into_people(verb: Token) -> bool:
    hit = [*after(verb, "into", "through")]
    return any(
        (is_human(t) and t.ent_type_ not in ("GPE", "FAC", "LOC"))
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


def is_human(token: Token | None) -> bool:
    """Whether people are meant, or a place where people are."""
    if token is None:
        return False
    if token.ent_type_ in ("PERSON", "NORP", "ORG", "GPE", "FAC", "LOC"):
        return True
    return lemma(token) in words("hit")


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
