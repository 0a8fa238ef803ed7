"""Readings: the bounds that the words of one claim set, ready to be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.moment import Moment

#: Stands for an open upper end when readings are compared; never printed.
OPEN = 10**15

Stage = Literal["first", "left"]

_NUMERAL = re.compile(r"\d|\b(?:one|single|only|lone|sole)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one claim says about a number, and who says it when.

    ``floor`` and ``ceiling`` are bounds that may be printed. ``point`` is a number
    that sets no bound: "about 200", "a car bomb". ``least`` and ``most`` only tell
    which readings are compatible (DOMAIN 3.2, last column) and are never printed.
    ``stated`` is the largest number in the words. ``stage`` says whether a count that
    falls is told as what was first or as what is left.
    """

    claim: str
    report: str
    lineage: str | None
    own_voice: bool
    moment: Moment | None
    floor: int | None
    ceiling: int | None
    point: int | None
    least: int
    most: int
    soft: bool
    vague: bool
    stated: int | None
    corrects: bool = False
    withdrawn: bool = False
    stage: Stage | None = None

    @property
    def exact(self) -> bool:
        """Whether the words give one number and nothing else."""
        return self.floor is not None and self.floor == self.ceiling

    @property
    def counted(self) -> bool:
        """Whether somebody in particular says it: unnamed sources do not count."""
        return self.lineage is not None and not self.lineage.startswith("unnamed")

    @property
    def words(self) -> tuple[int | None, int | None, int | None, int, int]:
        """Return what two readings share when they say the same."""
        return (self.floor, self.ceiling, self.point, self.least, self.most)

    def agrees(self, other: Reading) -> bool:
        """Whether both can be true (REC-9)."""
        return self.least <= other.most and other.least <= self.most

    def below(self, other: Reading) -> bool:
        """Whether both exclude each other and this one is the lower."""
        return self.most < other.least

    def meets(self, other: Reading) -> bool:
        """Whether the numbers as printed leave both a value in common."""
        low, high = self.printed
        least, most = other.printed
        return low <= most and least <= high

    @property
    def printed(self) -> tuple[int, int]:
        """The ends that the words print, without any tolerance."""
        if self.floor is None and self.point is not None:
            return self.point, self.point
        return self.floor or 0, OPEN if self.ceiling is None else self.ceiling

    def earlier(self, other: Reading) -> bool:
        """Whether this was published before the other; False where a date lacks."""
        return (
            self.moment is not None
            and other.moment is not None
            and self.moment.before(other.moment)
        )

    def without_ceiling(self) -> Reading:
        """Return the reading as it binds later ones: only from below (REC-3 b)."""
        return replace(self, ceiling=None, point=None, most=OPEN)


def tolerance(number: int) -> tuple[int, int]:
    """Return the range that "about N" is compatible with; never printed (NUM-7).

    >>> tolerance(200), tolerance(5)
    ((180, 220), (5, 5))
    """
    return -(-9 * number // 10), 11 * number // 10


def read(
    claim: Claim,
    payload: Figure | Means,
    *,
    moment: Moment | None,
    corrects: bool = False,
    withdrawn: bool = False,
    stage: Stage | None = None,
) -> Reading:
    """Return the reading of a claim that counts something."""
    floor, ceiling, point = payload.low, payload.high, None
    least, most = floor or 0, OPEN if ceiling is None else ceiling
    if payload.comparator == "approx" and payload.value is not None:
        floor, ceiling, point = None, None, payload.value
        least, most = tolerance(payload.value)
    elif payload.comparator == "near" and payload.value is not None:
        least = min(tolerance(payload.value)[0], most)
    elif weak(claim, payload):
        floor, ceiling, point, least, most = 1, None, 1, 1, OPEN
    numbers = [n for n in (payload.low, payload.high, point) if n is not None]
    return Reading(
        claim=claim.id,
        report=claim.report,
        lineage=claim.lineage,
        own_voice=not claim.attribution,
        moment=moment,
        floor=floor,
        ceiling=ceiling,
        point=point,
        least=least,
        most=most,
        soft=payload.comparator in ("approx", "near", "vague"),
        vague=payload.comparator == "vague" or not numbers,
        stated=max(numbers, default=None),
        corrects=corrects,
        withdrawn=withdrawn,
        stage=stage,
    )


def weak(claim: Claim, payload: Figure | Means) -> bool:
    """Whether one is told without a numeral: "a car bomb" excludes no second (NUM-11)."""
    return (
        payload.comparator == "eq"
        and payload.value == 1
        and _NUMERAL.search(claim.quote) is None
    )
