"""Words of reports on a page: quotes in their sentence, and texts marked in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.dossier.furniture import shown
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span
from sourcebook.text.segments import paragraphs

#: Claim types that are underlined in the text of a report.
MARKED = ("figure", "responsibility", "statement", "means", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of a quotation.

    ``told`` marks the words of the claim itself, ``differs`` words that the other
    side of a contradiction does not have.
    """

    characters: str
    told: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of characters of a report's text under the same claims.

    ``types`` are the claim types whose words these are; ``anchors`` the claims that
    begin here, each with its mark; ``title`` all marks that lie over the run.
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


def sentence_of(claim: Claim) -> Span:
    """Return the span of the sentence that a claim stands in, never less than it."""
    told, span = claim.setting.sentence, claim.span
    return Span(start=min(told.start, span.start), end=max(told.end, span.end))


def runs(claims: Sequence[Claim], report: Report) -> tuple[Run, ...]:
    """Return one sentence of a report with the words of its claims told apart.

    All claims stand in the same sentence. Where the report's text is withheld only
    the words of the first claim are left; none, where these are private too.
    """
    characters = report.characters(claims[0].field)
    if not characters or any(not claim.quote for claim in claims):
        return (Run(characters=claims[0].quote, told=True),) if claims[0].quote else ()
    spans = [claim.span for claim in claims]
    whole = shown(characters, spans, [sentence_of(claim) for claim in claims])
    start, end = whole.start, whole.end
    cuts = sorted({start, end, *(e for s in spans for e in (s.start, s.end))})
    return tuple(
        Run(
            characters=characters[a:b],
            told=any(s.start <= a and b <= s.end for s in spans),
        )
        for a, b in pairwise(cuts)
    )


def marked(
    report: Report, field: Field, claims: Sequence[Claim], marks: Mapping[str, str]
) -> tuple[Paragraph, ...]:
    """Return a report's paragraphs cut into runs under the same claims.

    Every claim is anchored once, where it begins.
    """
    shown = [c for c in claims if c.field == field and c.type in MARKED]
    anchored: set[str] = set()
    found = []
    for i, span in enumerate(paragraphs(report.characters(field)), start=1):
        here = [c for c in shown if c.span.overlaps(span)]
        pieces = _pieces(report.characters(field), span, here, marks, anchored)
        anchored |= {claim.id for claim in here}
        found.append(Paragraph(number=i, pieces=pieces))
    return tuple(found)


def _pieces(
    characters: str,
    paragraph: Span,
    here: Sequence[Claim],
    marks: Mapping[str, str],
    anchored: Collection[str],
) -> tuple[Piece, ...]:
    edges = {paragraph.start, paragraph.end}
    for claim in here:
        edges |= {claim.span.start, claim.span.end}
    cuts = sorted(e for e in edges if paragraph.start <= e <= paragraph.end)
    pieces = []
    for start, end in pairwise(cuts):
        over = [c for c in here if c.span.start < end and start < c.span.end]
        begin = [
            c
            for c in over
            if max(c.span.start, paragraph.start) == start and c.id not in anchored
        ]
        pieces.append(
            Piece(
                characters=characters[start:end],
                types=tuple(sorted({c.type for c in over})),
                anchors=tuple((c.id, marks[c.id]) for c in begin),
                title=", ".join(marks[c.id] for c in over),
            )
        )
    return tuple(pieces)
