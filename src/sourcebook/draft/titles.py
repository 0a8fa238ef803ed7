"""Whether a report gives a person the office by which a draft calls the source."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sourcebook.draft.speakers import is_person, own_words
from sourcebook.link.words import words
from sourcebook.schema.load import table

#: Words of an office before or after a name.
_LONGEST = 6
_WORD = r"[^\W\d_][\w'’-]*"


def is_titled(office: str, person: str, characters: str) -> bool:
    """Whether a text tells an office of a person; names in the office may be places.

    >>> told = "the county commissioner, Tom Reed, said"
    >>> is_titled("the commissioner of Arden", "Tom Reed", told)
    True
    >>> is_titled("the mayor", "Tom Reed", told)
    False
    """
    capital = [word for word in person.split() if word[:1].isupper()]
    if not capital or is_person(office):
        return False
    plain = " ".join(word for word in office.split() if word[:1].islower())
    wanted = _heads(plain) if plain else _heads(office)
    return bool(wanted) and wanted <= _told_of(capital[-1], characters)


def _heads(name: str) -> frozenset[str]:
    """Return the heads of a name's own words, else of the kinds of office in it."""
    few = frozenset(["the", "a", "an", "of", "for", "in"])
    return own_words(name) or frozenset(w[:6] for w in words(name)) - few


@cache
def _stop() -> frozenset[str]:
    """Return the words before which an office's words do not begin."""
    return frozenset(table("draft")["unoffices"])


@lru_cache(maxsize=2048)
def _told_of(surname: str, characters: str) -> frozenset[str]:
    """Return the heads of the words beside a surname that may tell an office."""
    found: set[str] = set()
    before = re.compile(
        rf"((?:{_WORD}\s+){{0,{_LONGEST}}}{_WORD}),?\s+(?:[A-Z][\w'’.-]+\s+){{0,2}}{re.escape(surname)}\b"
    )
    after = re.compile(
        rf"\b{re.escape(surname)},\s+((?:{_WORD}\s+){{0,{_LONGEST}}}{_WORD})"
    )
    for match in before.finditer(characters):
        told = words(match.group(1))
        stops = [n for n, word in enumerate(told) if word in _stop()]
        found |= _cut(told[stops[-1] + 1 :] if stops else told)
    for match in after.finditer(characters):
        told = words(match.group(1))
        stops = [n for n, word in enumerate(told) if word in _stop() - {"in", "at"}]
        found |= _cut(told[: stops[0]] if stops else told)
    return frozenset(found)


def _cut(told: list[str]) -> set[str]:
    return {word.removesuffix("'s")[:6] for word in told}
