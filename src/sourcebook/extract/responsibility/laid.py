"""Blame laid in other words: pointed the finger at, put the blame on, the attackers were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma, undergoer
from sourcebook.extract.responsibility.accused import accused_each, relation_by
from sourcebook.extract.responsibility.finding import Finding, is_negated, is_unreal
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.responsibility.actors import Actors
    from sourcebook.extract.syntax import Token

#: Verbs that point, with what points.
_POINTING = {"point": frozenset({"finger"}), "cast": frozenset({"suspicion"})}
#: Verbs that put what somebody is to bear on him.
_PUTTING = frozenset({"lay", "put", "place", "pin", "heap", "fix", "shift", "cast"})
_BLAME = frozenset({"blame", "responsibility", "guilt", "onus"})
_SAYING = frozenset({"say", "tell", "add", "claim", "allege", "insist", "maintain"})
#: Nouns for one of a group.
_OF_GROUP = frozenset({"member", "follower", "supporter", "operative", "fighter"})


def laid(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield whom a verb lays it to without a verb of accusing."""
    key, what = lemma(verb), undergoer(verb)
    if is_unreal(verb) or is_negated(verb):
        return
    if what is not None and lemma(what) in _POINTING.get(key, ()):
        yield from _each(verb, (*after(verb, "at", "on"), *after(what, "at")), actors)
    elif what is not None and key in _PUTTING and lemma(what) in _BLAME:
        told = (*after(verb, "on", "upon", "at", "to"), *after(what, "on", "for"))
        yield from _each(verb, told, actors)
    elif key == "be":
        yield from _were(verb, actors)


def _each(verb: Token, whom: tuple[Token, ...], actors: Actors) -> Iterator[Finding]:
    for first in whom[:1]:
        yield from accused_each(verb, first, relation_by(verb), actors)


def _were(verb: Token, actors: Actors) -> Iterator[Finding]:
    """The attackers were Norlanders: who did it, by the noun for who did it."""
    doer = bearer(verb)
    if doer is None or lemma(doer) not in words("culprits"):
        return
    for noun in (c for c in verb.children if c.dep_ == "attr" and c.tag_ != "CD"):
        of_group = lemma(noun) in _OF_GROUP
        who = next(after(noun, "of"), noun) if of_group else noun
        if actors.kind(who) not in ("group", "state", "described"):
            continue
        said = verb.dep_ == "ccomp" and lemma(verb.head) in _SAYING
        yield Finding(
            actor=who,
            relation="accused" if said else "reported_as_fact",
            anchor=verb,
        )


def believed_members(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Gunmen believed to be members of a group: the group is suspected."""
    for told in (c for c in verb.children if c.dep_ in ("xcomp", "oprd", "ccomp")):
        if lemma(told) != "be":
            continue
        for noun in (c for c in told.children if c.dep_ == "attr"):
            for who in after(noun, "of", "from"):
                if lemma(noun) in _OF_GROUP and actors.kind(who) in ("group", "named"):
                    yield Finding(
                        actor=who, relation="suspected", anchor=verb, hedge=verb.text
                    )
