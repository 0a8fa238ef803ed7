"""Gun accidents: somebody's gun went off in his hands, or he pulled the trigger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma, subject, undergoer
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import Finding, is_negated, is_unreal
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def gun_accident(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield who fired a gun without meaning to, or shot himself."""
    if is_negated(verb) or is_unreal(verb):
        return
    doer = _handler(verb)
    if doer is None or not _is_somebody(doer, actors):
        return
    hedge = hedge_at(verb)
    yield Finding(
        actor=doer,
        relation="suspected" if hedge else "reported_as_fact",
        anchor=verb,
        hedge=hedge,
    )


def _handler(verb: Token) -> Token | None:
    """Who pulled the trigger, discharged it, was cleaning it, or did it to himself."""
    hit = undergoer(verb)
    if lemma(verb) in ("pull", "discharge", "squeeze"):
        told = hit is not None and _is_gun(hit)
        return subject(verb) if told else _beside(verb)
    if any(_is_own_doing(t) for t in verb.subtree):
        return bearer(verb) if lemma(verb) in _SUFFERING else None
    return _beside(verb) if lemma(verb) in ("go", "fire") else None


#: Verbs with "self-inflicted" whose subject is the one who did it.
_SUFFERING = frozenset({"die", "suffer", "sustain", "have", "treat", "receive"})


def _is_own_doing(token: Token) -> bool:
    return token.lower_ in ("self-inflicted", "inflicted") and (
        token.lower_ != "inflicted" or any(c.lower_ == "self" for c in token.children)
    )


def _beside(verb: Token) -> Token | None:
    """Who handled the gun that went off ("went off while he was cleaning it")."""
    gun = bearer(verb)
    if gun is None or not (_is_gun(gun) or gun.lower_ == "it"):
        return None
    if lemma(verb) == "go" and not any(c.lower_ == "off" for c in verb.children):
        return None
    for near in (*verb.children, verb.head):
        handled = near.pos_ == "VERB" and lemma(near) in words("handling")
        if handled and "advcl" in (near.dep_, verb.dep_):
            return bearer(near)
    return None


def _is_gun(token: Token) -> bool:
    return lemma(token) in words("guns") or any(
        lemma(t) in words("guns") for t in after(token, "of")
    )


def _is_somebody(doer: Token, actors: Actors) -> bool:
    if doer.pos_ == "PRON":
        return doer.lower_ in ("he", "she")
    return actors.kind(doer) in ("named", "described", "anonymous")
