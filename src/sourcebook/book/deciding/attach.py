"""Anchors to claims: a decision finds its claim again after another extraction.

An anchor belongs to the claim of the same report, field, type and metric whose words
overlap its own most (issue 5, point 3). What finds none is listed, never dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sourcebook.model.claim import (
    Claim,
    Figure,
    Means,
    Place,
    Responsibility,
    Statement,
    Target,
    Time,
)
from sourcebook.model.decision import ClaimAnchor, Decision
from sourcebook.model.span import Span

#: Added claims that share at least this much of their words are one.
SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An anchor to attach, and what is known of the claim that it was taken from.

    ``claim`` and ``version`` are that claim's id and its extractor; ``metrics`` those
    that the claim may have, its own and one that people gave it.
    """

    anchor: ClaimAnchor
    claim: str | None = None
    version: str | None = None
    metrics: frozenset[str | None]


def anchor_at(claim: Claim) -> ClaimAnchor:
    """Return the anchor of a claim as its extractor made it."""
    return ClaimAnchor(
        report=claim.report,
        field=claim.field,
        start=claim.span.start,
        end=claim.span.end,
        type=claim.type,
        metric=metric_of(claim),
        told=told_by(claim),
    )


def metric_of(claim: Claim) -> str | None:
    """Return the metric of a figure, None for other claims."""
    return claim.payload.metric if isinstance(claim.payload, Figure) else None


def told_by(claim: Claim) -> str | None:
    """Return what tells apart claims of one type at one span."""
    payload = claim.payload
    match payload:
        case Figure():
            return f"{payload.population} {payload.value}"
        case Responsibility():
            return f"{payload.actor} {payload.relation}"
        case Statement():
            return f"{payload.speaker} {payload.act}"
        case Means():
            return payload.instrument
        case Target():
            return f"{payload.kind} {payload.name or ''}".strip()
        case Time():
            return f"{payload.edtf} {payload.role}"
        case Place():
            return f"{payload.name} {payload.role}"


def points_of(decisions: Iterable[Decision]) -> list[Point]:
    """Return the anchors of decisions on claims, each once, in order."""
    found: dict[ClaimAnchor, Point] = {}
    for decision in decisions:
        anchor = decision.anchor
        if not isinstance(anchor, ClaimAnchor):
            continue
        before = decision.before or {}
        given = ((decision.after or {}).get("payload") or {}).get("metric")
        held = found.get(anchor)
        known = held.metrics if held else frozenset([anchor.metric])
        found[anchor] = Point(
            anchor=anchor,
            claim=held.claim if held else before.get("claim"),
            version=held.version if held else before.get("version"),
            metrics=known | ({given} if given else frozenset()),
        )
    return list(found.values())


def attach(points: Sequence[Point], claims: Iterable[Claim]) -> dict[ClaimAnchor, str]:
    """Return the id of the claim that each anchor points to, for those that find one.

    Two anchors taken from two claims of one extraction never fall on one claim: one of
    the two is gone.
    """
    reports = {point.anchor.report for point in points}
    near: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.report in reports:
            near[claim.report, claim.field, claim.type].append(claim)
    found: dict[ClaimAnchor, str] = {}
    taken: dict[str, list[Point]] = defaultdict(list)
    for _, point, claim in sorted(_pairs(points, near), key=lambda pair: pair[0]):
        if point.anchor in found or any(_apart(point, o) for o in taken[claim.id]):
            continue
        found[point.anchor] = claim.id
        taken[claim.id].append(point)
    return found


def _pairs(
    points: Sequence[Point], near: dict[tuple[str, str, str], list[Claim]]
) -> Iterator[tuple[tuple[object, ...], Point, Claim]]:
    """Yield anchors with the claims that they may belong to, and how well, best least."""
    for point in points:
        anchor = point.anchor
        for claim in near[anchor.report, anchor.field, anchor.type]:
            shared = _shared(anchor.span, claim.span)
            metric = metric_of(claim)
            if not shared or metric not in point.metrics:
                continue
            fit = (
                claim.span != anchor.span,
                metric != anchor.metric,
                -shared,
                -_alike(anchor.span, claim.span),
                told_by(claim) != anchor.told,
                claim.id != point.claim,
                claim.span,
                claim.id,
                anchor.span,
                anchor.told or "",
            )
            yield fit, point, claim


def _apart(one: Point, other: Point) -> bool:
    """Whether two anchors were taken from two claims of one extraction."""
    return one.claim != other.claim and one.version == other.version is not None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _alike(one: Span, other: Span) -> float:
    shared = _shared(one, other)
    whole = (one.end - one.start) + (other.end - other.start) - shared
    return shared / whole if whole else 0.0


def same_words(one: ClaimAnchor, other: ClaimAnchor) -> bool:
    """Whether two anchors are of one type and metric and of much the same words."""
    keys = [(a.report, a.field, a.type, a.metric) for a in (one, other)]
    return keys[0] == keys[1] and _alike(one.span, other.span) >= SAME
