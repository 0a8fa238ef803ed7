"""Simple methods that ours is measured beside: regular expressions, dependency rules.

Each finds figures in its own way and knows neither source nor scope: every figure is
a total in the outlet's own voice. All else (places, linking, reconciling) is ours, which
flatters them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.scope import Scene
from sourcebook.model.claim import Claim, Figure, Metric
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_NUMBER = rf"(?P<number>\d[\d,]*|{'|'.join(_WORDS)})"
_PEOPLE = r"(?:\s+(?:other|more|others|people|persons|men|women|children|civilians|soldiers|victims))*"
_VERBS: dict[Metric, str] = {
    "killed": r"killed|dead|died|slain|murdered|deaths",
    "injured": r"injured|wounded|hurt|injuries",
}
_ACTIVE: dict[Metric, str] = {
    "killed": r"kill(?:s|ed|ing)|killed at least",
    "injured": r"(?:injur|wound)(?:es|s|ed|ing)",
}


class Baseline(RuleExtractor):
    """Ours with another way to find figures, all of them totals without a source."""

    def _sourced(
        self, figures: Iterable[Draft], attributions: Attributions
    ) -> tuple[Draft, ...]:
        return tuple(figures)

    def _figure(self, draft: Draft, attributions: Attributions, scene: Scene) -> Claim:
        return self._claim(draft, scene.setting(draft), role="incident_total")


class RegexExtractor(Baseline):
    """A number within a few words of "killed" or "injured"."""

    name = "regex"
    version = "1"

    def _counted(self, parsed: Parsed) -> tuple[Draft, ...]:
        found = [d for passage in parsed.passages for d in _by_pattern(passage)]
        return tuple(_once(found))


def _by_pattern(passage: Passage) -> Iterator[Draft]:
    characters = passage.doc.text
    for metric, words in _VERBS.items():
        after = rf"\b{_NUMBER}{_PEOPLE}(?:\s+(?:were|was|are|is|have|been))*\s+(?:{words})\b"
        before = rf"\b(?:{_ACTIVE[metric]})\s+(?:at least\s+|more than\s+)?{_NUMBER}\b"
        for pattern in (after, before):
            for match in re.finditer(pattern, characters, re.IGNORECASE):
                start, end = match.span("number")
                tokens = passage.doc.char_span(start, end, alignment_mode="expand")
                if tokens is not None:
                    yield _draft(passage, start, end, metric, tokens.root)


class DependencyExtractor(Baseline):
    """Subject or object of a verb of killing or injuring that has a numeral child."""

    name = "dependency"
    version = "1"

    def _counted(self, parsed: Parsed) -> tuple[Draft, ...]:
        found = [d for passage in parsed.passages for d in by_parse(passage)]
        return tuple(_once(found))


_LEMMAS: dict[str, Metric] = {
    "kill": "killed", "die": "killed", "murder": "killed", "slay": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured",
}  # fmt: skip
_OBJECTS = {"dobj", "nsubjpass"}


def by_parse(passage: Passage) -> Iterator[Draft]:
    """Yield counts that are subject or object of a verb of killing or injuring."""
    for verb in passage.doc:
        metric = _LEMMAS.get(verb.lemma_)
        if metric is None:
            continue
        for child in verb.children:
            wanted = _OBJECTS | {"nsubj"} if verb.lemma_ == "die" else _OBJECTS
            if child.dep_ in wanted:
                numeral = _numeral(child)
                if numeral is not None:
                    end = numeral.idx + len(numeral)
                    yield _draft(passage, numeral.idx, end, metric, verb)


def _numeral(noun: Token) -> Token | None:
    if noun.like_num:
        return noun
    return next((t for t in noun.children if t.dep_ == "nummod"), None)


def _draft(
    passage: Passage, start: int, end: int, metric: Metric, anchor: Token
) -> Draft:
    told = passage.doc.text[start:end].lower().replace(",", "")
    value = int(told) if told.isdigit() else _WORDS.get(told)
    return Draft(
        passage=passage,
        span=Span(start=passage.start + start, end=passage.start + end),
        payload=Figure(
            metric=metric,
            comparator="eq" if value is not None else "vague",
            value=value,
            low=value,
            high=value,
        ),
        anchor=anchor,
    )


def _once(drafts: list[Draft]) -> list[Draft]:
    """Keep the first draft of each span and metric."""
    kept: dict[object, Draft] = {}
    for draft in drafts:
        payload = draft.payload
        metric = payload.metric if isinstance(payload, Figure) else ""
        kept.setdefault((draft.passage.field, draft.span, metric), draft)
    return list(kept.values())
