"""Demands and appeals by their verb: called for, asked people to, asked for help."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, following, is_passive, lemma, undergoer
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


_CALLING = frozenset({"on", "upon", "for"})


def asks(verb: Token, key: str) -> bool:
    """Whether a verb of begging or insisting tells what is asked."""
    if key == "insist":
        return any(
            c.lower_ == "on" or (c.dep_ == "ccomp" and c.tag_ == "VB")
            for c in verb.children
        )  # "insisted that the team take pictures"
    if key in ("appeal", "plead", "beg"):
        asked = any(
            c.lower_ in ("for", "to", "with")
            or (key == "beg" and c.dep_ in ("xcomp", "ccomp"))
            for c in verb.children
        )
        return asked and not any(
            c.lower_ in ("guilty", "innocent") for c in verb.children
        )
    return True


def calls_for(verb: Token) -> bool:
    """Calls for or on somebody; a call for help is none."""
    hung = [
        c for c in verb.children if c.lower_ in _CALLING and c.dep_ in ("prep", "prt")
    ]
    objects = [o for c in hung for o in c.children]
    if _calls_so(verb):
        return True
    if any(
        c.dep_ in ("oprd", "ccomp", "xcomp")
        and c.i < min((h.i for h in hung), default=0)
        for c in verb.children
    ):
        return False  # "called the loan critical for all"
    if objects and all(o.ent_type_ in ("DATE", "TIME") for o in objects):
        return False
    wanted = {lemma(o) for o in objects}
    return bool(hung) and not wanted & {
        "help",
        "ambulance",
        "backup",
        "assistance",
        "reinforcement",
        "child",
        "mother",
        "father",
        "son",
        "daughter",
        "name",
        "parent",
        "family",
        "friend",
    }


def _calls_so(verb: Token) -> bool:
    """Called for somebody to be freed: "for" marks the clause of what is called for."""
    return any(
        c.dep_ in ("advcl", "ccomp", "xcomp")
        and {"for", "to"} <= {t.lower_ for t in c.children}
        for c in verb.children
        if c.i > verb.i
    )


def calls_end(verb: Token) -> bool:
    """Whether an end to it is called ("call an end to the fighting")."""
    return any(
        c.dep_ == "dobj" and lemma(c) in ("end", "halt", "stop") for c in verb.children
    )


def directs(verb: Token) -> bool:
    """The public is asked to do something ("people were told to avoid the area").

    Asking one person or one's own officers is no appeal, nor is a call for help.
    """
    asked = _asked(verb)
    if not is_passive(verb) and lemma(verb) == "ask" and _asks_why(verb):
        return False
    infinitive = any(
        c.dep_ in ("xcomp", "ccomp") and any(a.tag_ == "TO" for a in c.children)
        for c in verb.children
    )
    if not is_passive(verb) and _asks_for_help(verb):
        return True
    if is_passive(verb):
        verbal = lemma(verb) in (
            "ask",
            "advise",
            "warn",
            "urge",
            "request",
            "encourage",
        )
        return verbal and infinitive and (asked is None or _is_public(asked))
    several = asked is not None and (
        asked.tag_ == "NNS"
        or lemma(asked) in _MANY
        or asked.ent_type_ in ("ORG", "GPE")
    )
    if asked is None:
        return False
    if not _is_public(asked):
        colleagues = lemma(asked) in ("officer", "deputy", "colleague", "detective")
        asking = lemma(verb) in ("ask", "warn", "advise")
        return infinitive and several and not colleagues and asking
    wanted = lemma(verb) in ("ask", "request") and any(
        c.lower_ in ("for", "to") for c in verb.children
    )
    return infinitive or wanted


#: Nouns in the singular for many.
_MANY = frozenset({"youth", "force", "clergy", "crowd", "bench", "population"})


def _asks_why(verb: Token) -> bool:
    return any(
        c.dep_ in ("ccomp", "advcl") and any(t.lower_ == "why" for t in c.children)
        for c in verb.children
    )


def _asks_for_help(verb: Token) -> bool:
    """Asks for help, privacy, prayers, an inquiry: what people at large can give."""
    wanted = [*after(verb, "for"), *(c for c in verb.children if c.dep_ == "dobj")]
    return lemma(verb) in ("ask", "request") and any(
        lemma(t) in table("acts")["appeals"]["wanted"] for t in wanted
    )


def _asked(verb: Token) -> Token | None:
    """Who is asked; the parser may make him the subject of what is asked."""
    direct = undergoer(verb)
    if direct is not None:
        return direct
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "dative"):
            return next((c for c in child.children if c.dep_ == "nsubj"), None)
    return None


def _is_public(noun: Token) -> bool:
    """Whether people at large or those who govern are meant."""
    return any(lemma(t) in words_asked() for t in following(noun)) or (
        noun.ent_type_ in ("GPE", "NORP", "ORG")
    )


@cache
def words_asked() -> frozenset[str]:
    """Return the nouns for those whom an appeal is made to."""
    return frozenset(table("acts")["appeals"]["asked"])
