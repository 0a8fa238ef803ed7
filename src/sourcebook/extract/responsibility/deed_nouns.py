"""Deeds told by a noun: a rebel attack, an attack by rebels, the gunman X."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    after,
    lemma,
)
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import Finding, is_event
from sourcebook.extract.responsibility.general import is_aim
from sourcebook.extract.responsibility.naming import canonical
from sourcebook.extract.responsibility.words import people, words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


NOUN_DEEDS = frozenset(
    {
        "action",
        "attack",
        "bombing",
        "assault",
        "raid",
        "strike",
        "airstrike",
        "ambush",
        "shelling",
        "massacre",
        "rampage",
        "shooting",
        "killing",
        "bomb",
        "explosion",
        "blast",
        "siege",
        "murder",
        "slaying",
        "rocket",
        "missile",
        "incursion",
        "kidnapping",
        "bombardment",
        "abduction",
        "assassination",
        "stabbing",
        "execution",
        "harassment",
        "sabotage",
        "violence",
        "invasion",
        "intervention",
        "shootout",
        "robbery",
        "hijacking",
        "seizure",
        "slaughter",
        "beheading",
        "lynching",
        "torture",
        "takeover",
        "storming",
        "beating",
        "onslaught",
        "barrage",
        "looting",
        "burning",
        "rape",
        "pogrom",
        "ambuscade",
    }
)


def warrant(noun: Token, actors: Actors) -> Iterator[Finding]:
    """An arrest warrant for somebody."""
    if any(c.lower_ == "search" for c in noun.children):
        return
    issued = noun.head if noun.dep_ in ("nsubjpass", "dobj") else noun
    for wanted in (*after(noun, "for"), *after(issued, "for")):
        for person in actors.split(wanted):
            if person.ent_type_ == "PERSON":
                yield Finding(
                    actor=person,
                    relation="accused_by_authority",
                    anchor=noun,
                    noun=True,
                )


def _is_harm(action: Token) -> bool:
    """Whether an action is one of fighters, or told with what it did."""
    fighters = any(lemma(c) in words("doers") for c in action.children)
    near = action.doc[action.i + 1 : action.i + 7]
    return fighters or any(is_event(t) for t in near)


_SITES = frozenset(
    {"river", "lake", "road", "street", "avenue", "park", "highway", "bridge", "creek"}
)


def deed_of_noun(noun: Token, actors: Actors) -> Iterator[Finding]:
    """A deed noun with the actor before it or after "by"."""
    if _is_only_thought_of(noun) or (lemma(noun) == "action" and not _is_harm(noun)):
        return
    if is_aim(noun):
        return
    hit = list(after(noun, "of"))
    for by in (*after(noun, "by"), *(t for one in hit for t in after(one, "by"))):
        for doer in actors.split(by):
            if lemma(doer) in _SITES:
                continue  # "a shooting by the river"
            if actors.kind(doer) not in (None, "anonymous"):
                yield _deed_of(noun, doer)
    for child in noun.children:
        if child.i > noun.i or child.dep_ not in ("compound", "amod", "nmod", "poss"):
            continue
        if _stands_for_doer(noun, child, actors):
            yield _deed_of(noun, _group_within(child, actors), several=_several(child))


def _is_only_thought_of(noun: Token) -> bool:
    """Whether it is told as what would or could be ("an attack by X would be a risk")."""
    above = noun.head
    told = noun.dep_ in ("nsubj", "dobj", "nsubjpass") and above.pos_ in ("VERB", "AUX")
    return told and any(c.lower_ in _SUPPOSED for c in above.children)


_SUPPOSED = frozenset({"would", "could", "might", "should"})


def _group_within(word: Token, actors: Actors) -> Token:
    """The name of the group in "[Norvan Front] terrorist offensive"."""
    if actors.names_group(word):
        return word
    return next((t for t in word.subtree if actors.names_group(t)), word)


def _stands_for_doer(noun: Token, word: Token, actors: Actors) -> bool:
    if actors.is_group(word):
        return word.pos_ != "VERB"
    if (
        lemma(word) in words("doers")
        and lemma(word) not in words("anonymous")
        and word.dep_ in ("compound", "amod")
    ):
        return lemma(word) not in (
            "suicide",
            "drone",
            "warplane",
            "jet",
            "helicopter",
            "suspect",
            "aircraft",
            "mob",
            "commando",
        )
    if _is_of_warring_state(noun, word, actors) or _is_by_police(noun, word):
        return True
    if word.ent_type_ in ("NORP", "GPE", "ORG") and lemma(noun) in words("state_deeds"):
        return word.pos_ == "ADJ" or word.lower_ in (
            "us",
            "u.s.",
            "nato",
            "uk",
            "american",
            "russian",
            "israeli",
        )
    if word.dep_ == "poss":
        return word.ent_type_ in ("PERSON", "ORG", "NORP") and lemma(noun) in (
            "rampage",
            "attack",
            "action",
        )
    return lemma(word) == "coalition" and lemma(noun) in words("state_deeds")


def _is_by_police(noun: Token, word: Token) -> bool:
    """ "The police shooting of a boy": with whom they shot, else it may be of police."""
    hit = any(c.lower_ == "of" for c in noun.children)
    return hit and lemma(word) == "police" and lemma(noun) in ("shooting", "killing")


def _is_of_warring_state(noun: Token, word: Token, actors: Actors) -> bool:
    """The attack or missile of a state that the report tells to strike elsewhere."""
    if word.ent_type_ not in ("NORP", "GPE") or word.pos_ != "ADJ":
        return False
    return (
        lemma(noun) in words("state_arms")
        and canonical(word.text, word) in actors.states_at_war
    )


def _several(word: Token) -> str | None:
    """The people whom a noun before a deed stands for ("a rebel attack": rebels)."""
    if lemma(word) not in words("doers") or word.tag_ not in ("NN", "JJ", "NNP"):
        return None
    return word.text + ("S" if word.text.isupper() else "s")


def _deed_of(noun: Token, doer: Token, several: str | None = None) -> Finding:
    hedge = hedge_at(doer) or hedge_at(noun)
    return Finding(
        actor=doer,
        relation="suspected" if hedge else "reported_as_fact",
        anchor=noun,
        hedge=hedge,
        noun=True,
        name=several,
    )


def named_doer(noun: Token, actors: Actors) -> Iterator[Finding]:
    """The attacker is named beside the word for him ("the gunman, X", "shooter X")."""
    person = _person_beside(noun)
    if person is None or actors.kind(person) != "named" or actors.is_kin(person):
        return
    suspected = lemma(noun) in words("suspects")
    if suspected or lemma(noun) in (
        "gunman",
        "shooter",
        "attacker",
        "assailant",
        "bomber",
        "killer",
        "murderer",
        "perpetrator",
        "sniper",
    ):
        hedge = hedge_at(noun) or hedge_at(person) or (noun.text if suspected else None)
        yield Finding(
            actor=person,
            relation="suspected" if hedge else "reported_as_fact",
            anchor=noun,
            hedge=hedge,
            noun=True,
        )


def _person_beside(noun: Token) -> Token | None:
    if any(c.tag_ == "POS" for c in noun.children) or noun.dep_ == "poss":
        return None  # the gunman's brother is not the gunman
    if noun.dep_ in ("compound", "nmod") and noun.head.ent_type_ == "PERSON":
        return noun.head
    if noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON":
        return noun.head
    for child in noun.children:
        if child.dep_ in ("appos", "nmod", "nummod") and child.ent_type_ == "PERSON":
            parted = noun.doc[noun.i + 1 : noun.i + 2].text == ","
            tied = parted and _is_of_somebody(noun)
            return None if tied else child  # "the brother of the gunman, X"
    return None


def _is_of_somebody(noun: Token) -> bool:
    """Whether somebody is told by his tie to the doer ("the lawyer for the suspect")."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "for", "to", "with"):
        return False
    tied = noun.head.head
    known = people() | words("agents") | words("harmed") | words("kin")
    return tied.pos_ == "NOUN" and lemma(tied) in known
