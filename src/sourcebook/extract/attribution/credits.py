"""Credits of pictures that stand glued to the words behind them ("AFP Police said")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.schema.sources import is_known, resolve

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

_LONGEST = 4


def without_credit(tokens: Tokens, head: Token) -> Tokens:
    """Return the noun phrase without a picture's credit in front of it.

    An agency's name parts from a capitalised speaker behind it, unless that one works
    for it ("Reuters reporter").
    """
    start = tokens.start
    while start < head.i and tokens.doc[start].lower_ in cues.words("captions"):
        start += 1
    for length in range(min(_LONGEST, head.i - start), 0, -1):
        after = tokens.doc[start + length]
        named = tokens.doc[start : start + length].text
        if after.text[:1].isupper() and _is_other(head) and _is_agency(named):
            start += length
            break
    return tokens.doc[start : tokens.end]


def _is_agency(name: str) -> bool:
    return is_known(name) and resolve(name).type in ("wire", "outlet")


def _is_other(head: Token) -> bool:
    """Whether the head speaks for itself, and is no journalist."""
    return cues.speaks(head) and cues.lemma(head) not in cues.words("journalists")
