"""Weighted words of reports: what two reports about one incident share.

A word weighs as its rarity in news at large, which is data, or in the book where it is
common there (:mod:`sourcebook.link.rarity`). Sentences and title endings that many
unrelated reports share (menus, station names) are left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import chain
from sys import intern

from sourcebook.link.copies import is_stub
from sourcebook.link.lexicon import listed
from sourcebook.link.vectors import Shares, scaled
from sourcebook.link.words import WORD, normalised, sentences, words
from sourcebook.model.report import Report
from sourcebook.text.casing import is_common

#: Reports that the priors below stand for.
PRIOR_REPORTS = 1000.0
#: Of the prior's reports, those that hold a word of each kind.
PRIOR = {"name": 5.0, "number": 20.0, "plain": 60.0, "common": 500.0}
#: Weight from which on a name is rare.
RARE = math.log(PRIOR_REPORTS) - 3
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
    """One report's words, heaviest first: all (``whole``), and of title and lead (``head``).

    ``rare`` maps the words that weigh like a name to that weight, ``common`` tells of
    those that are common in the book.
    """

    whole: Shares
    head: Shares
    rare: Weights
    common: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a report; ``capital`` are told capitalised and never in small
    letters, ``small`` in small letters somewhere.
    """

    title: list[str]
    body: list[str]
    capital: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What unrelated reports share: numbers of sentences, endings of titles."""

    sentences: frozenset[int]
    endings: frozenset[str]

    def of(self, title: str, told: Iterable[int]) -> tuple[list[int], list[str]]:
        """Return what of a report is furniture, by its title and sentences' numbers."""
        return (
            sorted(self.sentences.intersection(told)),
            sorted(self.endings.intersection(_pieces(title))),
        )


def plain(report: Report) -> str:
    """Return the characters in which a report's words stand, furniture included."""
    text = "" if is_stub(report) else report.text.characters
    return f"{normalised(' '.join(_pieces(report.title)))}\n{normalised(text)}"


def vocabulary(characters: str) -> set[str]:
    """Return the words of :func:`plain` characters, as they are weighed."""
    return set(_split(WORD.findall(characters)))


def numbers(report: Report) -> tuple[int, ...]:
    """Return a number for each sentence, in order, the same on every machine."""
    return tuple(
        int.from_bytes(
            blake2b(
                normalised(told).encode("utf-8", "surrogatepass"), digest_size=8
            ).digest()
        )
        for told in sentences(report.text.characters)
    )


def furniture(
    told: Mapping[str, Collection[int]],
    titles: Mapping[str, str],
    lineage: Mapping[str, str],
) -> Furniture:
    """Return what reports of several lineages share: sentences, endings of titles."""
    count = Counter(number for held in told.values() for number in set(held))
    often = {number for number, held in count.items() if held >= FURNITURE}
    holders: dict[int, set[str]] = defaultdict(set)
    endings: dict[str, set[str]] = defaultdict(set)
    for report, held in told.items():
        for number in often.intersection(held):
            holders[number].add(lineage[report])
        for piece in _pieces(titles[report])[1:]:
            endings[piece].add(lineage[report])
    return Furniture(
        sentences=frozenset(n for n, seen in holders.items() if len(seen) >= FURNITURE),
        endings=frozenset(e for e, seen in endings.items() if len(seen) >= FURNITURE),
    )


def terms_of(
    report: Report, told: Sequence[int], shared: Furniture, common: Weights
) -> Terms:
    """Return a report's terms; ``told`` are the numbers of its sentences."""
    kept = (p for p in _pieces(report.title) if p not in shared.endings)
    title = " ".join(kept)
    if is_stub(report):
        return _terms(written(title, ""), common)
    text = report.text.characters
    if not shared.sentences.isdisjoint(told):
        each = zip(sentences(text), told, strict=True)
        text = "\n".join(s for s, number in each if number not in shared.sentences)
    return _terms(written(title, text), common)


