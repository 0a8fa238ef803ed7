import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourcebook.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that holds one benchmark: the shipped examples and their gold."""
    folder = tmp_path / "evaluation"
    shutil.copytree(ROOT / "src/sourcebook/examples/data", folder / "reports.jsonl")
    shutil.copytree(ROOT / "evaluation/examples", folder / "gold")
    return tmp_path


def test_bench_puts_simple_methods_beside_ours(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    run = CliRunner().invoke(
        main, ["bench", str(data), "evaluation", "--write", str(page)]
    )
    assert run.exit_code == 0, run.output
    row = next(x for x in run.output.splitlines() if "figures.valued_f1" in x)
    ours, dependency, regex = (float(x) for x in row.split("|")[3:6])
    assert ours > dependency > 0
    assert ours > regex > 0
    assert page.read_text("utf-8") in run.output


def test_bench_names_what_it_knows(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["bench", str(tmp_path), "nosuch"])
    assert run.exit_code == 1
    assert "gva-counts" in run.output


def test_bench_says_where_it_looked(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["bench", str(tmp_path), "polnear"])
    assert run.exit_code == 1
    assert "benchmarks/polnear/test" in run.output


def test_bench_scale_makes_its_own_data() -> None:
    run = CliRunner().invoke(main, ["bench", "scale", "--reports", "100"])
    assert run.exit_code == 0, run.output
    assert "| growth, 100 reports | incidents |" in run.output


def test_bench_wants_a_folder_that_is_there() -> None:
    run = CliRunner().invoke(main, ["bench", "nowhere"])
    assert run.exit_code == 1
    assert "no folder nowhere" in run.output
