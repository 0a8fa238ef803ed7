"""The number grammar: counts in running text, with the bounds that their words set.

Rules NUM-1 to NUM-18 of the domain specification. Works on characters alone; what a
number counts is the extractors' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sourcebook.model.span import Span
from sourcebook.schema.load import table

Comparator: TypeAlias = Literal[
    "eq", "ge", "gt", "le", "lt", "approx", "near", "range", "vague"
]

_TABLE = table("numbers")
_VALUES: dict[str, int] = _TABLE["values"]
_ORDINALS: dict[str, int] = _TABLE["ordinals"]
_FLOORS: dict[str, int] = _TABLE["floors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A count as told: ``span`` with its modifiers, ``bare`` the number alone.

    ``value`` is the number as written, None for ranges and vague words; ``low`` and
    ``high`` are the bounds of DOMAIN 3.2, None where the words leave a side open.
    ``ordinal`` marks "the 31st"; ``increment`` "another 40" and "40 more".
    """

    span: Span
    bare: Span
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None
    ordinal: bool = False
    increment: bool = False


def _any(words: list[str]) -> str:
    """Return a pattern for any of the words, longest first, any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


_ONES = _any([w for w, v in _VALUES.items() if v < 20])
_TENS = _any([w for w, v in _VALUES.items() if 20 <= v < 100])
_SMALL = rf"(?:{_TENS}(?:[\s-]{_any([w for w, v in _VALUES.items() if 0 < v < 10])})?|{_ONES})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_HUNDREDS = rf"(?:{_SMALL}|an?)[\s-]+hundred(?:(?:\s+and)?[\s-]+{_SMALL})?"
_SCALED = (
    rf"(?:\d[\d,]*(?:\.\d+)?|{_HUNDREDS}|{_SMALL}|an?|half\s+a)[\s-]+"
    rf"(?:thousand|million|billion)(?:(?:\s+and)?\s+(?:{_HUNDREDS}|{_SMALL}))?"
)
_NUMERAL = rf"(?:{_SCALED}|{_DIGITS}[\s-]+hundred|{_HUNDREDS}|{_DIGITS}|{_SMALL})"
_DOZEN = (
    rf"(?:half[\s-]an?|a\s+half|an?|one|several|a\s+few|{_DIGITS}|{_SMALL})[\s-]dozen"
)
_FEW = r"(?:several|a\s+few)\s+(?:hundred|thousand|million)"
_PLENTY = r"(?:tens|dozens|scores|hundreds|thousands|millions)"
_VAGUE = (
    rf"{_PLENTY}(?:\s+(?:of|and)\s+(?:hundreds|thousands|millions))?|{_FEW}"
    rf"|{_any([*_FLOORS, *_TABLE['vague']['words']])}"
)
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:{_TENS}-)?{_any(list(_ORDINALS))})"
_TOKEN = re.compile(
    r"(?:(?<![\w$£€¥.,/#:’'-])|(?<=\d)(?=[A-Z][a-z]))"
    rf"(?:(?P<dozen>{_DOZEN})|(?P<vague>{_VAGUE})"
    rf"|(?P<zero>{_any(_TABLE['zero']['words'])})|(?P<numeral>{_NUMERAL})"
    rf"|the\s+(?P<ordinal>{_ORDINAL}))(?![\w])",
    re.IGNORECASE,
)
_GLUED = re.compile(rf"(?<=[-–—])(?P<numeral>{_NUMERAL})(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|or)\s*|\s+and\s+", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{c}>{_any(w)})" for c, w in _TABLE["before"].items())
    + r")(?P<more>\s+(?:another|an\s+additional|an\s+estimated|some|the))?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:"
    + "|".join(f"(?P<{c}>\\s*{_any(w)})" for c, w in _TABLE["after"].items())
    + r")(?!\w)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"[\s-]*(?:{_any(_TABLE['measures']['words'])}(?!\w)|%|°|['’]s?\s|['’]clock|st\b|nd\b|rd\b|th\b"
    r"|[-–]?year|\.\d|[:/]\d|[-–]\d+[-–]\d|,\d|x\d|[-–](?!(?:plus|odd|some)\b)[a-z])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:(?<![\w-]){_any(_TABLE['names']['words'])}\.?\s+(?:of\s+)?(?:and\s+|\d+\s+(?:and|or|to)\s+)?#?|[A-Za-z]-|\d[-–]|[#$£€¥])$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_DATE_AFTER = re.compile(
    rf"\s+(?:of\s+)?(?:{_MONTH.replace('May', 'May(?![ ]have|[ ]be)')})(?![a-z])"
)
_AGE_BEFORE = re.compile(r"[\w.”\"'’)]\s*(?:,|\()\s*$")
_AGE_AFTER = re.compile(
    r"\s*(?:\)|,(?!\s*(?:including|most|mostly|many|some|among|of\s+(?:them|whom)))|[.;]|$"
    r"|\s+(?:(?:and|from|was|is|who|with)\b|of\s+[A-Z]))"
)
_NAME_BEFORE = re.compile(
    r"(?<!In )(?<!in )(?<!at )\b[A-Z][a-z]+\s+[A-Z][\w.'’-]+,\s+$"
)
_NO_AGE_BEFORE = re.compile(
    r"\b(?:these|those|them|total|dead|injured|killed|wounded|all|least)\s*,\s*$", re.I
)
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?(?:[A-Z][\w.']*\s+){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Court|Ct|Place|Pl|Parkway|Highway|Circle|Terrace)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_CONTEXT = re.compile(
    rf"(?:\b(?:in|since|of|by|until|till|from|during|early|late|mid|before|after|the|year|to|and|{_MONTH})[\s-]|,\s|\()\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+[a-z]{4,}")
_VICTIM = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:victims?|person|people|deaths?|fatalit(?:y|ies)|homicides?|murders?|killings?|casualt(?:y|ies)|child|man|woman|soldier|officer|body|shooting\s+victim|traffic\s+death)\b"
)
_NUMERAL_NEXT = re.compile(rf"\s+{_NUMERAL}\b(?!\s+of\b)", re.IGNORECASE)
_EMERGENCY = re.compile(r"911|999")
_ALONE = re.compile(
    r"\s+(?:another|day|night|morning|time|point|side|way|more\s+time)\b"
)
_NO_MORE = re.compile(r"\s+(?:more|fewer|less|longer|matter|doubt|\d|later)\b", re.I)


def find_numbers(characters: str) -> tuple[Number, ...]:
    """Return the counts told in the characters, in order, never overlapping.

    Ages, dates, times, routes, money, measures and scores are not counts (NUM-15);
    an ordinal is one only before a victim ("the 31st victim").

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


