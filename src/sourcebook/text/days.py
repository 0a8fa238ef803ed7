"""Days and EDTF: what a date string covers on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

#: Days within which a weekday settles the year.
_NEAR = 330


def anchor_day(anchor: str | None) -> date | None:
    """Return the day of an EDTF date or date and time, None where it has none."""
    match = re.match(r"\d{4}-\d\d-\d\d", anchor or "")
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group())
    except ValueError:
        return None


def year_of(digits: str) -> int:
    """Return the year of two or four digits; 69 and later are 19xx, as in POSIX.

    >>> year_of("90"), year_of("07"), year_of("2016")
    (1990, 2007, 2016)
    """
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year > 68 else 2000)


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; without a year, whether any year has it."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def year_of_weekday(
    anchor: date, weekday: int | None, month: int, day: int | None
) -> int | None:
    """Return the year near the anchor in which a day falls on a weekday (0 is Monday).

    >>> year_of_weekday(date(2016, 11, 10), 4, 12, 2)
    2016
    """
    if weekday is None or day is None:
        return None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        if exists(year, month, day):
            told = date(year, month, day)
            if abs((told - anchor).days) < _NEAR and told.weekday() == weekday:
                return year
    return None


def year_near(anchor: date, month: int, day: int | None, *, ahead: bool) -> int:
    """Return the year of the latest such day up to the anchor, or the next ahead."""
    this = (anchor.month, anchor.day if day is not None else 0)
    that = (month, day or 0)
    if ahead:
        return anchor.year + (that < this)
    year = anchor.year - (that > this)
    if (month, day) == (2, 29):
        while not exists(year, 2, 29):
            year -= 1
    return year


def days(edtf: str) -> Iterator[date]:
    """Yield first and last day of an EDTF day, interval, month or year; else none."""
    first, _, last = edtf.partition("/")
    for part, end in ((first, False), (last or first, True)):
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", part[:10])
        if match is None:
            return
        year, month, day = (int(g) if g else None for g in match.groups())
        yield _edge(year or 0, month, day, end=end)


def _edge(year: int, month: int | None, day: int | None, *, end: bool) -> date:
    if day is not None:
        return date(year, month or 1, day)
    if not end:
        return date(year, month or 1, 1)
    following = date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1)
