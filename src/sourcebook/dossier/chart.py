"""How a toll moved: a step line a lineage over the time of publication.

A rise is history: the line goes up. Figures that cannot both hold are joined by a
dotted line (REC-7, REC-9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sourcebook.dossier.wording import day_words, number
from sourcebook.model.estimate import Contradiction, Estimate, Step
from sourcebook.reconcile.moment import Moment, moment

_LEFT, _RIGHT, _WIDTH, _HEIGHT, _TOP, _BOTTOM = 44, 14, 360, 190, 14, 34
_CHARACTER = 6.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One claim: its place, its bounds, and the side to which it is open.

    ``low`` and ``high`` are heights, ``words`` say number and day; ``open`` is "up" for at least, "down" for at
    most, else empty.
    """

    x: float
    y: float
    low: float
    high: float
    open: str
    claim: str
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TollLine:
    """One lineage's figures over time as a step line."""

    colour: int
    name: str
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two figures that contradict each other: where they stand, and how."""

    path: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TollChart:
    """The drawing, with day labels below, numbers at the left, and what it lacks."""

    width: int
    height: int
    left: float
    right: float
    floor: float
    lines: tuple[TollLine, ...]
    clashes: tuple[Clash, ...]
    days: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, str], ...]
    undated: int


def toll_chart(
    estimate: Estimate,
    *,
    colours: Mapping[str, int],
    names: Callable[[str | None], str],
    titles: Mapping[str, str],
    contradictions: Sequence[Contradiction] = (),
) -> TollChart | None:
    """Draw the history of a toll; None where it has one time or never moved.

    Of several figures that a lineage gives at one time those are left out that
    another of them replaced.
    """
    steps = [s for s in estimate.history if _level(s) is not None]
    dated = _standing([(m, s) for s in steps if (m := moment(s.published))])
    undated = sum(moment(s.published) is None for s in steps)
    times = sorted({m.start for m, _ in dated})
    if len(times) < 2 or len({(s.low, s.high) for _, s in dated}) < 2:
        return None
    first, last = times[0].timestamp(), times[-1].timestamp()
    top = max(v for _, s in dated for v in (s.low, s.high) if v is not None) or 1

    def x(at: datetime) -> float:
        share = (at.timestamp() - first) / (last - first)
        return round(_LEFT + 8 + share * (_WIDTH - _LEFT - _RIGHT - 16), 1)

    def y(value: int) -> float:
        return round(_HEIGHT - _BOTTOM - value / top * (_HEIGHT - _BOTTOM - _TOP), 1)

    by_lineage: dict[str, list[tuple[Moment, Step]]] = {}
    for told in sorted(dated, key=lambda d: (d[0].start, d[1].claim)):
        by_lineage.setdefault(told[1].lineage or "", []).append(told)
    lines = [
        _line(
            [_point(x(m.start), y, s, titles.get(s.claim, "")) for m, s in told],
            colour=colours.get(lineage, 7),
            name=names(lineage or None),
        )
        for lineage, told in sorted(by_lineage.items())
    ]
    return TollChart(
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        floor=y(0),
        lines=tuple(lines),
        clashes=tuple(_clashes(lines, contradictions)),
        days=_days([(x(at), at) for at in times]),
        levels=_levels({_level(s) or 0 for _, s in dated} | {0, top}, y),
        undated=undated,
    )


def _standing(dated: Sequence[tuple[Moment, Step]]) -> list[tuple[Moment, Step]]:
    """Return the steps that no step of the same time and lineage replaces or repeats."""
    at = {step.claim: (when, step.lineage) for when, step in dated}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for when, step in dated:
        same = (when, step.lineage)
        told = (*same, step.low, step.high)
        if told not in seen and at.get(step.superseded_by or "") != same:
            seen.add(told)
            kept.append((when, step))
    return kept


def _clashes(
    lines: Sequence[TollLine], contradictions: Sequence[Contradiction]
) -> Iterator[Clash]:
    """Yield a mark for each contradiction, from its lowest figure to its highest."""
    drawn = {point.claim: point for line in lines for point in line.points}
    for told in contradictions:
        held = [drawn[claim] for claim in told.claims if claim in drawn]
        if told.severity == "none" or told.state == "dismissed" or len(held) < 2:
            continue
        low = max(held, key=lambda p: (p.y, -p.x, p.claim))
        high = min(held, key=lambda p: (p.y, -p.x, p.claim))
        if low.y != high.y:
            yield Clash(
                path=f"M{low.x},{low.y}L{high.x},{high.y}", words=told.explanation
            )


def _level(step: Step) -> int | None:
    return step.low if step.low is not None else step.high


def _point(x: float, y: Callable[[int], float], step: Step, title: str) -> Point:
    level = y(_level(step) or 0)
    low = level if step.low is None else y(step.low)
    high = level if step.high is None else y(step.high)
    exact = step.low is not None and step.high is not None
    side = "up" if step.high is None else "down"
    return Point(
        x=x,
        y=level,
        low=low,
        high=high,
        open="" if exact else side,
        claim=step.claim,
        title=title,
        words=f"{_bounds(step)}, {day_words(step.published)}",
    )


def _bounds(step: Step) -> str:
    if step.low is not None and step.high is not None:
        same = step.low == step.high
        return (
            number(step.low) if same else f"{number(step.low)} to {number(step.high)}"
        )
    if step.low is not None:
        return f"at least {number(step.low)}"
    return f"at most {number(step.high or 0)}"


def _line(points: Sequence[Point], *, colour: int, name: str) -> TollLine:
    start, *rest = points
    path = f"M{start.x},{start.y}" + "".join(f"H{p.x}V{p.y}" for p in rest)
    return TollLine(colour=colour, name=name, path=path, points=tuple(points))


def _days(times: Sequence[tuple[float, datetime]]) -> tuple[tuple[float, str], ...]:
    """Return labels of days, as many as fit beside one another."""
    years = {at.year for _, at in times}
    found: list[tuple[float, str]] = []
    for x, at in times:
        words = f"{at.day} {at:%b}" + (f" {at.year}" if len(years) > 1 else "")
        half = len(words) * _CHARACTER / 2
        x = min(max(x, half), _WIDTH - half)
        if found and (
            words == found[-1][1] or x - found[-1][0] < 2 * half + _CHARACTER
        ):
            continue
        found.append((round(x, 1), words))
    return tuple(found)


def _levels(
    values: set[int], y: Callable[[int], float]
) -> tuple[tuple[float, str], ...]:
    """Return numbers at the left, the ends first, no two closer than a line."""
    ordered = sorted(values)
    kept: list[int] = []
    for value in (ordered[0], ordered[-1], *ordered[1:-1]):
        if all(abs(y(value) - y(other)) >= 12 for other in kept):
            kept.append(value)
    return tuple((y(value), number(value)) for value in sorted(kept))
