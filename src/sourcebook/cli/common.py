"""What all commands share: errors, options, printing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sourcebook.book import Book
from sourcebook.book.history import Diff
from sourcebook.book.intake import Added
from sourcebook.book.output import BOOK
from sourcebook.config import Config
from sourcebook.errors import SourcebookError
from sourcebook.store import LogRow

F = TypeVar("F", bound=Callable[..., object])

book_argument = click.argument(
    "book",
    type=click.Path(path_type=Path),
    metavar="BOOK",
    callback=lambda _context, _option, path: book_in(path),
)
reports_argument = click.argument(
    "reports", nargs=-1, required=True, metavar="REPORTS..."
)
json_option = click.option(
    "as_json", "--json", is_flag=True, help="Print the result as JSON."
)
group_by_option = click.option(
    "--group-by",
    metavar="FIELD|folder",
    help="Reports come grouped: by a field of the records, or a folder an incident.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read reports.  [default: one a processor core]",
)


class Commands(click.Group):
    """A group whose commands tell expected problems in one message, status 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run a command; turn our own errors into click's."""
        try:
            return super().invoke(ctx)
        except SourcebookError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.filename is None:  # a closed pipe, which click knows how to end
                raise
            raise click.ClickException(
                f"{error.filename}: {error.strerror}; check the path, its permissions "
                "and the space on the disk"
            ) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List commands in the order in which they are used."""
        return list(self.commands)


def run_options(command: F) -> F:
    """Add the options that choose how estimates are made and reports are read."""
    profile = click.option(
        "--profile",
        type=click.Choice(["conservative", "latest", "envelope"]),
        help="How low, best and high are chosen.  [default: conservative]",
    )
    config = click.option(
        "--config",
        "config_file",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Settings as TOML.",
    )
    engine = click.option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        help="Where reports are read.  [default: local]",
    )
    cluster = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="A running Dask cluster, such as tcp://10.0.0.5:8786.",
    )
    return profile(config(workers_option(engine(cluster(command)))))


def config_of(
    file: Path | None, engine: str | None = None, cluster: str | None = None
) -> Config:
    """Return the settings of a file, or the defaults, on the engine asked for."""
    config = Config.read(file) if file else Config()
    return config.on(engine, cluster)


def book_in(path: Path) -> Path:
    """Return the book in a folder that a build wrote; any other path as it is."""
    inside = path / BOOK
    return inside if inside.is_file() else path


def existing(path: Path) -> Book:
    """Open a book that must be there."""
    return Book(path, create=False)


def print_json(value: object) -> None:
    """Print a value as JSON, for other programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_list(values: Iterable[object]) -> None:
    """Print values as a JSON list, each as it comes."""
    start = "["
    for value in values:
        told = json.dumps(value, ensure_ascii=False, indent=1)
        click.echo(start + "\n " + told.replace("\n", "\n "), nl=False)
        start = ","
    click.echo("\n]" if start == "," else "[]")


def tell_added(added: Added, log: str) -> None:
    """Tell on standard error what reading could not use."""
    if added.skipped:
        inputs = "input was" if added.skipped == 1 else "inputs were"
        click.echo(f"{added.skipped} {inputs} skipped; {log}", err=True)
    if added.unread:
        click.echo(
            f"{counted(added.unread, 'report')} in a language that is not read; {log}",
            err=True,
        )


def tell_log(rows: Sequence[LogRow]) -> None:
    """Tell lines of a book's log on standard error, the first twenty."""
    for row in rows[:20]:
        where = row.file if row.line is None else f"{row.file}, line {row.line}"
        click.echo(f"{where}: {row.reason}; {row.next}", err=True)
    if len(rows) > 20:
        click.echo(f"and {len(rows) - 20} more", err=True)


def tell_diff(diff: Diff, book: Path) -> None:
    """Tell in short what a run changed (DOMAIN REC-12)."""
    for line in diff.in_short():
        click.echo(line)
    if diff.changes:
        numbers = f"{diff.before.number} {diff.after.number}"
        click.echo(f"all of it: sourcebook diff {book} {numbers}")


def tell_failed(counts: dict[str, int], log: str) -> None:
    """Tell on standard error which reports the extractor could not read."""
    if counts["failed"]:
        reports = counted(counts["failed"], "report")
        click.echo(f"{reports} could not be read for claims; {log}", err=True)


def tell_screened(counts: dict[str, int], log: str) -> None:
    """Tell on standard error how many reports the screen left unread."""
    if counts["screened"]:
        were = "was" if counts["screened"] == 1 else "were"
        reports = counted(counts["screened"], "report")
        click.echo(
            f"{reports} without a word of harm {were} not read further; {log}", err=True
        )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
