"""``sourcebook raw``: the bytes that a report was read from."""

from __future__ import annotations

from pathlib import Path

import click

from sourcebook.cli.common import book_argument, existing


@click.command()
@book_argument
@click.argument("report")
def raw(book: Path, report: str) -> None:
    """Write the bytes that a REPORT was read from to standard output, unchanged.

    REPORT is its source id or the beginning of its id. Of a file of many reports it
    is the report's own record.
    """
    with existing(book) as opened:
        found = opened.raw(report)
    click.get_binary_stream("stdout").write(found)
