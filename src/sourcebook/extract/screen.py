"""The screen: drop reports without incident language before the costly part.

Recall first: one report with words of harm to people is worth many false passes,
which the linking stage removes. No parser; the words come from the harm data files and
``screen.toml``, how much each kind weighs from ``screen_weights.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcebook.extract.screen_evidence import (
    counts_a_death,
    harms_people,
    measures,
    terms,
    words,
)
from sourcebook.model.report import Report
from sourcebook.schema.load import table

#: How many paragraphs are read on either side of one that tells of harm.
_NEIGHBOURS = 1
#: So many passages, with the title, are read in any case.
_OPENING = 3
#: So many different words that sport, film and trade use too are evidence.
_MANY_WEAK = 3
#: A report of fewer paragraphs is read whole: leaving some out would save nothing.
_FEW = 8


def relevant(report: Report) -> bool:
    """Whether a report may tell of an incident in which people were harmed.

    A death that is counted always passes. Else there must be words of harm, and they
    must outweigh those of politics, trade, sport and film.
    """
    characters = _lowered(report)
    return counts_a_death(characters) or (
        _has_harm(report.title.lower(), characters)
        and weight(measures(characters)) >= _limits()["pass"]
    )


def weight(evidence: Mapping[str, float]) -> float:
    """Return the log odds that a report with this evidence tells of an incident."""
    weights: Mapping[str, float] = table("screen_weights")["weights"]
    told = sum(weights[name] * value for name, value in evidence.items())
    return weights["start"] + told


def worth_reading(report: Report, passages: Sequence[str]) -> list[int]:
    """Return which passages of a report to read, in order; the title is the first.

    A report that tells of an incident is read whole. One that only touches on harm
    gives its opening, the paragraphs with evidence of harm, and their neighbours.
    """
    every = range(len(passages))
    if len(passages) < _FEW or _is_about_harm(report):
        return list(every)
    telling = [i for i in every if i < _OPENING or _tells(passages[i].lower())]
    near = range(-_NEIGHBOURS, _NEIGHBOURS + 1)
    return sorted({i + step for i in telling for step in near} & {*every})


def _is_about_harm(report: Report) -> bool:
    """Whether a report's title has a word of harm, or its words weigh enough."""
    title = words(report.title.lower())
    if not (terms("strong") | terms("weak")).isdisjoint(title):
        return True
    return weight(measures(_lowered(report))) >= _limits()["whole"]


def _tells(passage: str) -> bool:
    """Whether a paragraph has evidence of harm: words of it, or people it came to."""
    held = frozenset(words(passage))
    if terms("strong") & held or len(terms("weak") & held) >= _MANY_WEAK:
        return True
    return harms_people(passage)


def _has_harm(title: str, characters: str) -> bool:
    """Whether there is harm to weigh.

    One unmistakable word of harm suffices; of words that sport, film and trade use
    too ("shot", "crash", "attack") the title must hold one or the text two. Where
    the report speaks the language of play, unmistakable ones must stand beside them.
    """
    held = frozenset(words(characters))
    strong = len(held & terms("strong"))
    weak = len(held & terms("weak"))
    played = max(len(held & terms("sport")), len(held & terms("fiction")))
    if played >= 3:
        return strong >= 2 and strong + weak >= played
    titled = terms("weak").intersection(words(title))
    return strong >= 1 or weak >= 2 or bool(titled)


def _lowered(report: Report) -> str:
    return f"{report.title}\n{report.text.characters}".lower()


def _limits() -> Mapping[str, float]:
    limits: Mapping[str, float] = table("screen_weights")["limits"]
    return limits
