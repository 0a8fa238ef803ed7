"""Page furniture around a sentence, which no quotation shows: captions, credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcebook.model.span import Span
from sourcebook.schema.load import table

_BREAK = re.compile(r"[^\S\n\r]*[\n\r\u2028\u2029]+\s*")
#: What ends a line that a sentence does not run over.
_ENDED = re.compile(r"[.!?:;\"”’')\]]$")
#: Characters of a line that may be the wrapped half of a sentence.
_WRAPPED = 50
#: How the captions of a gallery open, each with the gallery's title.
_GALLERY = re.compile(
    r"\W*(?:photos?|pictures?|images?|gallery|video|slideshow)\b", re.I
)
_SHARED = 20
#: The counter of a picture in a gallery.
_COUNTER = re.compile(r"(?<!\S)(\d{1,3})/(\d{1,3})\s+(?:(?:19|20)\d\d\s+)?")


def shown(characters: str, told: Sequence[Span], sentences: Sequence[Span]) -> Span:
    """Return what a quotation shows of sentences: at least the words told.

    Captions, credits and counters before and after them are left out, and so are
    lines that do not belong to the sentence: a heading, a name under a picture.
    """
    start, end = min(s.start for s in sentences), max(s.end for s in sentences)
    first, last = min(s.start for s in told), max(s.end for s in told)
    start = _line_start(characters, start, first)
    end = _line_end(characters, last, end)
    return _bare(characters, Span(start=start, end=end), first, last)


def _line_start(characters: str, start: int, first: int) -> int:
    """Return where the line of the words told begins, if others stand before it."""
    for found in _BREAK.finditer(characters, start, first):
        line = characters[start : found.start()]
        following = characters[found.end() : found.end() + 1]
        wrapped = len(line) >= _WRAPPED and not _ENDED.search(line)
        if not wrapped or (following.isupper() and "\n\n" in found[0]):
            start = found.end()
    return start


def _line_end(characters: str, last: int, end: int) -> int:
    """Return where the line of the words told ends, if others stand after it."""
    found = _BREAK.search(characters, last, end)
    if found is None:
        return end
    begin = characters.rfind("\n", 0, found.start()) + 1
    wrapped = found.start() - begin >= _WRAPPED and "\n\n" not in found[0]
    ended = _ENDED.search(characters[begin : found.start()])
    return end if wrapped and not ended else found.start()


def _gallery_end(characters: str, start: int, first: int) -> int:
    """Return where a caption begins after its gallery's title, told with each."""
    if not _GALLERY.match(characters, start):
        return start
    opening = characters[start : start + _SHARED]
    at = characters.find(opening)
    while at >= 0 and len(opening) == _SHARED:
        if at != start:
            length = _common(characters, start, at, first)
            return start + max(length, 0)
        at = characters.find(opening, at + 1)
    return start


def _common(characters: str, one: int, other: int, limit: int) -> int:
    """Return the length of what two places share, cut to whole words."""
    length = 0
    while (
        one + length < limit
        and other + length < len(characters)
        and characters[one + length] == characters[other + length]
    ):
        length += 1
    return characters.rfind(" ", one, one + length + 1) + 1 - one


def _bare(characters: str, whole: Span, first: int, last: int) -> Span:
    """Return the span without captions and credits outside the words told."""
    start, end = whole.start, whole.end
    for pattern in (*_patterns("between"), _COUNTER):
        for found in pattern.finditer(characters, start, first):
            start = found.end() if _cuts(characters, found) else start
        after = pattern.search(characters, last, end)
        after = after if after and _cuts(characters, after) else None
        end = _last_word(characters, last, after.start() if after else end)
    start = _gallery_end(characters, start, first)
    for pattern in _patterns("heads"):
        head = pattern.search(characters[start:first])
        start += head.end() if head is not None else 0
    return Span(start=min(start, first), end=max(end, last))


def _cuts(characters: str, found: re.Match[str]) -> bool:
    """Whether it parts two captions: "7/8" does beside "6/8" or "8/8", "9/11" not."""
    if found.re is not _COUNTER:
        return True
    number, whole = int(found[1]), found[2]
    return any(f"{n}/{whole} " in characters for n in (number - 1, number + 1))


def _last_word(characters: str, last: int, end: int) -> int:
    """Return the end without the space before it, never inside the words told."""
    return last + len(characters[last:end].rstrip()) if end > last else end


@cache
def _patterns(where: str) -> tuple[re.Pattern[str], ...]:
    listed = table("wording")["furniture"][where]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in listed)
