"""The number grammar: counts in running text, with the bounds that their words set.

Rules NUM-1 to NUM-18 of the domain specification. Works on characters alone; what a
number counts is the extractors' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast

from sourcebook.model.span import Span
from sourcebook.text import noncounts
from sourcebook.text.numerals import (
    DOZEN,
    FLOORS,
    NUMERAL,
    ORDINAL,
    ORDINALS,
    TABLE,
    VAGUE,
    VALUES,
    any_of,
    number_value,
    vague_floor,
)

Comparator: TypeAlias = Literal[
    "eq", "ge", "gt", "le", "lt", "approx", "near", "range", "vague"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A count as told: ``span`` with its modifiers, ``bare`` the number alone.

    ``value`` is the number as written, None for ranges and vague words; ``low`` and
    ``high`` are the bounds of DOMAIN 3.2, None where the words leave a side open.
    ``ordinal`` marks "the 31st"; ``increment`` "another 40".
    """

    span: Span
    bare: Span
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None
    ordinal: bool = False
    increment: bool = False


_WORDS = {*VALUES, *FLOORS, *TABLE["vague"]["words"], *TABLE["zero"]["words"]}
#: What every number begins with, to be looked for first.
_OPENING = rf"(?:\d|{any_of({*(re.split('[ -]', w)[0] for w in _WORDS), 'a', 'an', 'the', 'half'})})"
_TOKEN = re.compile(
    r"(?:(?<![\w$£€¥.,/#:’'-])|(?<=\d)(?=[A-Z][a-z])"
    r"|(?<=[a-z]\.)(?=(?-i:[A-Z])[a-z]))"
    rf"(?={_OPENING})(?:(?P<dozen>{DOZEN})|(?P<vague>{VAGUE})"
    rf"|(?P<zero>{any_of(TABLE['zero']['words'])})|(?P<numeral>{NUMERAL})"
    rf"|the\s+(?P<ordinal>{ORDINAL}))(?![\w])",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"(?<=[-–—])(?P<numeral>{NUMERAL})(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|or)\s*|\s+and\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{c}>{any_of(w)})" for c, w in TABLE["before"].items())
    + r")(?P<more>\s+(?:another|an\s+additional|an\s+estimated|some|the))?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:"
    + "|".join(f"(?P<{c}>\\s*{any_of(w)})" for c, w in TABLE["after"].items())
    + r")(?!\w)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:go(?:es|ne|ing)?|went|r(?:ise|ises|isen|ose|ising)|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|shot|edged|inched|crept|moved|now|(?:(?:tak(?:es?|en|ing)"
    r"|took|br(?:ing|ings|inging|ought)|push(?:es|ed|ing)?|mov(?:es|ed|ing)"
    r"|revis(?:es|ed|ing))\s+(?:the|its|their|that)\s+(?:\w+\s+){1,3}?))\s*$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\b(?:another|additional|further)\b", re.IGNORECASE)


def find_numbers(characters: str) -> tuple[Number, ...]:
    """Return the counts told in the characters, in order, never overlapping.

    Ages, dates, times, routes, money, measures and scores are not counts (NUM-15);
    an ordinal is one only before a victim ("the 31st victim"), but "the second victim"
    is one person.

    >>> [
    ...     (n.span.slice("up to 40 people"), n.high)
    ...     for n in find_numbers("up to 40 people")
    ... ]
    [('up to 40', 40)]
    """
    found: list[Number] = []
    for number in _ranges(characters, list(_bare(characters))):
        whole = _modified(characters, number)
        if not found or whole.span.start >= found[-1].span.end:
            found.append(whole)
    return tuple(found)


def bounds(comparator: Comparator, value: int) -> tuple[int | None, int | None]:
    """Return the bounds that a comparator sets around a value (NUM-1 to NUM-7)."""
    match comparator:
        case "ge":
            return value, None
        case "gt":
            return value + 1, None
        case "le":
            return None, value
        case "lt" | "near":
            return None, max(value - 1, 0)
        case _:
            return value, value


def _bare(characters: str) -> Iterator[Number]:
    """Yield the numbers without their modifiers, each alternative by its own test."""
    for match in _TOKEN.finditer(characters):
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        words = match.group(kind)
        if kind == "ordinal":
            yield from _ordinal(characters, match)
        elif kind == "zero":
            if words.lower() != "no" or not noncounts.is_comparison(characters, end):
                yield _exact(start, end, 0)
        elif kind == "vague" or words.lower().startswith(("several", "a few")):
            if noncounts.is_vague(characters, start, end):
                yield _vague(start, end, words)
        elif noncounts.is_count(characters, start, end):
            yield _exact(start, end, number_value(words))


