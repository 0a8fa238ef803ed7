"""``sourcebook log``: what a book had to say about its inputs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.cli.common import book_argument, existing, json_option, print_json


@click.command()
@book_argument
@json_option
def log(book: Path, *, as_json: bool) -> None:
    """List what the last `add` and `run` had to say about their inputs.

    Inputs that could not be read, doubts, reports in a language that is not read or
    without a word of harm, and earlier versions of a report.
    """
    with existing(book) as opened:
        rows = opened.log()
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    for row in rows:
        where = row.file if row.line is None else f"{row.file}, line {row.line}"
        click.echo(f"{row.level}  {where}: {row.reason}; {row.next}")
    if not rows:
        click.echo("nothing to tell", err=True)
