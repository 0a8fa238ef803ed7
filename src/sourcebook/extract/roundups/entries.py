"""The entries of a roundup: where each of its incidents is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.roundups.fronts import fronted, labelled_place
from sourcebook.extract.roundups.labels import FEWEST, is_known, labelled
from sourcebook.extract.roundups.openings import heading, is_item
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.prose import (
    UNSAID,
    apart,
    briefs,
    is_many,
    logged,
    running,
    shows_itself,
    told_first,
    with_second,
)
from sourcebook.extract.roundups.stretches import (
    further_in,
    is_timed,
    shortened,
    stretches,
    without_sum,
)
from sourcebook.extract.roundups.within import parted, titled
from sourcebook.extract.roundups.words import spoken
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.strangers import names_in
from sourcebook.model.claim import Claim, Time
from sourcebook.model.span import Span
from sourcebook.text.days import anchor_day, days

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
    if _is_one_story(parsed, found, figures):
        return ()
    if not found or 2 * found[0].start > len(parsed.report.text.characters):
        return ()
    past = [span for span in found if _is_past(parsed, located, span)]
    return found if 2 * len(past) < len(found) else ()


def _is_one_story(
    parsed: Parsed, found: Sequence[Span], figures: Sequence[Draft]
) -> bool:
    """Whether most stretches go on about people who are hit before the first of them."""
    characters = parsed.report.text.characters
    known = frozenset[str]().union(
        *(
            names_in(draft)
            for draft in figures
            if found and draft.passage.field == "text"
            if draft.span.end <= found[0].start
        )
    )
    again = [any(n in span.slice(characters) for n in known) for span in found]
    return 2 * sum(again) > len(again) > 0


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
    told = sum(map(len, page.paragraphs))
    if told < UNSAID or spoken("lead", "one_hand").search(page.lead):
        return ()
    said = spoken("lead", "several").search(page.lead) is not None
    counted = spoken("lead", "counted").search(page.lead) is not None
    for starts in (labelled(page), fronted(page), _headed(page)):
        found = stretches(page, further_in(page, starts))
        found = without_sum(page, shortened(page, found))
        sure = said or counted or len(found) >= UNSAID
        spread = len(starts) >= UNSAID and _is_spread(page, found)
        if min(len(starts), len(found)) >= FEWEST and (sure or spread):
            return tuple(parted(page, found))
    best = _best(page, said=said, counted=counted)
    if len(best) < FEWEST:
        return ()
    starts = further_in(page, [span.start for span in best])
    return tuple(parted(page, stretches(page, starts)))


def _best(page: Page, *, said: bool, counted: bool) -> list[Span]:
    """Return the most entries that a report without labels can be read as."""
    items, prose, log = (
        stretches(page, starts)
        for starts in (_listed(page), running(page, by_day=said), logged(page))
    )
    prose = with_second(page, prose) if is_many(page, prose) else []
    fits = [f for f in (items, prose) if said or (counted and page.adds_up(f))]
    fits += [log] if (said or counted) and page.adds_up(log) else []
    fits += [f for f in (prose, told_first(page)) if shows_itself(page, f)]
    fits += [items] if len(items) >= UNSAID and page.makes(items) else []
    fits += [titled(page)] if said or counted else []
    fits += list(apart(page))
    best = max((f for f in fits if not page.exceeds(f)), key=len, default=[])
    return best if len(best) >= FEWEST else briefs(page)


def _is_spread(page: Page, found: Sequence[Span]) -> bool:
    """Whether each is at a place, which its label may name."""
    return all(page.scene(span) or labelled_place(page, span) for span in found)


def _listed(page: Page) -> list[int]:
    """Paragraphs that are items of a list: "* Gunmen ..."."""
    return [span.start for span in page.lines if is_item(page.said(span))]


def _headed(page: Page) -> list[int]:
    """Lines over paragraphs that name a place or day, and what they go on to."""
    lines = page.lines
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
        anew = is_timed(page, line) or (other and other != spot)
        if page.harms(line) and (anew or _is_entitled(page, line)):
            yield line.start
            spot = other


def _is_entitled(page: Page, line: Span) -> bool:
    """Whether a paragraph of a police log says what it is: "Shooting: ..."."""
    words = page.said(line).casefold()
    return pattern("background", "listing", "heading").match(words) is not None
