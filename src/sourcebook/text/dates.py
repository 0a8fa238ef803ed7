"""Date expressions, and what day they mean (TIM-1, TIM-2).

Finding and resolving are two steps: :func:`find_dates` reads the words, and
:func:`resolve` works out an EDTF date against an anchor, the day of publication.
Nothing is guessed: a weekday without an anchor has no date, a missing year stays
``XXXX``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives
from sourcebook.text.days import anchor_day, exists, year_near, year_of, year_of_weekday

Kind = Literal["date", "weekday", "day", "week", "month", "year", "weekend"]
Basis = Literal["explicit", "relative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """The words of a date, read but not resolved.

    ``kind`` date: ``year``, ``month``, ``day`` as told (None where not told).
    weekday: ``weekday`` 0 is Monday, told beside a date too. day, week, month, year: ``offset`` counts of
    them from the anchor. ``forward`` says that the words look ahead ("next").
    ``vague`` marks "about a week ago", "earlier this month".
    """

    span: Span
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int = 0
    forward: bool = False
    vague: bool = False

    @property
    def basis(self) -> Basis:
        """Explicit where the words give the calendar date, the year aside."""
        return "explicit" if self.kind == "date" else "relative"


def find_dates(characters: str) -> tuple[DateExpression, ...]:
    """Return the date expressions of a text in order, none inside another.

    >>> [
    ...     d.span.slice("Late on Monday, 23 May")
    ...     for d in find_dates("Late on Monday, 23 May")
    ... ]
    ['Monday, 23 May']
    """
    found: list[DateExpression] = []
    for match in _pattern().finditer(characters):
        read = _read(match)
        if read is not None:
            found.append(read)
    return tuple(found)


def resolve(
    expression: DateExpression, anchor: str | None, *, forward: bool = False
) -> str | None:
    """Return the EDTF date meant, None where the words and anchor give none.

    ``anchor`` is the EDTF day of publication. Without ``forward`` the latest such
    date on or before the anchor is meant (TIM-1), with it the earliest after.

    >>> resolve(find_dates("on Monday")[0], "2016-05-24")
    '2016-05-23'
    >>> resolve(find_dates("on 23 May")[0], None)
    'XXXX-05-23'
    """
    day = anchor_day(anchor)
    ahead = forward or expression.forward
    if expression.kind == "date":
        return _calendar(expression, day, ahead=ahead)
    if day is None:
        return None
    if expression.kind == "weekday":
        return _weekday(expression, day, ahead=ahead)
    return _relative(expression, day)


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    return _months()[word.lower().rstrip(".")]


@cache
def _months() -> dict[str, int]:
    told = table("calendar")["months"]
    return {name: n for n, names in enumerate(told, 1) for name in names}


@cache
def _weekdays() -> dict[str, int]:
    told = table("calendar")["weekdays"]
    return {name: n for n, names in enumerate(told) for name in names}


@cache
def month_pattern() -> str:
    """Return a pattern, without groups, for a month's name or abbreviation."""
    told = table("calendar")["months"]
    full = "|".join(names[0] for names in told)
    short = "|".join(name for names in told for name in names[1:])
    return rf"(?:(?:{full})\b|(?:{short})\b\.?)"


def _weekday_pattern() -> str:
    names = [names[0] for names in table("calendar")["weekdays"]]
    short = [n for names in table("calendar")["weekdays"] for n in names[1:]]
    return rf"(?:{'|'.join(names)}|(?:{'|'.join(short)})\.)"


def _opening() -> str:
    """Return a pattern of what every date begins with, to be looked for first."""
    told = table("calendar")
    names = [name for names in (*told["months"], *told["weekdays"]) for name in names]
    words = {*names, *told["numbers"][1:], *told["opening"]}
    listed = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?:\d|{alternatives(listed)})"


