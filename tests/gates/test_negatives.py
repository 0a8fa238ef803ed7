"""What the tool must not do (DOMAIN 3.9), on the seeds and on the examples.

N1, N2, N4 to N10, N12, N14, N15, N17 and N20 have tests of their own in
test_seeds.py and in tests/reconcile; here stand those that concern whole outputs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builds import Build
from sourcebook.cli import main
from sourcebook.schema.vocabulary import incident_types

FILES = ("reports", "claims", "incidents", "contradictions")


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


def every_key(build: Build) -> set[str]:
    return {key for name in FILES for row in build.rows(name) for key in keys(row)}


def pages(build: Build) -> list[str]:
    found = sorted(build.folder.glob("*.html")) + sorted(build.folder.glob("*.md"))
    assert found
    return [page.read_text("utf-8") for page in found]


def own_words(page: str) -> str:
    """A page without the words of the reports: quotes, and the texts at its end."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    page = re.sub(r'<span class="quote">.*?</span>', "", page, flags=re.S)
    # the last line says that the tool verifies and grades nothing
    page = re.sub(r"[^>\n]*does not verify[^\n]*", "", page)
    return page.split('<section id="reports">')[0]


def test_n1_no_estimate_adds_figures_of_different_scopes(examples: Build) -> None:
    claims = {c["id"]: c for c in examples.rows("claims")}
    for incident in examples.rows("incidents"):
        for estimate in incident["estimates"]:
            if not estimate["metric"].startswith(("devices", "explosions")):
                nodes = {claims[id]["incident"] for id in estimate["inputs"]}
                assert nodes <= {incident["id"]}


def test_n3_every_number_has_range_rule_and_inputs(examples: Build) -> None:
    for incident in examples.rows("incidents"):
        for estimate in incident["estimates"]:
            if estimate["best"] is not None:
                assert estimate["rule"] and estimate["inputs"]
                assert set(estimate["ever"]) == {"low", "high"}


def test_n11_slips_stand_as_written(seeds: Build, shared: Path) -> None:
    page = "".join(pages(seeds))
    for slip in ("Stephanie Dujarric", "three Arab nations", "northern region"):
        source = (shared / "seeds/000_acef5b8a3b54e92e.txt").read_text("utf-8")
        assert slip in source
        assert slip in re.sub(r"<[^>]+>", "", page)


@pytest.mark.parametrize("name", ["seeds", "examples"])
def test_n13_no_probability_and_no_verdict(
    name: str, request: pytest.FixtureRequest
) -> None:
    build = request.getfixturevalue(name)
    assert not every_key(build) & {"probability", "confidence", "verified", "true"}
    for page in pages(build):
        told = own_words(page).lower()
        assert "verified" not in told
        assert "probab" not in told and "confidence" not in told


def test_n16_accidents_have_no_code_of_conflict_datasets() -> None:
    excluded = {t.name: t for t in incident_types().values() if not t.eligible}
    assert {"transport_accident", "natural_disaster"} <= excluded.keys()
    for kind in excluded.values():
        assert kind.acled is None and kind.gtd is None


def test_n18_every_claim_round_trips_to_its_span(
    builder: Callable[..., Build], tmp_path: Path
) -> None:
    report = {"id": "a", "title": "Two dead in Hobart", "published": "2020-03-03"}
    report["text"] = "Two people were killed in a bombing in Hobart on Monday 👍."
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(report), "utf-8")
    claims = builder(path).rows("claims")
    assert claims
    for claim in claims:
        field = report["title"] if claim["field"] == "title" else report["text"]
        assert field[claim["start"] : claim["end"]] == claim["quote"]


def test_n19_no_grade_and_no_rating(examples: Build) -> None:
    assert not every_key(examples) & {"grade", "rating", "reviewRating"}
    for page in pages(examples):
        told = own_words(page)
        assert not re.search(r"ClaimReview|\bgrad(?:e|ing)\b|\brating\b", told)


def test_n21_names_are_out_of_the_public_export(
    examples: Build, tmp_path: Path
) -> None:
    private = examples.text("claims.jsonl")
    assert "Aroha Pene" in private and "Moana Reid" in private
    out = tmp_path / "public"
    book = examples.folder / "book.db"
    main(
        ["export", str(book), str(out), "--to", "jsonl", "--public"],
        standalone_mode=False,
    )
    told: list[dict[str, Any]] = []
    for path in sorted(out.rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            assert "Aroha Pene" not in text and "Moana Reid" not in text, path.name
            told += [json.loads(line) for line in text.splitlines()]
    assert told
