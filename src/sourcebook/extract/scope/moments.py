"""Words that say when: of a stretch, and of the report's own incident."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.schema.load import table

#: A year, month or day in EDTF, without qualifiers.
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?")
#: A year, but no price, house number or "2010 people".
YEAR = re.compile(
    r"(?<![\w$£€.,-])((?:19|20)\d\d)s?\b(?![,.]?\d)"
    r"(?! (?:block|people|miles|feet|[a-z]+ (?:street|avenue|road)))"
)
RELATIVE_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Moments:
    """What a string of lower-cased words says about when.

    ``years`` as numbers, ``months`` as numbers 1 to 12 ("in April", not "April 4"
    alone), ``relative`` the words themselves ("last month").
    """

    years: frozenset[int]
    months: frozenset[int]
    relative: frozenset[str]
    recent: bool

    def __or__(self, other: Moments) -> Moments:
        return Moments(
            self.years | other.years,
            self.months | other.months,
            self.relative | other.relative,
            self.recent or other.recent,
        )


NONE = Moments(frozenset(), frozenset(), frozenset(), recent=False)


@lru_cache(maxsize=1024)
def moments(words: str) -> Moments:
    """Read the time words of a lower-cased string.

    >>> moments("in april 2009, before last summer").years
    frozenset({2009})
    """
    return Moments(
        frozenset(int(found) for found in YEAR.findall(words)),
        frozenset(_month(found) for found in _months().findall(words)),
        frozenset(
            RELATIVE_SPACES.sub(" ", found.group())
            for found in pattern("background", "moments", "relative").finditer(words)
        ),
        pattern("background", "moments", "recent").search(words) is not None,
    )


def weekdays(words: str) -> frozenset[str]:
    """Return the days of the week that a lower-cased string names.

    >>> sorted(weekdays("from sunday night to monday"))
    ['monday', 'sunday']
    """
    return frozenset(pattern("background", "moments", "weekdays").findall(words))


def days(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF date or closed interval.

    >>> days("2031-05")
    (datetime.date(2031, 5, 1), datetime.date(2031, 5, 31))
    >>> days("XXXX-05-23") is None
    True
    """
    ends = [_day_range(part) for part in edtf.split("/")]
    if any(end is None for end in ends):
        return None
    known = [end for end in ends if end is not None]
    return known[0][0], known[-1][1]


def _day_range(edtf: str) -> tuple[date, date] | None:
    found = DATE.fullmatch(edtf)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month and day:
            return date(year or 0, month, day), date(year or 0, month, day)
        last = monthrange(year or 0, month or 12)[1]
        return date(year or 0, month or 1, 1), date(year or 0, month or 12, last)
    except ValueError:
        return None


@cache
def _months() -> re.Pattern[str]:
    names = "|".join(table("background")["moments"]["months"])
    return re.compile(
        rf"\b(?:in|during|last|since|of|late|early|mid-|on)[ -]({names})\b"
    )


def _month(name: str) -> int:
    months: list[str] = table("background")["moments"]["months"]
    return months.index(name) + 1
