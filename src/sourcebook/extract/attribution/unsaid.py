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
    if _is_being_told(token):
        return True
    if any(child.dep_ == "neg" for child in children):
        return cues.lemma(token) not in ("believe", "think", "expect", "fear")
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in children)
    if not infinitive or cues.lemma(token.head) in cues.words("coming_to_say"):
        return False
    told = cues.lemma(token) in ("say", "tell", "report", "announce")
    return token.dep_ in ("xcomp", "acl") or not told


def _is_being_told(token: Token) -> bool:
    """ "Told that a boy had died, she wept": she hears it."""
    listener = cues.lemma(token) in cues.words("addressing") and token.tag_ == "VBN"
    helped = any(c.dep_ in ("aux", "auxpass", "agent") for c in token.children)
    return listener and token.dep_ in ("advcl", "acl") and not helped


def _is_of_lives(token: Token) -> bool:
    """ "A blast that claimed the lives of two" is a loss, and nobody's word."""
    behind = token.doc[token.i + 1 : token.i + 4]
    return any(cues.lemma(t) in ("life", "live") and t.pos_ == "NOUN" for t in behind)


def is_perceived(token: Token) -> bool:
    """ "Officers found a man dead" is an event; "police found that he died" a finding.

    What those who arrive find or learn there is the event as well.
    """
    if is_hearing(token):
        return False
    if cues.lemma(token) in cues.words("finding_out") and _is_on_arrival(token):
        return True
    if cues.lemma(token) not in cues.words("perceiving"):
        return False
    finding = any(c.dep_ == "nsubj" and cues.is_statement(c) for c in token.children)
    return not finding and not any(
        _is_finite(child) for child in token.children if child.dep_ == "ccomp"
    )


def is_hearing(token: Token) -> bool:
    """Whether a court or an inquest hears it: what it is told is what it is cited for."""
    if cues.lemma(token) != "hear":
        return False
    told = [c for c in token.children if c.dep_ == "nsubj"]
    return any(cues.lemma(c) in cues.words("hearing") for c in told)


def _is_on_arrival(token: Token) -> bool:
    """Whether a clause in front tells of their coming ("when officers arrived, they")."""
    said = any(c.dep_ == "ccomp" and cues.is_cue(c) for c in token.children)
    front = token.doc[token.sent.start : token.i]
    return not said and any(cues.lemma(t) in cues.words("arriving") for t in front)


def _is_finite(clause: Token) -> bool:
    told = [
        clause,
        *(c for c in clause.children if c.dep_ in ("aux", "auxpass", "mark")),
    ]
    that = any(t.dep_ == "mark" and t.lower_ == "that" for t in told)
    helped = any(t.tag_ in _FINITE and t.dep_ in ("aux", "auxpass") for t in told)
    return that or helped or clause.pos_ == "AUX"
