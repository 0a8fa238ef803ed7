"""How wires and long reports tell of people: what each sentence of ``wires_ways.toml`` counts."""

import tomllib
from pathlib import Path

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.report import Report, Text

WAYS = tomllib.loads(Path(__file__).with_name("wires_ways.toml").read_text("utf-8"))[
    "way"
]


def _report(told: str) -> Report:
    title, _, text = told.rpartition("##")
    return Report.of(
        Text.of(text.strip(), language="en"), source_id=told, title=title.strip()
    )


@pytest.fixture(scope="module")
def counted() -> dict[str, list[str]]:
    extractor = RuleExtractor()
    parsed = parse([_report(way["told"]) for way in WAYS], whole=True)
    return {
        each.report.source_id: [
            _row(claim, figure)
            for claim in extractor.claims(each)
            if isinstance(figure := claim.payload, Figure)
        ]
        for each in parsed
    }


def _row(claim: Claim, figure: Figure) -> str:
    """The words counted, the metric and the number as written, a range by its low end."""
    number: int | str = "" if figure.value is None else figure.value
    if figure.comparator == "range":
        number = figure.low or 0
    return f"{claim.quote} | {figure.metric} | {number}"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way["told"][:60])
def test_what_a_sentence_counts(
    way: dict[str, object], counted: dict[str, list[str]]
) -> None:
    assert counted[str(way["told"])] == way["says"]
