"""Builds that several tests read, made once a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builds import Build
from sourcebook.cli import main

SHARED = Path(__file__).parents[2] / "shared"
EXAMPLES = Path(__file__).parents[1] / "src/sourcebook/examples/data"


def run_build(inputs: list[Path], out: Path, *options: str) -> Build:
    arguments = ["build", *map(str, inputs), "-o", str(out), *options]
    assert main(arguments, standalone_mode=False) in (0, None)
    return Build(out)


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.exists():
        pytest.skip("the shared evaluation data are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Build]:
    def build(*inputs: Path, options: tuple[str, ...] = ()) -> Build:
        out = tmp_path_factory.mktemp("build") / "out"
        return run_build(list(inputs), out, *options)

    return build


@pytest.fixture(scope="session")
def seeds(shared: Path, builder: Callable[..., Build]) -> Build:
    return builder(shared / "seeds")


@pytest.fixture(scope="session")
def evaluation(shared: Path, builder: Callable[..., Build]) -> Build:
    return builder(shared / "evaluation/reports.jsonl")


@pytest.fixture(scope="session")
def examples(builder: Callable[..., Build]) -> Build:
    return builder(EXAMPLES)
