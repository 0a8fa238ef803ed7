"""Blocking: which pairs of reports are worth comparing.

Every report meets those it shares most rare words with (names of people, streets,
places, which also find a trial a year later) and those about the same place around
the same day. The number of pairs grows with the reports, not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice

from sourcebook.link.facts import Facts, place_key
from sourcebook.link.terms import Terms

#: Reports that may share a word before it finds no candidates.
FREQUENT = 60
#: Words by which a report looks for others, heaviest first.
KEYS = 40
#: Candidates kept for each report, by shared weight.
NEIGHBOURS = 25
#: Days in one block of place and date; reports also meet the block before.
WINDOW = 4
#: Reports in one block beyond which only shared words pair them.
CROWDED = 60


def pairs(
    reports: Sequence[str], terms: Mapping[str, Terms], facts: Mapping[str, Facts]
) -> list[tuple[str, str]]:
    """Return the pairs of report ids to compare, sorted."""
    found = _by_words(reports, terms)
    for block in _blocks(reports, facts).values():
        if len(block) <= CROWDED:
            found.update((min(a, b), max(a, b)) for a in block for b in block if a != b)
    return sorted(found)


def _by_words(
    reports: Sequence[str], terms: Mapping[str, Terms]
) -> set[tuple[str, str]]:
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    keys = {
        report: list(islice(terms[report].whole.items(), KEYS)) for report in reports
    }
    for report in reports:
        for word, weight in keys[report]:
            holders[word].append((report, weight))
    found: set[tuple[str, str]] = set()
    for report in reports:
        shared: dict[str, float] = defaultdict(float)
        for word, weight in keys[report]:
            if 1 < len(holders[word]) <= FREQUENT:
                for other, theirs in holders[word]:
                    shared[other] += weight * theirs
        shared.pop(report, None)
        best = nsmallest(NEIGHBOURS, ((-value, o) for o, value in shared.items()))
        found.update((min(report, other), max(report, other)) for _, other in best)
    return found


def _blocks(
    reports: Sequence[str], facts: Mapping[str, Facts]
) -> dict[tuple[str, int], list[str]]:
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for report in reports:
        for key in _keys(facts[report]):
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
