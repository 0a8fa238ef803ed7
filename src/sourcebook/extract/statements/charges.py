"""Accusations by what is said: somebody lays misconduct to a government, army or group."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma
from sourcebook.extract.responsibility.finding import is_averted, is_negated, is_unreal
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

_BODIES = frozenset({"ORG", "NORP", "GPE"})


def lays_misconduct(tokens: Tokens, speaker: str, *, deeds: bool) -> bool:
    """Whether words said tell of misconduct by a body that is not the speaker's own.

    ``deeds`` counts attacks and killings too: in a speaker's very words they accuse,
    in a report of them they are news.
    """
    own = frozenset(speaker.lower().split())
    return any(_is_charge(token, own, deeds=deeds) for token in tokens)


def _is_charge(verb: Token, own: frozenset[str], *, deeds: bool) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    doer = agent(verb) if is_passive(verb) else bearer(verb)
    if doer is None or not _is_party(doer, verb, own):
        return False
    if lemma(verb) == "be":
        return any(
            c.dep_ == "attr" and lemma(c) in _words("names") for c in verb.children
        )
    return _is_misconduct(verb, deeds=deeds)


def _is_party(doer: Token, verb: Token, own: frozenset[str]) -> bool:
    """A body, or "they" with a grave word; not "our", and not the speaker."""
    if doer.lower_ in own or any(
        c.lower_ in ("our", "my") and c.dep_ == "poss" for c in doer.children
    ):
        return False
    if doer.lower_ == "they":
        return lemma(verb) in _words("grave")
    body = doer.ent_type_ in _BODIES and doer.pos_ in ("PROPN", "NOUN")
    return body or lemma(doer) in _words("parties")


def _is_misconduct(verb: Token, *, deeds: bool) -> bool:
    if is_averted(verb):
        return False
    aimed = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if lemma(verb) in _words("aiming") and aimed is not None:
        plain = lemma(aimed) in _words("misconduct") or _stirs_up(aimed)
        hostile = plain or is_deed(aimed)
        return hostile and not is_negated(verb)
    if is_negated(verb):
        return lemma(verb) in _words("duties")
    if is_unreal(verb):
        return False
    if is_deed(verb):
        return deeds
    if lemma(verb) in _words("mild"):
        return deeds
    return lemma(verb) in _words("misconduct") or _stirs_up(verb)


def _stirs_up(verb: Token) -> bool:
    """Starts a war, spreads terror: a plain verb with a grave object."""
    return any(
        c.dep_ == "dobj" and lemma(c) in _words("scourges") for c in verb.children
    ) and lemma(verb) in _words("stirring")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("acts")["charges"][key])
