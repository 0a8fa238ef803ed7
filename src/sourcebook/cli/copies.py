"""``sourcebook backup`` and ``restore``: a book in one file, and back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.cli.common import book_argument, counted, json_option, print_json
from sourcebook.store import copies
from sourcebook.store.copies import Copied


@click.command()
@book_argument
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
def backup(book: Path, file: Path, *, as_json: bool) -> None:
    """Write all of a book into FILE, while others may go on reading and writing it.

    FILE is read again from end to end before this is done. A file that is there
    already is not overwritten.
    """
    _tell(copies.backup(book, file), as_json=as_json)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("book", type=click.Path(path_type=Path))
@json_option
def restore(file: Path, book: Path, *, as_json: bool) -> None:
    """Make BOOK of a backup in FILE, which stays as it is.

    A book that is there already is not overwritten: move it away first.
    """
    _tell(copies.restore(file, book), as_json=as_json)


def _tell(copied: Copied, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(copied) | {"path": str(copied.path)})
        return
    click.echo(
        f"{copied.path}: {counted(copied.reports, 'report')}, "
        f"{counted(copied.claims, 'claim')}, {counted(copied.decisions, 'decision')}, "
        f"{copied.bytes:,} bytes; read again and sound"
    )
