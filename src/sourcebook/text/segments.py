"""Paragraphs: the stretches of a text between line breaks."""

from __future__ import annotations

import re

from sourcebook.model.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def paragraphs(characters: str) -> list[Span]:
    """Return the span of each line that holds more than white space, trimmed.

    Line breaks always end a sentence in news texts; a sentence splitter that sees
    the whole text glues a closing quotation to the next paragraph.

    >>> [p.slice(" One.\\n\\nTwo. ") for p in paragraphs(" One.\\n\\nTwo. ")]
    ['One.', 'Two.']
    """
    found = []
    for match in _LINE.finditer(characters):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append(Span(start=start, end=end))
    return found