def number_value(words: str) -> int:
    """Return the value of a numeral in digits or words.

    >>> number_value("a hundred and ten"), number_value("1.5 million")
    (110, 1500000)
    """
    total = current = 0.0
    for piece in re.findall(r"\d[\d,.]*|[a-z]+", words.lower()):
        if piece[0].isdigit():
            current = float(piece.replace(",", "").rstrip("."))
        elif piece in ("a", "an", "and"):
            continue
        elif piece == "half":
            current = 0.5
        elif piece == "dozen":
            current = (current or 1) * 12
        elif _VALUES[piece] >= 1000:
            total += (current or 1) * _VALUES[piece]
            current = 0
        elif _VALUES[piece] == 100:
            current = (current or 1) * 100
        else:
            current += _VALUES[piece]
    return round(total + current)


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
    for match in _TOKEN.finditer(characters):
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        if kind == "ordinal":
            yield from _ordinal(characters, match)
        elif kind in ("numeral", "dozen") and not match.group().lower().startswith(
            ("several", "a few")
        ):
            if _is_count(characters, start, end):
                yield _exact(start, end, number_value(match.group(kind)))
        elif kind == "zero":
            if match.group().lower() != "no" or not _NO_MORE.match(characters, end):
                yield _exact(start, end, 0)
        elif not _measured(characters, end) and _is_vague(characters, start, end):
            yield _vague(start, end, match.group(kind))


def _exact(start: int, end: int, value: int) -> Number:
    span = Span(start=start, end=end)
    return Number(
        span=span, bare=span, comparator="eq", value=value, low=value, high=value
    )


def _vague(start: int, end: int, words: str) -> Number:
    span = Span(start=start, end=end)
    floor = _floor(" ".join(words.lower().replace("-", " ").split()))
    return Number(
        span=span, bare=span, comparator="vague", value=None, low=floor, high=None
    )


