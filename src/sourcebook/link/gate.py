"""The gate: whether a report is mainly about an incident at all.

Single-report incidents are normal; what keeps sport, film and business out is that
neither their titles and leads nor their claims tell of people coming to harm. A
report that only refers to an incident in passing has none, one about what came
after (a trial, a funeral) belongs to its incident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sourcebook.link.facts import is_told, standing
from sourcebook.link.lexicon import listed
from sourcebook.link.words import normalised, words
from sourcebook.model.claim import Claim, Figure, Place
from sourcebook.model.report import Report
from sourcebook.schema.load import table

#: Words at the head of a text that say what it is about.
LEAD = 90
#: Words that stand for the title where a report has none.
UNTITLED = 30
#: Types of claims that tell of harm. Words alone open nothing: without one of these a
#: report may only join others; without any claim (its language is not read, or the
#: screen dropped it) it does not even do that.
_TELLING = frozenset({"figure", "means", "responsibility", "target"})


def weight(report: Report, claims: Sequence[Claim]) -> float:
    """Return how much speaks for a main incident; data sets where it suffices.

    An entry of a roundup in which people come to harm has one.
    """
    told = _weight(report, claims)
    if any(_is_listed_harm(claim) for claim in claims):
        return max(told, float(table("linking")["gate"]["alone"]))
    return told


def _is_listed_harm(claim: Claim) -> bool:
    inside = claim.setting.entry is not None
    return inside and isinstance(claim.payload, Figure) and is_told(claim)


def _weight(report: Report, claims: Sequence[Claim]) -> float:
    points: Mapping[str, float] = table("linking")["gate"]["points"]
    if not claims:
        return 0.0
    title, body = words(report.title), words(report.text.characters)
    title = title or body[:UNTITLED]
    if is_roundup(report):
        return 0.0
    told = (
        _told(title, points["title_strong"], points["title_weak"], most=3)
        + _told(body[:LEAD], points["lead_strong"], points["lead_weak"], most=4)
        - points["elsewhere_title"] * _count(title, "elsewhere")
        - points["elsewhere_text"] * _count(body, "elsewhere") / max(len(body), 60)
    )
    # Claims alone, without a word of it up front, do not make a report about harm.
    value = told + min(_claimed(claims, points), points["claims_most"] + max(told, 0.0))
    if any(claim.type in _TELLING for claim in claims):
        return value
    return min(value, float(table("linking")["gate"]["beside"]))


def is_roundup(report: Report) -> bool:
    """Whether a report lists several incidents that have nothing to do together.

    Its parts may belong to incidents of their own, its sum to none (DESIGN 8).
    """
    head = normalised(report.title) + " " + " ".join(words(report.text.characters)[:40])
    return any(
        re.search(pattern, head)
        for pattern in table("linking")["gate"]["roundup"]["patterns"]
    )


def opens(value: float) -> bool:
    """Whether the weight suffices for an incident of the report's own."""
    return value >= float(table("linking")["gate"]["alone"])


def joins(value: float) -> bool:
    """Whether the weight suffices to join the incident of similar reports."""
    return value >= float(table("linking")["gate"]["beside"])


def is_follow_up(report: Report) -> bool:
    """Whether a report tells what came after: a trial, a funeral, an anniversary."""
    title = _count(words(report.title), "follow_up")
    lead = _count(words(report.text.characters)[:LEAD], "follow_up")
    return title > 0 or lead >= 3


def _told(told: Sequence[str], strong: float, weak: float, *, most: int) -> float:
    return strong * min(_count(told, "strong"), most) + weak * min(
        _count(told, "weak"), most
    )


def _count(told: Sequence[str], name: str) -> int:
    """Count the words, and pairs of words, that one of the lists holds."""
    known, first = listed("gate", name), _first(name)
    pairs = sum(f"{a}_{b}" in known for a, b in pairwise(told) if a in first)
    return pairs + sum(map(known.__contains__, told))


@cache
def _first(name: str) -> frozenset[str]:
    """Return the words with which a listed pair may begin."""
    return frozenset(
        pair[:at]
        for pair in listed("gate", name)
        for at, letter in enumerate(pair)
        if letter == "_"
    )


def _claimed(claims: Sequence[Claim], points: Mapping[str, float]) -> float:
    if not claims:
        return 0.0
    figures = [claim for claim in claims if isinstance(claim.payload, Figure)]
    own = [claim for claim in figures if is_told(claim)]
    best = max((standing(claim) for claim in own), default=0)
    found = (0.0, points["body_figure"], points["lead_figure"], points["title_figure"])
    value = found[best] + points["more_figures"] * min(len(own), 4)
    for kind in ("means", "responsibility", "target"):
        told = [claim for claim in claims if claim.type == kind and is_told(claim)]
        value += points[kind] * bool(told)
    if figures and not own:
        value -= points["only_background"]
    if any(_is_spot(claim, "event") for claim in claims):
        return value
    filed = best > 1 and any(_is_spot(claim, "dateline") for claim in claims)
    return value - points["only_filed" if filed else "nowhere"]


def _is_spot(claim: Claim, role: str) -> bool:
    """Whether a claim tells a place of this role finer than a province."""
    place = claim.payload
    fine = ("site", "city", "admin2")
    return isinstance(place, Place) and place.role == role and place.precision in fine
