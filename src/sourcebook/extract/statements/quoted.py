"""What of a report stands in quotation marks: words of others, not the report's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.model.span import Span
from sourcebook.text.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Token


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
