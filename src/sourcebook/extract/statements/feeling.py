"""Acts by what somebody feels or calls what happened: heartbroken, called it cowardly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, is_passive, lemma, undergoer
from sourcebook.extract.responsibility.finding import is_event
from sourcebook.model.claim import Act
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def _is_concerned(verb: Token) -> bool:
    """Was concerned, alarmed, worried: told of somebody, not of what is known."""
    return any(
        c.dep_ == "acomp" and c.lower_ in ("concerned", "alarmed", "troubled")
        for c in verb.children
    )


def act_of_feeling(verb: Token, key: str) -> Act | None:
    """Return the act told by what somebody feels, calls or wants, None where none is."""
    if key == "be" and _is_concerned(verb):
        return "express_concern"
    if key in ("be", "feel") and _feels(verb, "grief"):
        return "condole"
    if key in _NAMING and _names_as(verb, "outrage"):
        return "condemn"
    if key in _NAMING and _names_as(verb, "sadness"):
        return "condole"
    if key == "want" and _wants_inquiry(verb):
        return "demand"
    return "condemn" if key == "protest" and is_event(undergoer(verb)) else None


#: Verbs by which somebody calls what happened something.
_NAMING = frozenset({"call", "describe", "brand", "label", "term"})


def _feels(verb: Token, key: str) -> bool:
    """Is devastated, is heartbroken: told of somebody by the report itself."""
    return not is_passive(verb) and any(
        c.dep_ in ("acomp", "prep") and ({c.lower_} | _below(c)) & _told(key)
        for c in verb.children
    )


def _below(token: Token) -> set[str]:
    return {c.lower_ for c in token.children} if token.dep_ == "prep" else set()


def _names_as(verb: Token, key: str) -> bool:
    """Called it cowardly, described the attack as barbaric."""
    told = [c for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp", "dobj")]
    told += after(verb, "as")
    return any(
        t.lower_ in _told(key) for c in told for t in (c, *c.children, *after(c, "of"))
    )


def _wants_inquiry(verb: Token) -> bool:
    return any(
        c.dep_ == "dobj" and lemma(c) in _told("inquiries") for c in verb.children
    )


@cache
def _told(key: str) -> frozenset[str]:
    return frozenset(table("acts")["told"][key])
