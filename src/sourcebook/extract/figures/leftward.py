"""What is said of people to their left: "a bomb killed 12 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Metric, Modality

_WINDOW = 170


def to_the_left(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what the words before the people say of them, one metric at most."""
    shift = max(0, mention.start - _WINDOW)
    window = text[shift : mention.start]
    found = _framed(mention, window, text) or _verb_before(
        window, text[mention.end : mention.end + 60]
    )
    if found is None:
        found = _noun_before(mention, window)
    if found is not None:
        yield replace(found, start=found.start + shift, end=found.end + shift)


def _framed(mention: Mention, window: str, text: str) -> Reading | None:
    """Return what words on both sides say: "rushed the boy to a hospital"."""
    frames: tuple[tuple[Metric, re.Pattern[str], re.Pattern[str]], ...] = (
        ("hospitalized", patterns.BROUGHT, patterns.HOSPITAL),
        ("injured", patterns.STRUCK, patterns.BODY_PART),
        ("abducted", patterns.HELD, patterns.HOSTAGE),
    )
    for metric, before, after in frames:
        match = before.search(window)
        if match is not None and after.match(text, mention.end):
            return _left_reading(metric, match)
    return None


def _verb_before(window: str, behind: str) -> Reading | None:
    match = patterns.left().search(window[-60:])
    if match is None:
        return None
    shift = max(0, len(window) - 60)
    ahead = window[: shift + match.start()]
    if match.group("word").endswith("ing") and patterns.NOMINAL.search(ahead):
        return None
    passive = re.search(
        r"\b(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?$", ahead, re.I
    )
    if passive and not match.group("word").endswith("ing"):
        return None
    metric = lexicon.look_up(match.group("word"), "transitive")[0].metric
    if metric == "injured" and patterns.TO_DEATH.match(behind):
        metric = "killed"
    modality: Modality = "asserted"
    if re.search(r"\b(?:could|would|to|can|should)\s+(?:have\s+)?$", ahead, re.I):
        modality = "hypothetical"
    elif re.search(r"\b(?:not|n't|n’t|never)\s+$", ahead, re.I):
        modality = "denied"
    return Reading(
        metric=metric,
        start=shift + match.start("word"),
        end=shift + match.end("word"),
        side="left",
        modality=modality,
    )


def _noun_before(mention: Mention, window: str) -> Reading | None:
    for metric, pattern in patterns.before() if window.rstrip()[-3:].isalpha() else ():
        match = pattern.search(window)
        if match:
            return _left_reading(metric, match)
    match = patterns.left_event().search(window[-60:])
    if match:
        metric = lexicon.look_up(match.group("word"), "events")[0].metric
        shift = max(0, len(window) - 60)
        found = _left_reading(metric, match)
        return replace(found, start=found.start + shift, end=found.end + shift)
    if mention.single or not (mention.head is None or mention.person):
        return None
    match = patterns.left_toll().search(window)
    if match:
        return _left_reading(
            lexicon.look_up(match.group("word"), "tolls")[0].metric, match
        )
    return None


def _left_reading(metric: Metric, match: re.Match[str]) -> Reading:
    return Reading(
        metric=metric, start=match.start("word"), end=match.end("word"), side="left"
    )
