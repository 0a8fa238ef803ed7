"""Whether "he" or "she" can stand for a noun, by what the report says beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.figures.sexes import MEN, WOMEN

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})


def agrees(pronoun: str, noun: Token) -> bool:
    """Whether a noun is not told to be of the other sex than a pronoun.

    The sex is told by the noun, a title before a name ("Mrs") or a noun beside it
    ("his mother, Ann Poe"); where nothing tells it, both fit.
    """
    word = pronoun.lower()
    told = _words_beside(noun)
    if word in _MALE:
        return not told & WOMEN or bool(told & MEN)
    if word in _FEMALE:
        return not told & MEN or bool(told & WOMEN)
    return True


def _words_beside(noun: Token) -> set[str]:
    """The noun itself; for a name its titles and what is set beside it."""
    if noun.pos_ != "PROPN":
        return {lemma(noun)}
    beside = [c for c in noun.children if c.dep_ in ("compound", "appos", "nmod")]
    if noun.dep_ in ("appos", "compound"):
        beside.append(noun.head)
    return {lemma(t).removesuffix(".") for t in beside}
