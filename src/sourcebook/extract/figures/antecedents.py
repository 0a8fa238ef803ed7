"""Harm told of a pronoun, or by a person upon himself: the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.counts import SINGLE, Counted
from sourcebook.extract.figures.individuals import one_person
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.predicates import readings
from sourcebook.extract.figures.referents import acted_upon, antecedent, draft_at
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.figures.upon_self import upon_self
from sourcebook.model.claim import Metric

_PRONOUN = re.compile(r"\b(?P<pronoun>he|she)\b", re.I)
_OBJECT = re.compile(r"\b(?P<pronoun>him|her)\b", re.I)
#: Two persons told before: "They were both dead", "Neither survived".
_BOTH_OF_THEM = re.compile(
    r"(?:^|(?<=[.;!?]\s)|(?<=[.;!?]['\"”’]\s))(?:(?P<both>they|both(?:\s+of\s+them)?)\b"
    r"|neither(?:\s+of\s+them|\s+of\s+the\s+two)?\s+(?P<word>survived|lived|made\s+it|came\s+out\s+alive)\b)",
    re.I,
)
_AND = re.compile(r"(?:\s*,\s*\d{1,3}\s*,?)?\s+and\s+")
_HEARSAY = re.compile(
    r"\b(?:do|did|does)(?:n['’]t|\s+not)\s+(?:think|believe)\s+(?P<pronoun>he|she)\s+(?P<word>made\s+it|survived|was\s+alive)",
    re.I,
)


def antecedent_drafts(counted: Sequence[Counted]) -> Iterator[Draft]:
    """Yield figures whose person is named by an earlier phrase (NUM-19, NUM-20)."""
    for index, here in enumerate(counted):
        before = counted[index - 1] if index else None
        text = here.passage.text
        for match in _PRONOUN.finditer(text):
            yield from _pronoun(here, before, match)
        for match in _OBJECT.finditer(text):
            yield from _object(here, match)
        for match in _BOTH_OF_THEM.finditer(text):
            yield from _two(here, before, match)
        for match in _HEARSAY.finditer(text):
            yield from _told(here, before, match, "killed", sex=match.group("pronoun"))
        yield from upon_self(here, before, counted)


def _pronoun(
    here: Counted, before: Counted | None, match: re.Match[str]
) -> Iterator[Draft]:
    tokens = here.passage.doc.char_span(match.start(), match.end())
    if tokens is None:
        return
    stand_in = one_person(
        here.passage, match.start(), match.end(), tokens[0], "persons"
    )
    for reading in readings(stand_in):
        if (
            reading.metric in SINGLE
            and reading.side == "right"
            and reading.modality not in ("hypothetical", "denied")
        ):
            person = antecedent(here, before, match.start(), match.group("pronoun"))
            if person is not None:
                built = draft_at(here, person, reading)
                yield _later(built, here, person, match.start())


def _two(
    here: Counted, before: Counted | None, match: re.Match[str]
) -> Iterator[Draft]:
    """Yield what is said of two persons told as a pair in the sentence before."""
    pair = _pair(here, before, match.start())
    if not pair:
        return
    for reading in _said_of_two(here, match):
        for place, person in pair:
            if not place.readings(person):
                built = draft_at(here, person, reading)
                yield _later(built, here, person, match.start())


def _said_of_two(here: Counted, match: re.Match[str]) -> list[Reading]:
    if match.group("word"):
        start, end = match.span("word")
        return [Reading(metric="killed", start=start, end=end, side="right")]
    tokens = here.passage.doc.char_span(match.start(), match.end())
    if tokens is None:
        return []
    stand_in = one_person(
        here.passage, match.start(), match.end(), tokens[-1], "persons"
    )
    return [
        r
        for r in readings(stand_in)
        if r.metric in SINGLE and r.side == "right" and r.modality == "asserted"
    ]


def _pair(
    here: Counted, before: Counted | None, position: int
) -> list[tuple[Counted, Mention]]:
    """Return "a man and a woman" where nobody else is told between them and "they"."""
    earlier = [m for m in here.mentions if m.end <= position]
    place = here if earlier else before
    told = earlier or (before.mentions if before is not None else [])
    if place is None or len(told) < 2:
        return []
    first, second = told[-2:]
    gap = place.passage.text[first.end : second.start]
    paired = first.single and second.single and _AND.fullmatch(gap) is not None
    if not paired or not (first.person and second.person):
        return []
    return [(place, first), (place, second)]


def _object(here: Counted, match: re.Match[str]) -> Iterator[Draft]:
    """Yield what is done to "him" or "her", whom the same sentence names before."""
    tokens = here.passage.doc.char_span(match.start(), match.end())
    if tokens is None or tokens[0].tag_ != "PRP":
        return
    stand_in = one_person(
        here.passage, match.start(), match.end(), tokens[0], "persons"
    )
    person = acted_upon(here, tokens[0])
    for reading in readings(stand_in) if person is not None else ():
        harmed = reading.metric in SINGLE and reading.side in ("left", "tree")
        if harmed and reading.modality not in ("hypothetical", "denied"):
            assert person is not None
            yield draft_at(here, person, reading)


def _later(
    built: Draft,
    here: Counted,
    person: Mention,
    position: int,
) -> Draft:
    """Mark what a later sentence than the one that names the person says."""
    apart = person.passage is not here.passage or any(
        person.end <= s.start_char <= position for s in here.passage.doc.sents
    )
    return replace(built, notes=(*built.notes, "later")) if apart else built


def _told(
    here: Counted,
    before: Counted | None,
    match: re.Match[str],
    metric: Metric,
    *,
    sex: str,
) -> Iterator[Draft]:
    person = antecedent(here, before, match.start(), sex)
    if person is not None:
        reading = Reading(
            metric=metric,
            start=match.start("word"),
            end=match.end("word"),
            side="right",
            modality="hedged",
        )
        yield draft_at(here, person, reading)
