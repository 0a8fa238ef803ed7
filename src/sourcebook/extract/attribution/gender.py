"""Whether "he" or "she" can stand for a person, by titles, nouns and given names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.attribution import cues
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Tokens

Pronoun = Literal["he", "she"]
_BOTH: tuple[Pronoun, Pronoun] = ("he", "she")


@cache
def _listed(pronoun: Pronoun, key: str) -> frozenset[str]:
    return frozenset(table("gender")[pronoun][key])


def pronoun_of(name: str, words: Tokens) -> Pronoun | None:
    """Return the pronoun of a person, None where nothing tells it.

    ``name`` is the fullest name that the report gives, ``words`` are where it stands:
    a title before them and a noun in them count before the given name.
    """
    doc = words.doc
    near = doc[max(0, words.start - 2) : words.end]
    titles = {token.lower_.rstrip(".") for token in near}
    beside = {cues.lemma(token) for token in near}
    given = name.casefold().split()[0] if " " in name else ""
    for pronoun in _BOTH:
        if titles & _listed(pronoun, "titles") or beside & _listed(pronoun, "nouns"):
            return pronoun
    return next((p for p in _BOTH if given in _listed(p, "given")), None)
