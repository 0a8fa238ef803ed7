"""Parquet: one report a row, columns named like the fields of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sourcebook.readers.contract import Given, Input
from sourcebook.readers.record import report_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

#: Rows held in memory at a time; a file of any size is read so.
_ROWS = 256


class Parquet:
    """A shard of a larger collection, read a few rows at a time."""

    name = "Parquet"
    suffixes = (".parquet", ".pq")

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the report of each row; a damaged row group costs only itself."""
        arrow = import_module("pyarrow")
        with source.open() as stream:
            try:
                file = import_module("pyarrow.parquet").ParquetFile(stream)
            except (arrow.ArrowException, OSError) as error:
                yield source.skipped(
                    f"it is no whole Parquet file ({_first_line(error)})",
                    "write it again; its index stands at its end",
                )
                return
            if not file.metadata.num_rows:
                yield source.skipped("it holds no rows", "leave it out")
            row = 0
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                try:
                    yield from _group(source, file, group, row)
                except (arrow.ArrowException, OSError) as error:
                    yield source.skipped(
                        f"rows up to {row + rows} cannot be read "
                        f"({_first_line(error)})",
                        "write the file again",
                        line=row + 1,
                    )
                row += rows


def _group(source: Input, file: ParquetFile, group: int, row: int) -> Iterator[Given]:
    for batch in file.iter_batches(batch_size=_ROWS, row_groups=[group]):
        for record in batch.to_pylist():
            row += 1
            plain = _plain(record)
            raw = json.dumps(plain, ensure_ascii=True, sort_keys=True, default=str)
            yield from report_of(plain, source=source, line=row, raw=raw.encode())


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row with dates and times as they are written in text formats."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in record.items()
    }


def _first_line(error: Exception) -> str:
    return str(error).split("\n")[0][:120]
