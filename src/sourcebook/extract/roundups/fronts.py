"""Entries that a fragment opens, which is no sentence, and rows of a table.

"MALUT. A mine ...", "Shooting, Main Street, Friday, 11 p.m. A man ...",
"07/10 | Malut | mine | killed 4".
"""

from __future__ import annotations

import re
from collections import Counter

from sourcebook.extract.roundups.openings import (
    SMALL,
    Label,
    is_event,
    is_place,
    is_short,
    is_stamp,
    label,
    marked_off,
)
from sourcebook.extract.roundups.page import Page
from sourcebook.extract.roundups.words import spoken
from sourcebook.model.span import Span

#: Paragraphs that open alike, at least, for a fragment to be a label.
ALIKE = 3
#: Words of the longest fragment.
LONGEST = 14
_FIELDS = re.compile(r"[,|/()]")
_BARE = re.compile(r"\W*\d{1,3}\W*")


def front(words: str, at: int) -> Label | None:
    """Return the fragment before a paragraph's words, which begin at ``at``.

    Of the row of a table that is its first two cells. A name and an age are no label:
    lists of victims are written so.

    >>> front("ROBBERY, W. Elm Street, Friday, 1 p.m. Male, 27, shot.", 0).words
    'ROBBERY, W. Elm Street, Friday, 1 p.m'
    >>> front("Police said. He died.", 0), front("Ann Lee, 44. A nurse.", 0)
    (None, None)
    """
    skipped = marked_off(words, "bullet", "numbered")
    words, at = words[skipped:], at + skipped
    for key in ("row", "front"):
        match = spoken("labels", key).match(words)
        if match is None:
            continue
        told = match["label"].rstrip()
        if key == "row" or _is_fragment(told):
            start = at + match.start("label")
            return Label(told, Span(start=start, end=start + len(told)))
    return None


def _is_fragment(told: str) -> bool:
    fields = [field.strip() for field in _FIELDS.split(told) if field.strip()]
    if not fields or not is_short(fields[0]) or len(told.split()) > LONGEST:
        return False
    if any(_BARE.fullmatch(field) for field in fields):
        return False
    return all(map(_is_large, told.split()))


def _is_large(word: str) -> bool:
    letters = word.strip("(),.|")
    return len(letters) <= SMALL or letters[0].isupper() or letters[0].isdigit()


def fronted(page: Page) -> list[int]:
    """Return the paragraphs that open alike, with a place, a day or what happened.

    They are most of the report, no two are the same, and half of them are known.
    """
    told = {}
    for span in page.lines:
        found = front(page.said(span), span.start)
        if found is not None:
            told[span.start] = (span, found, _style(page, span, found))
    styles = Counter(style for _, _, style in told.values())
    if not styles:
        return []
    most = max(styles, key=lambda style: (styles[style], style))
    alike = [(span, found) for span, found, style in told.values() if style == most]
    known = [span for span, found in alike if _is_known(page, span, found)]
    apart = len({found.words for _, found in alike}) == len(alike)
    if len(alike) < ALIKE or not apart or 2 * len(alike) < len(page.paragraphs):
        return []
    return [span.start for span, _ in alike] if 2 * len(known) >= len(alike) else []


def _style(page: Page, span: Span, found: Label) -> tuple[str, bool]:
    """Return how a fragment is written: the mark behind it, and whether in capitals."""
    text = page.report.text.characters
    mark = text[found.span.end : span.end].strip()[:1]
    return mark, mark != "|" and found.words.split(",")[0].isupper()


def _is_known(page: Page, span: Span, found: Label) -> bool:
    fields = [field.strip() for field in _FIELDS.split(found.words)]
    if is_stamp(found.words) or is_place(found, page.places):
        return True
    if any(is_event(field) for field in fields if field):
        return True
    return page.harms(span) and page.spot(span) is not None


def labelled_place(page: Page, span: Span) -> bool:
    """Whether the label of an entry names a place."""
    words = page.said(span)
    told = label(words, span.start) or front(words, span.start)
    return told is not None and is_place(told, page.places)
