"""``sourcebook decide``: what a person says about claims, links and estimates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast, get_args

import click

from sourcebook.book.deciding.listing import after_in_words, anchor_in_words
from sourcebook.cli.common import (
    Commands,
    book_argument,
    existing,
    json_option,
    print_json,
)
from sourcebook.errors import DecisionRefused
from sourcebook.model.claim import ClaimType, Comparator, Metric, Modality, Role

F = TypeVar("F", bound=Callable[..., object])

_METRIC = click.Choice(list(get_args(Metric)))


@click.group(cls=Commands)
@book_argument
@click.pass_context
def decide(context: click.Context, book: Path) -> None:
    """Record a person's decision; it counts from the next `run` or `build` on.

    Decisions are only ever added, win over what is derived, and survive every run.
    Claims, incidents, contradictions and decisions are named by the beginning of
    their ids, reports by their source id. Every action takes --who, --reason, --when
    and --json.
    """
    context.obj = book


def _common(command: F) -> F:
    who = click.option("--who", required=True, metavar="NAME", help="Who decides.")
    reason = click.option("--reason", required=True, metavar="WORDS", help="Why.")
    when = click.option(
        "--when", metavar="TIME", help="When, in ISO 8601.  [default: now]"
    )
    return who(reason(when(json_option(command))))


def _payload_options(command: F) -> F:
    """Add what a claim says: numbers, metric, population, sources, other fields."""
    options = (
        click.option("--value", type=int, help="The number as written."),
        click.option("--comparator", type=click.Choice(list(get_args(Comparator)))),
        click.option("--low", type=int, help="The least that the words allow."),
        click.option("--high", type=int, help="The most that the words allow."),
        click.option("--metric", type=_METRIC),
        click.option("--population", metavar="WHO", help="Such as children."),
        click.option("--role", type=click.Choice(list(get_args(Role)))),
        click.option("--modality", type=click.Choice(list(get_args(Modality)))),
        click.option(
            "--by",
            multiple=True,
            metavar="NAME",
            help="Who states it, in the report's words, outermost first; repeat.",
        ),
        click.option(
            "--own-voice", is_flag=True, help="The outlet states it in its own voice."
        ),
        click.option(
            "--set",
            "fields",
            multiple=True,
            metavar="FIELD=VALUE",
            help="Any other field of the claim's type, such as actor=NAME; repeat.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@decide.command()
@click.argument("claim")
@_common
@click.pass_obj
def accept(book: Path, /, claim: str, **told: object) -> None:
    """Say that a claim is right as it is."""
    _record(book, "accept", claim, told=told)


@decide.command()
@click.argument("claim")
@_common
@click.pass_obj
def reject(book: Path, /, claim: str, **told: object) -> None:
    """Say that a claim is wrong: it counts nowhere and stays readable."""
    _record(book, "reject", claim, told=told)


@decide.command()
@click.argument("claim")
@_payload_options
@_common
@click.pass_obj
def edit(book: Path, /, claim: str, **told: object) -> None:
    """Change what a claim says: number, metric, population, role, who states it."""
    _record(book, "edit", claim, told=_payload(told))


@decide.command()
@click.argument("report")
@click.option("--quote", metavar="WORDS", help="The claim's words in the report.")
@click.option("--start", type=int, help="Instead: where they begin.")
@click.option("--end", type=int, help="Instead: where they end.")
@click.option("--field", type=click.Choice(["text", "title"]))
@click.option(
    "--type", type=click.Choice(list(get_args(ClaimType))), help="[default: figure]"
)
@click.option("--incident", metavar="ID", help="The incident, or part, it is about.")
@_payload_options
@_common
@click.pass_obj
def add(book: Path, /, report: str, **told: object) -> None:
    """Add a claim that was not found, by its words in a report."""
    _record(book, "add", report, told=_payload(told))


@decide.command()
@click.argument("claim")
@click.option("--role", type=click.Choice(list(get_args(Role))))
@click.option("--incident", metavar="ID", help="The incident, or part, it is about.")
@_common
@click.pass_obj
def move(book: Path, /, claim: str, **told: object) -> None:
    """Move a claim: what it counts of its incident, or which incident it is about."""
    _record(book, "move", claim, told=told)


@decide.command()
@click.argument("report")
@click.argument("incident")
@_common
@click.pass_obj
def link(book: Path, /, report: str, incident: str, **told: object) -> None:
    """Say that a report tells of an incident."""
    _record(book, "link", report, incident, told=told)


@decide.command()
@click.argument("report")
@click.argument("incident", required=False)
@_common
@click.pass_obj
def unlink(book: Path, /, report: str, incident: str | None, **told: object) -> None:
    """Say that a report does not tell of its incident."""
    _record(book, "unlink", *filter(None, (report, incident)), told=told)


@decide.command()
@click.argument("kept")
@click.argument("joined")
@_common
@click.pass_obj
def merge(book: Path, /, kept: str, joined: str, **told: object) -> None:
    """Say that two incidents are one; the id of the first stays."""
    _record(book, "merge", kept, joined, told=told)


@decide.command()
@click.argument("incident")
@click.argument("reports", nargs=-1, required=True, metavar="REPORTS...")
@_common
@click.pass_obj
def split(
    book: Path, /, incident: str, reports: tuple[str, ...], **told: object
) -> None:
    """Say that some reports of an incident tell of another one."""
    _record(book, "split", incident, *reports, told=told)


@decide.command("same-source")
@click.argument("one")
@click.argument("other")
@click.option("--incident", metavar="ID", help="In this incident only.")
@_common
@click.pass_obj
def same_source(book: Path, /, one: str, other: str, **told: object) -> None:
    """Say that two sources are one originator: they count as one lineage."""
    _record(book, "same-source", one, other, told=told)


@decide.command()
@click.argument("incident")
@click.argument("metric")
@click.option("--population", metavar="WHO", help="[default: persons]")
@click.option("--low", type=int)
@click.option("--best", type=int)
@click.option("--high", type=int)
@_common
@click.pass_obj
def override(book: Path, /, incident: str, metric: str, **told: object) -> None:
    """Give low, best or high of an estimate; what the rules gave stays beside it."""
    _record(book, "override", incident, metric, told=told)


@decide.command()
@click.argument("claim")
@_common
@click.pass_obj
def admit(book: Path, /, claim: str, **told: object) -> None:
    """Let a figure that a party to the incident gives into best."""
    _record(book, "admit", claim, told=told)


@decide.command()
@click.argument("contradiction")
@_common
@click.pass_obj
def dismiss(book: Path, /, contradiction: str, **told: object) -> None:
    """Say that a contradiction is none."""
    _record(book, "dismiss", contradiction, told=told)


@decide.command()
@click.argument("contradiction")
@_common
@click.pass_obj
def resolve(book: Path, /, contradiction: str, **told: object) -> None:
    """Say that a contradiction is settled; the reason says how."""
    _record(book, "resolve", contradiction, told=told)


@decide.command()
@click.argument("about")
@_common
@click.pass_obj
def note(book: Path, /, about: str, **told: object) -> None:
    """Note something at a claim, incident, contradiction or report: the reason."""
    _record(book, "note", about, told=told)


@decide.command()
@click.argument("decision")
@_common
@click.pass_obj
def undo(book: Path, /, decision: str, **told: object) -> None:
    """Take a decision back; both stay in the log."""
    _record(book, "undo", decision, told=told)


def _payload(told: dict[str, object]) -> dict[str, object]:
    """Return the options with sources as ``by`` and other fields beside them."""
    by = cast("tuple[str, ...]", told.pop("by"))
    own_voice = told.pop("own_voice")
    fields = cast("tuple[str, ...]", told.pop("fields"))
    if by and own_voice:
        raise click.UsageError("--by and --own-voice exclude each other")
    if by or own_voice:
        told["by"] = list(by)
    for field in fields:
        name, sign, value = field.partition("=")
        if not sign:
            raise click.UsageError(f"--set takes FIELD=VALUE, not {field!r}")
        told[name] = value
    return told


def _record(book: Path, action: str, *targets: str, told: dict[str, object]) -> None:
    given = {name: value for name, value in told.items() if value is not None}
    as_json = given.pop("as_json")
    who, reason = str(given.pop("who")), str(given.pop("reason"))
    when = given.pop("when", None)
    with existing(book) as opened:
        try:
            made = opened.decide(
                action,
                *targets,
                who=who,
                reason=reason,
                when=None if when is None else str(when),
                **given,
            )
        except DecisionRefused as error:
            raise DecisionRefused(f"{action}: {error}") from error
    if as_json:
        print_json({**made.row(), "key": made.key})
        return
    where = anchor_in_words(made.anchor, made.before)
    click.echo(f"{made.short}  {action} {where}{after_in_words(made)}")
    click.echo(f"recorded; it counts from the next: sourcebook run {book}", err=True)
