"""What of a report stands in quotation marks: words of others, not the report's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.model.span import Span
from sourcebook.text.quotations import quotations

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


#: How a caption in a series of pictures opens ("3/16 2015 Mourners ...").
_CAPTION = re.compile(
    r"\s*(?:\d{1,3}\s*/\s*\d{1,3}\b|image \w+ of \d|image caption\b|photo:)", re.I
)


def is_caption(passage: Passage) -> bool:
    """Whether a paragraph is the caption of a picture: what it shows is no act told."""
    return _CAPTION.match(passage.text) is not None


def quoted_spans(parsed: Parsed) -> tuple[Span, ...]:
    """Return the spans of the text that are quoted, but for words set apart."""
    found = quotations(parsed.report.text.characters)
    return tuple(part for q in found if not q.scare for part in q.parts)


def is_quoted(passage: Passage, token: Token, quoted: tuple[Span, ...]) -> bool:
    """Whether a token stands in a quotation, so that its verb is no act told (STM-6)."""
    if passage.field != "text":
        return False
    at = passage.span(token).start
    return any(part.start <= at < part.end for part in quoted)
