"""Motives: why somebody says that they did it; other conduct told there is no deed here.

"In retaliation for air strikes" tells a motive, and no air strike of this incident
(RSP-3, RSP-5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

_ENDS = frozenset("\"“”'‘’,.;:")


def motive_in(told: Token) -> Tokens | None:
    """Return the words below a verb that tell a motive, None where none are told."""
    for token in told.subtree:
        if token.sent != told.sent:
            continue
        if lemma(token) in words("reasons") and _gives_reason(token):
            return _phrase(_from_preposition(token))
        if lemma(token) in words("avenging") and token.pos_ == "VERB":
            return _phrase(token)
        if token.lower_ == "so" and _opens_purpose(token):
            return _rest(token)
    return None


def in_motive(token: Token) -> bool:
    """Whether a noun stands in the words of a motive ("revenge for the bombing")."""
    for above in token.ancestors:
        if above.sent != token.sent:
            return False
        if lemma(above) in words("reasons") and _gives_reason(above):
            return bool(above.i < token.i)
        if lemma(above) in words("avenging") and above.pos_ == "VERB":
            return bool(above.i < token.i)
    return any(
        t.lower_ == "so" and _opens_purpose(t)
        for t in token.sent
        if t.i < token.i and _is_claimed(t)
    )


def avenged_in(token: Token) -> list[Token]:
    """Return the words of what is avenged, below a word of revenge; else none.

    "Revenge for the raids", "a revenge attack for the raids", "to avenge the raids".
    """
    if not token.children:
        return []
    if paid := _paid_back(token):
        return [t for prep in paid for t in prep.subtree if t.sent == token.sent]
    told = lemma(token) in words("reasons") and _gives_reason(token)
    if not told and not (lemma(token) in words("avenging") and token.pos_ == "VERB"):
        return []
    return [
        t
        for child in token.children
        if child.i > token.i and child.dep_ in ("prep", "dobj")
        for t in child.subtree
        if t.sent == token.sent
    ]


def _paid_back(deed: Token) -> list[Token]:
    """Return the prepositions that tell what "a revenge attack" is for."""
    if deed.pos_ not in ("NOUN", "PROPN") or not any(
        child.dep_ in ("compound", "amod", "nmod")
        and lemma(child) in words("paying_back")
        for child in deed.children
    ):
        return []
    return [c for c in deed.children if c.lower_ in ("for", "over") and c.i > deed.i]


def _is_claimed(token: Token) -> bool:
    """Whether the words stand under what somebody claims."""
    return any(lemma(t) in words("claiming") for t in token.ancestors)


def _gives_reason(noun: Token) -> bool:
    """A noun of revenge with what it is for, or after "in" and "as"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ in ("for", "to", "against") for c in noun.children) or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("in", "as")
    )


def _from_preposition(noun: Token) -> Token:
    return noun.head if noun.dep_ == "pobj" else noun


def _opens_purpose(token: Token) -> bool:
    """ "So (that) they ..." in what is said: a purpose, not "so far" or "so many"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None:
        return False
    return after.lower_ == "that" or (after.pos_ == "PRON" and after.lower_ != "it")


def _phrase(head: Token) -> Tokens:
    return _trimmed(head.doc[head.left_edge.i : head.right_edge.i + 1])


def _rest(token: Token) -> Tokens:
    return _trimmed(token.doc[token.i : token.sent.end])


def _trimmed(tokens: Tokens) -> Tokens:
    start, end = tokens.start, tokens.end
    while end - 1 > start and tokens.doc[end - 1].text in _ENDS:
        end -= 1
    while start < end - 1 and tokens.doc[start].text in _ENDS:
        start += 1
    return tokens.doc[start:end]
