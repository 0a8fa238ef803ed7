"""Many ways of telling one thing: what each invented sentence of ``ways.toml`` counts."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.report import Report, Text

WAYS = tomllib.loads(Path(__file__).with_name("ways.toml").read_text("utf-8"))["way"]


def _report(told: str) -> Report:
    title, _, text = told.rpartition("##")
    return Report.of(
        Text.of(text.strip(), language="en"), source_id=told, title=title.strip()
    )


@pytest.fixture(scope="module")
def counted() -> dict[str, list[str]]:
    extractor = RuleExtractor()
    parsed = parse([_report(way["told"]) for way in WAYS], whole=True)
    return {each.report.source_id: _figures(extractor.claims(each)) for each in parsed}


def _figures(claims: Sequence[Claim]) -> list[str]:
    return [
        f"{claim.quote} | {figure.metric} | {_number(figure)} | {claim.role}"
        for claim in claims
        if isinstance(figure := claim.payload, Figure)
    ]


def _number(figure: Figure) -> int | str:
    """The number as written, the lower end of a range, nothing for vague words."""
    if figure.value is not None:
        return figure.value
    return (figure.low or 0) if figure.comparator == "range" else ""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way["told"][:60])
def test_what_a_sentence_counts(
    way: dict[str, object], counted: dict[str, list[str]]
) -> None:
    assert counted[str(way["told"])] == way["says"]
