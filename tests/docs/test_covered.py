"""Whatever users can name is documented: a new word fails here until it is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest

import sourcebook
from builds import Build
from sourcebook import errors
from sourcebook.book import Book, ClaimView, EstimateView, IncidentView, Table
from sourcebook.book.book import FORMATS
from sourcebook.book.keeping import Keeping
from sourcebook.book.readings import Readings
from sourcebook.cli import main
from sourcebook.config import SETTINGS
from sourcebook.model import claim as words
from sourcebook.model.estimate import ContradictionKind, Profile, Severity
from sourcebook.readers import READERS
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import (
    acts,
    incident_types,
    instruments,
    target_kinds,
)

DOCS = Path(__file__).parents[2] / "docs"


def ticked(page: str) -> set[str]:
    """Return the words in code marks of a page, or of a part of one.

    A mark such as ``estimate(metric)`` counts as ``estimate``.
    """
    marks = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.S))
    return {re.split(r"[(=\s]", mark.strip())[0].strip('"') for mark in marks} | {
        mark.strip() for mark in marks
    }


def page(name: str, heading: str | None = None) -> str:
    """Return a page, or its section under a heading of the third level."""
    text = (DOCS / name).read_text("utf-8")
    if heading is None:
        return text
    _, found, rest = text.partition(f"\n### {heading}\n")
    assert found, f"docs/{name} has no section {heading}"
    return re.split(r"\n##?#? ", rest)[0]


def test_commands_and_options() -> None:
    for name, command in main.commands.items():
        section = page("cli.md", f"sourcebook {name}")
        for option in command.params:
            if isinstance(option, click.Option):
                assert all(spelled in section for spelled in option.opts)
    for option in main.params:
        assert option.opts[-1] in page("cli.md")


def test_settings() -> None:
    assert {setting.name for setting in SETTINGS} <= ticked(page("cli.md"))


def test_public_names() -> None:
    known = ticked(page("api.md"))
    assert {f"sourcebook.{n}" for n in sourcebook.__all__} - known <= {
        "sourcebook.SourcebookError"
    }
    assert "SourcebookError" in known


@pytest.mark.parametrize(
    "kind",
    [Book, Keeping, Readings, IncidentView, EstimateView, ClaimView, Table],
    ids=lambda k: k.__name__,
)
def test_public_members(kind: type) -> None:
    own = {name for name in vars(kind) if not name.startswith("_")}
    values = {"value", "rows", "id", "label", "quote"}  # fields, told as such
    assert own - values - {"contents"} <= ticked(page("api.md"))


def test_errors() -> None:
    raised = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, Exception)
    }
    assert raised <= ticked(page("api.md"))


@pytest.mark.parametrize(
    "kind",
    [
        words.ClaimType,
        words.Metric,
        words.Comparator,
        words.Role,
        words.Modality,
        words.LinkRelation,
        words.Relation,
        words.Act,
        words.Mode,
        words.Basis,
        ContradictionKind,
        Severity,
        Profile,
    ],
    ids=str,
)
def test_words_of_the_values(kind: Any) -> None:
    assert set(get_args(kind)) <= ticked(page("formats.md"))


def test_words_of_the_vocabularies() -> None:
    shipped = {*acts(), *incident_types(), *instruments(), *target_kinds(), "unknown"}
    assert shipped <= ticked(page("formats.md"))


def test_rules_that_estimates_name(examples: Build) -> None:
    named = {
        rule
        for incident in examples.rows("incidents")
        for estimate in incident["estimates"]
        for rule in estimate["rule"].split("+")
    }
    assert named <= ticked(page("formats.md"))


def test_formats_and_suffixes() -> None:
    known = ticked(page("formats.md"))
    assert {suffix for reader in READERS for suffix in reader.suffixes} <= known
    assert set(FORMATS) <= {
        word for mark in known for word in mark.replace("--to", " ").split()
    }
    fields = {key for key in table("input_fields") if key != "lists"}
    assert fields <= known
    assert set(table("input_fields")["lists"]) <= known


@pytest.mark.parametrize("name", ["reports", "claims", "incidents", "contradictions"])
def test_keys_of_the_json_lines(examples: Build, name: str) -> None:
    section = page("formats.md", f"{name}.jsonl") + page("formats.md", "claims.jsonl")
    rows = examples.rows(name)
    assert rows
    assert {key for row in rows for key in keys(row)} <= ticked(section)


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from keys(held)
    elif isinstance(value, list):
        for held in value:
            yield from keys(held)


@pytest.mark.parametrize("name", ["figures.csv", "incidents.csv"])
def test_columns_of_the_sheets(examples: Build, name: str) -> None:
    (header, *_) = csv.reader(io.StringIO(examples.text(name).lstrip("\ufeff")))
    alike = {
        column.replace(metric, "killed")
        for column in header
        for metric in [column.split("_")[0]]
        if metric in get_args(words.Metric)
    }
    plain = {c for c in header if c.split("_")[0] not in get_args(words.Metric)}
    assert plain | alike <= ticked(page("formats.md", name))


def test_keys_of_the_log(builder: Any, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Seven people were killed.")
    (tmp_path / "empty.txt").touch()
    (line,) = builder(tmp_path).text("log.jsonl").splitlines()
    assert set(json.loads(line)) <= ticked(page("formats.md", "log.jsonl"))
