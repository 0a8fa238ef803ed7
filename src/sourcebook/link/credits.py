"""Whose text a report is: the agency credited in dateline, byline or last line.

A desk that prints an agency's text adds nothing of its own (DOMAIN SRC-2), so the
report's voice is the agency's. Credits of pictures and notes that an agency
"contributed" say nothing about the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sourcebook.model.report import Report
from sourcebook.schema.load import table
from sourcebook.schema.sources import Source, resolve

#: Characters at either end of a text where an agency is credited.
ENDS = 300
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NAME = r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|de|of|and)){0,6}"
#: Credits at the head: "KABUL (AFP) -", "By Al Moss, Associated Press", "AFP - Arden".
_HEAD = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        r"\((?P<credit>[A-Z][A-Za-z0-9 .]{1,30}(?: ?[/,-] ?[A-Z][\w .]{1,30}){0,2})\)",
        rf"^[Bb](?:y|Y) (?:the |The )?(?P<credit>{_NAME})(?=\s*$|,| on | [-–—|])",
        rf"^[Bb](?:y|Y):? [^\n]{{3,80}}?[,|]\s*(?:the |The )?(?P<credit>{_NAME})"
        r"(?=\s*$| Updated| Posted| Published)",
        r"(?<!, )\b(?P<credit>[A-Z][A-Za-z]{1,24}) [-–—]{1,2} ",
        rf"\b(?P<credit>[A-Z][A-Za-z]{{1,24}}),? (?={_DAY}\b)",
        rf"^(?:The )?(?P<credit>{_NAME})\s*$",
    )
)
#: Credits at either end: "Copyright 2031 AFP", "Source: Reuters".
_BOTH = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        rf"(?:[Cc]opyright|©|\([Cc]\))[\s,]*(?:\d{{4}})?[\s,]*(?:by )?(?:[Tt]he )?"
        rf"(?P<credit>{_NAME})",
        rf"^[/\s]*(?:Source|SOURCE)s?\s*:\s*(?:[Tt]he )?(?P<credit>{_NAME})\s*$",
    )
)
#: Credits at the end: "(Reuters)", "-- City News Service", an agency's name alone.
_TAIL = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        r"\((?P<credit>[A-Z][A-Za-z .]{1,30})\)\s*\Z",
        rf"(?:^|[.!?\"”] ?)[-–—]{{1,2}} ?(?:[Tt]he )?(?P<credit>{_NAME})(?=\s*$|,)",
        rf"^(?:The )?(?P<credit>{_NAME})\s*\Z",
    )
)
_PICTURE = re.compile(
    r"(?:\b(?:photo|photograph|picture|image|caption|pool|file|via|video|courtesy)\b"
    r"[^\n.]{0,60}$)",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"^(?:https?://)?(?:(?:www\d?|m|edition|news|amp)\.)?([\w-]+)\.(?:[\w.]+)(?:/|$)"
)


def credited(report: Report) -> Source | None:
    """Return the agency whose text the report prints, None where it credits none."""
    text = report.text.characters
    head, tail = text[:ENDS], text[max(0, len(text) - ENDS) :]
    stretches = ((head, (*_HEAD, *_BOTH)), (tail, (*_BOTH, *_TAIL)))
    for stretch, forms in stretches:
        for form in forms:
            for match in form.finditer(stretch):
                agency = _agency(match["credit"], strict=form is _HEAD[0])
                if agency and not _PICTURE.search(stretch[: match.start("credit")]):
                    return agency
    return None


def _agency(credit: str, *, strict: bool) -> Source | None:
    """Return the agency in a credit, also of one shared with a station ("CBS/AP").

    In brackets, beside several words, it credits a picture (``strict``). Two agencies
    tell nobody's text.
    """
    parts = [part.strip() for part in re.split(r"[/,]| ?- ?| and (?:the )?", credit)]
    found = {source.name: source for part in parts for source in _agencies(part)}
    others = [part for part in parts if not any(_agencies(part))]
    if len(found) != 1 or (strict and any(" " in other for other in others)):
        return None
    return next(iter(found.values()))


def _agencies(name: str) -> Iterator[Source]:
    source = resolve(name)
    if source.name in table("sources")["wire"] or (
        source.type == "state_media" and source.name in table("sources")["state_media"]
    ):
        yield source


def outlet_source(outlet: str) -> Source:
    """Return what is known of an outlet by its name or the host of its site.

    >>> outlet_source("www.reuters.com").name, outlet_source("BBC").name
    ('Reuters', 'BBC')
    """
    host = _HOST.match(outlet.casefold())
    known = _by_host().get(_squashed(host[1])) if host else None
    return resolve(known or outlet)


@cache
def _by_host() -> dict[str, str]:
    """Listed outlets and agencies by their names as hosts write them."""
    data = table("sources")
    found = {host: name for name, hosts in data["host"].items() for host in hosts}
    for section in ("wire", "outlet"):
        for name, aliases in data[section].items():
            for told in (name, *aliases):
                found.setdefault(_squashed(told.removeprefix("The ")), name)
                found.setdefault(_squashed(told), name)
    return found


def _squashed(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", name.casefold())
