"""``sourcebook examples``: the shipped reports, to try things on."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile

import click

from sourcebook.cli.common import counted, json_option, print_json
from sourcebook.errors import OutputRefused


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@json_option
def examples(folder: Path, *, as_json: bool) -> None:
    """Write the example reports into a folder: invented incidents, invented outlets."""
    if folder.exists() and (folder.is_file() or any(folder.iterdir())):
        raise OutputRefused(f"{folder} is not empty; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with as_file(files("sourcebook.examples") / "data") as data:
        for report in sorted(data.iterdir()):
            copyfile(report, folder / report.name)
            written.append(str(folder / report.name))
    if as_json:
        print_json(written)
        return
    click.echo(
        f"{counted(len(written), 'file')} in {folder}; next: "
        f"sourcebook build {folder} -o {folder}-out"
    )
