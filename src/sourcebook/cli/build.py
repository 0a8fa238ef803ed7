"""``sourcebook build``: the main job."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.book.output import Built
from sourcebook.book.output import build as build_folder
from sourcebook.cli.common import (
    config_of,
    counted,
    group_by_option,
    json_option,
    print_json,
    reports_argument,
    run_options,
    tell_added,
    tell_diff,
    tell_failed,
    tell_screened,
)
from sourcebook.cli.progress import Bars
from sourcebook.model.estimate import Profile


@click.command()
@reports_argument
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The folder to write; one that an earlier build wrote is built again.",
)
@group_by_option
@run_options
@json_option
def build(
    reports: tuple[str, ...],
    *,
    out: Path,
    group_by: str | None,
    profile: Profile | None,
    config_file: Path | None,
    workers: int | None,
    engine: str | None,
    cluster: str | None,
    as_json: bool,
) -> None:
    """Read reports and write the sourced record of every incident in them.

    REPORTS are files (text, HTML, JSON Lines, JSON, CSV, Parquet, WARC), folders, globs, or - for
    standard input. OUT gets index.html and a page an incident, the exports, the book
    (book.db), and log.jsonl, which names every input that could not be read.
    """
    with Bars() as bars:
        built = build_folder(
            reports,
            out,
            profile=profile,
            group_by=group_by,
            workers=workers,
            config=config_of(config_file, engine, cluster),
            progress=bars,
        )
    tell_added(built.added, f"see {out / 'log.jsonl'}")
    tell_failed(built.run.counts, f"see {out / 'log.jsonl'}")
    tell_screened(built.run.counts, f"see {out / 'log.jsonl'}")
    if as_json:
        print_json(_told(built, out))
        return
    counts = built.run.counts
    click.echo(
        f"{counted(built.added.read, 'report')}, {counted(counts['claims'], 'claim')}, "
        f"{counted(counts['incidents'], 'incident')}, "
        f"{counted(counts['contradictions'], 'contradiction')}"
    )
    if built.diff is not None:
        tell_diff(built.diff, out)
    click.echo(str(built.index))


def _told(built: Built, out: Path) -> dict[str, object]:
    return {
        "out": str(out),
        "index": str(built.index),
        "added": asdict(built.added),
        "counts": built.run.counts,
        "diff": built.diff.as_dict() if built.diff else None,
    }
