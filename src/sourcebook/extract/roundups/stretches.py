"""Stretches of a roundup: what stands between the openings of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sourcebook.extract.roundups.labels import FEWEST
from sourcebook.extract.roundups.openings import heading
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.words import spoken
from sourcebook.model.span import Span

#: Characters at the head of a paragraph within which an hour or day opens it.
HEAD = 60


def stretches(page: Page, starts: Sequence[int]) -> list[Span]:
    """Return the stretches between openings, those in which nobody is hit left out.

    ``starts`` are offsets in the text; a paragraph that sums up ends a stretch.
    """
    sums = [span.start for span in page.lines if page.sums(span)]
    heads = _heads(page, starts)
    ends = sorted({*starts, *sums, *heads, len(page.report.text.characters)})
    found = []
    for start, following in pairwise(ends):
        told = page.said(Span(start=start, end=following)).rstrip()
        span = Span(start=start, end=start + len(told))
        recalls = spoken("opening", "past").search(page.said(span).casefold())
        aside = recalls or page.sums(span)
        if start in starts and page.harms(span) and not aside:
            found.append(span)
    return found


def without_sum(page: Page, found: list[Span]) -> list[Span]:
    """Leave out a first or last entry that counts as many as all others: "Overview"."""
    if len(found) <= FEWEST:
        return found
    for one, rest in ((found[0], found[1:]), (found[-1], found[:-1])):
        if page.spot(one) is None and page.is_sum(one, rest):
            return rest
    return found


def shortened(page: Page, found: list[Span]) -> list[Span]:
    """End the last entry with its paragraph, where all others have no more than one.

    What follows a list of single paragraphs is said of none of them.
    """
    if not found:
        return found
    lines = page.lines
    if any(
        line.start > e.start and line.start < e.end
        for e in found[:-1]
        for line in lines
    ):
        return found
    last = next(line for line in lines if line.end > found[-1].start)
    return [*found[:-1], Span(start=found[-1].start, end=min(last.end, found[-1].end))]


def _heads(page: Page, starts: Sequence[int]) -> list[int]:
    """Return the headlines over entries, which are of what follows them."""
    lines = page.lines
    return [
        line.start
        for line, after in pairwise(lines)
        if after.start in starts and heading(page.said(line), line.start)
    ]


def further_in(page: Page, starts: Sequence[int]) -> list[int]:
    """Return openings with those of sentences that go on to another place and time.

    "On Friday nine died in Arden. On Sunday six were shot dead in Colm."
    """
    found = list(starts)
    spots: list[str | None] = []
    for paragraph in page.paragraphs:
        if page.span(paragraph).end < min(starts, default=0):
            continue
        for at, sentence in enumerate(paragraph):
            told = page.span(paragraph[:1]) if not at else sentence.span
            other = page.spot(told) if page.harms(told) else None
            if told.start in starts:
                spots = []
            elif at and other and other not in spots and _goes_on(page, told):
                found.append(told.start)
            spots.append(page.spot(told))
    return sorted(found)


def _goes_on(page: Page, told: Span) -> bool:
    """Whether a sentence opens with another place or time."""
    opens = spoken("opening", "opens").match(page.said(told)) is not None
    return opens or page.turns(told) or is_timed(page, told)


def is_timed(page: Page, line: Span) -> bool:
    """Whether a paragraph opens with an hour or day of its own."""
    head = page.said(line).casefold()[:HEAD].split(",")[0]
    return spoken("opening", "timed").search(head) is not None
