"""Headlines: the title, and lines of a page that read like one."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.extract.parsed import Passage

_SEPARATOR = re.compile(r"\s[-–—|]+\s")
_OUTLET = re.compile(
    r"\b(?:News|TV|Channel|Post|Times|Herald|Tribune|Journal|Leader|Gazette|Radio|Daily"
    r"|Star|Sun|Chronicle|Observer|Patch|Weather|[WK][A-Z]{2,3}(?:-TV)?|\w+\.(?:com|org|net))\b"
)
_LONGEST = 30
_SHORTEST = 3
_CLOSED = (".", "!", "?", ":", ";", ",", "”", '"', "’", "'", ")")


def is_headline(passage: Passage) -> bool:
    """Whether the words leave out articles: a title, or a line without a full stop."""
    return passage.field == "title" or _unclosed(passage)


def outlet_at(passage: Passage) -> int:
    """Return where a title ends and the name of its outlet starts, else the end."""
    if passage.field != "title":
        return len(passage.text)
    last = list(_SEPARATOR.finditer(passage.text))
    for match in reversed(last):
        if _OUTLET.search(passage.text, match.end()):
            return match.start()
    return len(passage.text)


@lru_cache(maxsize=256)
def _unclosed(passage: Passage) -> bool:
    told = passage.text.strip()
    if told.endswith(_CLOSED) or not told:
        return False
    return _SHORTEST <= len(passage.doc) <= _LONGEST
