from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourcebook.cli import main
from sourcebook.text import gazetteer_build


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def quick(path: Path) -> None:
        path.write_bytes(b"x" * 2_000_000)

    monkeypatch.setenv("SOURCEBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(gazetteer_build, "_build", quick)
    return tmp_path / "cache"


def test_it_is_built_and_told_where_and_how_large(cache: Path) -> None:
    told = CliRunner().invoke(main, ["gazetteer"])
    (index,) = cache.iterdir()
    assert told.stdout == f"{index}, 2 MB\n"
    as_json = CliRunner().invoke(main, ["gazetteer", "--json"])
    assert json.loads(as_json.stdout) == {"file": str(index), "bytes": 2_000_000}


def test_a_cache_that_cannot_be_written_names_the_setting(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_text("in the way")
    told = CliRunner().invoke(main, ["gazetteer"])
    assert told.exit_code == 1
    assert "SOURCEBOOK_CACHE" in told.stderr
