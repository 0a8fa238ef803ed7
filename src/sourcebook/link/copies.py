"""Copies: reports whose wording goes back to one text (DOMAIN DOC-4, DOC-5).

Exact copies share a text id. Of near copies half of the shorter one's words, and half
of those outside quotation marks, stand in the longer in runs of four, in order: edited,
shortened, or under a new headline and lead. Two reports that only quote one statement
are no copies. Reports that share twelve words in a row with a figure among them have
one lineage for the figure's claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcebook.link.alignment import taken
from sourcebook.link.disjoint import Disjoint
from sourcebook.link.lexicon import listed
from sourcebook.link.passages import earliest, first_holders
from sourcebook.link.runs import likely_pairs
from sourcebook.link.wording import Wording, is_stub
from sourcebook.link.words import normalised, words
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Copies", "find_copies", "is_stub"]

#: Share of the shorter text's words that a copy takes from the longer (DOC-4), and
#: the share where the longer is more than three times as long: its part, not its like.
SIMILAR, PART, TIMES = 0.5, 0.8, 3
#: Words below which a text is a copy only of one about as long as it is.
SHORT = 40
#: Words outside quotation marks from which on they must be taken too.
OWN = 20
#: Names and numbers from which on a share of them must be the longer text's too:
#: reports written after one pattern differ in these, and in little else.
PARTICULARS, ALIKE = 8, 0.5


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Which reports copy which, and the earliest report of each wording.

    ``original`` maps a copy to the earliest report with its wording, ``lineage``
    every report to the earliest one of its wording, ``passage`` a figure claim's id to
    the earliest report that holds the claim's passage, where several do. A passage binds
    its claims, never whole reports: sentences that come back under many incidents
    ("the 40th killing this year") would chain these together.
    """

    original: Mapping[str, str]
    lineage: Mapping[str, str]
    passage: Mapping[str, str]

    def with_versions(self, latest: Mapping[str, str]) -> Copies:
        """Return the same with earlier versions in the lineage of the latest."""
        old = {report: self.lineage[later] for report, later in latest.items()}
        return replace(self, lineage={**self.lineage, **old})


def find_copies(reports: Sequence[Report], claims: Iterable[Claim]) -> Copies:
    """Find exact and near copies and shared passages that carry a figure."""
    known = {report.id: report for report in reports}
    whole = Disjoint()
    for left, right in _near(reports):
        whole.join(left, right)
    passage = first_holders(known, claims, whole)
    firsts = _firsts(whole, known)
    return Copies(
        original={r.id: firsts[r.id] for r in reports if firsts[r.id] != r.id},
        lineage=firsts,
        passage=passage,
    )


def _firsts(sets: Disjoint, known: Mapping[str, Report]) -> dict[str, str]:
    members: dict[str, list[Report]] = defaultdict(list)
    for report in known.values():
        members[sets.find(report.id)].append(report)
    firsts = ((earliest(group).id, group) for group in members.values())
    return {report.id: first for first, group in firsts for report in group}


def _near(reports: Sequence[Report]) -> list[tuple[str, str]]:
    by_text: dict[str, list[Wording]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.id):
        by_text[report.text.id].append(Wording(report))
    kinds = [kind for _, same in sorted(by_text.items()) for kind in _pages(same)]
    pairs = [
        (kind[0].report.id, other.report.id) for kind in kinds for other in kind[1:]
    ]
    for a, b in likely_pairs([kind[0].told for kind in kinds]):
        short, long = sorted((kinds[a][0], kinds[b][0]))
        if _is_copy(short, long):
            pairs.append((short.report.id, long.report.id))
    return pairs


def _pages(same: Sequence[Wording]) -> list[list[Wording]]:
    """Part the reports of one text into copies of each other.

    Where the text tells nothing of the headlines it is the page around the article:
    then only reports under one headline are copies, and stubs never.
    """
    if len(same) == 1:
        return [[same[0]]]
    told = words(same[0].body)
    found: dict[str, list[Wording]] = defaultdict(list)
    for each in same:
        page = "" if each.is_told_in(told) else normalised(each.report.title)
        found[each.report.id if each.stub else page].append(each)
    return [kind for _, kind in sorted(found.items())]


def _is_copy(short: Wording, long: Wording) -> bool:
    """Whether the shorter text was taken from the longer, or both from one."""
    length = len(short.told)
    if (short.stub and long.stub) or (
        length < SHORT and PART * len(long.told) > length
    ):
        return False
    part = length < SHORT or len(long.told) > TIMES * length
    need = PART if part else SIMILAR
    found = taken(short.told, long.told)
    if float(found.mean()) < need or not _is_article(short, long, found):
        return False
    own = short.own
    if int(own.sum()) >= OWN and float(found[own].mean()) < need:
        return False
    return not _is_pattern(short, long, found)


def _is_pattern(short: Wording, long: Wording, found: NDArray[np.bool_]) -> bool:
    """Whether two reports were written after one pattern, about different things.

    Between the first and the last of the shared words, most names and numbers of the
    one are then not in the other.
    """
    shared = found.nonzero()[0]
    told = short.particulars(int(shared[0]), int(shared[-1]) + 1)
    return len(told) >= PARTICULARS and len(told & long.known) < ALIKE * len(told)


def _is_article(short: Wording, long: Wording, found: NDArray[np.bool_]) -> bool:
    """Whether what two reports share is of their article, not of the page around it.

    Both then stand under one headline; or it tells of one of their headlines; or it
    has a word of harm, and one of the texts tells of its own headline.
    """
    fewer = min(short.headline, long.headline, key=len)
    common = len(short.headline & long.headline)
    if fewer and common >= SIMILAR * len(fewer):
        return True
    if short.is_page or long.is_page:
        return False
    told = words(short.body)
    shared = [word for word, is_taken in zip(told, found, strict=True) if is_taken]
    if short.is_told_in(shared) or long.is_told_in(shared):
        return True
    if listed("harm").isdisjoint(shared):
        return False
    return short.is_told_in(told) or long.is_told_in(words(long.body))
