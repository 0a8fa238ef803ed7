"""Those behind a deed who need not have been there: who planned it or paid for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, agent, bearer, is_passive, subject
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    is_unreal,
)

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def planned(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Somebody planned the attack or paid for it, and it has happened."""
    if is_negated(verb) or is_unreal(verb):
        return
    done = [c for c in verb.children if c.dep_ == "dobj"]
    done += after(verb, "for")
    shared = [t for v in verb.conjuncts if v.pos_ == "VERB" for t in after(v, "for")]
    told = any(is_event(noun) for noun in (*done, *shared))
    doer = subject(verb)
    if is_passive(verb) and is_event(bearer(verb)):
        told, doer = True, agent(verb)
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
