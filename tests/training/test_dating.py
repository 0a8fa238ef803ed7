"""How the weights of dates are learned; no benchmark is needed."""

from __future__ import annotations

import json
from pathlib import Path

from training.dating import Example, annotated, learn, share

RIGHT, WRONG = ("on an event verb", "lead"), ("on saying", "second")


def test_signs_of_the_right_dates_weigh_for_a_date() -> None:
    days = ["2031-05-03", "2031-05-04"]
    known = [Example(days[0], ((days[0], RIGHT), (days[1], WRONG))) for _ in range(9)]
    weights = learn(known)
    assert weights["on an event verb"] > 0 > weights["on saying"]
    assert share(known, weights) == 1.0
    assert share([Example(days[1], known[0].dates)], weights) == 0.0


def test_rare_signs_are_not_learned() -> None:
    known = [Example("2031-05-03", (("2031-05-03", RIGHT),)) for _ in range(3)]
    assert learn([*known, *known, *known]).keys() == {"start", *RIGHT}
    assert learn([*known, *known]).keys() == {"start"}


def test_the_annotation_gives_the_day_of_the_main_incident(tmp_path: Path) -> None:
    told = {
        "incidents": [{"id": "I1", "start_date": "2031-05-03"}, {"id": "I2"}],
        "documents": [
            {"file": "a", "main_incident": "I1"},
            {"file": "b", "main_incident": "I2"},
            {"file": "c", "main_incident": None},
        ],
    }
    (tmp_path / "one.json").write_text(json.dumps(told), encoding="utf-8")
    assert annotated(tmp_path) == {"a": "2031-05-03"}
