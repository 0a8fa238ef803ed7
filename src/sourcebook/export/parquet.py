"""Parquet: what every stage made, in typed columns, for tools that read tables.

The columns are the fields of the exported JSON Lines, the rows come in their order;
estimates, which stand inside incidents there, have a file of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcebook.export.contents import Contents
from sourcebook.export.jsonl import (
    Row,
    claim_rows,
    contradiction_rows,
    estimate_row,
    incident_rows,
    report_rows,
)


class Parquet:
    """Five files: reports, claims, incidents, estimates and contradictions."""

    name = "parquet"
    suffix = ""

    def write(self, contents: Contents, to: Path) -> list[Path]:
        """Write the five files into the folder ``to``."""
        from sourcebook.export.columns import SCHEMAS, write

        told = {
            "reports": report_rows(contents),
            "claims": claim_rows(contents),
            "incidents": _incidents(contents),
            "estimates": _estimates(contents),
            "contradictions": contradiction_rows(contents),
        }
        to.mkdir(parents=True, exist_ok=True)
        return [
            write(to / f"{name}.parquet", rows, SCHEMAS[name])
            for name, rows in told.items()
        ]


def _incidents(contents: Contents) -> Iterator[Row]:
    for row in incident_rows(contents):
        yield {name: value for name, value in row.items() if name != "estimates"}


def _estimates(contents: Contents) -> Iterator[Row]:
    for incident in sorted(contents.incidents, key=lambda i: i.id):
        for estimate in contents.estimates_of[incident.id]:
            yield {"incident": incident.id, **estimate_row(estimate)}