@cache
def _pattern() -> re.Pattern[str]:
    month, week = month_pattern(), _weekday_pattern()
    numbers = "|".join(table("calendar")["numbers"][1:])
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    year = r"(?:19|20)\d\d"
    part = r"(?:morning|afternoon|evening|night)"
    return re.compile(
        rf"""(?<![\w$£€.,/-])(?={_opening()})(?:
        (?P<iso>(?P<isoy>{year})-(?P<isom>0[1-9]|1[0-2])-(?P<isod>{day}))(?![\d-])
      | (?P<slash>(?P<sm>0?[1-9]|1[0-2])/(?P<sd>{day})/(?P<sy>{year}|\d\d))(?![\d/])
      | (?P<eu>(?P<ed>1[3-9]|2\d|3[01])/(?P<em>0?[1-9]|1[0-2])/(?P<ey>{year}))(?![\d/])
      | (?P<dot>(?P<od>{day})\.(?P<om>0?[1-9]|1[0-2])\.(?P<oy>{year}))(?![\w.]\d)
      | (?:(?P<mdw>{week}),?\s+)?(?P<md>(?P<mdm>{month})\s+(?P<mdd>{day})(?:st|nd|rd|th)?
            (?![\w]|:\d|[.,]\d|\s?[ap]\.?m\b)(?:,?\s+(?P<mdy>{year})\b)?)
      | (?:(?P<dmw>{week}),?\s+(?:the\s+)?)?(?P<dm>(?P<dmd>{day})(?:st|nd|rd|th)?(?:\s+of)?\s+
            (?P<dmm>{month})(?:,?\s+(?P<dmy>{year}|\d\d(?=\s*(?:\(|--|$)))\b)?)
      | (?P<my>(?P<mym>{month}),?\s+(?:of\s+)?(?P<myy>{year}))\b
      | (?P<im>(?:(?<=in\ )|(?<=since\ )|(?<=last\ )|(?<=during\ )|(?<=early\ )
            |(?<=late\ )|(?<=until\ )|(?<=mid-))(?P<imm>{month}))(?![\w-])
      | (?:(?P<wahead>next|this\ coming)\s+)?(?:(?:last|this|past)\s+)?
            (?P<wd>{week})(?:\s+{part})?\b(?!\s+{part})
      | (?P<ago>(?P<agon>\d{{1,3}}|an?|{numbers})\s+
            (?P<agou>day|night|week|month|year)s?\s+(?:ago|earlier|before))\b
      | (?P<yesterday>yesterday|last\s+night)\b
      | (?P<tomorrow>tomorrow)\b
      | (?P<today>today|tonight|this\s+(?:morning|afternoon|evening)|overnight)\b
      | (?P<span>(?P<spanw>earlier\s+this|late(?:r)?\s+this|this|last|next)\s+
            (?P<spanu>week|month|year))(?!end)\b
      | (?P<weekend>(?P<wew>(?:over\s+the|this|last)\s+(?:past\s+)?)weekend)\b
      | (?P<y>(?:(?<=in\ )|(?<=since\ )|(?<=from\ )|(?<=early\ )|(?<=late\ )
            |(?<=the\ )|(?<=until\ )|(?<=of\ )|(?<=during\ ))(?P<yy>{year}))(?![\w%-]|[.,]\d|\s+(?:people|dead|block))
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


_NUMERIC = (
    ("iso", "isoy", "isom", "isod"),
    ("slash", "sy", "sm", "sd"),
    ("eu", "ey", "em", "ed"),
    ("dot", "oy", "om", "od"),
)
_GROUPS = (
    ("md", "mdy", "mdm", "mdd"),
    ("dm", "dmy", "dmm", "dmd"),
    ("my", "myy", "mym", ""),
    ("im", "", "imm", ""),
    ("y", "yy", "", ""),
)


def _read(match: re.Match[str]) -> DateExpression | None:
    span = Span(start=match.start(), end=match.end())
    told = match.groupdict()
    for whole, year, month, day in _NUMERIC:
        if told[whole]:
            return _dated(span, told[year], told[month], told[day])
    for whole, year, month, day in _GROUPS:
        if told[whole]:
            if month and not _is_month(told[month], match):
                return None
            number = str(month_number(told[month])) if month else None
            read = _dated(span, told.get(year), number, told.get(day))
            week = told.get(f"{whole}w")
            return replace(read, weekday=_weekday_of(week)) if week else read
    return _read_relative(span, told)


def _is_month(word: str, match: re.Match[str]) -> bool:
    """Whether the word is written as a name: "may 5" and "march" are verbs."""
    return word[0].isupper() or match.string.isupper()


def _weekday_of(word: str) -> int:
    return _weekdays()[word.lower().rstrip(".")]


def _dated(
    span: Span, year: str | None, month: str | None, day: str | None
) -> DateExpression:
    return DateExpression(
        span=span,
        kind="date",
        year=year_of(year) if year else None,
        month=int(month) if month else None,
        day=int(day) if day else None,
    )


def _read_relative(span: Span, told: dict[str, str | None]) -> DateExpression:
    if told["wd"]:
        name = told["wd"]
        return DateExpression(
            span=span,
            kind="weekday",
            weekday=_weekday_of(name),
            forward=bool(told["wahead"]),
        )
    if told["ago"]:
        return _ago(span, str(told["agon"]).lower(), str(told["agou"]).lower())
    if told["span"]:
        return _this_or_last(
            span, str(told["spanw"]).lower(), str(told["spanu"]).lower()
        )
    if told["weekend"]:
        return DateExpression(span=span, kind="weekend", vague=True)
    offset = -1 if told["yesterday"] else 1 if told["tomorrow"] else 0
    return DateExpression(span=span, kind="day", offset=offset, forward=offset > 0)


def _ago(span: Span, number: str, unit: str) -> DateExpression:
    words = table("calendar")["numbers"]
    count = 1 if number in ("a", "an") else 0
    count = count or (int(number) if number.isdigit() else words.index(number))
    kinds: dict[str, Kind] = {"night": "day", "day": "day", "week": "week"}
    kind: Kind = kinds.get(unit) or ("month" if unit == "month" else "year")
    return DateExpression(span=span, kind=kind, offset=-count, vague=kind != "day")


def _this_or_last(span: Span, which: str, unit: str) -> DateExpression:
    offset = {"last": -1, "next": 1}.get(which, 0)
    kind: Kind = "week" if unit == "week" else "month" if unit == "month" else "year"
    return DateExpression(
        span=span, kind=kind, offset=offset, forward=offset > 0, vague=True
    )


def _calendar(
    expression: DateExpression, anchor: date | None, *, ahead: bool
) -> str | None:
    year, month, day = expression.year, expression.month, expression.day
    if month is None:
        return f"{year:04d}"
    if year is None and anchor is not None:
        year = year_of_weekday(anchor, expression.weekday, month, day) or year_near(
            anchor, month, day, ahead=ahead
        )
    if day is not None and not exists(year, month, day):
        return None
    told = "XXXX" if year is None else f"{year:04d}"
    return f"{told}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


def _weekday(expression: DateExpression, anchor: date, *, ahead: bool) -> str:
    wanted = expression.weekday or 0
    if ahead:
        return str(anchor + timedelta(days=(wanted - anchor.weekday() - 1) % 7 + 1))
    return str(anchor - timedelta(days=(anchor.weekday() - wanted) % 7))


def _relative(expression: DateExpression, anchor: date) -> str:
    offset = expression.offset
    if expression.kind == "day":
        return str(anchor + timedelta(days=offset))
    if expression.kind == "week":
        monday = anchor - timedelta(days=anchor.weekday() - 7 * offset)
        return f"{monday}/{monday + timedelta(days=6)}"
    if expression.kind == "weekend":
        saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
        return f"{saturday}/{saturday + timedelta(days=1)}"
    if expression.kind == "month":
        months = anchor.year * 12 + anchor.month - 1 + offset
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{anchor.year + offset:04d}"
