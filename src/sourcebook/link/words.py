"""Words of a report as linking compares them: normalised, offsets given up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from sourcebook.text.casing import recase

#: A word, with the marks and stops inside it.
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?[\"”’)]*")
#: Small letters that every text in mixed case is full of.
_SMALL = "etaoin"
#: Characters from which a text is a whole report's rather than a sentence.
_WHOLE = 300
_VARIANTS = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))


def normalised(characters: str) -> str:
    """Return the characters as matching reads them (DOMAIN DOC-2).

    >>> normalised("Syria’’s  “four”")
    'syria\\'s "four"'
    """
    plain = characters
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
        for variant, common in _VARIANTS:
            plain = plain.replace(variant, common)
    return " ".join(plain.replace("''", "'").casefold().split())


@lru_cache(maxsize=256)
def cased(characters: str) -> str:
    """Return a text of capitals in sentence case, of the same length; others as is."""
    if sum(map(characters[:20_000].count, _SMALL)) >= len(characters) / 10:
        return characters  # told at once for nearly every text
    return recase(characters)


def words(characters: str) -> list[str]:
    """Return the normalised words, in order."""
    if len(characters) < _WHOLE:
        return WORD.findall(normalised(characters))
    return list(_words(characters))


@lru_cache(maxsize=64)
def _words(characters: str) -> tuple[str, ...]:
    """The words of a whole text, which several questions in a row are asked of."""
    return tuple(WORD.findall(normalised(characters)))


def sentences(characters: str) -> Iterator[str]:
    """Yield rough sentences: stretches between full stops or line breaks."""
    for match in _SENTENCE.finditer(characters):
        if match.group().strip():
            yield match.group().strip()


def shingles(characters: str, *, size: int = 5) -> frozenset[str]:
    """Return the overlapping runs of ``size`` words; the text itself if shorter."""
    told = words(characters)
    if len(told) < size:
        return frozenset([" ".join(told)]) if told else frozenset()
    return frozenset(
        " ".join(told[start : start + size]) for start in range(len(told) - size + 1)
    )
