"""Verbal acts by their wording: reporting verbs, and the words said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, following, is_passive, lemma, undergoer
from sourcebook.extract.responsibility.finding import is_event
from sourcebook.extract.statements.asking import (
    asks,
    calls_end,
    calls_for,
    directs,
)
from sourcebook.extract.statements.feeling import act_of_feeling, calls_it_false
from sourcebook.model.claim import Act
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import acts
from sourcebook.text.alternatives import either

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Verbs that ask somebody to do something only with an infinitive after them.
_DIRECTIVE = frozenset(
    {"ask", "advise", "encourage", "warn", "tell", "beseech", "request"}
)
#: Condemned as unfit: no verbal act.
_PROPERTY = frozenset(
    {"house", "home", "building", "property", "apartment", "structure", "bridge"}
)
#: Words of those who break off or refuse what they name.
_NO_TALKS = re.compile(
    r"\b(?:end|break|broke|suspend|withdraw|quit|abandon|reject|refus|threat|without)\w*\b"
)
#: Words of those who want what they name, of talks held or deadlocked nobody asks.
_WANTS = re.compile(
    r"\b(?:need|necess|must|should|call|urg|appeal|demand|resum|continu|return|restart|"
    r"renew|only way|way out|ready|readiness|willing|essential|important|support|seek|"
    r"commit|favou?r|insist|hope|solution lies|alternative)\w*\b"
)
#: What is threatened without a word of whom.
_THREATS = frozenset(
    {
        "strike",
        "attack",
        "retaliate",
        "respond",
        "execute",
        "kill",
        "blow",
        "resume",
        "behead",
        "bomb",
        "shoot",
        "avenge",
        "murder",
        "hang",
        "destroy",
        "sue",
    }
)
#: Of acts found in one stretch of words the earlier here is told first.
ORDER: tuple[Act, ...] = (
    "claim_responsibility",
    "deny",
    "condemn",
    "condole",
    "demand",
    "call_for_talks",
    "pledge",
    "offer",
    "accuse",
    "express_concern",
    "announce_investigation",
    "thank",
    "state_motive",
)


def acts_of_verb(verb: Token) -> Iterator[Act]:
    """Yield the acts that a verb, with what it governs, reports."""
    key = lemma(verb)
    if _is_unreal(verb) and not (_is_grieving(verb, key) or _is_marched_for(verb)):
        return
    if calls_it_false(verb, key):
        yield "deny"
        return
    found = _by_verb().get(key)
    if key in ("criticize", "criticise") and is_event(undergoer(verb)):
        found = "condemn"
    if found and _governs(verb, key, found):
        yield found
        return
    asked = not is_passive(verb) and (calls_for(verb) or calls_end(verb))
    if (key == "call" and asked) or (key in _DIRECTIVE and directs(verb)):
        yield "demand"
        return
    if key in ("offer", "announce", "donate", "promise", "pledge") and _gives(verb):
        yield "pledge"
        return
    if key in ("offer", "remind", "dispute", "ask", "question") and (
        act := _act_of_clause(verb, key)
    ):
        yield act
        return
    felt = act_of_feeling(verb, key)
    if felt is not None:
        yield felt
        return
    rows = _phrases().get(key, ())
    if rows:
        near = [
            t
            for c in verb.children
            if c.dep_ in ("dobj", "prep", "acomp", "attr", "nsubjpass", "ccomp")
            for t in _near(c)
        ]
        nouns = {lemma(t) for t in near} | {t.lower_ for t in near}
        for noun, act in rows:
            if noun in nouns:
                yield act
                return


def _gives(verb: Token) -> bool:
    """Whether money is offered or announced ("announced $2 million for the families")."""
    given = undergoer(verb)
    return (
        given is not None
        and not is_passive(verb)
        and any(t.ent_type_ == "MONEY" for t in given.subtree)
        and not any(t.lower_ in ("reward", "information") for t in verb.subtree)
    )


def _act_of_clause(verb: Token, key: str) -> Act | None:
    """Offered to send, reminded all sides to, disputed that: told by what follows."""
    tail = next(
        (c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl")), None
    )
    if tail is None or is_passive(verb):
        return None
    if key in ("ask", "question"):
        why = any(t.lower_ == "why" for t in tail.children)
        return "accuse" if why and tail.pos_ in ("VERB", "AUX") else None
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in tail.children)
    if key == "dispute":
        return None if infinitive else "deny"
    if not infinitive or lemma(tail) in ("say", "tell", "comment", "elaborate"):
        return None
    return "offer" if key == "offer" else "demand"


def acts_said(words: str) -> Iterator[Act]:
    """Yield the acts that words said amount to, each once.

    >>> list(acts_said("Our thoughts are with the families."))
    ['condole']
    """
    folded = words.lower().replace("’", "'")
    found = {act for act, pattern in _said() if pattern.search(folded)}
    if _NO_TALKS.search(folded) or not _WANTS.search(folded):
        found.discard("call_for_talks")
    yield from (act for act in ORDER if act in found)


def _is_marched_for(verb: Token) -> bool:
    """ "Marched to denounce", "rallied to demand": what people came together for."""
    together = {"march", "rally", "gather", "demonstrate", "assemble", "parade"}
    together |= {"unite", "join", "rush", "hasten", "queue", "summon"}
    aims = {c.lower_ for c in verb.children if c.dep_ == "aux"} == {"to"}
    lined = lemma(verb.head) == "line" and any(
        c.lower_ == "up" for c in verb.head.children
    )
    quick = verb.dep_ == "xcomp" and verb.head.lower_ in ("quick", "swift", "first")
    if aims and (lined or quick):
        return True
    return aims and verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in together


def _is_grieving(verb: Token, key: str) -> bool:
    """ "Gathered to mourn", "planned to hold a vigil": grief that is only to come counts."""
    rows = _phrases().get(key, ())
    grief = _by_verb().get(key) == "condole" or any(a == "condole" for _, a in rows)
    goes_on = verb.dep_ in ("xcomp", "advcl", "conj", "ROOT", "ccomp")
    return (
        grief
        and goes_on
        and not any(
            c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ != "to")
            for c in verb.children
        )
    )


def _near(token: Token) -> Iterator[Token]:
    """The object, its conjuncts and what hangs closely from them."""
    for noun in following(token):
        yield noun
        for child in noun.children:
            if child.dep_ in ("amod", "compound", "pobj", "prep", "acl"):
                yield child
                yield from (c for c in child.children if c.dep_ in ("pobj", "conj"))


def _is_unreal(verb: Token) -> bool:
    return any(
        (
            c.dep_ == "aux"
            and c.lower_
            in ("would", "could", "might", "should", "may", "to", "can", "must")
        )
        or c.dep_ == "neg"
        for c in verb.children
    )


def _governs(verb: Token, key: str, act: Act) -> bool:
    """Whether the verb has what the act needs: somebody or something told of."""
    if key in ("swear", "promise", "vow", "pledge"):
        return any(
            c.dep_ in ("xcomp", "ccomp", "dobj", "prep") for c in verb.children
        ) and not any(
            lemma(c)
            in (
                "crime",
                "suicide",
                "murder",
                "allegiance",
                "act",
                "loyalty",
                "atrocity",
            )
            for c in verb.children
        )
    if key in ("mourn", "grieve", "condole"):
        return True
    if key == "threaten":
        return not is_passive(verb) and any(
            c.dep_ == "xcomp" and lemma(c) in _THREATS for c in verb.children
        )
    if key in ("accuse", "blame", "implicate", "fault"):
        agentive = any(c.dep_ == "agent" for c in verb.children)
        whom = next(after(verb, "on"), None) or undergoer(verb)
        nobody = whom is not None and lemma(whom) in table("acts")["charges"]["causes"]
        return agentive if is_passive(verb) else whom is not None and not nobody
    if key in ("appeal", "demand", "insist", "plead", "beg"):
        return asks(verb, key)
    if key == "condemn":
        hit = undergoer(verb)
        property_ = hit is not None and (lemma(hit) in _PROPERTY or hit.lower_ == "it")
        return not property_ and (
            not is_passive(verb) or any(c.dep_ == "agent" for c in verb.children)
        )
    return (
        not is_passive(verb)
        or any(c.dep_ == "agent" for c in verb.children)
        or act == "demand"
    )


@cache
def _by_verb() -> dict[str, Act]:
    found: dict[str, Act] = {}
    for kind in acts().values():
        for verb in kind.verbs:
            if " " not in verb:
                found[verb] = kind.act  # type: ignore[assignment]
    return found


@cache
def _phrases() -> dict[str, tuple[tuple[str, Act], ...]]:
    found: dict[str, list[tuple[str, Act]]] = {}
    for kind in acts().values():
        for phrase in kind.phrases:
            verb, noun = phrase.split()[:2]
            found.setdefault(verb, []).append((noun, kind.act))  # type: ignore[arg-type]
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def _said() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple(
        (kind.act, re.compile(either(kind.said)))  # type: ignore[misc]
        for kind in acts().values()
        if kind.said
    )
