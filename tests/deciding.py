"""A small book to decide about, an extractor with known differences, rebuilding."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sourcebook.book import Book
from sourcebook.engine import Extractor, Factory
from sourcebook.model.claim import Claim, Figure, Responsibility, Setting
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from standin import Standin

WHO = {"who": "Ann Lee", "reason": "read it again", "when": "2031-05-04"}

#: Two incidents told by three reports each, one report about none.
ROWS = [
    {
        "id": "star-1",
        "title": "Blast kills seven in Port Avalon",
        "text": "A bomb exploded at the market of Port Avalon on Monday. "
        "7 people were killed, Harbour Police said. 12 people were injured.",
        "outlet": "The Star",
        "published": "2021-05-05",
    },
    {
        "id": "wire-1",
        "title": "Nine dead in Port Avalon market bombing",
        "text": "9 people were killed when a bomb exploded at the market of Port "
        "Avalon, the governor said on Tuesday. Ann Lee condemned the attack. "
        "Islamic State claimed the attack.",
        "outlet": "Wire",
        "published": "2021-05-06",
    },
    {
        "id": "mail-1",
        "title": "Port Avalon bombing: toll",
        "text": "The bomb at the market of Port Avalon on Monday was the worst in "
        "years. 4 people were killed, Islamic State said.",
        "outlet": "Mail",
        "published": "2021-05-07",
    },
    {
        "id": "star-2",
        "title": "Three killed in Saltmarsh shooting",
        "text": "A gunman opened fire in Saltmarsh on 2 June. 3 people were killed, "
        "Marsh Police said.",
        "outlet": "The Star",
        "published": "2021-06-02",
    },
    {
        "id": "post-1",
        "title": "Gunman kills 3 people in Saltmarsh",
        "text": "The gunman who opened fire in Saltmarsh on 2 June was shot. 3 people "
        "were killed. 5 people were injured, Marsh Police said.",
        "outlet": "Post",
        "published": "2021-06-03",
    },
    {
        "id": "post-2",
        "title": "Council plans new park",
        "text": "The council of Saltmarsh will open a park with a pond in the spring.",
        "outlet": "Post",
        "published": "2021-05-06",
    },
]
_CLAIMED = re.compile(r"(?P<who>Islamic State) claimed the attack")


class Reader(Standin):
    """The stand-in, which also finds who claimed an attack."""

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report, claims in super().extract(reports):
            yield report, (*claims, *_claimed(report, self.version))


class Later(Reader):
    """The next version, which reads "7 people" where the first read more words.

    It finds nothing in the words "12 people were injured".
    """

    version = "2"

    def extract(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
        for report, claims in super().extract(reports):
            kept = (c for c in claims if not c.quote.startswith("12 people"))
            yield report, tuple(_shortened(c, report) for c in kept)


def _claimed(report: Report, version: str) -> Iterator[Claim]:
    for match in _CLAIMED.finditer(report.text.characters):
        span = Span(start=match.start(), end=match.end())
        yield Claim.at(
            report,
            "text",
            span,
            payload=Responsibility(actor=match["who"], relation="claimed"),
            setting=Setting(sentence=span),
            extractor=Standin.name,
            version=version,
        )


def _shortened(claim: Claim, report: Report) -> Claim:
    span = claim.span
    if isinstance(claim.payload, Figure):
        end = span.start + claim.quote.index("people") + len("people")
        span = Span(start=span.start, end=end)
    return anew(claim, report, span, version=Later.version)


def anew(
    claim: Claim,
    report: Report,
    span: Span,
    *,
    version: str = "1b",
    metric: str | None = None,
) -> Claim:
    """Return a claim as another version of its extractor makes it."""
    payload = claim.payload
    if metric is not None and isinstance(payload, Figure):
        payload = replace(payload, metric=metric)  # type: ignore[arg-type]
    setting = replace(claim.setting, place=None, time=None, target=None)
    return Claim.at(
        report,
        claim.field,
        span,
        payload=payload,
        setting=setting,
        extractor=claim.extractor,
        version=version,
        attribution=claim.attribution,
        modality=claim.modality,
        role=claim.role,
    )


def filled(folder: Path, *, extractor: Factory = Reader, rows: int = len(ROWS)) -> Book:
    """Return a book of the first reports, run once."""
    folder.mkdir(parents=True, exist_ok=True)
    book = Book(folder / "book.db", extractor=extractor)
    add(book, folder, 0, rows)
    book.run()
    return book


def add(book: Book, folder: Path, first: int, last: int) -> None:
    """Add some of the reports to a book."""
    path = folder / f"reports-{first}-{last}.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS[first:last])), encoding="utf-8")
    book.add(path)


def exports(book: Book, folder: Path) -> dict[str, bytes]:
    """Return all that a book exports as JSON Lines and sheets."""
    files = [*book.export(folder, "jsonl"), *book.export(folder, "csv")]
    return {path.name: path.read_bytes() for path in files}


def rebuilt(book: Book, to: Path, *, extractor: Factory) -> Book:
    """Return a book made from scratch of reports, minted ids and decisions."""
    fresh = Book(to, extractor=extractor)
    fresh.close()
    with sqlite3.connect(to) as file:
        file.execute("ATTACH DATABASE ? AS old", (str(book.path),))
        for table in ("texts", "reports", "minted", "decisions"):
            file.execute(f"INSERT INTO {table} SELECT * FROM old.{table}")
    file.close()
    fresh = Book(to, extractor=extractor)
    fresh.run()
    return fresh


def claim_of(book: Book, words: str) -> str:
    """Return the id of the one claim whose quote begins so."""
    found = [c.id for c in book.contents.claims if c.quote.startswith(words)]
    assert len(found) == 1, (words, found)
    return found[0]


def incident_of(book: Book, label: str) -> str:
    """Return the id of the one whole incident whose label holds the words."""
    found = [i.id for i in book.incidents() if label in i.label]
    assert len(found) == 1, (label, [i.label for i in book.incidents()])
    return found[0]


__all__ = [
    "ROWS",
    "WHO",
    "Extractor",
    "Later",
    "Reader",
    "add",
    "anew",
    "claim_of",
    "exports",
    "filled",
    "incident_of",
    "rebuilt",
]
