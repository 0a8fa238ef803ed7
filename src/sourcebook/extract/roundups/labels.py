"""Entries that open with a label: a place, a day or an hour before their words."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.extract.roundups.openings import (
    Label,
    is_closed,
    is_item,
    is_place,
    is_stamp,
    is_stamped,
    label,
    names,
)
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.words import spoken

#: Entries that a roundup has at least, where its lead says that it is one.
FEWEST = 2


def labelled(page: Page) -> list[int]:
    """Paragraphs that the name of a place or a day stands before: "MOSUL - ...".

    Where most labels are such, the others are too ("Central City: ...").
    """
    found: dict[int, bool] = {}
    for at, span in enumerate(page.lines):
        words = page.said(span)
        told = label(words, span.start)
        if not at and not _opens_list(page):
            continue  # a lead, or what is left of it behind its dateline
        if is_stamped(words):
            found[span.start] = True
        elif told is not None and (is_item(words) or is_closed(words)):
            found[span.start] = is_known(page, told)
    if 2 * sum(found.values()) < len(found):
        return []
    first = _first_label(page, list(found))
    return list(found) if first is None else [first, *found]


def _first_label(page: Page, starts: Sequence[int]) -> int | None:
    """Return where the text begins with a label like those of its other entries.

    Its first paragraph then looks like a dateline: "ARDEN: A bomb ...", "COLM: Gunmen
    ...". None for a lead that sums up.
    """
    text = page.report.text.characters
    lead = page.lines[0]
    at = text.rfind("\n", 0, lead.start) + 1
    words = text[at : lead.end]
    said = any(
        spoken("lead", k).search(words.casefold()) for k in ("several", "counted")
    )
    if said or len(starts) < FEWEST or at in starts or not page.harms(lead):
        return None
    marks = [_mark(text, start) for start in (at, *starts)]
    alike = None not in marks and len(set(marks)) == 1
    rest = page.lines[1:]
    return at if alike and not page.is_sum(lead, rest) else None


def _mark(text: str, start: int) -> tuple[bool, str] | None:
    """Return how the label of a line is written: in capitals or not, before which mark."""
    line = text[start:].partition("\n")[0]
    told = label(line, 0)
    if told is None or is_item(line):
        return None
    return told.words.isupper(), line[told.span.end :].strip()[:1]


def _opens_list(page: Page) -> bool:
    """Whether the first two paragraphs are items, or begin with hours: no lead."""
    head = [page.said(line) for line in page.lines[:2]]
    return all(map(is_item, head)) or all(map(is_stamped, head))


def is_known(page: Page, told: Label) -> bool:
    """Whether a label is a day or a place, by the gazetteer or by the report's words."""
    if is_stamp(told.words) or is_place(told, page.places):
        return True
    return any(page.is_somewhere(name) for name in names(told.words))
