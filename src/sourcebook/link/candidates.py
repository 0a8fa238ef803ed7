"""Blocking: which pairs of reports are worth comparing.

Every report meets those it shares most rare words with (names of people, streets,
places, which also find a trial a year later) and those about the same place around
the same day. The number of pairs grows with the reports, not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sourcebook.link.facts import Facts, place_key
from sourcebook.link.memory import Outline, check
from sourcebook.link.terms import Terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.int64]

#: Reports that may share a word before it finds no candidates.
FREQUENT = 60
#: Lineages that may hold a name before sharing it says nothing.
USUAL = 12
#: Words by which a report looks for others, heaviest first.
KEYS = 40
#: Candidates kept for each report, by shared weight.
NEIGHBOURS = 25
#: Days in one block of place and date; reports also meet the block before.
WINDOW = 4
#: Reports whose neighbours are looked up at a time.
TOGETHER = 512
#: Reports in one block beyond which only shared words pair them.
CROWDED = 60


def outline(told: str, terms: Terms, facts: Facts) -> Outline:
    """Return by what a report looks for others; ``told`` stands for the report."""
    return Outline(
        check=told,
        common=check(terms.common),
        words=terms.whole[:KEYS],
        blocks=tuple(_keys(facts)),
        rare=frozenset(terms.rare),
    )


def frequent(
    outlines: Mapping[str, Outline], lineage: Mapping[str, str]
) -> dict[str, int]:
    """Return the names, rare in news, that reports of many lineages hold."""
    families: dict[str, set[str]] = defaultdict(set)
    for report, told in outlines.items():
        families[lineage[report]] |= told.rare
    held = Counter(name for names in families.values() for name in names)
    return {name: count for name, count in held.items() if count > USUAL}


def pairs(outlines: Mapping[str, Outline]) -> list[tuple[str, str]]:
    """Return the pairs of report ids to compare, sorted."""
    found = _by_words(outlines)
    for block in _blocks(outlines).values():
        if len(block) <= CROWDED:
            found.update((min(a, b), max(a, b)) for a in block for b in block if a != b)
    return sorted(found)


def _by_words(outlines: Mapping[str, Outline]) -> set[tuple[str, str]]:
    import numpy as np  # commands that read no report start without it

    reports = sorted(outlines)
    numbers: dict[str, int] = {}
    told = [
        (numbers.setdefault(word, len(numbers)), at, weight)
        for at, report in enumerate(reports)
        for word, weight in outlines[report].words
    ]
    word, holder, weight = np.array(told, dtype=np.int64).reshape(-1, 3).T
    count = np.bincount(word, minlength=len(numbers))
    use = (count[word] > 1) & (count[word] <= FREQUENT)
    shared = _Shared(word[use], holder[use], weight[use])
    found: set[tuple[str, str]] = set()
    for start in range(0, len(reports), TOGETHER):
        left, right = shared.nearest(start, start + TOGETHER)
        both = zip(np.minimum(left, right), np.maximum(left, right), strict=True)
        found.update((reports[one], reports[other]) for one, other in both)
    return found


class _Shared:
    """Which reports hold a word, by the numbers of words and reports."""

    def __init__(self, word: Array, holder: Array, weight: Array) -> None:
        import numpy as np

        self._word, self._holder, self._weight = word, holder, weight
        self._by_word = np.argsort(word, kind="stable")
        ordered = word[self._by_word]
        self._start = np.searchsorted(ordered, word, side="left")
        self._count = np.searchsorted(ordered, word, side="right") - self._start

    def nearest(self, start: int, end: int) -> tuple[Array, Array]:
        """Return the reports from start to end, each beside those it shares most with."""
        import numpy as np

        first, last = np.searchsorted(self._holder, (start, end))
        count = self._count[first:last]
        entry = np.repeat(np.arange(first, last), count)
        step = np.arange(len(entry)) - np.repeat(np.cumsum(count) - count, count)
        other = self._by_word[self._start[entry] + step]
        left, right = self._holder[entry], self._holder[other]
        value = self._weight[entry] * self._weight[other]
        apart = left != right
        key, place = np.unique(left[apart] << 32 | right[apart], return_inverse=True)
        total = np.zeros(len(key), dtype=np.int64)
        np.add.at(total, place, value[apart])
        best = np.lexsort((key, -total, key >> 32))
        left = key[best] >> 32
        rank = np.arange(len(left)) - np.searchsorted(left, left)
        near = rank < NEIGHBOURS
        return left[near], (key[best] & (2**32 - 1))[near]


def _blocks(outlines: Mapping[str, Outline]) -> dict[tuple[str, int], list[str]]:
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for report, told in sorted(outlines.items()):
        for key in told.blocks:
            blocks[key].append(report)
    return blocks


def _keys(facts: Facts) -> Iterator[tuple[str, int]]:
    days = facts.days[:2] or ((facts.published,) if facts.published else ())
    seen = set()
    for place in facts.spots[:3]:
        if place.precision in ("site", "city", "admin2"):
            where = place_key(place)
            for day in days:
                seen.update({(where, day // WINDOW), (where, (day - 1) // WINDOW)})
    yield from sorted(seen)
