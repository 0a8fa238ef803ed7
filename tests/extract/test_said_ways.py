"""Many ways of telling who did it and who said what: the passages of ``said_ways.toml``."""

import tomllib
from pathlib import Path

import pytest

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.responsibility import find_responsibility
from sourcebook.extract.statements import find_statements
from sourcebook.model.claim import Responsibility, Statement
from sourcebook.model.report import Report, Text

WAYS = tomllib.loads(Path(__file__).with_name("said_ways.toml").read_text("utf-8"))[
    "way"
]
#: Acts that nobody performs towards what happened.
_PLAIN = frozenset({"comment", "thank", "state_motive"})


def _report(told: str, title: str) -> Report:
    return Report.of(Text.of(told, language="en"), source_id=told, title=title)


@pytest.fixture(scope="module")
def told() -> dict[str, list[str]]:
    reports = [_report(way["told"], way.get("title", "")) for way in WAYS]
    return {
        each.report.source_id: sorted(_rows(each))
        for each in parse(reports, whole=True)
    }


def _rows(parsed: Parsed) -> list[str]:
    attributions = Attributions(parsed)
    found = []
    for draft in find_responsibility(parsed, attributions):
        assert isinstance(draft.payload, Responsibility)
        found.append(f"{draft.payload.actor} | {draft.payload.relation}")
    for draft in find_statements(parsed, attributions):
        assert isinstance(draft.payload, Statement)
        if draft.payload.act not in _PLAIN:
            found.append(f"{draft.payload.speaker} | {draft.payload.act}")
    return found


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way["told"][:60])
def test_rsp_1_stm_1_who_did_it_and_who_said_what(
    way: dict[str, list[str]], told: dict[str, list[str]]
) -> None:
    found = told[str(way["told"])]
    assert set(way["says"]) <= set(found)
    assert way["says"] or not found
