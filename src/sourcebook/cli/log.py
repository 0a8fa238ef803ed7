"""``sourcebook log``: what a book had to say about its inputs."""

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
@click.option(
    "--head",
    is_flag=True,
    help="Print instead the id of the last decision, to keep outside the book.",
)
@click.option(
    "--runs", is_flag=True, help="List instead the runs of the book, the first first."
)
@json_option
def log(book: Path, *, head: bool, runs: bool, as_json: bool) -> None:
    """List what the last `add` and `run` had to say about their inputs.

    Inputs that could not be read, doubts, reports in a language that is not read or
    without a word of harm, and earlier versions of a report.
    """
    if head:
        _tell_head(book, as_json=as_json)
        return
    if runs:
        _tell_runs(book, as_json=as_json)
        return
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


def _tell_head(book: Path, *, as_json: bool) -> None:
    """Print the id of the last decision, which vouches for all before it."""
    with existing(book) as opened:
        last = opened.head()
    if as_json:
        print_json({"head": last.id if last else None})
    elif last is None:
        click.echo("no decision", err=True)
    else:
        click.echo(last.id)


def _tell_runs(book: Path, *, as_json: bool) -> None:
    """Print number, id, time and counts of each run."""
    with existing(book) as opened:
        runs = opened.runs()
    if as_json:
        print_json([asdict(each) for each in runs])
        return
    for each in runs:
        told = each.run
        counts = ", ".join(
            counted(told.counts.get(f"{noun}s", 0), noun)
            for noun in ("report", "claim", "incident", "decision")
        )
        kept = "" if each.kept else "; its results were not kept"
        click.echo(f"{each.number}  {told.id[:12]}  {told.ended}  {counts}{kept}")
    if not runs:
        click.echo("no run", err=True)
