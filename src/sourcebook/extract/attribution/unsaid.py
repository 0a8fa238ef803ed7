"""Verbs of reporting that report nothing: denied, wished for, or merely perceived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_unsaid(token: Token) -> bool:
    """ "Did not say", "declined to confirm", "expected to announce" state nothing.

    Going on, calling or coming forward to say something is saying it.
    """
    if cues.lemma(token) in cues.words("going_on"):
        return any(child.dep_ == "xcomp" for child in token.children)
    if cues.lemma(token) == "claim" and _is_of_lives(token):
        return True
    children = list(token.children)
    if any(child.dep_ == "neg" for child in children):
        return cues.lemma(token) not in ("believe", "think", "expect", "fear")
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in children)
    if not infinitive or cues.lemma(token.head) in cues.words("coming_to_say"):
        return False
    told = cues.lemma(token) in ("say", "tell", "report", "announce")
    return token.dep_ in ("xcomp", "acl") or not told


def _is_of_lives(token: Token) -> bool:
    """ "A blast that claimed the lives of two" is a loss, and nobody's word."""
    behind = token.doc[token.i + 1 : token.i + 4]
    return any(cues.lemma(t) in ("life", "live") and t.pos_ == "NOUN" for t in behind)


def is_perceived(token: Token) -> bool:
    """ "Officers found a man dead" is an event; "police found that he died" a finding."""
    if cues.lemma(token) not in cues.words("perceiving"):
        return False
    finding = any(c.dep_ == "nsubj" and cues.is_statement(c) for c in token.children)
    return not finding and not any(
        _is_finite(child) for child in token.children if child.dep_ == "ccomp"
    )


def _is_finite(clause: Token) -> bool:
    told = [
        clause,
        *(c for c in clause.children if c.dep_ in ("aux", "auxpass", "mark")),
    ]
    that = any(t.dep_ == "mark" and t.lower_ == "that" for t in told)
    helped = any(t.tag_ in _FINITE and t.dep_ in ("aux", "auxpass") for t in told)
    return that or helped or clause.pos_ == "AUX"
