"""Every block of the documentation that can run runs, and prints what it says."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_examples import CodeExample, EvalExample, find_examples

from sourcebook.cli import main

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the gold of the examples beside it, as in a checkout."""
    place = tmp_path / "user"
    shutil.copytree(ROOT / "evaluation/examples", place / "evaluation/examples")
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_blocks_run_in_order_and_print_what_the_page_shows(
    page: Path, folder: Path, eval_example: EvalExample
) -> None:
    known: dict[str, object] = {}
    for block in blocks(page):
        if isinstance(block, CodeExample):
            known |= evaluated(eval_example, block, known)
            continue
        for command, shown in commands(block):
            said = run(command)
            assert matches(shown, said), f"{page.name}: {command}\n{said}"


def blocks(page: Path) -> list[CodeExample | str]:
    """Return the Python blocks and the sources of the console blocks, in order."""
    text = page.read_text("utf-8")
    found: dict[int, CodeExample | str] = {
        block.start_index: block for block in find_examples(page)
    }
    found |= {match.start(): match[1] for match in _CONSOLE.finditer(text)}
    return [found[start] for start in sorted(found)]


def evaluated(
    eval_example: EvalExample, block: CodeExample, known: dict[str, object]
) -> dict[str, object]:
    """Run a Python block on what the blocks before it made; return what it made."""
    try:
        return eval_example.run_print_check(block, module_globals=known)
    except Exception as error:
        failed = f"{block.path}, line {block.start_line}: {error!r}"
    # Raised here: pytest cannot show the made-up traceback that the error carries.
    pytest.fail(failed, pytrace=False)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with the output shown under it."""
    for part in f"\n{block}".split("\n$ ")[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def run(command: str) -> str:
    """Run a command of ours; return all that it printed."""
    name, *arguments = shlex.split(command.replace("$BOMBINGS", bombings(command)))
    assert name == "sourcebook", f"the documentation runs only sourcebook, not {name}"
    return CliRunner().invoke(main, arguments).output


def bombings(command: str) -> str:
    """Return the id of the incident that most reports tell of, where it is named."""
    if "$BOMBINGS" not in command:
        return ""
    book = shlex.split(command)[2]
    listed = json.loads(CliRunner().invoke(main, ["incidents", book, "--json"]).stdout)
    return str(max(listed, key=lambda row: len(row["reports"]))["id"][:8])


def matches(shown: str, said: str) -> bool:
    return doctest.OutputChecker().check_output(shown + "\n", said, _LOOSE)


def test_output_is_compared_with_dots_for_what_is_left_out() -> None:
    assert matches("8 reports, ... claims", "8 reports, 141 claims\n")
    assert not matches("8 reports, ... claims", "9 reports, 141 claims\n")


def test_the_tutorial_has_blocks_of_both_kinds() -> None:
    found = blocks(ROOT / "docs/tutorial.md")
    assert sum(isinstance(block, str) for block in found) > 8
    assert sum(isinstance(block, CodeExample) for block in found) > 2
