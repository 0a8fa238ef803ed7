"""SCP-2, SCP-3, NUM-20: roles of figures in short invented reports (``reports.toml``)."""

import re
import tomllib
from pathlib import Path

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report, Text

REPORTS = tomllib.loads(Path(__file__).with_name("reports.toml").read_text("utf-8"))
TOLD = [(row.get("title", ""), row["text"]) for row in REPORTS["report"]]
PUBLISHED = {row["text"]: row.get("published") for row in REPORTS["report"]}
MARK = re.compile(r"\[([^\[\]]+)\]([tpbn])")
ROLES = {
    "incident_total": "t",
    "part_of_total": "p",
    "background": "b",
    "increment": "n",
}


def _marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without marks, and where which role was marked."""
    told, marks, last = "", [], 0
    for mark in MARK.finditer(text):
        told += text[last : mark.start()]
        marks.append((len(told), len(told) + len(mark.group(1)), mark.group(2)))
        told += mark.group(1)
        last = mark.end()
    return told + text[last:], marks


def _report(title: str, text: str) -> Report:
    body = Text.of(_marked(text)[0], language="en")
    return Report.of(
        body,
        source_id=title + text,
        title=_marked(title)[0],
        published=PUBLISHED[text],
    )


@pytest.fixture(scope="module")
def claimed() -> dict[str, tuple[Claim, ...]]:
    extractor = RuleExtractor()
    parsed = parse([_report(*told) for told in TOLD], whole=True)
    return {each.report.source_id: extractor.claims(each) for each in parsed}


@pytest.mark.parametrize(("title", "text"), TOLD, ids=lambda each: each[:40])
def test_figures_have_the_role_that_a_reader_gives_them(
    title: str, text: str, claimed: dict[str, tuple[Claim, ...]]
) -> None:
    figures = [c for c in claimed[title + text] if c.type == "figure"]
    for field, told in (("title", title), ("text", text)):
        plain, marks = _marked(told)
        for start, end, wanted in marks:
            said = {
                "p" if c.setting.part == "site" else ROLES[str(c.role)]
                for c in figures
                if c.field == field and c.span.start < end and c.span.end > start
            }
            assert (plain[start:end], said) == (plain[start:end], {wanted})
