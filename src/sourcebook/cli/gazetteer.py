"""``sourcebook gazetteer``: the place index, built ahead of its first use."""

from __future__ import annotations

import click

from sourcebook.cli.common import json_option, print_json


@click.command()
@json_option
def gazetteer(*, as_json: bool) -> None:
    """Build the index of places now, and say where it is and how large.

    The first reading of reports builds it otherwise (a few seconds, once). It is
    made from installed data, without a network, and lies in the cache folder:
    SOURCEBOOK_CACHE, else XDG_CACHE_HOME/sourcebook, else ~/.cache/sourcebook.
    """
    from sourcebook.text.gazetteer_build import index_file

    index = index_file()
    size = index.stat().st_size
    if as_json:
        print_json({"file": str(index), "bytes": size})
        return
    click.echo(f"{index}, {size / 1_000_000:.0f} MB")
