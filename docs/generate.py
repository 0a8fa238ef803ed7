"""Write the generated half of docs/cli.md: every command, argument and option.

Run ``python docs/generate.py`` after changing a command. What stands above the mark
in docs/cli.md is written by hand and stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from sourcebook.cli import main

PAGE = Path(__file__).with_name("cli.md")
MARK = "<!-- From here on written by docs/generate.py: change the commands instead. -->"
#: Columns that help texts are wrapped at.
WIDTH = 88


def page(current: str) -> str:
    """Return the whole page: the part written by hand, and the reference."""
    intro, mark, _ = current.partition(MARK)
    if not mark:
        raise SystemExit(f"{PAGE} has no line: {MARK}")
    return f"{intro}{MARK}\n\n" + "\n".join(reference()).rstrip() + "\n"


def reference() -> Iterator[str]:
    """Yield the lines of the reference, commands in the order of the help."""
    context = click.Context(main, info_name="sourcebook")
    for name in main.list_commands(context):
        command = main.commands[name]
        within = click.Context(command, context, name)
        yield from _command(command, within, f"### sourcebook {name}")
        if isinstance(command, click.Group):
            yield from _actions(name, command, within)


def _actions(name: str, group: click.Group, context: click.Context) -> Iterator[str]:
    """Yield the commands of a group, in the order in which they were made."""
    for action, command in group.commands.items():
        heading = f"#### sourcebook {name} BOOK {action}"
        yield from _command(command, click.Context(command, context, action), heading)


def _command(
    command: click.Command, context: click.Context, heading: str
) -> Iterator[str]:
    yield f"{heading}\n"
    yield "```text"
    yield " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield "```\n"
    for paragraph in (command.help or "").split("\n\n"):
        yield click.wrap_text(" ".join(paragraph.split()), WIDTH) + "\n"
    rows = list(_options(command, context))
    if rows:
        yield "| option | |"
        yield "|---|---|"
        yield from rows
    yield ""


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield a row for each option."""
    for option in command.params:
        record = option.get_help_record(context)
        if isinstance(option, click.Option) and record is not None:
            spelled, said = (part.replace("|", "\\|") for part in record)
            yield f"| `{spelled}` | {' '.join(said.split())} |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
