"""How the screen's weights are learned; no benchmark is needed."""

from __future__ import annotations

import numpy as np
from training.screening import fit, learn

from sourcebook.model.report import Report, Text


def _reports(sentence: str, count: int) -> list[Report]:
    texts = [f"{sentence} It was told {i} times." * (1 + i % 3) for i in range(count)]
    return [
        Report.of(Text.of(text, language="en"), source_id=str(i))
        for i, text in enumerate(texts)
    ]


def test_a_heavier_row_draws_the_line_to_its_side() -> None:
    rows = np.array([[0.0], [1.0], [1.0]])
    wanted = np.array([0.0, 1.0, 0.0])
    light = fit(rows, wanted, np.array([1.0, 1.0, 1.0]))
    heavy = fit(rows, wanted, np.array([1.0, 9.0, 1.0]))
    assert heavy[0] + heavy[1] > light[0] + light[1]


def test_harm_weighs_for_a_report_and_politics_against_it() -> None:
    parts = {
        "gva": _reports("Police said a man was shot and wounded on Elm Street.", 9),
        "muc4": _reports("The guerrillas kidnapped soldiers near the village.", 9),
        "polnear": _reports("The senator told voters of the tax debate and polls.", 9),
    }
    learned = learn(parts)
    assert learned["strong"] > 0 > learned["politics"]