def _pieces(title: str) -> list[str]:
    return _TITLE_BREAK.split(normalised(title))


def written(title: str, text: str) -> Written:
    """Return the words of a title and a text, and how they are written."""
    small = frozenset(_SMALL.findall(text))
    capital = {match.lower() for match in _CASED.findall(text)}
    return Written(
        _split(words(title)), _split(words(text)), frozenset(capital - small), small
    )


def _split(told: Iterable[str]) -> list[str]:
    """Add the parts of hyphenated words, and drop possessive endings."""
    return list(chain.from_iterable(map(_forms, told)))


@lru_cache(maxsize=2**17)
def _forms(word: str) -> tuple[str, ...]:
    plain = intern(word.removesuffix("'s").rstrip(".'"))  # one of each in memory
    if "-" not in plain or plain[0].isdigit():
        return (plain,)
    return plain, *(intern(part) for part in plain.split("-") if len(part) > 3)


def _terms(told: Written, common: Weights) -> Terms:
    lead = told.body[:LEAD]
    whole = Counter(told.body)
    for word in lead:
        whole[word] += 1
    for word in told.title:
        whole[word] += 3
    head = Counter(lead)
    for word in told.title:
        head[word] += 2
    weights = _weights(whole, told.small, common)
    return Terms(
        whole=_unit(whole, weights),
        head=_unit(head, weights),
        rare={
            w: weights[w]
            for w in sorted(told.capital & weights.keys())
            if weights[w] > RARE
        },
        common=tuple(sorted((w, common[w]) for w in whole.keys() & common.keys())),
    )


def _weights(
    words: Collection[str], small: Collection[str], common: Weights
) -> dict[str, float]:
    """Return the weight of each word: :func:`weight` for all words of a report."""
    known = _frequencies()
    found = {
        word: known[word] if word in known else _unknown(word, small=word in small)
        for word in words
    }
    for word in found.keys() & common.keys():
        if common[word] < found[word]:
            found[word] = common[word]
    return found


def weight(word: str, common: Weights, *, small: bool) -> float:
    """Return how rare a word is in news and in the book, where it is more common.

    ``common`` are words that are common in the book, ``small``: it is written in small
    letters. A word that is not known in news is a name, unless its letters tell otherwise.

    >>> weight("police", {}, small=True) < weight("detonator", {}, small=True)
    True
    >>> weight("Sorrel", {"Sorrel": 2.0}, small=False)
    2.0
    """
    return _weights((word,), (word,) if small else (), common)[word]


@lru_cache(maxsize=2**17)
def _unknown(word: str, *, small: bool) -> float:
    """Return the weight of a word that is not known in news."""
    return _weighed(_kind(word, name=not small and not is_common(word)), 1)


@cache
def _frequencies() -> dict[str, float]:
    """Return the weight of each word known in news; a capital marks a name."""
    found = {}
    for line in _lines()[1:]:
        told, _, count = line.rpartition(" ")
        word = intern(told.lower())
        found[word] = _weighed(_kind(word, name=told != word), int(count))
    return found


def _weighed(kind: str, held: int) -> float:
    return math.log((PRIOR_REPORTS + _total()) / (PRIOR[kind] + held))


@cache
def _total() -> int:
    return int(_lines()[0].split()[2])


@cache
def _lines() -> list[str]:
    path = files("sourcebook.schema") / "data" / "frequencies.txt"
    return path.read_text(encoding="utf-8").splitlines()


def _kind(word: str, *, name: bool) -> str:
    if word in listed("common"):
        return "common"
    if word[0].isdigit():
        return "number"
    return "name" if name else "plain"


def _unit(counts: Mapping[str, int], weights: Weights) -> Shares:
    raw = [(-(1 + math.log(n)) * weights[w], w) for w, n in counts.items()]
    return scaled([(-value, word) for value, word in sorted(raw)[:KEPT]])
