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
    return {key: _terms(each, weights) for key, each in told.items()}, weights


def cosine(left: Weights, right: Weights) -> float:
    """Return the cosine of two unit vectors."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[word] for word, value in left.items() if word in right)


def _without_furniture(
    reports: Sequence[Report], lineage: Mapping[str, str]
) -> dict[str, _Told]:
    holders: dict[str, set[str]] = defaultdict(set)
    endings: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for sentence in set(map(normalised, sentences(report.text.characters))):
            holders[sentence].add(lineage[report.id])
        for piece in _TITLE_BREAK.split(normalised(report.title))[1:]:
            endings[piece].add(lineage[report.id])
    furniture = {s for s, seen in holders.items() if len(seen) >= FURNITURE}
    stations = {s for s, seen in endings.items() if len(seen) >= FURNITURE}
    return {report.id: _told(report, furniture, stations) for report in reports}


def _told(report: Report, furniture: set[str], stations: set[str]) -> _Told:
    text = "" if is_stub(report) else report.text.characters
    kept = [s for s in sentences(text) if normalised(s) not in furniture]
    pieces = _TITLE_BREAK.split(normalised(report.title))
    title = " ".join(p for p in pieces if p not in stations)
    body = [word for sentence in kept for word in _split(words(sentence))]
    small = {w for s in kept for w in re.findall(r"\b[a-z]\w+", s)}
    capital = {m.lower() for s in kept for m in _CASED.findall(s)}
    return _Told(
        _split(words(title)), body[:LEAD], body[LEAD:], frozenset(capital - small)
    )


def _split(told: Iterable[str]) -> list[str]:
    """Add the parts of hyphenated words, and drop possessive endings."""
    found = []
    for word in told:
        plain = word.removesuffix("'s").rstrip(".'")
        found.append(plain)
        if "-" in plain and not plain[0].isdigit():
            found += [part for part in plain.split("-") if len(part) > 3]
    return found


def _rarity(told: Mapping[str, _Told], lineage: Mapping[str, str]) -> dict[str, float]:
    seen: dict[str, set[str]] = defaultdict(set)
    capital: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for key, each in told.items():
        everything = {*each.title, *each.lead, *each.rest}
        for word in everything:
            seen[word].add(lineage[key])
        held.update(everything)
        capital.update(each.capital)
    total = PRIOR_REPORTS + len(set(lineage.values()))
    return {
        word: math.log(
            total / (PRIOR[_kind(word, capital[word] / held[word])] + len(lines))
        )
        for word, lines in seen.items()
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
