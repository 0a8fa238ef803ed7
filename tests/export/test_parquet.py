from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from builds import Build
from sourcebook.book import Book
from sourcebook.export.columns import SCHEMAS, write

NAMES = ["reports", "claims", "incidents", "estimates", "contradictions"]


@pytest.fixture(scope="module")
def folder(examples: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parquet")
    with Book(examples.folder / "book.db") as book:
        files = book.export(folder, to="parquet")
    assert [file.name for file in files] == [f"{name}.parquet" for name in NAMES]
    return folder


def lines(examples: Build, name: str) -> list[dict[str, Any]]:
    told = (examples.folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in told]


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the fields that have no value: columns are there for all rows."""
    return {name: value for name, value in row.items() if value is not None}


@pytest.mark.parametrize("name", ["reports", "claims", "contradictions"])
def test_rows_are_those_of_the_json_lines(
    examples: Build, folder: Path, name: str
) -> None:
    rows = pq.read_table(folder / f"{name}.parquet").to_pylist()
    assert [told(row) for row in rows] == [told(row) for row in lines(examples, name)]
    assert rows


def test_estimates_stand_in_a_file_of_their_own(examples: Build, folder: Path) -> None:
    incidents = lines(examples, "incidents")
    rows = pq.read_table(folder / "incidents.parquet").to_pylist()
    bare = [{k: v for k, v in row.items() if k != "estimates"} for row in incidents]
    assert [told(row) for row in rows] == [told(row) for row in bare]
    inside = [
        told({"incident": row["id"], **estimate})
        for row in incidents
        for estimate in row["estimates"]
    ]
    estimates = pq.read_table(folder / "estimates.parquet").to_pylist()
    assert [told(row) for row in estimates] == inside


def test_numbers_are_numbers(folder: Path) -> None:
    claims = pq.read_schema(folder / "claims.parquet")
    assert str(claims.field("low").type) == "int64"
    assert str(claims.field("lat").type) == "double"
    for name in NAMES:
        assert pq.read_schema(folder / f"{name}.parquet").names == SCHEMAS[name].names


def test_equal_books_give_equal_bytes(
    examples: Build, folder: Path, tmp_path: Path
) -> None:
    with Book(examples.folder / "book.db") as book:
        for file in book.export(tmp_path, to="parquet"):
            assert file.read_bytes() == (folder / file.name).read_bytes()


def test_a_field_without_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no column for colour"):
        write(
            tmp_path / "a.parquet", [{"id": "1", "colour": "red"}], SCHEMAS["reports"]
        )
