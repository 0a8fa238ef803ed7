"""``sourcebook decisions``: what people decided, and files of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sourcebook.book.deciding.listing import Entry
from sourcebook.cli.common import (
    book_argument,
    counted,
    existing,
    json_option,
    print_json,
)


@click.command()
@book_argument
@click.argument(
    "action",
    type=click.Choice(["export", "import"]),
    required=False,
    metavar="[export|import",
)
@click.argument(
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=False,
    metavar="FILE]",
)
@click.option(
    "--unattached",
    is_flag=True,
    help="List only those that point to something that is not there any more.",
)
@click.option("--conflicts", is_flag=True, help="List only those in conflict.")
@json_option
def decisions(
    book: Path,
    action: str | None,
    file: Path | None,
    *,
    unattached: bool,
    conflicts: bool,
    as_json: bool,
) -> None:
    """List people's decisions, the first first; or export or import a file of them.

    `export FILE` writes them, one a line, for another book of these reports. `import
    FILE` adds those that another analyst exported: where the two decided differently
    about one thing, neither stands until a person decides again or undoes one.
    """
    if action is not None:
        if file is None:
            raise click.UsageError(f"name the file: decisions {book} {action} FILE")
        work = _export if action == "export" else _import
        work(book, file, as_json=as_json)
        return
    wanted = {"unattached"} if unattached else set()
    wanted |= {"conflict"} if conflicts else set()
    with existing(book) as opened:
        found = [e for e in opened.decisions() if not wanted or e.state in wanted]
    if as_json:
        print_json([entry.as_dict() for entry in found])
        return
    _tell(found)
    if not found:
        click.echo("no decision", err=True)


def _export(book: Path, file: Path, *, as_json: bool) -> None:
    with existing(book) as opened:
        count = opened.export_decisions(file)
    if as_json:
        print_json({"file": str(file), "decisions": count})
        return
    click.echo(f"{counted(count, 'decision')} in {file}")


def _import(book: Path, file: Path, *, as_json: bool) -> None:
    with existing(book) as opened:
        done = opened.import_decisions(file)
    if as_json:
        clashing = [entry.as_dict() for entry in done.conflicts]
        print_json({"read": done.read, "new": done.new, "conflicts": clashing})
        return
    _tell(done.conflicts)
    click.echo(
        f"{counted(done.read, 'decision')} read, {done.new} new, "
        f"{len(done.conflicts)} in conflict; next: sourcebook run {book}"
    )


def _tell(found: Sequence[Entry]) -> None:
    for entry in found:
        click.echo(str(entry))
