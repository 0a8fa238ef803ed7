"""``sourcebook export``: a book in one of the formats."""

from __future__ import annotations

from pathlib import Path

import click

from sourcebook.book.book import FORMATS
from sourcebook.cli.common import book_argument, existing, json_option, print_json


@click.command()
@book_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    required=True,
    type=click.Choice(list(FORMATS)),
    help="The format. jsonl, csv, parquet and html (pages to read) fill a folder named FILE, others write a file.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Leave out report texts and the words and names of private persons.",
)
@json_option
def export(book: Path, file: Path, *, form: str, public: bool, as_json: bool) -> None:
    """Write the incidents, claims and estimates of a book to FILE."""
    with existing(book) as opened:
        written = opened.export(file, form, public=public)
    if as_json:
        print_json([str(path) for path in written])
        return
    for path in written:
        click.echo(str(path))
