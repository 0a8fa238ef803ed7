"""Numbers that tell how old somebody is."""

from __future__ import annotations

import re

from sourcebook.text.numbers import Number

#: "A student of 19", "aged 19": no count.
_AGE = re.compile(
    r"\baged\s+$|\b(?:sons?|daughters?|brothers?|sisters?|boys|girls|children|twins)\s+"
    r"(?:are|were|is|was)\s+(?:\w+\s+and\s+)?$|\ban?\s+(?!(?:toll|total|count|number|figure|tally|maximum|minimum|"
    r"group|crowd|crew|dozen)\b)\w+\s+of\s+$",
    re.IGNORECASE,
)
#: "Tom Reed, the driver, was 57", and what follows an age.
_WAS = re.compile(r"[A-Z][\w'’-]*(?:,[^,.;]*,)?\s+(?:was|is)\s+$")
_END = re.compile(r"\s*(?:[.,;]|$|when\b|years?\b)")


def is_age(text: str, number: Number) -> bool:
    """Whether a number is somebody's age: "aged 19", "Tom Reed, the driver, was 57"."""
    head = text[: number.span.start]
    if _AGE.search(head):
        return True
    return bool(_WAS.search(head)) and bool(_END.match(text, number.span.end))
