"""``sourcebook evaluate``: what was found, measured against hand-made annotation."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from sourcebook.cli.common import counted, existing, json_option, print_json
from sourcebook.evaluate import Scores, check_floors, raise_floors, score


@click.command()
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.option(
    "--floors",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Fail where a measure is below the floor kept in this file.",
)
@click.option(
    "--name",
    metavar="NAME",
    help="Under which name FILE keeps the floors.  [default: GOLD's folder name]",
)
@click.option(
    "--raise", "raising", is_flag=True, help="Write better measures as new floors."
)
@click.option(
    "--allow-regression", is_flag=True, help="With --raise: lower floors too."
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="List the first N errors in figures.",
)
@json_option
def evaluate(
    out: Path,
    gold: Path,
    *,
    floors: Path | None,
    name: str | None,
    raising: bool,
    allow_regression: bool,
    errors: int,
    as_json: bool,
) -> None:
    """Score what was found against the hand-made annotation in the folder GOLD.

    OUT is a folder that `sourcebook build` wrote, or a book. Measures are shares
    between 0 and 1, or counts (docs/evaluation.md). Exit status 1 where a measure is
    below its floor.
    """
    if raising and floors is None:
        raise click.UsageError("--raise needs --floors FILE, the file to write")
    if allow_regression and not raising:
        raise click.UsageError("--allow-regression goes with --raise only")
    scores = _scored(out, gold)
    name = name or gold.resolve().name
    _tell(scores, errors, as_json=as_json)
    if floors is None:
        return
    if raising:
        raise_floors(
            scores.measures,
            floors=floors,
            name=name,
            gold=gold,
            allow_regression=allow_regression,
        )
        return
    below = check_floors(scores.measures, floors=floors, name=name, gold=gold)
    if below:
        listed = "\n".join(f"  {sentence}" for sentence in below)
        raise click.ClickException(
            f"{counted(len(below), 'measure')} of {name} below the floor; mend what "
            f"made it worse, --errors 50 lists errors:\n{listed}"
        )


def _scored(out: Path, gold: Path) -> Scores:
    """Score a build's folder; a book is exported first."""
    if not out.is_file():
        return score(out, gold)
    with existing(out) as book, TemporaryDirectory() as folder:
        book.export(folder, "jsonl")
        return score(Path(folder), gold)


def _tell(scores: Scores, errors: int, *, as_json: bool) -> None:
    listed = scores.errors[:errors]
    if as_json:
        keys = ("report", "fault", "gold", "told")
        rows = [dict(zip(keys, row, strict=True)) for row in listed]
        print_json({"measures": scores.measures, "errors": rows})
        return
    for key, value in scores.measures.items():
        click.echo(f"{key:28} {value if isinstance(value, int) else f'{value:.3f}'}")
    for file, fault, wanted, told in listed:
        click.echo(f"{file}  {fault}: {' '.join(wanted.split())!r}, {told!r}")
