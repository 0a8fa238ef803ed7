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
    """Was concerned, alarmed about it: told of somebody, not of what is known."""
    return any(
        c.dep_ == "acomp"
        and c.lower_ in ("concerned", "alarmed", "troubled")
        and any(
            t.dep_ in ("prep", "agent")
            or (t.dep_ == "ccomp" and any(m.lower_ == "that" for m in t.children))
            for t in c.children
        )
        for c in verb.children
    )


def act_of_feeling(verb: Token, key: str) -> Act | None:
    """Return the act told by what somebody feels, calls or wants, None where none is."""
    if key == "be" and _is_concerned(verb):
        return "express_concern"
    if key in ("be", "feel") and _feels(verb, "grief"):
        return "condole"
    if key in _NAMING and _is_report(undergoer(verb)) and _names(verb, "falsehood"):
        return "deny"
    if key in _NAMING and _names_as(verb, "outrage"):
        return "condemn"
    if key in _NAMING and _names_as(verb, "sadness"):
        return "condole"
    if key == "remember" and _remembers(verb):
        return "condole"
    if key == "want" and _wants_inquiry(verb):
        return "demand"
    protested = [undergoer(verb), *after(verb, "at", "against", "over")]
    return "condemn" if key == "protest" and any(map(is_event, protested)) else None


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
    return _is_told_of(undergoer(verb), verb) and _names(verb, key)


def _is_report(what: Token | None) -> bool:
    """A charge or what was reported, called a fabrication."""
    return what is not None and (
        lemma(what) in _told("reports") or what.lower_ in ("it", "this", "that")
    )


def _names(verb: Token, key: str) -> bool:
    told = [c for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp", "dobj")]
    told += (t for c in verb.children if c.lower_ == "as" for t in c.children)
    return any(
        {t.lower_, lemma(t)} & _told(key)
        for c in told
        for t in (c, *c.children, *(n for of in c.children for n in of.subtree))
        if t.dep_ not in ("relcl", "advcl")
    )


def _remembers(verb: Token) -> bool:
    """Friends "remembered Ann Poe as a tireless doctor"."""
    whom = undergoer(verb)
    person = whom is not None and (
        whom.ent_type_ == "PERSON" or whom.lower_ in ("him", "her", "them")
    )
    return (
        person and not is_passive(verb) and any(c.lower_ == "as" for c in verb.children)
    )


def _is_told_of(what: Token | None, verb: Token) -> bool:
    """Whether what happened is called so, and not somebody's way or a place."""
    clausal = any(c.dep_ in ("ccomp", "xcomp", "oprd") for c in verb.children)
    if what is None:
        return clausal
    return (
        is_event(what)
        or what.lower_ in ("it", "this", "that")
        or (lemma(what) in _told("happenings"))
    )


def _wants_inquiry(verb: Token) -> bool:
    return any(
        c.dep_ == "dobj" and lemma(c) in _told("inquiries") for c in verb.children
    )


@cache
def _told(key: str) -> frozenset[str]:
    return frozenset(table("acts")["told"][key])
