"""Publication dates as inputs write them, to EDTF. Nothing ambiguous is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_EPOCH = re.compile(r"\d{10}(\d{3})?(\.\d+)?$")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_WORDED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%Y/%m/%d")
#: Hours by which the most eastern time zone is ahead of UTC.
_AHEAD = timedelta(hours=14)


def edtf_of(written: str) -> str | None:
    """Return the EDTF form of a date as written, None where it cannot be told.

    ``2016-05`` and ``2016`` stay as coarse as they are; times keep their offset.

    >>> edtf_of("Tue, 24 May 2016 10:00:00 GMT")
    '2016-05-24T10:00:00Z'
    >>> edtf_of("May 24, 2016"), edtf_of("24/05/2016"), edtf_of("04/05/2016")
    ('2016-05-24', '2016-05-24', None)
    """
    said = written.strip()
    for form in (_plain, _iso, _epoch, _worded, _slashed, _mail):
        try:
            found = form(said)
        except (ValueError, OverflowError, OSError, TypeError):
            continue
        if found is not None:
            return found
    return None


def is_future(edtf: str, *, today: date) -> bool:
    """Whether a publication date lies after today, in any time zone.

    >>> is_future("2031-01-01", today=date(2026, 1, 1))
    True
    """
    return (
        edtf[:10]
        > (datetime.combine(today, datetime.min.time()) + _AHEAD).strftime("%Y-%m-%d")[
            : len(edtf[:10])
        ]
    )


def today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()


def _plain(said: str) -> str | None:
    if not _EDTF.match(said):
        return None
    padded = said + "-01-01"[len(said) - 4 :] if len(said) < 10 else said
    date.fromisoformat(padded)
    return said


def _iso(said: str) -> str | None:
    if _EPOCH.match(said):
        return None
    moment = datetime.fromisoformat(said.replace(" UTC", "Z"))
    if len(said) <= 8 and said.isdigit():
        return moment.date().isoformat()
    return _written(moment)


def _epoch(said: str) -> str | None:
    if not _EPOCH.match(said):
        return None
    whole = int(said.split(".")[0])
    seconds = whole / 1000 if whole > 10**11 else whole
    return _written(datetime.fromtimestamp(int(seconds), tz=UTC))


def _worded(said: str) -> str | None:
    return _first(
        lambda form: datetime.strptime(said, form).replace(tzinfo=UTC).date(), _WORDED
    )


def _first(read: Callable[[str], date], forms: tuple[str, ...]) -> str | None:
    for form in forms:
        try:
            return read(form).isoformat()
        except ValueError:
            continue
    return None


def _slashed(said: str) -> str | None:
    match = _SLASHED.match(said)
    if match is None:
        return None
    first, second, year = map(int, match.groups())
    if first > 12 or first == second:
        return date(year, second, first).isoformat()
    return date(year, first, second).isoformat() if second > 12 else None


def _mail(said: str) -> str | None:
    return _written(parsedate_to_datetime(said))


def _written(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
