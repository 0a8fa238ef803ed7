"""`sourcebook bench`: every benchmark that is present, beside simple methods."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path

import click

from sourcebook.cli.common import json_option, print_json
from sourcebook.errors import NotFound


@click.command()
@click.argument(
    "data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DATA",
)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the table as a Markdown page too.",
)
@json_option
def bench(
    data: Path, names: tuple[str, ...], *, write: Path | None, as_json: bool
) -> None:
    """Run the benchmarks found in the folder DATA, or only those named.

    DATA holds the folders evaluation and benchmarks. Running all takes about half an
    hour on two cores.
    """
    from sourcebook.evaluate.bench import BENCHES, machine, markdown

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
    results = [result for b in present for result in b.run(data)]
    page = markdown(
        results,
        command=" ".join(["sourcebook bench DATA", *names]),
        date=datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        on=machine(),
    )
    if as_json:
        print_json([asdict(result) for result in results])
    else:
        click.echo(page, nl=False)
    if write is not None:
        write.write_text(page, "utf-8")
