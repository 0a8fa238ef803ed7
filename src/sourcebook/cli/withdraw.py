"""``sourcebook retract`` and ``expunge``: reports that no longer count, or must go."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.book.output import BOOK, write, write_log
from sourcebook.cli.common import (
    book_argument,
    counted,
    existing,
    json_option,
    print_json,
)

who_option = click.option(
    "--who", required=True, metavar="NAME", help="Who asks for it."
)
reason_option = click.option(
    "--reason", required=True, metavar="TEXT", help="Why; it stays in the book."
)


@click.command()
@book_argument
@click.argument("report")
@who_option
@reason_option
@click.option("--undo", is_flag=True, help="Take a retraction back: it counts again.")
@json_option
def retract(
    book: Path, report: str, *, who: str, reason: str, undo: bool, as_json: bool
) -> None:
    """Say that a REPORT was withdrawn: it stays readable and counts nowhere.

    REPORT is its source id or the beginning of its id. Earlier versions of it do not
    count in its place.
    """
    with existing(book) as opened:
        told = opened.retract(report, who=who, reason=reason, undo=undo)
    if as_json:
        print_json(asdict(told))
        return
    said = "undone; it counts again from" if undo else "retracted; it counts until"
    click.echo(f"{said} the next: sourcebook run {book}")


@click.command()
@book_argument
@click.argument("report")
@who_option
@reason_option
@json_option
def expunge(book: Path, report: str, *, who: str, reason: str, as_json: bool) -> None:
    """Remove a REPORT's text, title, quotes and names for good; this cannot be undone.

    What stays is a tombstone: its hashes, who, when and why. All is derived anew, the
    pages and sheets beside a built book are written again, and the report is not taken
    in again. Backups and files exported elsewhere still hold its words.
    """
    with existing(book) as opened:
        done = opened.expunge(report, who=who, reason=reason)
        beside = book.name == BOOK and (book.parent / "index.html").is_file()
        if beside and opened.last_run() is not None:
            write(opened, book.parent)
            write_log(opened, book.parent / "log.jsonl")
    for name in done.same_text:
        click.echo(f"{name} has the same text, and stays: expunge it too", err=True)
    if as_json:
        print_json(asdict(done))
        return
    decided = counted(len(done.tombstone.decisions), "decision")
    click.echo(
        f"expunged, with the words of {decided} about it; left is the tombstone of "
        f"report {done.tombstone.report}"
    )
    click.echo(
        "backups and files exported before still hold its words: delete them", err=True
    )
