"""Numerals: the words and digits of a count, and their values (DOMAIN NUM-9, NUM-18)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives

TABLE = table("numbers")
VALUES: dict[str, int] = TABLE["values"]
ORDINALS: dict[str, int] = TABLE["ordinals"]
FLOORS: dict[str, int] = TABLE["floors"]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first, any white space."""
    return alternatives(sorted(words, key=lambda word: (-len(word), word)))


_ONES = any_of([w for w, v in VALUES.items() if v < 20])
TENS = any_of([w for w, v in VALUES.items() if 20 <= v < 100])
_SMALL = rf"(?:{TENS}(?:[\s-]?{any_of([w for w, v in VALUES.items() if 0 < v < 10])})?|{_ONES})"
#: "2, 875 soldiers": a space that some agencies' texts have; not "12, 300 injured".
_SPACED = (
    r"(?<![,\d] )\d{1,2}, \d{3}(?= (?!injured|wounded|hurt|dead|killed|missing|others|more|were"
    r"|people\s+(?:injured|wounded|hurt)\b)[A-Za-z])"
)
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|{_SPACED}|\d+)"
_HUNDREDS = rf"(?:{_SMALL}|an?)[\s-]+hundred(?:(?:\s+and)?[\s-]+{_SMALL})?"
_SCALED = (
    rf"(?:(?:an?|one)\s+quarter\s+of\s+a|three[\s-]+quarters\s+of\s+a|(?:an?|{_ONES})\s+and\s+a\s+half|\d[\d,]*(?:\.\d+)?|{_HUNDREDS}|{_SMALL}|an?|half\s+a)[\s-]+"
    rf"(?:thousand|lakhs?|million|crores?|billion)(?:(?:\s+and)?\s+(?:{_HUNDREDS}|{_SMALL}))?"
)
NUMERAL = rf"(?:{_SCALED}|{_DIGITS}[\s-]+hundred|{_HUNDREDS}|{_DIGITS}|{_SMALL})"
DOZEN = (
    rf"(?:half[\s-]an?|a\s+half|an?|one|several|a\s+few|{_DIGITS}|{_SMALL})[\s-]dozen"
)
_FEW = r"(?:several|a\s+few)\s+(?:hundred|thousand|million)"
_PLENTY = r"(?:tens|dozens|scores|hundreds|thousands|millions)"
VAGUE = (
    rf"{_PLENTY}(?:\s+(?:of|and)\s+(?:hundreds|thousands|millions))?|{_FEW}"
    rf"|{any_of([*FLOORS, *TABLE['vague']['words']])}"
)
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:{TENS}-)?{any_of(list(ORDINALS))})"


#: What a numeral is made of; tens and ones may be one word: "thirtythree".
_PIECES = re.compile(rf"\d[\d,.]*(?: \d{{3}})?|{TENS}(?=[a-z])|[a-z]+")


def number_value(words: str) -> int:
    """Return the value of a numeral in digits or words.

    >>> number_value("a hundred and ten"), number_value("1.5 million")
    (110, 1500000)
    >>> number_value("thirtythree")
    33
    """
    total = current = 0.0
    for piece in _PIECES.findall(words.lower()):
        if piece[0].isdigit():
            current = float(piece.replace(",", "").replace(" ", "").rstrip("."))
        elif piece in ("a", "an", "and", "of"):
            continue
        elif piece == "half":
            current += 0.5
        elif piece in ("quarter", "quarters"):
            current = (current or 1) / 4
        elif piece == "dozen":
            current = (current or 1) * 12
        elif (scale := VALUES.get(piece.removesuffix("s"), 0)) >= 1000:
            total += (current or 1) * scale
            current = 0
        elif VALUES[piece] == 100:
            current = (current or 1) * 100
        else:
            current += VALUES[piece]
    return round(total + current)


def vague_floor(words: str) -> int | None:
    """Return the floor of vague words: "tens of thousands" 10,000 (NUM-9)."""
    if words in FLOORS:
        return FLOORS[words]
    floor = 1
    for piece in re.findall(r"a few|\w+", words):
        if piece not in ("of", "and"):
            factor = FLOORS.get(piece, VALUES.get(piece, 12 if piece == "dozen" else 0))
            floor *= factor
    return floor or None