def _exact(start: int, end: int, value: int) -> Number:
    span = Span(start=start, end=end)
    return Number(
        span=span, bare=span, comparator="eq", value=value, low=value, high=value
    )


def _vague(start: int, end: int, words: str) -> Number:
    span = Span(start=start, end=end)
    floor = vague_floor(" ".join(words.lower().replace("-", " ").split()))
    return Number(
        span=span, bare=span, comparator="vague", value=None, low=floor, high=None
    )


def _ordinal(characters: str, match: re.Match[str]) -> Iterator[Number]:
    if not noncounts.is_ordinal_of_victim(characters, match.end()):
        return
    word = match.group("ordinal").lower()
    if word in ORDINALS and not noncounts.is_ordinal_of_deaths(characters, match.end()):
        return
    *tens, last = word.split("-")
    digits = re.match(r"\d+", word)
    value = (
        int(digits.group()) if digits else sum(VALUES[t] for t in tens) + ORDINALS[last]
    )
    number = _exact(match.start(), match.end(), value)
    yield replace(
        number, bare=Span(start=match.start("ordinal"), end=match.end()), ordinal=True
    )


def _ranges(characters: str, bare: list[Number]) -> Iterator[Number]:
    """Join two neighbours into a range (NUM-8); "from 5 to 7" is a change, not one."""
    index = 0
    while index < len(bare):
        number = bare[index]
        after = bare[index + 1] if index + 1 < len(bare) else None
        joined = _range(characters, number, after) if after else None
        index += 1 if joined is None else 2
        if joined is not None:
            yield joined
        else:
            yield from _hyphenated(characters, number)


def _hyphenated(characters: str, number: Number) -> Iterator[Number]:
    """Yield "3-5" as a range; a falling pair is a score and no count at all."""
    glued = _GLUED.match(characters, number.bare.end + 1) if number.value else None
    if glued is None:
        yield number
        return
    high = number_value(glued.group())
    rising = number.value is not None and number.value < high
    if rising and not noncounts.is_measured(characters, glued.end()):
        second = Span(start=glued.start(), end=glued.end())
        yield _between(number, second, high, number.span.start)


def _range(characters: str, first: Number, second: Number) -> Number | None:
    if first.value is None or second.value is None or first.ordinal or second.ordinal:
        return None
    gap = characters[first.bare.end : second.bare.start]
    if not _BETWEEN.fullmatch(gap) or first.value >= second.value:
        return None
    before = characters[max(0, first.span.start - 12) : first.span.start].lower()
    opened = re.search(r"\bbetween\s+$", before)
    if "and" in gap.lower() and not opened:
        return None
    if re.search(r"\bfrom\s+$", before):
        return None
    start = first.span.start - (len(opened.group()) if opened else 0)
    return _between(first, second.bare, second.value, start)


def _between(first: Number, second: Span, high: int, start: int) -> Number:
    return Number(
        span=Span(start=start, end=second.end),
        bare=Span(start=first.bare.start, end=second.end),
        comparator="range",
        value=None,
        low=first.value,
        high=high,
    )


def _modified(characters: str, number: Number) -> Number:
    """Widen by the modifiers before and after, and set what they say."""
    for _ in range(3):
        window = characters[max(0, number.span.start - 40) : number.span.start]
        match = _BEFORE.search(window)
        kind = _comparator(match, "before")
        if kind == "le" and match and _MOVED.search(window[: match.start()]):
            kind = "eq"  # "has gone up to 40", "took the toll up to 40"
        if match is None or (number.comparator == "vague" and kind == "approx"):
            break
        start = number.span.start - (len(window) - match.start())
        number = _compared(number, kind, start, number.span.end)
        if _ADDED.search(match.group()):
            number = replace(number, increment=True)
    match = _AFTER.match(characters, number.span.end)
    if match and number.value is not None:
        kind = _comparator(match, "after")
        number = _compared(number, kind, number.span.start, match.end())
    return number


def _comparator(match: re.Match[str] | None, side: str) -> Comparator:
    if match is None:
        return "eq"
    return cast(Comparator, next(c for c in TABLE[side] if match.group(c)))


def _compared(number: Number, kind: Comparator, start: int, end: int) -> Number:
    span = Span(start=start, end=end)
    if kind == "eq" or number.comparator != "eq" or not number.value:
        return replace(number, span=span)
    low, high = bounds(kind, number.value)
    return replace(number, span=span, comparator=kind, low=low, high=high)
