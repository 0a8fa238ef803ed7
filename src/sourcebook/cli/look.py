"""``sourcebook incidents``, ``show`` and ``why``: looking at a book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from sourcebook.book import IncidentView
from sourcebook.book.why import bounds_in_words
from sourcebook.cli.common import book_argument, existing, json_option, print_json
from sourcebook.export.csv import attribution_in_words
from sourcebook.export.jsonl import claim_row, contradiction_row, incident_row
from sourcebook.model.claim import Responsibility, Statement


@click.command()
@book_argument
@click.option("--country", metavar="CODE", help="Only here (ISO 3166-1, such as SY).")
@click.option("--type", "kind", metavar="TYPE", help="Only incidents of this type.")
@click.option("--since", metavar="DATE", help="Only on this date or later.")
@click.option("--until", metavar="DATE", help="Only on this date or earlier.")
@click.option("--parts", is_flag=True, help="List parts of incidents too.")
@json_option
def incidents(
    book: Path,
    *,
    country: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    parts: bool,
    as_json: bool,
) -> None:
    """List the incidents of a book, latest first."""
    with existing(book) as opened:
        found = opened.incidents(
            country=country, type=kind, since=since, until=until, parts=parts
        )
        if as_json:
            print_json([incident_row(i.value, i.contents) for i in found])
            return
    for incident in found:
        click.echo(f"{incident.id[:12]}  {incident.label}")
        click.echo(f"{'':14}{_summary(incident)}")
    if not found:
        click.echo("no incident", err=True)


@click.command()
@book_argument
@click.argument("incident")
@json_option
def show(book: Path, incident: str, *, as_json: bool) -> None:
    """Show one incident, named by the beginning of its id: figures, claims, sources."""
    with existing(book) as opened:
        view = opened.incident(incident)
    if as_json:
        claims = [claim_row(claim.value) for claim in view.claims]
        odd = [contradiction_row(c) for c in view.contradictions]
        told = incident_row(view.value, view.contents)
        print_json(told | {"claims": claims, "contradictions": odd})
        return
    for line in _shown(view):
        click.echo(line)


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
    count = len(incident.value.reports)
    told = [
        f"{e.value.metric} {bounds_in_words(e)}"
        for e in incident.estimates
        if e.value.population == "persons"
    ]
    reports = "1 report" if count == 1 else f"{count} reports"
    return "; ".join([reports, *told])


def _shown(view: IncidentView, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{view.label}"
    yield f"{indent}id {view.id}, {len(view.value.reports)} reports"
    for estimate in view.estimates:
        value = estimate.value
        yield (
            f"{indent}  {value.metric} ({value.population}): "
            f"{bounds_in_words(estimate)}  [{value.rule}]"
        )
    yield from (indent + line for line in _said(view))
    for odd in view.contradictions:
        yield f"{indent}  {odd.severity} {odd.kind}: {odd.explanation}"
    for part in view.parts:
        yield ""
        yield from _shown(part, depth + 1)


def _said(view: IncidentView) -> Iterator[str]:
    for claim in view.claims:
        payload = claim.value.payload
        who = attribution_in_words(claim.value) or claim.report.outlet or "the outlet"
        if isinstance(payload, Responsibility):
            relation = payload.relation.replace("_", " ")
            yield f"  {payload.actor}: {relation}, according to {who}"
        elif isinstance(payload, Statement):
            act = payload.act.replace("_", " ")
            quote = " ".join(claim.quote.split())
            yield f"  {payload.speaker}: {act}: {quote[:140]}"
