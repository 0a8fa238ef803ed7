"""CSV and TSV: one report a row, the first row names the columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from sourcebook.readers.contract import LARGEST_RECORD, Given, Input, megabytes
from sourcebook.readers.decode import decode
from sourcebook.readers.record import report_of


class Delimited:
    """Comma, semicolon or tab between the fields; the header row tells which."""

    name = "CSV"
    suffixes = (".csv", ".tsv", ".tab")

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the report of each row; a row that cannot be read costs only itself."""
        decoded = decode(source.read())
        if decoded is None:
            yield source.skipped("it is not text", "save it as CSV in UTF-8")
            return
        if decoded.guessed:
            yield source.flagged(
                f"it is not UTF-8; it was read as {decoded.encoding}",
                "check a name with accents, or save the file as UTF-8",
            )
        csv.field_size_limit(LARGEST_RECORD)
        yield from _rows(source, decoded.characters)


def _rows(source: Input, characters: str) -> Iterator[Given]:
    delimiter = _delimiter(characters)
    rows = csv.reader(io.StringIO(characters, newline=""), delimiter=delimiter)
    header = next(rows, [])
    found = False
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error:
            found = True
            yield source.skipped(
                f"a field of more than {megabytes(LARGEST_RECORD)}",
                "close its quotation marks, or split it into one report a row",
                line=line,
            )
            continue
        if any(cell.strip() for cell in row):
            found = True
            record = dict(zip(header, row, strict=False))
            raw = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
            yield from report_of(record, source=source, line=line, raw=raw)
    if not found:
        yield source.skipped("it has no rows under its header", "leave it out")


def _delimiter(characters: str) -> str:
    header = characters.split("\n", 1)[0]
    return max(",;\t", key=header.count)
