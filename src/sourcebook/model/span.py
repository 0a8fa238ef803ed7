"""Spans: where characters stand in a report's title or text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sourcebook.errors import InvalidValue, SpanMismatch

#: The part of a report that offsets count in.
Field = Literal["title", "text"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters ``start`` up to but not including ``end``, in code points.

    >>> Span(start=0, end=5).slice("Seven people died.")
    'Seven'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValue(f"a span cannot run from {self.start} to {self.end}")

    def slice(self, characters: str) -> str:
        """Return the characters that stand here."""
        return characters[self.start : self.end]

    def verify(self, characters: str, *, quote: str) -> None:
        """Raise SpanMismatch unless the text reads as quoted here."""
        found = self.slice(characters)
        if found != quote:
            raise SpanMismatch(
                expected=quote, found=found, start=self.start, end=self.end
            )

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end
