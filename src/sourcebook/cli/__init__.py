"""The command line: results on standard output, all else on standard error.

Exit status 0: done; 1: a problem told in words, with what to do next; 2: usage.
"""

from __future__ import annotations

import click

from sourcebook.cli.bench import bench
from sourcebook.cli.build import build
from sourcebook.cli.check import check
from sourcebook.cli.check_draft import check_draft
from sourcebook.cli.common import Commands
from sourcebook.cli.copies import backup, restore
from sourcebook.cli.decide import decide
from sourcebook.cli.decisions import decisions
from sourcebook.cli.evaluate import evaluate
from sourcebook.cli.examples import examples
from sourcebook.cli.export import export
from sourcebook.cli.gazetteer import gazetteer
from sourcebook.cli.history import diff
from sourcebook.cli.log import log
from sourcebook.cli.look import incidents, show, why
from sourcebook.cli.raw import raw
from sourcebook.cli.steps import add, run
from sourcebook.cli.withdraw import expunge, retract


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sourcebook")
def main() -> None:
    """Many news reports in; for every incident one sourced record out.

    The main job is one command: sourcebook build REPORTS... -o OUT
    """


for command in (
    build,
    add,
    run,
    incidents,
    show,
    why,
    decide,
    decisions,
    retract,
    expunge,
    log,
    diff,
    raw,
    export,
    check,
    check_draft,
    backup,
    restore,
    evaluate,
    bench,
    examples,
    gazetteer,
):
    main.add_command(command)
