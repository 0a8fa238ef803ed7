"""Acts by what somebody feels or calls what happened: heartbroken, called it cowardly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, is_passive, lemma, undergoer
from sourcebook.extract.responsibility.finding import is_event
from sourcebook.extract.responsibility.words import words
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
    if calls_it_false(verb, key):
        return "deny"
    if key in _NAMING and _names_as(verb, "outrage"):
        return "condemn"
    if key in _NAMING and (act := _names_people(verb)) is not None:
        return act
    if any(lemma(t) == "protest" for t in after(verb, "in")):
        return "condemn"
    if key == "lash" and any(c.lower_ == "out" for c in verb.children):
        return "accuse"
    if key in ("chant", "shout") and any(
        lemma(t) not in ("help", "ambulance") for t in after(verb, "for")
    ):
        return "demand"
    if key == "reserve" and lemma_of(undergoer(verb)) == "right":
        return "pledge"
    if key == "charge" and any(
        c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children)
        for c in verb.children
    ):
        return "accuse"
    if key in _NAMING and _names_as(verb, "sadness"):
        return "condole"
    if key == "remember" and _remembers(verb):
        return "condole"
    if key == "want" and _wants_inquiry(verb):
        return "demand"
    protested = [undergoer(verb), *after(verb, "at", "against", "over")]
    return "condemn" if key == "protest" and any(map(is_event, protested)) else None


#: Verbs by which somebody calls what happened something.
_NAMING = frozenset(
    {"call", "describe", "brand", "label", "term", "dub", "characterize", "denounce"}
    | {"characterise", "regard", "see", "dismiss", "decry", "deride", "depict"}
)


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


def calls_it_false(verb: Token, key: str) -> bool:
    """Whether a charge or what was reported is called a fabrication."""
    return key in _NAMING and _is_report(undergoer(verb)) and _names(verb, "falsehood")


def lemma_of(token: Token | None) -> str:
    """Return the lemma of a token, nothing where there is none."""
    return lemma(token) if token is not None else ""


def _names_people(verb: Token) -> Act | None:
    """Called the attackers enemies, the demonstrators traitors: condemned or accused."""
    told = [
        c for c in verb.children if c.dep_ in ("oprd", "ccomp", "xcomp", "dobj", "attr")
    ]
    told += [t for c in verb.children if c.lower_ == "as" for t in c.children]
    named = [t for t in told if lemma(t) in _charged("names")]
    if not named:
        return None
    near = {lemma(t) for c in told for t in (c, *c.children)}
    doers = words("doers") | words("culprits") | {"those", "perpetrator"}
    return "condemn" if near & doers else "accuse"


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
def _charged(key: str) -> frozenset[str]:
    return frozenset(table("acts")["charges"][key])


@cache
def _told(key: str) -> frozenset[str]:
    return frozenset(table("acts")["told"][key])
