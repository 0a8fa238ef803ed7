"""Blocking: which pairs of reports are worth comparing.

Every report meets those it shares most rare words with (names of people, streets,
places, which also find a trial a year later) and those about the same place around
the same day. The number of pairs grows with the reports, not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import islice

from sourcebook.link.facts import Facts, place_key
from sourcebook.link.memory import Outline, check
from sourcebook.link.terms import Terms, Weights

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
#: Reports in one block beyond which only shared words pair them.
CROWDED = 60


def outline(told: str, terms: Terms, facts: Facts, common: Weights) -> Outline:
    """Return by what a report looks for others.

    ``told`` stands for the report, ``common`` are words that are common in the book.
    """
    return Outline(
        check=told,
        common=check(sorted((w, common[w]) for w in terms.whole if w in common)),
        words=tuple(islice(terms.whole.items(), KEYS)),
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
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for report in sorted(outlines):
        for word, weight in outlines[report].words:
            holders[word].append((report, weight))
    told = {word: held for word, held in holders.items() if 1 < len(held) <= FREQUENT}
    found: set[tuple[str, str]] = set()
    for report in sorted(outlines):
        shared: dict[str, float] = defaultdict(float)
        for word, weight in outlines[report].words:
            for other, theirs in told.get(word, ()):
                shared[other] += weight * theirs
        shared.pop(report, None)
        best = nsmallest(NEIGHBOURS, ((-value, o) for o, value in shared.items()))
        found.update((min(report, other), max(report, other)) for _, other in best)
    return found


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
