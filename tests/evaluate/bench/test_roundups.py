"""Roundups: parts reach their incidents, and no death counts twice (DESIGN 8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builds import Build
from sourcebook.evaluate.bench.methods import rows
from sourcebook.evaluate.bench.roundups import score_roundups

GOLD = Path(__file__).parents[3] / "training/roundups"
FLOORS = {"incidents_found": 0.85, "incidents_placed": 0.92, "shared_joined": 1.0}


@pytest.fixture(scope="module")
def build(builder: Callable[..., Build]) -> Build:
    return builder(GOLD / "reports.jsonl")


def test_roundups_keep_their_floors(build: Build) -> None:
    measures = score_roundups(build.folder, GOLD)
    assert {k: v for k, v in measures.items() if v < FLOORS.get(k, v)} == {}
    assert measures["deaths_twice"] == 0


def test_thirty_roundups_and_ten_incidents_told_twice() -> None:
    gold = rows(GOLD / "gold.jsonl")
    several = [row for row in gold if len(row["incidents"]) > 1]
    alone = {row["incidents"][0]["id"] for row in gold if len(row["incidents"]) == 1}
    told = {one["id"] for row in several for one in row["incidents"]}
    assert len(several) == 30
    assert len(alone & told) == 10


def test_a_sum_in_a_tree_and_a_part_in_two_count_deaths_twice(
    build: Build, tmp_path: Path
) -> None:
    for name in ("reports", "incidents", "claims"):
        text = build.text(f"{name}.jsonl")
        if name == "claims":
            node = next(r["id"] for r in build.rows("incidents") if not r["parent"])
            old = '"incident": null, "role": "background"'
            text = text.replace(old, f'"incident": "{node}", "role": "incident_total"')
        (tmp_path / f"{name}.jsonl").write_text(text, "utf-8")
    assert score_roundups(tmp_path, GOLD)["deaths_twice"] > 500
