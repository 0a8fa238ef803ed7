"""``sourcebook check``: is everything in the book as it was read?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.book.deciding.listing import Entry
from sourcebook.book.deciding.telling import followed_rows
from sourcebook.cli.common import (
    book_argument,
    counted,
    existing,
    json_option,
    print_json,
)


def decisions_in_words(decided: Sequence[Entry]) -> str:
    """Return how many decisions there are, and how many found their claim again."""
    states = [entry.state for entry in decided]
    again = sum(entry.reattached for entry in decided)
    lost, clashing = states.count("unattached"), states.count("conflict")
    said = f"{counted(len(decided), 'decision')}: {again} re-attached to another claim"
    said += f", {lost} without what they were about, {clashing} in conflict"
    if changed := sum(entry.changed for entry in decided):
        said += f", {counted(changed, 'accepted claim')} that says something else now"
    if rows := followed_rows(decided):
        many = sum(entry.followed for entry in decided)
        said += f", {many} about an incident that went into another"
    if lost or clashing:
        said += "; see: sourcebook decisions BOOK --unattached --conflicts"
    return "\n".join([said, *(f"  {row.file}: {row.reason}" for row in rows)])


@click.command()
@book_argument
@json_option
def check(book: Path, *, as_json: bool) -> None:
    """Compute every id, span and reference again; name every fault.

    Exit status 1 where there is a fault.
    """
    with existing(book) as opened:
        faults = opened.check()
        sizes = None if faults else opened.sizes()
        decided = [] if faults else opened.decisions()
    if as_json:
        print_json([asdict(fault) for fault in faults])
    else:
        for fault in faults:
            click.echo(f"{fault.where}: {fault.what}")
        if sizes is not None:
            told = ", ".join(counted(n, kind) for kind, n in sizes.items())
            click.echo(f"sound: {told}")
        if decided:
            click.echo(decisions_in_words(decided))
    if faults:
        raise click.ClickException(
            f"{counted(len(faults), 'fault')} in {book}; build it again from the reports"
        )
