"""Drawings as inline SVG: the range bar of an estimate, the step line of a toll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcebook.model.claim import Claim, Figure
from sourcebook.model.estimate import Estimate, Step

_WIDTH, _HEIGHT, _PAD = 360, 44, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One claim on a range bar: where it stands, its colour, its words."""

    x: float
    colour: int
    claim: str
    mark: str
    title: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeBar:
    """Geometry of a range bar, in SVG units from the left."""

    width: int
    height: int
    ever: tuple[float, float] | None
    current: tuple[float, float] | None
    best: float | None
    open: bool
    ticks: tuple[Tick, ...]


class Scale:
    """Maps numbers to units, from zero, to scale; never broken, never logarithmic."""

    def __init__(self, top: int) -> None:
        self.top = max(top, 1) * 1.12

    def x(self, value: int) -> float:
        """Return where a value stands."""
        return round(_PAD + value / self.top * (_WIDTH - 2 * _PAD), 1)


def range_bar(
    estimate: Estimate,
    inputs: Sequence[Claim],
    *,
    colours: Mapping[str, int],
    marks: Mapping[str, str],
) -> RangeBar:
    """Draw an estimate: thin line ever, thick line current, dot best, a tick a claim."""
    told = [estimate.ever.low, estimate.ever.high, estimate.low, estimate.high]
    scale = Scale(max((v for v in told if v is not None), default=1))
    low, high = estimate.low, estimate.high
    return RangeBar(
        width=_WIDTH,
        height=_HEIGHT,
        ever=_stretch(scale, estimate.ever.low, estimate.ever.high),
        current=_stretch(scale, low, high),
        best=None if estimate.best is None else scale.x(estimate.best),
        open=estimate.high_open,
        ticks=tuple(
            tick
            for claim in inputs
            if (tick := _tick(claim, scale, colours, marks)) is not None
        ),
    )


def _stretch(
    scale: Scale, low: int | None, high: int | None
) -> tuple[float, float] | None:
    ends = [v for v in (low, high) if v is not None]
    return (scale.x(min(ends)), scale.x(max(ends))) if ends else None


def _tick(
    claim: Claim, scale: Scale, colours: Mapping[str, int], marks: Mapping[str, str]
) -> Tick | None:
    payload = claim.payload
    if not isinstance(payload, Figure):
        return None
    at = payload.low if payload.low is not None else payload.high
    if at is None:
        return None
    direction = "right" if payload.high is None else ""
    direction = "left" if payload.low is None else direction
    return Tick(
        x=scale.x(at),
        colour=colours.get(claim.lineage or "", 0),
        claim=claim.id,
        mark=marks.get(claim.id, ""),
        title=claim.quote,
        open=direction,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TollLine:
    """One lineage's tolls over time as a step line."""

    colour: int
    path: str
    points: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TollChart:
    """How a toll moved: a step line a lineage, with day labels below."""

    width: int
    height: int
    lines: tuple[TollLine, ...]
    days: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, int], ...]


def toll_chart(estimate: Estimate, colours: Mapping[str, int]) -> TollChart | None:
    """Draw the history of a toll; None where it has fewer than two times."""
    steps = [s for s in estimate.history if s.published and _level(s) is not None]
    times = sorted({(s.published or "")[:16] for s in steps})
    if len(times) < 2:
        return None
    across = {t: 40 + i * 280 / (len(times) - 1) for i, t in enumerate(times)}
    top = max(_level(s) or 0 for s in steps) * 1.1 or 1
    height = 150

    def y(value: int) -> float:
        return round(height - 30 - value / top * (height - 50), 1)

    by_lineage: dict[str, list[Step]] = {}
    for step in steps:
        by_lineage.setdefault(step.lineage or "", []).append(step)
    lines = []
    for lineage, told in sorted(by_lineage.items()):
        points = [
            (round(across[(s.published or "")[:16]], 1), y(_level(s) or 0), s.claim)
            for s in told
        ]
        lines.append(
            TollLine(
                colour=colours.get(lineage, 0),
                path=_stepped([(x, v) for x, v, _ in points]),
                points=tuple(points),
            )
        )
    levels = sorted({_level(s) or 0 for s in steps})
    return TollChart(
        width=360,
        height=height,
        lines=tuple(lines),
        days=tuple((round(x, 1), t[5:10]) for t, x in across.items()),
        levels=tuple((y(v), v) for v in (levels[0], levels[-1])),
    )


def _level(step: Step) -> int | None:
    return step.low if step.low is not None else step.high


def _stepped(points: Sequence[tuple[float, float]]) -> str:
    (x0, y0), *rest = points
    return f"M{x0},{y0}" + "".join(f"H{x}V{y}" for x, y in rest)
