"""What stands over a verb of doing: its hedge, who is hunted, the verb with the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import bearer_of_own, is_passive, lemma
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def hedge_over(verb: Token) -> str | None:
    """Return the hedge of a verb or of the one it goes on from ("allegedly shot and killed")."""
    step, hedge = verb, hedge_at(verb)
    while hedge is None and step.dep_ == "conj" and step.head.pos_ == "VERB":
        step = step.head
        hedge = hedge_at(step)
    above = step.head
    if hedge is None and step.dep_ in ("ccomp", "xcomp") and lemma(above) in _THINKING:
        return above.text
    if hedge is None and step.dep_ == "ccomp" and _is_claimed(above):
        return above.text
    return hedge


def _is_claimed(verb: Token) -> bool:
    """ "It is claimed", by nobody in particular, behind or before what is told."""
    it = any(
        c.lower_ == "it" for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")
    )
    return it and lemma(verb) == "claim" and is_passive(verb)


#: Verbs of those who think that it was so, and do not know.
_THINKING = frozenset(
    {"believe", "suspect", "think", "fear", "presume", "suppose", "speculate", "allege"}
)


def is_hunted(verb: Token, doer: Token) -> bool:
    """Whether a participle hangs from "police are searching for the gunman"."""
    if verb.tag_ == "VBG" and any(
        lemma(t) in _HUNTING and bearer_of_own(t) == doer for t in verb.ancestors
    ):
        return True
    owner = owner_of(verb)
    hunters = lemma(doer) in words("authorities") or doer.ent_type_ == "ORG"
    harmed = is_deed(owner) or lemma(owner) in words("deeds")
    return owner != verb and hunters and not harmed


_HUNTING = frozenset(
    {"look", "search", "seek", "hunt", "investigate", "probe", "question"}
)


def owner_of(verb: Token) -> Token:
    """Return the verb that has the subject, of a participle that goes on with it."""
    step = verb
    while (
        step.dep_ in ("advcl", "xcomp", "conj")
        and bearer_of_own(step) is None
        and step.head.pos_ == "VERB"
    ):
        step = step.head
    return step
