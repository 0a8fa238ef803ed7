"""Plain text: one report a file; only its dateline tells outlet, place and date."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.readers.contract import LARGEST_RECORD, Input, Item, too_long
from sourcebook.readers.decode import decode
from sourcebook.readers.record import build, dated


class PlainText:
    """One report a file, stored as it stands, without a title."""

    name = "plain text"
    suffixes = (".txt", ".text", ".md")

    def read(self, source: Input) -> Iterator[Item]:
        """Yield the file's report (DOMAIN DOC-3); without a dateline nothing is told."""
        data = source.read(largest=LARGEST_RECORD)
        decoded = decode(data)
        if decoded is None or not decoded.characters.strip():
            yield source.skipped("it is binary, not text", "leave it out")
            return
        if fault := too_long(decoded.characters):
            yield source.skipped(*fault)
            return
        if decoded.guessed:
            yield source.flagged(
                f"it is not UTF-8; it was read as {decoded.encoding}",
                "check a name with accents, or save the file as UTF-8",
            )
        report = build(source, decoded.characters, raw=data)
        yield from dated(source, report.published)
        yield report
