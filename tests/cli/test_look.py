"""Lists of many incidents: the first of them, and how many more there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook.cli import main
from sourcebook.evaluate.bench.filling import fill
from sourcebook.evaluate.bench.shelf import Shelf
from sourcebook.store import Store


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = tmp_path / "book.db"
    told = list(Shelf(6).told(12))
    assert len(told) > 2
    with Store(path, create=True) as store:
        fill(store, told)
    return str(path)


def listed(*words: str) -> Result:
    done = CliRunner().invoke(main, ["incidents", *words])
    assert done.exit_code == 0, done.output
    return done


def test_a_list_ends_where_asked_and_tells_how_many_more_there_are(book: str) -> None:
    every = listed(book, "--limit", "1000")
    first = listed(book, "--limit", "2")
    assert every.stdout.startswith(first.stdout)
    count = len(every.stdout.splitlines()) // 2
    assert len(first.stdout.splitlines()) == 4
    assert f"and {count - 2} more" in first.stderr
    assert "more" not in every.stderr


def test_json_holds_all_unless_fewer_are_asked_for(book: str) -> None:
    every = json.loads(listed(book, "--json").stdout)
    assert json.loads(listed(book, "--json", "--limit", "2").stdout) == every[:2]
    assert json.loads(listed(book, "--json", "--type", "stampede").stdout) == []
