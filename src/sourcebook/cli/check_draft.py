"""``sourcebook check-draft``: what a book says to every figure of a draft."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sourcebook.book.filters import check_date
from sourcebook.cli.common import book_in, existing, json_option, print_json


@click.command("check-draft")
@click.argument(
    "draft",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="TEXT",
)
@click.option(
    "--against",
    "book",
    required=True,
    type=click.Path(path_type=Path),
    metavar="BOOK",
    callback=lambda _context, _option, path: book_in(path),
    help="The book, or the folder of a build.",
)
@click.option(
    "--date",
    metavar="DATE",
    help='When the draft is from (2022-03-18): what its "on Monday" counts from.',
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the draft with its verdicts marked in place as an HTML page too.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Exit status 1 unless all is supported, if by one lineage only.",
)
@json_option
def check_draft(
    draft: Path,
    *,
    book: Path,
    date: str | None,
    html: Path | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Match every figure and attribution of a draft to a book.

    TEXT is a file of plain text, or - for standard input. Each figure and each
    attribution gets a verdict with the claims that it rests on: supported, stale,
    one lineage only, disputed, wrong speaker, bound changed, part told as total, not
    in the book and others. Numbers that could not be read are listed.
    """
    from sourcebook.draft import check_draft as check
    from sourcebook.draft.page import as_html

    check_date(date)
    text = _read(draft)
    with existing(book) as opened:
        checked = check(text, opened, published=date)
    if html is not None:
        html.write_text(as_html(checked), encoding="utf-8")
    if as_json:
        print_json(checked.as_dict())
    else:
        click.echo(str(checked))
    if strict and not checked.is_supported:
        raise click.exceptions.Exit(1)


def _read(draft: Path) -> str:
    """Return the characters of a file in UTF-8, or of standard input for ``-``."""
    if str(draft) == "-":
        return sys.stdin.read()
    try:
        return draft.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{draft} is no text in UTF-8; save it as plain text in UTF-8"
        ) from error
