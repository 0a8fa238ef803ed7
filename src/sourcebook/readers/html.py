"""Saved web pages: the article's text, and what the page's metadata tell of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from sourcebook.readers.contract import Input, Item, too_long
from sourcebook.readers.dates import edtf_of
from sourcebook.readers.decode import decode
from sourcebook.readers.record import build, dated

if TYPE_CHECKING:
    from trafilatura.settings import Document

#: Bytes of the largest page: pages carry scripts and images beside the text.
_LARGEST_PAGE = 20_000_000
#: Letters that an article has at least; what broken pages leave has fewer.
_LETTERS = 20
#: Bytes in which a whole page ends; some servers add comments after the end.
_TAIL = 2000


class Html:
    """One article a page, without menus, comments and advertisements."""

    name = "HTML"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, source: Input) -> Iterator[Item]:
        """Yield the page's report; title, outlet and date come from its metadata."""
        data = source.read(largest=_LARGEST_PAGE)
        decoded = decode(data)
        page = _article(decoded.characters) if decoded else None
        characters = _body(page) if page else ""
        if page is None or sum(map(str.isalpha, characters)) < _LETTERS:
            yield source.skipped(
                "no article was found in the page", "save the article's text as .txt"
            )
            return
        if fault := too_long(characters):
            yield source.skipped(*fault)
            return
        if b"</html" not in data[-_TAIL:].lower():
            yield source.flagged(
                "the page has no end (no </html>): it may be cut off",
                "save the page again if its last words are missing",
            )
        published = edtf_of(page.date) if page.date else None
        yield from dated(source, published)
        yield build(
            source,
            characters,
            raw=data,
            title=page.title or "",
            outlet=page.sitename or page.hostname or None,
            url=page.url or None,
            published=published,
        )


def _body(page: Document) -> str:
    """Return the article's text without its heading, which the title holds.

    Told twice, a headline's figures would be two claims.
    """
    characters = page.text or ""
    first, _, rest = characters.partition("\n")
    repeated = _folded(first) == _folded(page.title or "")
    return rest.lstrip("\n") if repeated else characters


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()


def _article(page: str) -> Document | None:
    """Return what trafilatura finds; None for pages that it cannot take apart."""
    try:
        found: Document | None = _trafilatura().bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            # Only what the page says of itself: no date out of the running text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return found


@cache
def _trafilatura() -> ModuleType:
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return import_module("trafilatura")
