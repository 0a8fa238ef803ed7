"""``sourcebook incidents``, ``show`` and ``why``: looking at a book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from sourcebook.book import IncidentView
from sourcebook.book.show import gravest_first, reports_of
from sourcebook.book.why import bounds_in_words
from sourcebook.cli.common import (
    book_argument,
    existing,
    json_option,
    print_json,
    print_list,
)
from sourcebook.export.jsonl import incident_row

#: Incidents listed for people unless more are asked for.
FIRST = 100


@click.command()
@book_argument
@click.option("--country", metavar="CODE", help="Only here (ISO 3166-1, such as SY).")
@click.option("--type", "kind", metavar="TYPE", help="Only incidents of this type.")
@click.option("--since", metavar="DATE", help="Only on this date or later.")
@click.option("--until", metavar="DATE", help="Only on this date or earlier.")
@click.option("--parts", is_flag=True, help="List parts of incidents too.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"At most so many.  [default: {FIRST}; all with --json]",
)
@json_option
def incidents(
    book: Path,
    *,
    country: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    parts: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """List the incidents of a book, latest first."""
    with existing(book) as opened:
        found = opened.listing(
            country=country, type=kind, since=since, until=until, parts=parts
        )
        if as_json:
            print_list(_rows(islice(found, limit)))
            return
        for incident in islice(found, limit or FIRST):
            click.echo(f"{incident.id[:12]}  {incident.label}")
            click.echo(f"{'':14}{_summary(incident)}")
    if not found:
        click.echo("no incident", err=True)
    if len(found) > (limit or FIRST):
        left = len(found) - (limit or FIRST)
        click.echo(
            f"and {left:,} more; narrow the list with --since, --until, --country or "
            f"--type, or list more with --limit {len(found)}",
            err=True,
        )


def _rows(found: Iterable[IncidentView]) -> Iterator[dict[str, Any]]:
    return (incident_row(each.value, each.contents) for each in found)


@click.command()
@book_argument
@click.argument("incident")
@click.option(
    "--as-of",
    "when",
    metavar="DATE|RUN",
    help="As the book showed it after a run, or at the end of a day.",
)
@json_option
def show(book: Path, incident: str, *, when: str | None, as_json: bool) -> None:
    """Show one incident, named by the beginning of its id: figures, claims, sources."""
    with existing(book) as opened:
        shown = (opened.as_of(when) if when else opened).show(incident)
    if as_json:
        print_json(shown.as_dict())
        return
    click.echo(str(shown))


@click.command()
@book_argument
@click.argument("incident")
@click.argument("metric")
@click.option(
    "--population",
    default="persons",
    show_default=True,
    help="Whom the figure counts, such as attackers or children.",
)
@json_option
def why(
    book: Path, incident: str, metric: str, *, population: str, as_json: bool
) -> None:
    """Say why a figure is what it is: every claim in context, rule and reasons."""
    with existing(book) as opened:
        told = opened.why(incident, metric, population)
    if as_json:
        print_json(told.as_dict())
        return
    click.echo(str(told))


def _summary(incident: IncidentView) -> str:
    told = [
        f"{e.value.metric} {bounds_in_words(e)}"
        for e in gravest_first(incident)
        if e.value.population == "persons"
        and (e.value.low, e.value.high) != (None, None)
    ]
    return "; ".join([reports_of(incident), *told])
