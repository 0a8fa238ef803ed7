"""States and towns of a report: states that it tells to strike or shell, and towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import entities, lemma
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.responsibility.naming import canonical, is_state
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def states_at_war(parsed: Parsed) -> frozenset[str]:
    """Return the names of the states told to do harm, by name, adjective or army."""
    return frozenset(
        canonical(token.text, token)
        for passage in parsed.passages
        for token in passage.doc
        if token.ent_type_ in ("GPE", "NORP") and (_does(token) or _strikes(token))
    )


def towns(parsed: Parsed) -> frozenset[str]:
    """Return the places told in the text that are no states: they do nothing."""
    return frozenset(
        entity.text
        for passage in parsed.passages
        if passage.field == "text"
        for entity in entities(passage.doc)
        if entity.label_ == "GPE" and not is_state(entity.text)
    )


def _strikes(token: Token) -> bool:
    """The adjective of a strike or raid ("a Norland air strike")."""
    return token.pos_ == "ADJ" and lemma(token.head) in words("state_deeds")


def _does(token: Token) -> bool:
    """The doer of a deed, itself or by its forces ("bombed by Norland jets")."""
    doer = token.head if lemma(token.head) in words("arms_of_state") else token
    if doer.dep_ not in ("nsubj", "pobj") or doer.head.pos_ not in ("VERB", "ADP"):
        return False
    verb = doer.head.head if doer.head.lower_ == "by" else doer.head
    return lemma(verb) in words("deeds")
