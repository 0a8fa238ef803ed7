"""``sourcebook check``: is everything in the book as it was read?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.cli.common import (
    book_argument,
    counted,
    existing,
    json_option,
    print_json,
)


@click.command()
@book_argument
@json_option
def check(book: Path, *, as_json: bool) -> None:
    """Compute every id, span and reference again; name every fault.

    Exit status 1 where there is a fault.
    """
    with existing(book) as opened:
        faults = opened.check()
        contents = None if faults else opened.contents
    if as_json:
        print_json([asdict(fault) for fault in faults])
    else:
        for fault in faults:
            click.echo(f"{fault.where}: {fault.what}")
        if contents is not None:
            click.echo(
                f"sound: {counted(len(contents.reports), 'report')}, "
                f"{counted(len(contents.claims), 'claim')}, "
                f"{counted(len(contents.incidents), 'incident')}"
            )
    if faults:
        raise click.ClickException(
            f"{counted(len(faults), 'fault')} in {book}; build it again from the reports"
        )
