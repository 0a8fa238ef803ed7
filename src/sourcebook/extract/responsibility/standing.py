"""Where somebody stands: responsible, behind it, a suspect, on trial, facing charges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    bearer,
    following,
    is_passive,
    lemma,
    undergoer,
)
from sourcebook.extract.responsibility.accused import (
    accused_each,
    of_event,
    relation_by,
)
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_event,
    is_negated,
    is_unreal,
    tells_deed,
    tells_event,
)
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def took_part(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Took part in it, was involved in it, is connected to it."""
    crimes = [t for t in after(verb, "in", "to", "with") if _is_crime(t)]
    hung = verb.dep_ == "acl" and verb.tag_ == "VBN"
    who = verb.head if hung else bearer(verb)
    if is_unreal(verb) or not crimes or who is None or not is_people(who, actors):
        return
    passive = is_passive(verb)
    if passive != (lemma(verb) != "participate"):
        return
    hedge = hedge_at(verb) or (verb.text if passive else None)
    yield from accused_each(
        verb,
        who,
        "suspected" if hedge else "reported_as_fact",
        actors,
        hedge=hedge,
        anyone=True,
    )


def _is_crime(event: Token) -> bool:
    """What only those who did it take part in, unlike a crash or an incident."""
    return any(lemma(t) in words("crimes") for t in following(event))


def is_people(who: Token, actors: Actors) -> bool:
    """Whether people or a body are meant, named or not."""
    return actors.kind(who) is not None or lemma(who) in words("agents")


def is_on_trial(verb: Token) -> bool:
    """On trial, stands trial, goes on trial for the harm."""
    trials = [*after(verb, "on"), *(c for c in verb.children if c.dep_ == "dobj")]
    told = [t for t in trials if lemma(t) == "trial"]
    crimes = [*after(verb, "for"), *(c for t in told for c in after(t, "for"))]
    return bool(told) and any(tells_deed(t) for t in crimes)


