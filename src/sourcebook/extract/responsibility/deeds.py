"""Deeds told as fact: somebody attacked, a Taliban attack, an attack by rebels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    bearer_of_own,
    lemma,
    subject,
    undergoer,
)
from sourcebook.extract.responsibility.accidents import gun_accident
from sourcebook.extract.responsibility.actor_words import (
    hedge_at,
    is_aged,
    stands_for_people,
)
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.deed_nouns import (
    NOUN_DEEDS,
    deed_of_noun,
    named_doer,
    warrant,
)
from sourcebook.extract.responsibility.denials import not_done
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_averted,
    is_event,
    is_negated,
    is_unreal,
    possibly,
)
from sourcebook.extract.responsibility.general import is_entry, is_habit
from sourcebook.extract.responsibility.harm import (
    SELF,
    begins,
    is_deed,
    is_mishap,
    killed_so,
)
from sourcebook.extract.responsibility.men import are_own_men
from sourcebook.extract.responsibility.naming import state_of
from sourcebook.extract.responsibility.nominal import of_noun
from sourcebook.extract.responsibility.over import hedge_over, is_hunted, owner_of
from sourcebook.extract.responsibility.planned import planned
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Parts of speech of words that tell a deed.
DOING = frozenset({"VERB", "NOUN", "PROPN"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_WEAK_ACTORS = frozenset({"described", "named", "group", "state"})


def deeds(token: Token, actors: Actors) -> Iterator[Finding]:
    """Yield what a verb or noun tells as a deed of somebody."""
    if token.pos_ == "NOUN" and is_event(token):
        yield from _headlined(token)
    if token.pos_ == "VERB" and lemma(token) in words("deeds"):
        yield from _verb(token, actors)
    elif token.pos_ == "VERB" and lemma(token) in words("gun_accidents"):
        yield from gun_accident(token, actors)
    elif token.pos_ == "VERB" and lemma(token) in words("planning"):
        yield from planned(token, actors)
    elif token.pos_ in ("NOUN", "PROPN"):
        if lemma(token) in NOUN_DEEDS:
            yield from deed_of_noun(token, actors)
        yield from of_noun(token, actors)
        yield from named_doer(token, actors)
        if lemma(token) == "warrant":
            yield from warrant(token, actors)


def _headlined(event: Token) -> Iterator[Finding]:
    """A headline's "Norda Front claims attack", its verb taken for a noun."""
    before = event.nbor(-1) if event.i > event.sent.start else None
    if before is not None and before.lower_ == "claims" and before.head == event:
        for who in (c for c in event.children if c.dep_ == "nsubj"):
            yield Finding(actor=who, relation="claimed", anchor=event)


def _verb(verb: Token, actors: Actors) -> Iterator[Finding]:
    if is_negated(verb) and not is_unreal(verb):
        yield from not_done(verb, actors)
    possible = possibly(verb)
    unreal = is_averted(verb) or (is_unreal(verb) and possible is None)
    seldom = any(c.lower_ in ("rarely", "seldom", "hardly") for c in verb.children)
    if is_negated(verb) or unreal or seldom or not is_deed(verb) or is_habit(verb):
        return
    if _is_said_after(verb):
        return  # "Gunmen fired on the bus, residents said, killing six"
    doer = subject(verb) or _aged(verb)
    if doer is None or _hits_a_doer(verb) or _is_scene(doer, verb) or is_laid_to(verb):
        return
    if lemma(verb) == "capture" and lemma(doer) in words("forces"):
        return  # the police capture those who did it
    if is_entry(verb, doer):
        return
    told = verb.dep_ == "ccomp" and are_own_men(doer)
    if told or any(
        c.lower_ in ("its", "our") and c.dep_ == "poss" for c in doer.children
    ):
        return  # "said its fighters struck": the one who says so claims it
    if is_hunted(verb, doer):
        return
    armed = _state_of_arms(doer)
    if armed is not None:
        yield Finding(actor=armed, relation="reported_as_fact", anchor=owner_of(verb))
        return
    for noun in actors.split(doer):
        kind = actors.kind(noun)
        personal = noun.lower_ in _PRONOUNS and noun.pos_ == "PRON"
        thing = noun.lower_ == "it" and actors.group_behind(noun) is None
        if thing or _is_spared(verb) or _is_search(verb):
            continue
        if personal or _may_do(verb, noun, kind):
            hedge = possible or hedge_at(noun) or hedge_over(verb)
            relation: Relation = "suspected" if hedge else "reported_as_fact"
            if _is_of_ours(doer, noun, actors):
                relation = "claimed"
            yield Finding(
                actor=noun,
                relation=relation,
                anchor=owner_of(verb),
                hedge=hedge,
                name=_at_war(verb, noun),
            )


