"""How much of what some words of a draft say stands in words of a report."""

from __future__ import annotations

from functools import lru_cache

from sourcebook.draft.harm import harm, metric_of
from sourcebook.link.terms import weight
from sourcebook.link.words import WORD, normalised
from sourcebook.text.numbers import find_numbers

#: Letters at its head by which a word is known ("burned", "burning").
_HEAD = 5
#: How rare in news a word is that says something (:func:`sourcebook.link.terms.weight`).
_TELLING = 2.0


@lru_cache(maxsize=4096)
def content(characters: str) -> dict[str, float]:
    """Return the heads of the words that say something, with how rare they are.

    Numbers and words of harm are left out: those are compared on their own.

    >>> sorted(content("Nine of the patients had severe burns"))
    ['burns', 'sever']
    """
    plain = _without_counts(characters)
    capital = {word.lower() for word in WORD.findall(plain) if word[:1].isupper()}
    found: dict[str, float] = {}
    for word in WORD.findall(normalised(plain)):
        told = word.removesuffix("'s")
        worth = weight(told, {}, small=told not in capital)
        if worth >= _TELLING and not told[0].isdigit():
            head = told[:_HEAD]
            found[head] = max(found.get(head, 0.0), worth)
    return found


def _without_counts(characters: str) -> str:
    """Return the characters with numbers and words of harm blank."""
    spans = [number.span for number in find_numbers(characters)]
    cut = [(span.start, span.end) for span in spans]
    cut += [match.span() for match in harm().finditer(characters)]
    told = list(characters)
    for start, end in cut:
        told[start:end] = " " * (end - start)
    return "".join(told)


def contained(mine: dict[str, float], theirs: dict[str, float]) -> float:
    """Return the share of the one's words, by their weight, that the other has too."""
    whole = sum(mine.values())
    shared = sum(worth for head, worth in mine.items() if head in theirs)
    return shared / whole if whole else 0.0


def kinds_of_harm(characters: str) -> frozenset[str]:
    """Return the metrics that words of harm tell.

    >>> sorted(kinds_of_harm("Two dead, 3 hurt"))
    ['injured', 'killed']
    """
    return frozenset(metric_of(match) for match in harm().finditer(characters))