def suspicion(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Suspicion fell on somebody."""
    what = bearer(verb)
    if what is None or lemma(what) not in ("suspicion", "blame", "evidence", "clue"):
        return
    for whom in after(verb, "on", "upon", "to", "at"):
        yield from accused_each(verb, whom, "suspected", actors, hedge=what.text)


def stated(verb: Token, actors: Actors) -> Iterator[Finding]:
    """X is responsible for the attack, X was behind it, X is held responsible."""
    key = lemma(verb)
    if key == "be":
        yield from _copula(verb, actors)
    elif key == "hold" and any(
        t.lower_ == "responsible" and (tells_event(t) or _is_bare(t))
        for t in verb.subtree
    ):
        whom = undergoer(verb) or next(
            (bearer(c) for c in verb.children if c.lower_ == "responsible"), None
        )
        yield from accused_each(verb, whom, relation_by(verb), actors)
    elif key == "find" and _is_guilty_of_harm(verb):
        innocent = any(t.lower_ == "not" for t in verb.subtree)
        whom = undergoer(verb) or next(
            (bearer(c) for c in verb.children if c.lower_ == "guilty"), None
        )
        told: Relation = "acquitted" if innocent else "reported_as_fact"
        yield from accused_each(verb, whom, told, actors)
    elif key == "face" and _faces_charges(verb):
        yield from accused_each(verb, bearer(verb), "accused_by_authority", actors)
    elif key == "tie" and is_passive(verb) and of_event(verb, ("to", "with")):
        yield from accused_each(
            verb, undergoer(verb), "suspected", actors, hedge=verb.text, vague=False
        )


def _is_guilty_of_harm(verb: Token) -> bool:
    """Found guilty, of the harm or of what is not told."""
    guilty = next((t for t in verb.children if t.lower_ == "guilty"), None)
    if guilty is None:
        return False
    crimes = [*after(guilty, "of"), *after(verb, "of")]
    return not crimes or any(tells_deed(t) for t in crimes)


#: Words of law beside which an offence is a charge.
_LEGAL = frozenset(
    {"charge", "count", "indictment", "trial", "murder", "homicide", "manslaughter"}
)


#: Words of harm that tell no charge by themselves.
_COMMON = frozenset({"attack", "death", "crime", "weapon", "shooting", "terrorism"})


def _faces_charges(verb: Token) -> bool:
    """Faces charges of the harm itself ("faces two counts of murder")."""
    charges = [c for c in verb.children if c.dep_ == "dobj"]
    told = {lemma(t) for c in charges for t in c.subtree}
    serious = told & (words("offences") - _COMMON)
    over = [t for c in (verb, *charges) for t in after(c, "in", "for", "over")]
    known = bool(serious) or any(is_event(t) for t in over)
    return bool(known and told & _LEGAL) and not is_unreal(verb)


def _copula(verb: Token, actors: Actors) -> Iterator[Finding]:
    doer = bearer(verb)
    if doer is None or doer.lower_ in ("who", "what") or verb.dep_ in _UNTOLD:
        return
    for child in verb.children:
        if child.lower_ == "responsible" and (
            any(
                is_event(t) or (t.tag_ == "VBG" and tells_event(t))
                for t in after(child, "for")
            )
            or (
                verb.dep_ == "ccomp"
                and _is_bare(child)
                and actors.kind(doer) in ("group", "state")
            )
        ):
            yield from _told(verb, doer, actors)
        if (
            lemma(child) == "blame"
            and child.dep_ == "xcomp"
            and is_people(doer, actors)
        ):
            yield from accused_each(verb, doer, relation_by(verb.head), actors)
        if child.lower_ == "behind" and any(is_event(t) for t in child.children):
            yield from _told(verb, doer, actors)
        if child.lower_ == "guilty" and any(tells_deed(t) for t in after(child, "of")):
            yield from _told(verb, doer, actors)
        if child.dep_ == "attr" and lemma(doer) == "name":
            yield from _named(verb, doer, child)
        if child.dep_ == "attr" and lemma(child) == "suspect":
            yield from _suspect(verb, doer, child, actors)
        elif child.dep_ == "attr" and lemma(child) in words("culprits"):
            yield from _told(verb, doer, actors)
        part = child.lower_ in _PARTS and is_people(doer, actors)
        if part and any(_is_crime(t) for t in after(child, "in", "to", "with")):
            yield from accused_each(
                verb, doer, "suspected", actors, hedge=child.text, anyone=True
            )
        if child.dep_ == "attr" and is_event(doer):
            for culprit in after(child, "by"):
                yield from _told(verb, culprit, actors)


def _is_bare(word: Token) -> bool:
    return not any(c.i > word.i for c in word.children)


#: What hangs so from a verb, another pattern tells with it ("accused of being").
_UNTOLD = frozenset({"xcomp", "pcomp"})


def _named(verb: Token, name: Token, person: Token) -> Iterator[Finding]:
    """ "The suspect's name is X": by the noun for him suspected or told as fact."""
    for owner in (c for c in name.children if c.dep_ == "poss"):
        if person.ent_type_ == "PERSON" and lemma(owner) in words("doers"):
            suspect = lemma(owner) in words("suspects")
            yield Finding(
                actor=person,
                relation="suspected" if suspect else "reported_as_fact",
                anchor=verb,
                hedge=owner.text if suspect else None,
            )


#: Words of having a part in it, whatever part.
_PARTS = frozenset({"involved", "connected", "implicated"})


def _suspect(
    verb: Token, doer: Token, suspect: Token, actors: Actors
) -> Iterator[Finding]:
    """Somebody is a suspect, or is told to be none."""
    cleared = is_negated(verb) or any(c.lower_ == "no" for c in suspect.children)
    for noun in actors.split(doer):
        person = noun.pos_ == "PRON" and noun.lower_ in ("he", "she")
        if person or actors.kind(noun) in ("named", "described", "group"):
            yield Finding(
                actor=noun,
                relation="denied" if cleared else "suspected",
                anchor=verb,
                hedge=None if cleared else suspect.text,
            )


def _told(verb: Token, doer: Token, actors: Actors) -> Iterator[Finding]:
    if is_unreal(verb) or (
        verb.dep_ == "ccomp" and lemma(verb.head) in ("suspect", "believe", "think")
    ):
        return
    hedge = hedge_at(verb)
    yield from accused_each(
        verb,
        doer,
        "suspected" if hedge else "reported_as_fact",
        actors,
        hedge=hedge,
        vague=False,
    )
