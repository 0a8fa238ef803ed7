"""How common words are in a book: counted there, and told so coarsely that few change.

In a book about one war its towns, forces and weapons stand in every report and say
little of any two, however rare they are in news at large. A word that a share of the
book's lineages holds weighs no more than that share allows. Shares are told in three
levels, so a report that comes moves few words from one to another, and only reports
that hold such a word are weighed anew.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.link.terms import plain, vocabulary
from sourcebook.model.report import Report

#: Lineages without a word that every book is given, so that a young one tells little.
YOUNG = 1000
#: One in so many lineages holds a word of each level, or more; and the weight it has then.
LEVELS = ((4, math.log(2)), (16, math.log(8)), (64, math.log(32)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Of how many lineages one report each holds a word.

    ``texts`` maps the reports counted to the ids of their texts, ``words`` each word to
    the number of them that hold it.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)

    def levels(self) -> dict[str, float]:
        """Return the words that are common in the book, with their weight there."""
        total = YOUNG + len(self.texts)
        return {
            word: next(weight for one_in, weight in LEVELS if held * one_in >= total)
            for word, held in self.words.items()
            if held * LEVELS[-1][0] >= total
        }


def counted(
    reports: Sequence[Report], lineage: Mapping[str, str], before: Counted
) -> Counted:
    """Count the words of one report of each lineage, from what was counted before."""
    known = {report.id: report for report in reports}
    firsts: dict[str, str] = {}
    for report in sorted(known):
        firsts.setdefault(lineage[report], report)
    texts = {report: known[report].text.id for report in sorted(firsts.values())}
    gone = before.texts.keys() - texts.keys()
    if any(r not in known or known[r].text.id != before.texts[r] for r in gone) or any(
        before.texts.get(r, text) != text for r, text in texts.items()
    ):
        before, gone = Counted(), set()
    words = Counter(before.words)
    for report in texts.keys() - before.texts.keys():
        words.update(vocabulary(plain(known[report])))
    for report in gone:
        words.subtract(vocabulary(plain(known[report])))
    return Counted(texts=texts, words={w: n for w, n in sorted(words.items()) if n})


def turned(before: Mapping[str, float], now: Mapping[str, float]) -> frozenset[str]:
    """Return the words that are of another level than they were."""
    return frozenset(dict(before.items() ^ now.items()))


def holders(reports: Iterable[Report], words: frozenset[str]) -> set[str]:
    """Return the reports that hold one of the words, by id."""
    if not words:
        return set()
    told = ((report.id, plain(report)) for report in reports)
    return {
        report
        for report, characters in told
        if any(map(characters.__contains__, words))  # hardly any, and soon seen
        and not words.isdisjoint(vocabulary(characters))
    }
