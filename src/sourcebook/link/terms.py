"""Weighted words of reports: what two reports about one incident share.

A word weighs as its rarity over the reports at hand, smoothed by a prior for its
kind, so that two reports alone weigh words much as a thousand do. Sentences and
title endings that many unrelated reports share (menus, station names) are left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from sourcebook.link.copies import is_stub
from sourcebook.link.lexicon import listed
from sourcebook.link.words import normalised, sentences, words
from sourcebook.model.report import Report

#: Reports that the priors below stand for.
PRIOR_REPORTS = 1000.0
#: Of the prior's reports, those that hold a word of each kind.
PRIOR = {"name": 1.0, "number": 20.0, "plain": 15.0, "common": 500.0}
#: Lineages that may share a sentence before it counts as page furniture.
FURNITURE = 4
#: Words at the head of a text that count as its lead.
LEAD = 70
#: Heaviest words kept of a report.
KEPT = 150
_TITLE_BREAK = re.compile(r"\s+[|\-–—·:]+\s+|\s*\|\s*")
_SMALL = re.compile(r"\b[a-z]\w+")
_CASED = re.compile(r"(?<=[a-z,;] )[A-Z][a-z][\w'’-]*|(?<=[A-Z][a-z] )[A-Z][a-z]\w+")

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One report's words: ``whole`` and ``head`` (title and lead) of length one.

    ``rare`` maps the words that weigh like a name to that weight.
    """

    whole: Weights
    head: Weights
    rare: Weights


@dataclass(frozen=True, slots=True)
class _Told:
    title: list[str]
    lead: list[str]
    rest: list[str]
    capital: frozenset[str]


def weigh(
    reports: Sequence[Report], lineage: Mapping[str, str]
) -> tuple[dict[str, Terms], dict[str, float]]:
    """Return the terms of every report by id, and the weight of each word."""
    told = _without_furniture(reports, lineage)
    weights = _rarity(told, lineage)
    terms = {}
    for report in reports:  # what was told is let go of as its terms are made
        if report.id in told:
            terms[report.id] = _terms(told.pop(report.id), weights)
    return terms, weights


def cosine(left: Weights, right: Weights) -> float:
    """Return the cosine of two unit vectors."""
    if len(left) > len(right):
        left, right = right, left
    return sum([left[w] * right[w] for w in filter(right.__contains__, left)])


def _without_furniture(
    reports: Sequence[Report], lineage: Mapping[str, str]
) -> dict[str, _Told]:
    furniture = _furniture(reports, lineage)
    endings: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for piece in _TITLE_BREAK.split(normalised(report.title))[1:]:
            endings[piece].add(lineage[report.id])
    stations = {s for s, seen in endings.items() if len(seen) >= FURNITURE}
    return {report.id: _told(report, furniture, stations) for report in reports}


def _furniture(reports: Sequence[Report], lineage: Mapping[str, str]) -> set[str]:
    """Return the sentences that unrelated reports share, as they are written.

    Nearly all sentences stand in one report, so they are first counted by a number
    each; the few that come up often are then compared as they are.
    """
    count = Counter(
        number for report in reports for number in {hash(s) for s in _sentences(report)}
    )
    often = {number for number, held in count.items() if held >= FURNITURE}
    holders: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for plain, written in zip(
            _sentences(report), sentences(report.text.characters), strict=True
        ):
            if hash(plain) in often:
                holders[plain].add(lineage[report.id])
                forms[plain].add(written)
    return {
        form
        for plain, seen in holders.items()
        if len(seen) >= FURNITURE
        for form in forms[plain]
    }


def _sentences(report: Report) -> list[str]:
    return [normalised(s) for s in sentences(report.text.characters)]


def _told(report: Report, furniture: set[str], stations: set[str]) -> _Told:
    text = "" if is_stub(report) else report.text.characters
    kept = "\n".join(s for s in sentences(text) if s not in furniture)
    pieces = _TITLE_BREAK.split(normalised(report.title))
    title = " ".join(p for p in pieces if p not in stations)
    body = _split(words(kept))
    small = set(_SMALL.findall(kept))
    capital = {m.lower() for m in _CASED.findall(kept)}
    return _Told(
        _split(words(title)), body[:LEAD], body[LEAD:], frozenset(capital - small)
    )


def _split(told: Iterable[str]) -> list[str]:
    """Add the parts of hyphenated words, and drop possessive endings."""
    found = []
    for word in told:
        plain = intern(word.removesuffix("'s").rstrip(".'"))  # one of each in memory
        found.append(plain)
        if "-" in plain and not plain[0].isdigit():
            found += [intern(part) for part in plain.split("-") if len(part) > 3]
    return found


def _rarity(told: Mapping[str, _Told], lineage: Mapping[str, str]) -> dict[str, float]:
    capital: Counter[str] = Counter()
    held: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    related: dict[str, list[_Told]] = defaultdict(list)
    for key, each in told.items():
        related[lineage[key]].append(each)
    for family in related.values():
        each_holds = [{*each.title, *each.lead, *each.rest} for each in family]
        lines.update(set().union(*each_holds))
        for each, everything in zip(family, each_holds, strict=True):
            held.update(everything)
            capital.update(each.capital)
    total = PRIOR_REPORTS + len(set(lineage.values()))
    return {
        word: math.log(total / (PRIOR[_kind(word, capital[word] / held[word])] + count))
        for word, count in lines.items()
    }


def _kind(word: str, capital: float) -> str:
    if word in listed("common"):
        return "common"
    if word[0].isdigit():
        return "number"
    return "name" if capital > 0.5 else "plain"


def _terms(told: _Told, weights: Weights) -> Terms:
    whole = Counter(told.rest)
    for word in told.lead:
        whole[word] += 2
    for word in told.title:
        whole[word] += 3
    head = Counter(told.lead)
    for word in told.title:
        head[word] += 2
    return Terms(
        whole=_unit(whole, weights),
        head=_unit(head, weights),
        rare={w: weights[w] for w in sorted(whole) if _is_rare(w, weights[w], told)},
    )


def _is_rare(word: str, weight: float, told: _Told) -> bool:
    return word in told.capital and weight > math.log(PRIOR_REPORTS) - 3


def _unit(counts: Mapping[str, int], weights: Weights) -> Weights:
    raw = {w: (1 + math.log(n)) * weights[w] ** 1.0 for w, n in counts.items()}
    kept = sorted(raw, key=lambda w: (-raw[w], w))[:KEPT]
    length = math.sqrt(sum(raw[w] ** 2 for w in kept)) or 1.0
    return {w: raw[w] / length for w in kept}
