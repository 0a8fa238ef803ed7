"""The range bar of an estimate as plain geometry: to scale, from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sourcebook.dossier.wording import number
from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.model.estimate import Estimate

_WIDTH, _PAD = 360, 14
#: Height of one claim's key above the axis, and how many stand on one another.
_KEY, _STACK = 9, 7
#: Width of a character of a label, and height of a line of labels.
_CHARACTER, _LINE = 6.6, 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One claim above the axis: its place, the shape and colour of its lineage.

    ``open`` is the side to which the words leave it open ("right": at least);
    ``old`` says that a later figure replaced it.
    """

    x: float
    y: float
    colour: int
    claim: str
    title: str
    open: str
    old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A number under the axis."""

    x: float
    y: float
    words: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeBar:
    """Geometry of a range bar, in SVG units; ``axis`` is the height of its line."""

    width: int
    height: float
    axis: float
    zero: float
    ever: tuple[float, float] | None
    current: tuple[float, float] | None
    best: float | None
    open: bool
    ticks: tuple[Tick, ...]
    more: tuple[Label, ...]
    labels: tuple[Label, ...]
    words: str


class Scale:
    """Maps numbers to units, from zero, to scale; never broken, never logarithmic."""

    def __init__(self, top: int) -> None:
        self.top = max(top, 1) * 1.1

    def x(self, value: int) -> float:
        """Return where a value stands."""
        return round(_PAD + value / self.top * (_WIDTH - 2 * _PAD), 1)


def range_bar(
    estimate: Estimate,
    inputs: Sequence[Claim],
    *,
    old: Sequence[Claim] = (),
    colours: Mapping[str, int],
    titles: Mapping[str, str],
    words: str,
) -> RangeBar:
    """Draw an estimate: thin line ever, thick line current, ring best, a key a claim.

    ``old`` are claims that later ones replaced; ``words`` say the range for those who
    do not see it.
    """
    ends = [estimate.ever.low, estimate.ever.high, estimate.low, estimate.high]
    scale = Scale(max((v for v in ends if v is not None), default=1))
    told = [(c, at, c in old) for c in (*inputs, *old) if (at := _value(c)) is not None]
    placed = _stacked(told, scale)
    tallest = max((n for _, n in placed), default=0)
    axis = 8.0 + _KEY * (min(tallest, _STACK) + 1)
    labels = _labels(estimate, scale, axis)
    return RangeBar(
        width=_WIDTH,
        height=max((label.y for label in labels), default=axis) + 5,
        axis=axis,
        zero=_PAD,
        ever=_stretch(scale, estimate.ever.low, estimate.ever.high),
        current=_stretch(scale, estimate.low, estimate.high),
        best=None if estimate.best is None else scale.x(estimate.best),
        open=estimate.high_open,
        ticks=tuple(
            Tick(
                x=scale.x(at),
                y=round(axis - 8 - _KEY * level, 1),
                colour=colours.get(claim.lineage or "", 7),
                claim=claim.id,
                title=titles.get(claim.id, ""),
                open=_open(claim),
                old=is_old,
            )
            for (claim, at, is_old), level in placed
            if level < _STACK
        ),
        more=_more(placed, scale, axis),
        labels=labels,
        words=words,
    )


def _value(claim: Claim) -> int | None:
    payload = claim.payload
    if not isinstance(payload, Figure | Means):
        return None
    return payload.low if payload.low is not None else payload.high


def _open(claim: Claim) -> str:
    payload = claim.payload
    if not isinstance(payload, Figure | Means) or payload.low == payload.high:
        return ""
    if payload.high is None:
        return "right"
    return "left" if payload.low is None else ""


def _stacked(
    told: Sequence[tuple[Claim, int, bool]], scale: Scale
) -> list[tuple[tuple[Claim, int, bool], int]]:
    """Return each claim with the lowest level at which it touches no other."""
    taken: list[tuple[float, int]] = []
    found = []
    for one in told:
        x = scale.x(one[1])
        level = next(
            i for i in count() if all(j != i or abs(x - y) >= _KEY for y, j in taken)
        )
        taken.append((x, level))
        found.append((one, level))
    return found


def _more(
    placed: Sequence[tuple[tuple[Claim, int, bool], int]], scale: Scale, axis: float
) -> tuple[Label, ...]:
    """Return how many claims are not drawn, over the stacks that they stand in."""
    counts: dict[int, int] = {}
    for (_, at, _), level in placed:
        if level >= _STACK:
            counts[at] = counts.get(at, 0) + 1
    return tuple(
        Label(
            x=scale.x(at),
            y=round(axis - 5 - _KEY * _STACK, 1),
            words=f"+{n}",
            strong=False,
        )
        for at, n in sorted(counts.items())
    )


def _stretch(
    scale: Scale, low: int | None, high: int | None
) -> tuple[float, float] | None:
    ends = [v for v in (low, high) if v is not None]
    return (scale.x(min(ends)), scale.x(max(ends))) if ends else None


def _labels(estimate: Estimate, scale: Scale, axis: float) -> tuple[Label, ...]:
    """Return the numbers under the axis, in as many lines as they need.

    Zero and the current range come first, then what was ever reported.
    """
    current = [estimate.low, estimate.best, estimate.high]
    ever = [estimate.ever.low, estimate.ever.high]
    strong = dict.fromkeys(v for v in current if v is not None)
    soft = dict.fromkeys(v for v in (0, *ever) if v is not None and v not in strong)
    placed: list[Label] = []
    for value in (*strong, *soft):
        words = number(value)
        half = len(words) * _CHARACTER / 2
        x = min(max(scale.x(value), half), _WIDTH - half)
        line = next(
            i for i in range(9) if _free(placed, x, half, axis + 17 + i * _LINE)
        )
        placed.append(
            Label(
                x=round(x, 1),
                y=axis + 17 + line * _LINE,
                words=words,
                strong=value in strong,
            )
        )
    return tuple(placed)


def _free(placed: Sequence[Label], x: float, half: float, y: float) -> bool:
    return all(
        label.y != y or abs(label.x - x) > half + len(label.words) * _CHARACTER / 2 + 4
        for label in placed
    )
