"""Further incidents inside the entries of a roundup, and briefs under headlines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sourcebook.extract.roundups.openings import heading
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.stretches import stretches
from sourcebook.extract.roundups.words import spoken
from sourcebook.model.span import Span

#: Briefs that a page has at least, and those among them in which people are hit.
BRIEFS, HARMING = 3, 2


def parted(page: Page, found: Sequence[Span]) -> list[Span]:
    """Return entries parted where a sentence hits others at another place.

    "Shells killed two in Arden. In Colm a driver died." Only who is told of for the
    first time makes another incident, not "the wounded" or "one of them".
    """
    starts = [start for entry in found for start in (entry.start, *_anew(page, entry))]
    if len(starts) == len(found):
        return list(found)
    ends = [*starts[1:], found[-1].end]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        last = next(e.end for e in found if e.start <= start < e.end)
        told = page.said(Span(start=start, end=min(end, last))).rstrip()
        parts.append(Span(start=start, end=start + len(told)))
    return parts


def _anew(page: Page, entry: Span) -> list[int]:
    """Return where sentences of an entry go on to another incident."""
    known: list[str] = []
    found: list[int] = []
    sentences = page.within(entry)
    for at, told in enumerate(sentences):
        scene, ahead = page.scene(told), sentences[at + 1 : at + 2]
        hit = page.hits(told) or [
            hit for s in ahead if page.spot(s) is None for hit in page.hits(s)
        ]
        if scene is None or not hit:
            continue
        if known and not any(scene in k or k in scene for k in known):
            recalled = spoken("opening", "past").search(page.said(told).casefold())
            if not recalled and any(_is_new(page, each) for each in hit):
                found.append(told.start)
                known = []
        known.append(scene)
    return found


def _is_new(page: Page, hit: Span) -> bool:
    """Whether words tell of people for the first time."""
    return spoken("opening", "again").match(page.said(hit).casefold()) is None


def titled(page: Page) -> list[Span]:
    """Return briefs that each stand under a headline and at a place of their own."""
    lines = page.lines
    heads = [
        line.start
        for line, after in pairwise(lines)
        if heading(page.said(line), line.start) and not heading(page.said(after), 0)
    ]
    if len(heads) < BRIEFS or heads[0] != lines[0].start:
        return []
    found = stretches(page, heads)
    scenes = [page.scene(_body(page, brief)) for brief in found]
    apart = None not in scenes and len(set(scenes)) == len(scenes)
    return found if len(found) >= HARMING and apart else []


def _body(page: Page, brief: Span) -> Span:
    """Return a brief without its headline."""
    first = next((s for s in page.within(brief)[1:]), brief)
    return Span(start=first.start, end=brief.end)
