"""``sourcebook add`` and ``sourcebook run``: the main job in steps."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.book import Book
from sourcebook.cli.common import (
    book_argument,
    config_of,
    counted,
    existing,
    group_by_option,
    json_option,
    print_json,
    reports_argument,
    run_options,
    tell_diff,
    tell_log,
    tell_screened,
)
from sourcebook.cli.progress import Bars
from sourcebook.errors import InputError
from sourcebook.model.estimate import Profile


@click.command()
@book_argument
@reports_argument
@group_by_option
@click.option(
    "--replaces",
    metavar="REPORT",
    help="The one report given is a later version of this one (its source id or id).",
)
@json_option
def add(
    book: Path,
    reports: tuple[str, ...],
    *,
    group_by: str | None,
    replaces: str | None,
    as_json: bool,
) -> None:
    """Read reports into a book, which is made where there is none."""
    fresh = not book.exists()
    try:
        with Book(book) as opened, Bars() as bars:
            added = opened.add(
                reports, group_by=group_by, replaces=replaces, progress=bars
            )
            tell_log([row for row in opened.log() if row.stage == "read"])
    except InputError:
        if fresh:  # no book is made of nothing
            book.unlink(missing_ok=True)
        raise
    if as_json:
        print_json(asdict(added))
        return
    click.echo(
        f"{counted(added.new, 'new report')}, {added.repeated} held before; "
        f"next: sourcebook run {book}"
    )


@click.command()
@book_argument
@run_options
@click.option("--as-of", metavar="DATE", help="Count no report published after this.")
@json_option
def run(
    book: Path,
    *,
    profile: Profile | None,
    config_file: Path | None,
    workers: int | None,
    engine: str | None,
    cluster: str | None,
    as_of: str | None,
    as_json: bool,
) -> None:
    """Extract, link and reconcile; a run that was ended goes on where it was."""
    with existing(book) as opened, Bars() as bars:
        done = opened.run(
            profile=profile,
            workers=workers,
            as_of=as_of,
            config=config_of(config_file, engine, cluster),
            progress=bars,
        )
        faults = [row for row in opened.log() if row.level == "error"]
        moved = opened.diff_to_last()
    tell_log([row for row in faults if row.stage == "extract"])
    tell_screened(done.counts, f"see: sourcebook log {book}")
    if as_json:
        changes = moved.as_dict() if moved else None
        print_json({"run": done.id, "counts": done.counts, "diff": changes})
        return
    counts = done.counts
    click.echo(
        f"{counted(counts['extracted'], 'report')} read, "
        f"{counted(counts['claims'], 'claim')}, "
        f"{counted(counts['incidents'], 'incident')}; "
        f"next: sourcebook incidents {book}"
    )
    if moved is not None:
        tell_diff(moved, book)
