"""Quality has floors that cannot sink silently (docs/evaluation.md)."""

from __future__ import annotations

from pathlib import Path

from builds import Build
from sourcebook.evaluate import check_floors, score

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "evaluation/floors.json"


def test_examples_keep_their_floors(examples: Build) -> None:
    gold = ROOT / "evaluation/examples"
    measures = score(examples.folder, gold).measures
    below = check_floors(measures, floors=FLOORS, name="examples", gold=gold)
    assert below == []


def test_shared_evaluation_keeps_its_floors(evaluation: Build, shared: Path) -> None:
    gold = shared / "evaluation/gold"
    measures = score(evaluation.folder, gold).measures
    below = check_floors(measures, floors=FLOORS, name="evaluation", gold=gold)
    assert below == []
