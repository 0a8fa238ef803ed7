"""Words of a report as linking compares them: normalised, offsets given up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NAME = re.compile(
    r"[A-Z][\w'’.-]*[\w](?:,? (?:(?:al|el|de|la|bin|van|von|of) )?[A-Z][\w'’-]*\w){1,4}"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?[\"”’)]*")
_QUOTES = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


def normalised(characters: str) -> str:
    """Return the characters as matching reads them (DOMAIN DOC-2).

    >>> normalised("Syria’’s  “four”")
    'syria\\'s "four"'
    """
    plain = characters
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).translate(_QUOTES)
    return " ".join(plain.replace("''", "'").casefold().split())


def words(characters: str) -> list[str]:
    """Return the normalised words, in order."""
    return _WORD.findall(normalised(characters))


def sentences(characters: str) -> Iterator[str]:
    """Yield rough sentences: stretches between full stops or line breaks."""
    for match in _SENTENCE.finditer(characters):
        if match.group().strip():
            yield match.group().strip()


def names(characters: str) -> Iterator[str]:
    """Yield runs of two to five capitalised words, normalised.

    Lines in capitals or title case say nothing about names and give none.

    >>> list(names("Police said Ana Lee Gray, 40, died near Mill Street."))
    ['ana lee gray', 'mill street']
    """
    for line in characters.splitlines():
        if not _title_case(line):
            for match in _NAME.finditer(line):
                yield normalised(match.group().replace(",", ""))


def shingles(characters: str, *, size: int = 5) -> frozenset[str]:
    """Return the overlapping runs of ``size`` words; the text itself if shorter."""
    told = words(characters)
    if len(told) < size:
        return frozenset([" ".join(told)]) if told else frozenset()
    return frozenset(
        " ".join(told[start : start + size]) for start in range(len(told) - size + 1)
    )


def _title_case(line: str) -> bool:
    long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