def _floor(words: str) -> int | None:
    """Return the floor of vague words: "tens of thousands" 10,000 (NUM-9)."""
    if words in _FLOORS:
        return _FLOORS[words]
    floor = 1
    for piece in re.findall(r"a few|\w+", words):
        if piece not in ("of", "and"):
            factor = _FLOORS.get(
                piece, _VALUES.get(piece, 12 if piece == "dozen" else 0)
            )
            floor *= factor
    return floor or None


def _ordinal(characters: str, match: re.Match[str]) -> Iterator[Number]:
    if not _VICTIM.match(characters, match.end()):
        return
    word = match.group("ordinal").lower()
    *tens, last = word.split("-")
    digits = re.match(r"\d+", word)
    value = (
        int(digits.group())
        if digits
        else sum(_VALUES[t] for t in tens) + _ORDINALS[last]
    )
    number = _exact(match.start(), match.end(), value)
    yield replace(
        number, bare=Span(start=match.start("ordinal"), end=match.end()), ordinal=True
    )


def _measured(characters: str, end: int) -> bool:
    return _MEASURE.match(characters, end) is not None


def _is_vague(characters: str, start: int, end: int) -> bool:
    """Whether a vague word is one: not in "as many as", "how many", "some 200"."""
    before = characters[max(0, start - 6) : start].lower()
    if before.endswith(("as ", "how ", "so ", "too ")):
        return False
    return _NUMERAL_NEXT.match(characters, end) is None


def _is_count(characters: str, start: int, end: int) -> bool:
    """Whether a numeral can count something told (NUM-15)."""
    before = characters[max(0, start - 40) : start]
    digits = characters[start].isdigit()
    if _measured(characters, end) or _NAMED.search(before):
        return False
    if not digits:
        return not _ALONE.match(characters, end)
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(characters, end):
        return False
    if end - start <= 3 and _is_age(characters, before, end):
        return False
    if _EMERGENCY.fullmatch(characters, start, end):
        return False
    if _YEAR.fullmatch(characters, start, end) and (
        _YEAR_CONTEXT.search(before) or not _COUNTED.match(characters, end)
    ):
        return False
    return _STREET.match(characters, end) is None


def _is_age(characters: str, before: str, end: int) -> bool:
    if _NAME_BEFORE.search(before) and characters[end:].startswith(
        (" were", " had", " have", " died")
    ):
        return True
    if not _AGE_BEFORE.search(before) or _NO_AGE_BEFORE.search(before):
        return False
    return _AGE_AFTER.match(characters, end) is not None


def _ranges(characters: str, bare: list[Number]) -> Iterator[Number]:
    """Join two neighbours into a range (NUM-8); "from 5 to 7" is a change, not one."""
    skip = False
    for index, number in enumerate(bare):
        if skip:
            skip = False
            continue
        after = bare[index + 1] if index + 1 < len(bare) else None
        joined = after and _range(characters, number, after)
        if joined:
            skip = True
            yield joined
            continue
        glued = _GLUED.match(characters, number.bare.end + 1) if number.value else None
        high = number_value(glued.group()) if glued else 0
        if glued is None:
            yield number
        elif (
            number.value is not None
            and number.value < high
            and not _measured(characters, glued.end())
        ):
            yield _between(
                number,
                Span(start=glued.start(), end=glued.end()),
                high,
                number.span.start,
            )


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
        if match is None or (
            number.comparator == "vague" and match.lastgroup == "approx"
        ):
            break
        kind = next(c for c in _TABLE["before"] if match.group(c))
        start = (
            number.span.end
            - len(window[match.start() :])
            - (number.span.end - number.span.start)
        )
        number = _compared(number, kind, start, number.span.end)
        if (
            "another" in match.group().lower()
            or "additional" in match.group().lower()
            or "further" in match.group().lower()
        ):
            number = replace(number, increment=True)
    match = _AFTER.match(characters, number.span.end)
    if match and number.value is not None:
        kind = next(c for c in _TABLE["after"] if match.group(c))
        number = _compared(number, kind, number.span.start, match.end())
    return number


def _compared(number: Number, kind: str, start: int, end: int) -> Number:
    span = Span(start=start, end=end)
    if (
        kind == "eq"
        or number.value is None
        or number.comparator != "eq"
        or number.value == 0
    ):
        return replace(number, span=span)
    low, high = bounds(kind, number.value)  # type: ignore[arg-type]
    return replace(number, span=span, comparator=kind, low=low, high=high)  # type: ignore[arg-type]
