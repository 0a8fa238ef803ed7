"""When reports were published, and which came before which."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Moment:
    """The span of time in which a report was published; both ends in UTC.

    A date without a time spans its day: two reports of one day have no order.
    """

    start: datetime
    end: datetime

    def before(self, other: Moment) -> bool:
        """Whether this was over when the other began."""
        return self.end < other.start

    def days_before(self, other: Moment) -> float:
        """Return the least number of days that lie between the two."""
        return (other.start - self.end) / timedelta(days=1)


def moment(edtf: str | None) -> Moment | None:
    """Return the moment of an EDTF date, None where its year is unknown (REC-3).

    >>> moment("2016-05-24").before(moment("2016-05-25T08:00:00"))
    True
    >>> moment("2016-05-24").before(moment("2016-05-24T08:00:00"))
    False
    >>> moment("XXXX-05-23") is None
    True
    """
    if not edtf:
        return None
    if "T" in edtf:
        return _instant(edtf)
    ends = [_day(part) for part in edtf.split("/")]
    if any(end is None for end in ends):
        return None
    known = [end for end in ends if end is not None]
    return Moment(start=known[0].start, end=known[-1].end)


def _instant(edtf: str) -> Moment | None:
    try:
        told = datetime.fromisoformat(edtf)
    except ValueError:
        return _day(edtf.split("T")[0])
    at = told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
    return Moment(start=at, end=at)


def _day(edtf: str) -> Moment | None:
    match = _DAY.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        last = day or calendar.monthrange(year, month or 12)[1]
        start = datetime(year, month or 1, day or 1, tzinfo=UTC)
        end = datetime(year, month or 12, last, 23, 59, 59, tzinfo=UTC)
    except ValueError:
        return None
    return Moment(start=start, end=end)
