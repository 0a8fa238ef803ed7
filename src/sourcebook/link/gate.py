"""The gate: whether a report is mainly about an incident at all.

Single-report incidents are normal; what keeps sport, film and business out is that
neither their titles and leads nor their claims tell of people coming to harm. A
report that only refers to an incident in passing has none, one about what came
after (a trial, a funeral) belongs to its incident.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sourcebook.link.facts import is_told, standing
from sourcebook.link.lexicon import listed
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.report import Report
from sourcebook.schema.load import table

#: Words at the head of a text that say what it is about.
LEAD = 90
#: Words that stand for the title where a report has none.
UNTITLED = 30


def weight(report: Report, claims: Sequence[Claim]) -> float:
    """Return how much speaks for a main incident; data sets where it suffices."""
    points: Mapping[str, float] = table("linking")["gate"]["points"]
    title, body = words(report.title), words(report.text.characters)
    title = title or body[:UNTITLED]
    return (
        _told(title, points["title_strong"], points["title_weak"], most=3)
        + _told(body[:LEAD], points["lead_strong"], points["lead_weak"], most=4)
        + _claimed(claims, points)
        - points["elsewhere_title"] * _elsewhere(title)
        - points["elsewhere_text"] * _elsewhere(body) / max(len(body), 60)
    )


def opens(value: float) -> bool:
    """Whether the weight suffices for an incident of the report's own."""
    return value >= float(table("linking")["gate"]["alone"])


def joins(value: float) -> bool:
    """Whether the weight suffices to join the incident of similar reports."""
    return value >= float(table("linking")["gate"]["beside"])


def is_follow_up(report: Report) -> bool:
    """Whether a report tells what came after: a trial, a funeral, an anniversary."""
    title = sum(word in listed("gate", "follow_up") for word in words(report.title))
    lead = words(report.text.characters)[:LEAD]
    return bool(title) or sum(w in listed("gate", "follow_up") for w in lead) >= 3


def _told(told: Sequence[str], strong: float, weak: float, *, most: int) -> float:
    pairs = pairwise(told)
    hard = sum(word in listed("gate", "strong") for word in told)
    hard += sum(f"{a}_{b}" in listed("gate", "strong") for a, b in pairs)
    soft = sum(word in listed("gate", "weak") for word in told)
    return strong * min(hard, most) + weak * min(soft, most)


def _claimed(claims: Sequence[Claim], points: Mapping[str, float]) -> float:
    figures = [c for c in claims if isinstance(c.payload, Figure) and is_told(c)]
    best = max((standing(claim) for claim in figures), default=0)
    found = (0.0, points["body_figure"], points["lead_figure"], points["title_figure"])
    value = found[best] + points["more_figures"] * min(len(figures), 4)
    for kind in ("means", "responsibility", "target"):
        told = [claim for claim in claims if claim.type == kind and is_told(claim)]
        value += points[kind] * bool(told)
    return value


def _elsewhere(told: Sequence[str]) -> int:
    return sum(word in listed("gate", "elsewhere") for word in told)
