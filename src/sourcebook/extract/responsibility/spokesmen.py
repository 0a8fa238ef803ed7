"""Those who speak for a group: fronts and armies of themselves, spokesmen for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.responsibility.actor_words import is_of_some_group
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def is_collective(speaker: Token) -> bool:
    """Whether a front, an army or rebels speak, who say "it" or "they" of themselves."""
    if lemma(speaker) in words("groupings") | {"army", "military", "force", "wing"}:
        return True
    return speaker.tag_ == "NNS" and lemma(speaker) in words("doers")


def speaks_for_group(speaker: Token, actors: Actors) -> bool:
    """Whether a spokesman or leader of an armed group speaks."""
    spokes = any(
        lemma(t) in ("spokesman", "spokeswoman", "spokesperson", "commander", "leader")
        for t in _near(speaker)
    )
    if actors.claimant is not None and is_of_some_group(speaker):
        return True
    spokes = spokes or any(_speaks_for(t) for t in speaker.subtree)
    return spokes and group_of(speaker, actors) != speaker


def _speaks_for(verb: Token) -> bool:
    """ "A caller claiming to speak for" a group, "a man who said he represented" it."""
    return verb.pos_ == "VERB" and lemma(verb) in ("speak", "represent")


def group_of(speaker: Token, actors: Actors) -> Token:
    """Return the group that a spokesperson speaks for, else the speaker."""
    spokes = lemma(speaker) in _SPOKES
    if actors.kind(speaker) == "group" and speaker.ent_type_ != "PERSON" and not spokes:
        return speaker
    groups = [
        t
        for t in _near(speaker)
        if t.pos_ in ("PROPN", "NOUN", "ADJ") and t != speaker and actors.names_group(t)
    ]
    return groups[0] if groups else speaker


_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "commander", "leader"})


def _near(speaker: Token) -> list[Token]:
    return [
        *speaker.subtree,
        *([speaker.head] if speaker.dep_ in ("appos", "compound") else []),
    ]
