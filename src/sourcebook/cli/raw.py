"""``sourcebook raw``: the bytes that a report was read from."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import click

from sourcebook.cli.common import book_argument, existing, json_option, print_json


@click.command()
@book_argument
@click.argument("report")
@json_option
def raw(book: Path, report: str, *, as_json: bool) -> None:
    """Write the bytes that a REPORT was read from to standard output, unchanged.

    REPORT is its source id or the beginning of its id. Of a file of many reports it
    is the report's own record. As JSON they are written in base64.
    """
    with existing(book) as opened:
        found = opened.raw(report)
    if as_json:
        print_json({"report": report, "base64": b64encode(found).decode()})
        return
    click.echo(found, nl=False)
