"""Datelines: where and when a report was filed, and for whom (DOC-3).

    CITY, May 24, 2016, Agency -     CITY (AGENCY) -     CITY, Country -
    CITY, 3 JAN 90 (AGENCY) -- [TEXT]

The place of a dateline is never evidence of where an incident was. Only what is
written is returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sourcebook.model.span import Span
from sourcebook.text.casing import is_word
from sourcebook.text.dates import month_number, month_pattern
from sourcebook.text.days import year_of
from sourcebook.text.gazetteer import lookup
from sourcebook.text.segments import paragraphs

#: Pages put captions, bylines and notices before the dateline; further down a
#: match is a section of its own.
_LINES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline with its parts; ``date`` is EDTF, XXXX for a year not written.

    ``span`` runs to the first character of the report's own first sentence.
    """

    span: Span
    place: str
    place_span: Span
    date: str | None = None
    date_span: Span | None = None
    outlet: str | None = None
    outlet_span: Span | None = None


def dateline(characters: str) -> Dateline | None:
    """Return the dateline of a report's text, None where it has none.

    >>> found = dateline("AVALON, May 4, 2031, Star Wire - Two people died.")
    >>> found.place, found.date, found.outlet
    ('AVALON', '2031-05-04', 'Star Wire')
    """
    for line in paragraphs(characters[:6000])[:_LINES]:
        match = _pattern().match(characters, line.start)
        if match is not None and _sound(match):
            return _of(match)
    return None


@cache
def _pattern() -> re.Pattern[str]:
    month = month_pattern()
    upper = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[A-ZÀ-Þ.]|Mc[A-Z]{2,}|St\.|Ft\.)"
    mixed = r"[A-ZÀ-Þ][\w'’.-]*"
    region = rf"{mixed}(?:\ (?:of\ |the\ )?{mixed}){{0,3}}"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    date = (
        rf"(?:(?P<mon>{month})\s+(?P<mday>{day})(?:,?\s+(?P<myear>\d{{4}}))?"
        rf"|(?P<dday>{day})\s+(?P<dmon>{month})(?:,?\s+(?P<dyear>\d{{4}}|\d\d)\b)?)"
    )
    unnamed = re.sub(r"\?P<\w+>", "?:", date)
    return re.compile(
        rf"""(?:[^\w\n(]{{0,3}})
        (?P<place>(?P<upper>{upper}(?:(?:\s|/){upper}){{0,4}})(?![\w'’])
            |{mixed}(?:\ {mixed}){{0,3}})
        (?P<region>,\ *(?!(?i:{unnamed})){region}|\ \({region}\)(?=,))?
        (?:,?\s+(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?
        (?:,?\s*\(?(?P<date>(?i:{date}))\)?)?
        (?P<agency>,\ (?P<wire>[A-Z][\w-]+(?:\ [A-Z][\w-]+){{0,2}}))?
        (?:,?\s*(?P<paren>[(\[](?P<inside>[A-Z][^()\[\]\n]{{1,48}})[)\]]))?
        \s*(?:(?P<dash>[-–—―_•]+)|(?P<colon>[:.](?=\s))|(?<=[)])(?=[A-Z“"]))\s*
        (?P<marks>(?:\[[A-Z][^\]\n]{{0,80}}\]\s*)*)
        (?=[^\s])""",
        re.VERBOSE,
    )


def _sound(match: re.Match[str]) -> bool:
    """Whether the words form a dateline, and not a heading or a first sentence."""
    if match["dash"] is None and not match["paren"]:
        return False
    if match["dash"] == "-" and not match[0].rstrip().endswith(" -"):
        # A hyphen that joins words; datelines put a space before it.
        return bool(match["paren"] or match["date"])
    place, upper = match["place"], match["upper"] is not None
    if is_word(place.lower()) and not (match["region"] or match["date"]):
        # FILE, WATCH, UPDATE: heads of captions and links.
        entries = lookup(place)
        return upper and bool(entries) and entries[0].population > 50_000
    if match["paren"] or match["date"]:
        return upper or bool(lookup(place)) or bool(match["date"] and match["paren"])
    if match["agency"] or match["region"]:
        region = (match["region"] or "").strip(" ,()")
        return bool(lookup(place)) or (upper and bool(lookup(region)))
    return _known(place) if upper else len(match["dash"]) <= 2 and _filed(match)


def _known(place: str) -> bool:
    return bool(lookup(place)) or "/" in place or place.endswith((" HOUSE", " NATIONS"))


def _filed(match: re.Match[str]) -> bool:
    """Mixed case and no agency: a known place, set off by a dash, then a sentence."""
    following = match.string[match.end() : match.end() + 1]
    entries = lookup(match["place"])
    return (
        bool(entries)
        and entries[0].official
        and entries[0].population > 5000
        and match.end("place") < match.start("dash")
        and (following.isupper() or following in "“\"'‘")
    )


def _of(match: re.Match[str]) -> Dateline:
    outlet = "inside" if match["paren"] else "wire" if match["agency"] else None
    dated = _edtf(match)
    end = match.end("region") if match["region"] else match.end("place")
    start = match.start("place")
    return Dateline(
        span=Span(start=match.start(), end=match.end()),
        place=match.string[start:end],
        place_span=Span(start=start, end=end),
        date=dated,
        date_span=_span(match, "date") if dated else None,
        outlet=match[outlet] if outlet else None,
        outlet_span=_span(match, outlet) if outlet else None,
    )


def _span(match: re.Match[str], group: str) -> Span:
    return Span(start=match.start(group), end=match.end(group))


def _edtf(match: re.Match[str]) -> str | None:
    if not match["date"]:
        return None
    month = month_number(match["mon"] or match["dmon"])
    day = int(re.sub(r"\D", "", match["mday"] or match["dday"]))
    told = match["myear"] or match["dyear"]
    if not 1 <= day <= 31:
        return None
    year = f"{year_of(told):04d}" if told else "XXXX"
    return f"{year}-{month:02d}-{day:02d}"
