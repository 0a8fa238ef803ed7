"""Report texts with claims marked in place, and quotes in their sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span
from sourcebook.text.segments import paragraphs

#: Claim types that are underlined in the text of a report.
MARKED = ("figure", "responsibility", "statement", "means", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of characters under the same claims.

    ``types`` are the claim types whose words these are; ``anchors`` the claims that
    begin here, each with its mark; ``first`` the claim a click on the run leads to.
    """

    characters: str
    types: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of a report, with a number that anchors use."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A quote in its sentence: the words before, the quote, the words after."""

    before: str
    quote: str
    after: str


def excerpt(claim: Claim, report: Report) -> Excerpt:
    """Return the claim's quote within the sentence it stands in."""
    characters = report.characters(claim.field)
    sentence, span = claim.setting.sentence, claim.span
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    return Excerpt(
        before=characters[start : span.start],
        quote=claim.quote,
        after=characters[span.end : end],
    )


def marked(
    report: Report, field: Field, claims: Sequence[Claim], marks: Mapping[str, str]
) -> tuple[Paragraph, ...]:
    """Return a report's paragraphs cut into runs under the same claims."""
    shown = [c for c in claims if c.field == field and c.type in MARKED]
    return tuple(
        Paragraph(number=i, pieces=_pieces(report, field, span, shown, marks))
        for i, span in enumerate(paragraphs(report.characters(field)), start=1)
    )


def _pieces(
    report: Report,
    field: Field,
    paragraph: Span,
    claims: Sequence[Claim],
    marks: Mapping[str, str],
) -> tuple[Piece, ...]:
    here = [c for c in claims if c.span.overlaps(paragraph)]
    edges = {paragraph.start, paragraph.end}
    for claim in here:
        edges |= {claim.span.start, claim.span.end}
    cuts = sorted(e for e in edges if paragraph.start <= e <= paragraph.end)
    characters = report.characters(field)
    pieces = []
    for start, end in pairwise(cuts):
        over = [c for c in here if c.span.start < end and start < c.span.end]
        begin = [c for c in over if max(c.span.start, paragraph.start) == start]
        pieces.append(
            Piece(
                characters=characters[start:end],
                types=tuple(sorted({c.type for c in over})),
                anchors=tuple((c.id, marks.get(c.id, "")) for c in begin),
                title=", ".join(marks.get(c.id, "") for c in over),
            )
        )
    return tuple(pieces)
