"""Entries of running prose: paragraphs and sentences at places of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.extract.roundups.labels import FEWEST
from sourcebook.extract.roundups.page import DEADLY, Page
from sourcebook.extract.roundups.stretches import further_in, stretches
from sourcebook.extract.roundups.words import spoken
from sourcebook.extract.scope.listing import segments
from sourcebook.model.span import Span

#: Entries that a roundup has at least where its lead does not say that it is one.
UNSAID = 3
#: Paragraphs of which a report of nothing but briefs has at least.
BRIEFS = 4


def running(page: Page, *, by_day: bool = False) -> list[int]:
    """Stretches of running prose that go on to another place.

    ``by_day``: also paragraphs that open with a day, where the lead tells of several.
    """
    found: list[int] = []
    spot: str | None = None
    lines = page.lines
    for at, line in enumerate(lines[1:], start=1):
        other = page.spot(line)
        ahead = Span(start=line.start, end=lines[min(at + 1, len(lines) - 1)].end)
        anew = page.turns(line) or (other and other != spot)
        anew = anew or (by_day and page.is_daily(line))
        # "In Nakuru, ..." goes on to Nakuru also where no figure was found there
        opens = spoken("opening", "opens").match(page.said(line))
        if anew and (opens or page.harms(ahead)):
            found.append(line.start)
            spot = other
        for sentence in page.paragraphs[at][1:]:
            other = page.spot(sentence.span)
            opens = spoken("opening", "opens").match(page.said(sentence.span))
            anew = page.turns(sentence.span) or (opens and other and other != spot)
            if anew and page.harms(sentence.span):
                found.append(sentence.span.start)
                spot = other
    return found


def logged(page: Page) -> list[int]:
    """Paragraphs of a police log that tell of somebody else at another hour."""
    by_entry = segments(page.sentences)
    first: dict[int, int] = {}
    for sentence in page.sentences:
        entry = by_entry.get(sentence.index)
        if entry is not None:
            first.setdefault(entry, sentence.span.start)
    return sorted(first.values())


def told_first(page: Page) -> list[Span]:
    """Return the entries of a report whose first paragraph is one already.

    Its sum then stands in the title or at the end.
    """
    first = page.lines[0]
    spot, rest = page.spot(first), running(page)
    if spot is None or not page.harms(first) or not rest:
        return []
    return stretches(page, [first.start, *rest])


def with_second(page: Page, found: list[Span]) -> list[Span]:
    """Return the entries with the paragraph behind the lead, where a sum needs it.

    That paragraph may name its place as what was hit: "Khartoum saw the worst".
    """
    second = page.lines[1]
    entry = page.harms(second) and not page.repeats_title(second)
    if found[0].start <= second.start or not entry or page.makes(found):
        return found
    more = stretches(page, [second.start, *(span.start for span in found)])
    return more if page.makes(more) else found


def apart(page: Page) -> Iterator[list[Span]]:
    """Yield entries that show by their dead that they are: all add up to a sum told.

    Every paragraph with people hit is one, the first or not; or every sentence at a
    place that opens anew, or every one behind the first. Each is at a place of its own.
    """
    lines = page.lines
    told = [sentence.span for p in page.paragraphs for sentence in p]
    placed = [s for s in told if page.scene(s) and page.opens_anew(s)]
    there = [s for s in told[1:] if page.scene(s) and not _cares(page, s)]
    for spans in (lines[1:], lines, placed, there):
        starts = [span.start for span in spans if page.harms(span)]
        found = stretches(page, further_in(page, starts))
        if page.counts_dead(found) >= UNSAID and is_apart(page, found):
            yield from [found] if page.makes(found, DEADLY) else []


def _cares(page: Page, sentence: Span) -> bool:
    """Whether a sentence tells of a hospital, where people hit elsewhere may die."""
    words = page.said(sentence).casefold()
    return spoken("opening", "cared").search(words) is not None


def briefs(page: Page) -> list[Span]:
    """Return the paragraphs of a report that all tell of people hit elsewhere.

    At most a last one does not; nothing adds up, and nothing says what they are.
    """
    lines = page.lines
    hit = [line for line in lines if page.harms(line)]
    spots = [page.scene(line) for line in hit]
    whole = hit in (lines, lines[:-1]) and None not in spots
    if not whole or len(hit) < BRIEFS or len(set(spots)) < len(spots):
        return []
    return stretches(page, [line.start for line in hit])


def is_many(page: Page, found: Sequence[Span]) -> bool:
    """Whether stretches are at more than one place."""
    return len({page.spot(span) for span in found}) > 1


def shows_itself(page: Page, found: Sequence[Span]) -> bool:
    """Whether entries show by themselves that they are entries of a roundup.

    Every one is at a place of its own, and what they count adds up to a sum told.
    """
    if not is_apart(page, found) or len(found) < FEWEST:
        return False
    told_first = found[0].start == page.lines[0].start
    anew = all(page.opens_anew(span) for span in found[told_first:])
    enough = len(found) >= UNSAID or (told_first and anew)
    return enough and page.makes(found)


def is_apart(page: Page, found: Sequence[Span]) -> bool:
    """Whether each is at a place of its own, or where none is told, on a day."""
    keys = [page.scene(span) or page.day(span) for span in found]
    return None not in keys and len(set(keys)) == len(keys)
