"""Paragraphs: the stretches of a text between breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from sourcebook.model.span import Span

_BREAKS = "\n\r\u2028\u2029"
_LINE = re.compile(rf"[^{_BREAKS}]+")
#: Lines that follow each other without an empty line between them.
_BLOCK = re.compile(r"[^\n\r]*\S[^\n\r]*(?:\r?\n[^\n\r]*\S[^\n\r]*)*")
#: Wires of the teleprinter age are broken at 60 to 80 columns; no line is longer.
_WIDEST, _FULL, _SHARE = 100, 45, 0.8


def paragraphs(characters: str) -> list[Span]:
    """Return the span of each paragraph, trimmed of white space.

    A line break ends a paragraph, and so a sentence: a splitter that sees the whole
    text glues a closing quotation to the next paragraph. Only in a text that is
    broken at a fixed width do empty lines end it.

    >>> [p.slice(" One.\\n\\nTwo. ") for p in paragraphs(" One.\\n\\nTwo. ")]
    ['One.', 'Two.']
    """
    return list(_trimmed(characters))


@lru_cache(maxsize=8)  # each part of the extraction asks for those of its report
def _trimmed(characters: str) -> tuple[Span, ...]:
    pattern = _BLOCK if hard_wrapped(characters) else _LINE
    found = []
    for match in pattern.finditer(characters):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.start() + len(piece.rstrip())
        if start < end:
            found.append(Span(start=start, end=end))
    return tuple(found)


def hard_wrapped(characters: str) -> bool:
    """Whether lines are broken at a fixed width, inside sentences.

    So it is where no line is wider than a teleprinter's and most lines that another
    follows at once are nearly full, and do not end sentences as the lines of a list do.
    """
    lines = characters.splitlines()
    if max(map(len, lines), default=0) > _WIDEST:
        return False
    followed = [
        line for line, after in pairwise(lines) if line.strip() and after.strip()
    ]
    full = sum(len(line) >= _FULL for line in followed)
    ended = sum(line.rstrip().endswith((".", "!", "?", ";")) for line in followed)
    if 2 * ended >= len(followed):
        return False
    return len(followed) >= 2 and full >= _SHARE * len(followed)


def unbroken(characters: str) -> str:
    """Return the characters with each line break as a space; the length stays.

    >>> unbroken("killed\\nsix")
    'killed six'
    """
    return re.sub(rf"[{_BREAKS}]", " ", characters)
