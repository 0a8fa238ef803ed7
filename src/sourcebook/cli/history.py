"""``sourcebook diff``: what changed between two runs."""

from __future__ import annotations

from pathlib import Path

import click

from sourcebook.cli.common import book_argument, existing, json_option, print_json


@click.command()
@book_argument
@click.argument("before")
@click.argument("after")
@json_option
def diff(book: Path, before: str, after: str, *, as_json: bool) -> None:
    """Say what changed in incidents and estimates from one run to another, and why.

    Each change names the reports, versions and decisions it is due to. A run is
    named by its number or the beginning of its id: see sourcebook log BOOK --runs.
    """
    with existing(book) as opened:
        told = opened.diff(before, after)
    if as_json:
        print_json(told.as_dict())
        return
    click.echo(str(told))
