"""Who "the victims" are (DOMAIN 3.2), told in invented sentences."""

from __future__ import annotations

import pytest

from sourcebook.extract.figures.find import find_figures
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text


def dead(text: str) -> list[str]:
    report = Report.of(Text.of(text, language="en"), source_id="1")
    (parsed,) = parse([report])
    return [
        draft.quote
        for draft in find_figures(parsed)
        if isinstance(draft.payload, Figure) and draft.payload.metric == "killed"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Five teens were shot in Arden. Police say the victims are two 13-year-olds, a "
        "15-year-old and two men. All five are recovering.",
        "Nine people were wounded in Arden. Among the victims were an 8-year-old boy "
        "and three other adults.",
        "Four people were shot in Arden, and nobody died.\n\nThe victims include one of "
        "Lena Moss's closest friends.",
    ],
)
def test_victims_of_a_report_without_dead_are_not_dead(text: str) -> None:
    assert [quote for quote in dead(text) if quote != "nobody"] == []


def test_victims_of_a_report_with_dead_are_dead() -> None:
    text = "A bomb killed five people in Arden. The victims were three soldiers and two nurses."
    assert dead(text) == ["five people", "three soldiers", "two nurses"]
