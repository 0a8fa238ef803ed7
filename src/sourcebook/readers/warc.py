"""WARC: the pages of a web archive, plain or compressed record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report
from sourcebook.readers.contract import Flagged, Given, Input, megabytes
from sourcebook.readers.framing import LARGEST, Damage, records
from sourcebook.readers.html import Html

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

#: Kinds of record that hold what a server sent; the others describe the crawl.
_HELD = ("response", "resource")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page as it was saved, and when."""

    url: str
    saved: str | None
    data: bytes


class Warc:
    """One article a page; what is no page is counted, and told in one line."""

    name = "WARC"
    suffixes = (".warc", ".warc.gz")

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the reports of a web archive's pages, in the order of its records.

        A record that is damaged or cut off loses no other. A page's id is its
        address, and it is kept when it was saved (``retrieved``).
        """
        left: Counter[str] = Counter()
        found = False
        with source.open() as stream:
            for record in records(stream):
                if isinstance(record, Damage):
                    yield _damaged(source, record)
                    continue
                found = True
                for page in _page(record, left):
                    yield from _reports(source, page)
        if left:
            told = ", ".join(f"{count} {kind}" for kind, count in sorted(left.items()))
            yield source.flagged(
                f"{sum(left.values())} records hold no page and were left out ({told})",
                "nothing to do; only pages of text are read",
            )
        elif not found:
            yield source.skipped(
                "it holds no whole record", "check that it is a WARC file"
            )


def _damaged(source: Input, damage: Damage) -> Flagged:
    if damage.size is not None:
        return source.flagged(
            f"the record at byte {damage.start} has {megabytes(damage.size)}, more "
            f"than {megabytes(LARGEST)}, and was left out",
            "compress the file record by record, if it holds several in one piece",
        )
    return source.flagged(
        f"it is damaged or cut off at byte {damage.start}; every whole record "
        "elsewhere was read",
        "copy it again from where it came, if pages are missing",
    )


def _reports(source: Input, page: _Page) -> Iterator[Given]:
    inside = Input(
        file=f"{source.file}: {page.url}",
        name=page.url,
        open=partial(BytesIO, page.data),
        size=len(page.data),
        folder=source.folder,
        group_by=source.group_by,
    )
    try:
        for item in Html().read(inside):
            if isinstance(item, Report):
                item = replace(item, url=item.url or page.url, retrieved=page.saved)
            yield item
    except InputSkipped as skipped:
        yield skipped


def _page(record: bytes, left: Counter[str]) -> Iterator[_Page]:
    """Yield the pages of a whole record: one, none, or those of several as one piece."""
    iterate = import_module("warcio.archiveiterator").ArchiveIterator
    for held in iterate(BytesIO(record)):
        if held.rec_type not in _HELD:
            continue
        kind = _kind(held)
        if kind not in _PAGES:
            left[kind] += 1
            continue
        headers = held.rec_headers
        yield _Page(
            url=headers.get_header("WARC-Target-URI") or "unknown address",
            saved=headers.get_header("WARC-Date"),
            data=held.content_stream().read(),
        )


def _kind(record: ArcWarcRecord) -> str:
    """Return the media type of what was saved, or the status of an empty answer."""
    headers = record.http_headers if record.http_headers else record.rec_headers
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"answers {status}"
    told = headers.get_header("Content-Type") or "of unknown type"
    return str(told).split(";")[0].strip().lower()
