"""Passages with a figure that several reports hold: one text behind them (DOC-4).

Twelve words in a row, the figure among them, show a common text, whatever stands
around them in their sentences, unless every report writes so: "one man was killed and
three others were wounded in a shooting".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from sourcebook.link.disjoint import Disjoint
from sourcebook.link.lexicon import listed
from sourcebook.link.words import words
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.text.numerals import TABLE

#: Words that a shared passage needs to show a common text (DOC-4).
PASSAGE = 12
#: Words of a passage that are neither harm nor in all news, and their letters.
TELLING, LONG = 2, 4
#: Texts that may hold one passage before it says nothing about copying.
COMMON = 40


def earliest(reports: Iterable[Report]) -> Report:
    """Return the first published; undated ones come last, ties go by id."""
    return min(reports, key=lambda r: (r.published is None, r.published or "", r.id))


def first_holders(
    known: Mapping[str, Report], claims: Iterable[Claim], whole: Disjoint
) -> dict[str, str]:
    """Return the earliest report that holds a claim's passage, by the claim's id."""
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        if claim.type == "figure" and claim.report in known:
            for passage in filter(_tells, passages_of(claim, known[claim.report])):
                holders[passage][claim.id] = claim.report
    sets = Disjoint()
    for _, held in sorted(holders.items()):
        reports = set(held.values())
        kinds = {whole.find(report) for report in reports}
        texts = {known[report].text.id for report in reports}
        # one text under several headlines, no copies: the page around the articles
        is_page = len(kinds) > len(texts)
        if len(reports) > 1 and len(kinds) <= COMMON and not is_page:
            first, *others = sorted(held)
            for other in others:
                sets.join(first, other)
    return _origins(sets, holders, known)


def passages_of(claim: Claim, report: Report) -> list[str]:
    """Return the runs of twelve words of a figure's sentence that hold the figure."""
    characters = report.characters(claim.field)
    sentence = claim.setting.sentence
    told = words(sentence.slice(characters))
    start = len(words(characters[sentence.start : claim.span.start]))
    end = start + len(words(claim.span.slice(characters)))
    first, last = max(0, end - PASSAGE), min(start, len(told) - PASSAGE)
    return [" ".join(told[at : at + PASSAGE]) for at in range(first, last + 1)]


def _tells(passage: str) -> bool:
    """Whether a passage tells of something that not every report tells."""
    usual = listed("common") | listed("harm") | TABLE["values"].keys()
    told = {w for w in passage.split() if len(w) >= LONG and not w[0].isdigit()}
    return len(told - usual) >= TELLING


def _origins(
    sets: Disjoint,
    holders: Mapping[str, Mapping[str, str]],
    known: Mapping[str, Report],
) -> dict[str, str]:
    report_of = {claim: r for held in holders.values() for claim, r in held.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(report_of):
        members[sets.find(claim)].append(claim)
    found: dict[str, str] = {}
    for told in members.values():
        reports = {report_of[each] for each in told}
        if len(reports) > 1:
            first = earliest(known[report] for report in reports).id
            found.update(dict.fromkeys(told, first))
    return found


def common_words(one: tuple[Claim, Report], other: tuple[Claim, Report]) -> str:
    """Return the longest words that the sentences of two claims share, as in the one."""
    told = re.findall(r"\S+", _sentence(*one))
    rest = [_bare(word) for word in re.findall(r"\S+", _sentence(*other))]
    found = SequenceMatcher(
        None, [_bare(word) for word in told], rest, autojunk=False
    ).find_longest_match()
    return " ".join(told[found.a : found.a + found.size])


def _sentence(claim: Claim, report: Report) -> str:
    return claim.setting.sentence.slice(report.characters(claim.field))


def _bare(word: str) -> str:
    return " ".join(words(word)) or word
