"""The entries of a roundup: where each of its incidents is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.roundups.labels import FEWEST, is_known, labelled
from sourcebook.extract.roundups.openings import heading, is_item
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.words import spoken
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.listing import segments
from sourcebook.model.claim import Claim, Time
from sourcebook.model.span import Span
from sourcebook.text.days import anchor_day, days

#: Entries that a roundup has at least where its lead does not say that it is one.
UNSAID = 3
#: Characters at the head of a paragraph within which an hour or day opens it.
HEAD = 60
#: Days before publication from which on an entry recalls the past.
LONG_AGO = 60
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def entries(
    parsed: Parsed, located: Sequence[Claim], figures: Sequence[Draft]
) -> tuple[Span, ...]:
    """Return the stretch of the text that tells each incident of a roundup.

    Empty for every other report, as for one that recalls incidents of years past.
    Stretches are whole sentences, in order; what stands before, between and after
    them counts over all of them, or nobody. They take up most of a roundup; a report
    that tells one incident at length and others at its end is none. ``located`` are
    places and times.
    """
    found = _found(parsed, located, figures)
    if not found or 2 * found[0].start > len(parsed.report.text.characters):
        return ()
    past = [span for span in found if _is_past(parsed, located, span)]
    return found if 2 * len(past) < len(found) else ()


def _is_past(parsed: Parsed, located: Sequence[Claim], span: Span) -> bool:
    """Whether all days told in a stretch lie long before the report, or its years do."""
    published = anchor_day(parsed.report.published)
    if published is None:
        return False
    told = [
        list(days(c.payload.edtf))
        for c in located
        if c.field == "text" and span.contains(c.span) and isinstance(c.payload, Time)
    ]
    known = [day[-1] for day in told if day]
    if known:
        return all((published - day).days > LONG_AGO for day in known)
    years = [int(y) for y in YEAR.findall(span.slice(parsed.report.text.characters))]
    return bool(years) and max(years) < published.year


def _found(
    parsed: Parsed, located: Sequence[Claim], figures: Sequence[Draft]
) -> tuple[Span, ...]:
    page = Page(parsed, located, figures)
    if len(page.paragraphs) <= FEWEST or spoken("lead", "one_hand").search(page.lead):
        return ()
    said = spoken("lead", "several").search(page.lead) is not None
    counted = spoken("lead", "counted").search(page.lead) is not None
    for starts in (labelled(page), _headed(page)):
        found = _without_sum(page, _stretches(page, starts))
        if len(found) >= (FEWEST if said or counted else UNSAID):
            return tuple(found)
    listed, running, logged = (
        _stretches(page, starts)
        for starts in (_listed(page), _running(page), _logged(page))
    )
    running = _with_second(page, running) if _is_many(page, running) else []
    fits = [f for f in (listed, running) if said or (counted and page.adds_up(f))]
    fits += [logged] if (said or counted) and page.adds_up(logged) else []
    fits += [f for f in (running, _told_first(page)) if _adds_up_unsaid(page, f)]
    fits += [listed] if len(listed) >= UNSAID and page.makes(listed) else []
    best = max((f for f in fits if not page.exceeds(f)), key=len, default=[])
    return tuple(best) if len(best) >= FEWEST else ()


def _is_many(page: Page, found: Sequence[Span]) -> bool:
    return len({page.spot(span) for span in found}) > 1


def _adds_up_unsaid(page: Page, found: Sequence[Span]) -> bool:
    """Whether entries show by themselves that they are entries of a roundup.

    Every one is at a place of its own, and what they count adds up to a sum told.
    """
    spots = [page.spot(span) for span in found]
    if None in spots or len(set(spots)) < len(spots) or len(found) < FEWEST:
        return False
    anew = [page.opens_anew(span) for span in found if span.start]
    told_first = len(anew) < len(found)
    return all(anew) and (told_first or len(found) >= UNSAID) and page.makes(found)


def _with_second(page: Page, found: list[Span]) -> list[Span]:
    """Return the entries with the paragraph behind the lead, where a sum needs it.

    That paragraph may name its place as what was hit: "Khartoum saw the worst".
    """
    second = page.span(page.paragraphs[1])
    if found[0].start <= second.start or not page.harms(second) or page.makes(found):
        return found
    more = _stretches(page, [second.start, *(span.start for span in found)])
    return more if page.makes(more) else found


def _told_first(page: Page) -> list[Span]:
    """Return the entries of a report whose first paragraph is one already.

    Its sum then stands in the title or at the end.
    """
    first = page.span(page.paragraphs[0])
    spot, rest = page.spot(first), _running(page)
    if spot is None or not page.harms(first) or not rest:
        return []
    return _stretches(page, [first.start, *rest])


def _without_sum(page: Page, found: list[Span]) -> list[Span]:
    """Leave out a first entry that counts as many as all others: "Overview: ..."."""
    if len(found) <= FEWEST or page.spot(found[0]) is not None:
        return found
    return found[1:] if page.is_sum(found[0], found[1:]) else found


def _stretches(page: Page, starts: Sequence[int]) -> list[Span]:
    """Return the stretches between openings, those in which nobody is hit left out.

    ``starts`` are offsets in the text; a paragraph that sums up ends a stretch.
    """
    sums = [span.start for span in map(page.span, page.paragraphs) if page.sums(span)]
    heads = _heads(page, starts)
    ends = sorted({*starts, *sums, *heads, len(page.report.text.characters)})
    found = []
    for start, following in pairwise(ends):
        told = page.said(Span(start=start, end=following)).rstrip()
        span = Span(start=start, end=start + len(told))
        recalls = spoken("opening", "past").search(page.said(span).casefold())
        if start in starts and page.harms(span) and not recalls:
            found.append(span)
    return found


def _heads(page: Page, starts: Sequence[int]) -> list[int]:
    """Return the headlines over entries, which are of what follows them."""
    lines = [page.span(p) for p in page.paragraphs]
    return [
        line.start
        for line, after in pairwise(lines)
        if after.start in starts and heading(page.said(line), line.start)
    ]


def _listed(page: Page) -> list[int]:
    """Paragraphs that are items of a list: "* Gunmen ..."."""
    spans = map(page.span, page.paragraphs)
    return [span.start for span in spans if is_item(page.said(span))]


def _headed(page: Page) -> list[int]:
    """Lines over paragraphs that name a place or day, and what they go on to."""
    lines = [page.span(p) for p in page.paragraphs]
    told = [heading(page.said(line), line.start) for line in lines]
    heads = [
        at
        for at, (one, after) in enumerate(pairwise(told))
        if one is not None and after is None
    ]
    known = [h for h in heads if (one := told[h]) and is_known(page, one)]
    if len(known) < FEWEST or 2 * len(known) < len(heads):
        return []
    found: list[int] = []
    for head, following in pairwise([*heads, len(lines)]):
        found.append(lines[head].start)
        found += _further(page, lines[head + 1 : following])
    return found


def _further(page: Page, lines: Sequence[Span]) -> Iterator[int]:
    """Yield the paragraphs under one heading that tell another incident."""
    spot = page.spot(lines[0]) if lines else None
    for line in lines[1:]:
        other = page.spot(line)
        anew = _is_timed(page, line) or (other and other != spot)
        if page.harms(line) and (anew or _is_entitled(page, line)):
            yield line.start
            spot = other


def _is_entitled(page: Page, line: Span) -> bool:
    """Whether a paragraph of a police log says what it is: "Shooting: ..."."""
    words = page.said(line).casefold()
    return pattern("background", "listing", "heading").match(words) is not None


def _is_timed(page: Page, line: Span) -> bool:
    """Whether a paragraph opens with an hour or day of its own."""
    head = page.said(line).casefold()[:HEAD].split(",")[0]
    return spoken("opening", "timed").search(head) is not None


def _running(page: Page) -> list[int]:
    """Stretches of running prose that go on to another place."""
    found: list[int] = []
    spot: str | None = None
    lines = [page.span(p) for p in page.paragraphs]
    for at, line in enumerate(lines[1:], start=1):
        other = page.spot(line)
        ahead = Span(start=line.start, end=lines[min(at + 1, len(lines) - 1)].end)
        anew = page.turns(line) or (other and other != spot)
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


def _logged(page: Page) -> list[int]:
    """Paragraphs of a police log that tell of somebody else at another hour."""
    by_entry = segments(page.sentences)
    first: dict[int, int] = {}
    for sentence in page.sentences:
        entry = by_entry.get(sentence.index)
        if entry is not None:
            first.setdefault(entry, sentence.span.start)
    return sorted(first.values())
