"""From readings that stand to a low and a high: first intersect, then choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.reconcile.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A low and a high; ``open`` says that nothing sets a ceiling."""

    low: int | None
    high: int | None
    open: bool


def camps(readings: Iterable[Reading]) -> list[tuple[Reading, ...]]:
    """Return the largest groups of readings that can be true together (REC-9).

    One camp means that all are compatible. Camps are in order of height.
    """
    ordered = sorted(readings, key=lambda r: (r.least, r.most, r.claim))
    found: list[tuple[Reading, ...]] = []
    for end in sorted({r.most for r in ordered}):
        camp = tuple(r for r in ordered if r.least <= end <= r.most)
        if not any(set(camp) <= set(other) for other in found):
            found = [other for other in found if not set(other) <= set(camp)]
            found.append(camp)
    return found


def meet(camp: Sequence[Reading]) -> Range:
    """Return what readings that agree leave open (REC-3 a, REC-4).

    The low is the largest floor, the high the smallest ceiling. A number that sets
    no bound ("about 200") stands in between and closes nothing; without a ceiling
    the high is the largest number stated.
    """
    floor = max((r.floor for r in camp if r.floor is not None), default=None)
    ceiling = min((r.ceiling for r in camp if r.ceiling is not None), default=None)
    points = [r.point for r in camp if r.point is not None and r.floor is None]
    low = _raised(floor, ceiling, points)
    if ceiling is not None:
        # "about 200" beside "190 to 210" may tolerate what a floor excludes
        return Range(low=low, high=max(ceiling, low or 0), open=False)
    stated = [r.stated for r in camp if r.stated is not None]
    high = max([*stated, low or 0]) if stated or low is not None else None
    bounded = all(r.point is not None for r in camp)
    return Range(low=low, high=high, open=not bounded)


def _raised(floor: int | None, ceiling: int | None, points: list[int]) -> int | None:
    if not points:
        return floor
    nearest = min(points)
    if ceiling is not None:
        nearest = min(nearest, ceiling)
    return nearest if floor is None else max(floor, nearest)


def span(readings: Sequence[Reading]) -> Range:
    """Return low and high over everything that stands (REC-3 e).

    Readings that exclude each other span from the lowest camp to the highest. The
    low is unknown where the lowest camp has a ceiling only ("up to 100").
    """
    met = [meet(camp) for camp in camps(readings)]
    if not met:
        return Range(low=None, high=None, open=True)
    if len(met) == 1:
        return met[0]
    highs = [m for m in met if m.high is not None]
    top = max(highs, key=lambda m: (m.high or 0, m.open), default=None)
    return Range(
        low=met[0].low,
        high=top.high if top else None,
        open=top.open if top else True,
    )


def ever(readings: Sequence[Reading]) -> Range:
    """Return the lowest and the highest value that any reading gives (REC-2)."""
    used = [r for r in readings if not r.vague] or list(readings)
    lows = [n for r in used for n in (r.floor, r.point) if n is not None]
    tops = [(_top(r), r.ceiling is None and r.point is None) for r in used]
    told = [(n, is_open) for n, is_open in tops if n is not None]
    high, is_open = max(told, default=(None, True))
    return Range(low=min(lows, default=None), high=high, open=is_open)


def _top(reading: Reading) -> int | None:
    for number in (reading.ceiling, reading.point, reading.floor):
        if number is not None:
            return number
    return None
