"""Drafts: what an extractor found, before sources and settings are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Passage
from sourcebook.model.claim import AttributionLink, Modality, Payload
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """One assertion found at one span of one passage.

    ``span`` counts in the passage's field. ``anchor`` is the token whose clause
    states it: the predicate ("killed"), else the head noun. ``part`` names a cue
    in the words themselves that this counts only some of those hit
    ("single_person", "of_whom", "including", "hospital", "nationality", "age");
    ``increment`` that it is newly added ("another", "more"). ``person`` is the
    name or short description of an individual. ``attribution`` is who
    states it, where that is known already; None means: ask.
    """

    passage: Passage
    span: Span
    payload: Payload
    anchor: Token
    modality: Modality = "asserted"
    part: str | None = None
    increment: bool = False
    person: str | None = None
    attribution: tuple[AttributionLink, ...] | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def quote(self) -> str:
        """The report's own characters at the span."""
        return self.span.slice(self.passage.report.characters(self.passage.field))
