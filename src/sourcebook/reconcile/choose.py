"""The best value of a profile (REC-5, REC-6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.reconcile.current import Current, Ways
from sourcebook.reconcile.ranges import Range, camps, ever, meet, span
from sourcebook.reconcile.reading import Reading
from sourcebook.schema.profiles import ProfileRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Low, best and high as a profile prints them."""

    low: int | None
    best: int | None
    high: int | None
    open: bool


def choose(
    profile: ProfileRule, now: Current, pool: Sequence[Reading], ways: Ways
) -> Chosen:
    """Return low, best and high of a pool; low <= best <= high always holds."""
    if profile.range == "ever":
        told = ever(pool)
        return Chosen(low=told.low, best=None, high=told.high, open=told.open)
    everyone, above = span(now.stands), span(now.binding)
    best = _lowest(now, ways) if profile.best == "lowest" else _newest(now, ways)
    return _around(Range(low=everyone.low, high=above.high, open=above.open), best)


def _around(told: Range, best: int | None) -> Chosen:
    low = told.low
    if low is not None and best is not None:
        low = min(low, best)
    tops = [n for n in (told.high, low, best) if n is not None]
    return Chosen(low=low, best=best, high=max(tops, default=None), open=told.open)


def _lowest(now: Current, ways: Ways) -> int | None:
    """REC-5: the lower end over those who are no party, else over all (SRC-4)."""
    outside = [r for r in now.stands if not ways.left_out_of_best(r)]
    return span(outside or now.stands).low


def _newest(now: Current, ways: Ways) -> int | None:
    """REC-6: the newest attributable figure; none where sources clash at that time.

    A newest figure that is only a bound ("more than 50") is read together with the
    one group of standing figures that it agrees with.
    """
    known = [r for r in now.stands if r.counted] or now.stands
    newest = [r for r in known if not any(r.earlier(o) for o in known)]
    dated = [r for r in newest if r.moment is not None] or newest
    if len(camps(dated)) != 1:
        return None
    around = [c for c in camps(now.stands) if set(dated) <= set(c)]
    if len(around) != 1:
        return None
    met = meet(around[0])
    return met.high if met.low is None else met.low
