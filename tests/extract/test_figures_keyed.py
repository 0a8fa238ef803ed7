"""Figures that a key tells: in logs, registers and tables."""

from __future__ import annotations

import pytest

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text

LEAD = "Soldiers shelled a village near Napier, police said on Monday.\n\n"


def _figures(text: str) -> list[tuple[str, int | None, str]]:
    written = Text.of(LEAD + text, language="en")
    report = Report.of(written, source_id="a", title="", published="2031-03-06")
    ((_, claims),) = RuleExtractor().extract([report])
    told = [c.payload for c in claims if isinstance(c.payload, Figure)]
    return [(f.metric, f.value, f.population) for f in told]


@pytest.mark.parametrize(
    "text",
    [
        "A plane hit trees. Aboard: 8. Fatal: 3. Serious: 5.",
        "Dead: 3, wounded: 5",
        "Ambush near the bridge, 3 KIA, 5 WIA.",
        "K = killed, W = wounded\n\n3 May | Napier | mine | K 3 | W 5",
        "Date | Town | Killed | Wounded\n\n3 May | Napier | 3 | 5",
    ],
)
def test_a_key_beside_a_number_tells_whom_it_counts(text: str) -> None:
    assert _figures(text) == [("killed", 3, "persons"), ("injured", 5, "persons")]


def test_sides_in_brackets_are_counted_apart() -> None:
    text = "K = killed\n\n3 May | Napier | clash | K 17 (14 militants, 3 soldiers)"
    assert _figures(text) == [
        ("killed", 17, "persons"),
        ("killed", 14, "combatants"),
        ("killed", 3, "security_forces"),
    ]


def test_a_side_in_brackets_is_that_of_all() -> None:
    text = "K = killed\n\n3 May | Napier | mine | K 5 (soldiers)"
    assert _figures(text) == [("killed", 5, "security_forces")]
