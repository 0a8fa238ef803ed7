"""`sourcebook bench`: every benchmark that is present, beside simple methods."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sourcebook.cli.common import json_option, print_json
from sourcebook.errors import NotFound

if TYPE_CHECKING:
    from sourcebook.evaluate.bench import Result

#: The benchmarks that make their own data, in place of a folder.
_SCALE, _BOOK = "scale", "book"


@click.command()
@click.argument("data", type=click.Path(path_type=Path), metavar="DATA|scale|book")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--reports",
    "sizes",
    type=click.IntRange(min=100),
    multiple=True,
    metavar="N",
    help="How many reports scale or book makes; several times, for growth.  "
    "[default: 1000, 10000, 100000; for book 100000]",
)
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the table as a Markdown page too.",
)
@json_option
def bench(
    data: Path,
    names: tuple[str, ...],
    *,
    sizes: tuple[int, ...],
    write: Path | None,
    as_json: bool,
) -> None:
    """Run the benchmarks found in the folder DATA, or only those named.

    DATA holds the folders evaluation and benchmarks. Running all takes about half an
    hour on two cores. In its place, scale measures how time and memory grow with the
    number of reports, on reports that it makes itself; book fills a book with made
    reports and claims, and times opening it, looking at it and adding to it.
    """
    from sourcebook.evaluate.bench import machine, markdown

    own = str(data) in (_SCALE, _BOOK)
    results = list(_made(str(data), sizes) if own else _run(data, names))
    page = markdown(
        results,
        command=" ".join(["sourcebook bench", _named(data), *names]),
        date=datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        on=machine(),
    )
    if as_json:
        print_json([asdict(result) for result in results])
    else:
        click.echo(page, nl=False)
    if write is not None:
        write.write_text(page, "utf-8")


def _named(data: Path) -> str:
    return str(data) if str(data) in (_SCALE, _BOOK) else "DATA"


def _made(name: str, sizes: tuple[int, ...]) -> Iterator[Result]:
    """Measure on made data; what is measured is told on standard error as it comes."""
    from sourcebook.evaluate.bench.bookload import REPORTS, book_load
    from sourcebook.evaluate.bench.scale import SIZES, scale

    growing = name == _SCALE
    for result in scale(sizes or SIZES) if growing else book_load(sizes or (REPORTS,)):
        value = result.by_method["sourcebook"]
        click.echo(f"{result.data}: {result.measure} {value:,.3g}", err=True)
        yield result


def _run(data: Path, names: tuple[str, ...]) -> Iterator[Result]:
    from sourcebook.evaluate.bench import BENCHES

    if not data.is_dir():
        raise NotFound(f"there is no folder {data}; name one that holds benchmarks")
    known = {b.name: b for b in BENCHES}
    if unknown := sorted(set(names) - known.keys()):
        raise NotFound(
            f"there is no benchmark {', '.join(unknown)}; choose {', '.join(known)}"
        )
    chosen = [known[name] for name in names] or list(BENCHES)
    present = [b for b in chosen if b.is_present(data)]
    if not present:
        wanted = ", ".join(str(data / b.needs) for b in chosen)
        raise NotFound(f"no benchmark is there; looked for {wanted}")
    for benchmark in present:
        yield from benchmark.run(data)