def _is_said_after(verb: Token) -> bool:
    """A participle that the parser hung from who tells the deed instead of the deed."""
    above = verb.head
    hung = verb.dep_ == "advcl" and verb.tag_ == "VBG" and bearer_of_own(verb) is None
    return (
        hung
        and lemma(above) in ("say", "report", "add", "tell")
        and (
            above.dep_ == "parataxis"
            or any(c.dep_ == "ccomp" and c.i < above.i for c in above.children)
        )
    )


def _is_of_ours(doer: Token, noun: Token, actors: Actors) -> bool:
    """ "A soldier of the Front": so an armed group alone calls its man, and claims him."""
    own = lemma(doer) == "soldier" and doer.tag_ == "NN"
    return own and noun != doer and actors.kind(noun) == "group"


def _state_of_arms(doer: Token) -> Token | None:
    """Whose shells or missiles struck ("two Norland tank shells hit the school")."""
    if lemma(doer) not in words("arms"):
        return None
    owners = (c for c in doer.children if c.dep_ == "poss")
    own = next((c for c in owners if lemma(c) in words("doers") | _SOLDIERS), None)
    return own or next((c for c in doer.children if c.ent_type_ == "NORP"), None)


#: Whose bullets and gunfire are told by the noun for them.
_SOLDIERS = frozenset({"soldier", "troop", "police", "officer", "settler", "guard"})


def _at_war(verb: Token, noun: Token) -> str | None:
    """The state that "the Norlanders bombed it" tells of, where only states do so."""
    if noun.ent_type_ != "NORP" or lemma(verb) not in words("waging"):
        return None
    return state_of(noun.text)


def _aged(verb: Token) -> Token | None:
    """ "A 20-year-old kills", whom the parser hung from the verb as an adjective."""
    before = (c for c in verb.children if c.i < verb.i and c.dep_ == "amod")
    return next((c for c in before if is_aged(c)), None)


def is_laid_to(verb: Token) -> bool:
    """A gerund under a verb of accusing or admitting: another pattern tells whose."""
    step = verb
    while step.dep_ == "conj":
        step = step.head
    if step.dep_ == "ccomp" and lemma(step.head) in words("denying"):
        return True
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


def _may_do(verb: Token, noun: Token, kind: str | None) -> bool:
    if kind == "anonymous":
        blown_up = False
        nobody = lemma(noun) in words("harmed") or not stands_for_people(noun)
        nobody = nobody or blown_up
        return not nobody and _is_harming(verb, noun)
    if kind not in _WEAK_ACTORS:
        return False
    if (
        lemma(verb) in words("personal")
        and kind == "named"
        and noun.ent_type_ == "PERSON"
    ):
        return lemma(verb) == "attack"
    return True


def _is_spared(verb: Token) -> bool:
    """A participle's "him" is somebody else than the doer, but may be the noun here.

    "He stood by the bullet that hit his back, nearly killing him": he did not kill.
    """
    hit = undergoer(verb)
    if verb.dep_ != "advcl" or hit is None or hit.lower_ not in ("him", "her"):
        return False
    return bearer_of_own(verb) is None and not is_deed(verb.head)


def _is_search(verb: Token) -> bool:
    """Search and rescue operations are carried out too; they are no deed of harm."""
    hit, doer = undergoer(verb), subject(verb)
    if hit is None:
        return False
    lawful = doer is not None and lemma(doer) in words("arms_of_state") | {"police"}
    if lemma(hit) == "operation" and lawful:
        return True  # security forces' operations are no deed by themselves
    return any(c.lower_ in _SEARCHES for c in hit.children)


_SEARCHES = frozenset({"search", "rescue", "clearance", "cleanup", "relief"})


def _is_harming(verb: Token, noun: Token) -> bool:
    """What somebody without a name is told to have done as such: fired, stabbed.

    A gunman or robber may do it without an object ("the suspect shot into the store").
    """
    if lemma(verb) not in words("harming"):
        return False
    if lemma(verb) in ("smash", "loot", "vandalize") and noun.tag_ != "NNS":
        return False  # one man breaks a window, rioters break them all
    hit = undergoer(verb)
    own = hit is not None and hit.lower_ in SELF
    told = own or begins(verb) or hit is not None or lemma(verb) in words("light")
    return told or lemma(noun) in words("doers")


def _hits_a_doer(verb: Token) -> bool:
    """Whether the one hit is the attacker himself ("police shot the gunman")."""
    hit = undergoer(verb) or killed_so(verb)
    if is_mishap(verb):
        return False
    own = hit is not None and hit.lower_ in SELF
    return own or (hit is not None and _is_one_stopped(hit))


def _is_one_stopped(hit: Token) -> bool:
    """A gunman or suspect, whom police stop; rebels and militants are fought."""
    nobody = words("anonymous") | words("suspects") | words("culprits")
    return lemma(hit) in words("doers") & nobody and hit.tag_ != "NNS"
