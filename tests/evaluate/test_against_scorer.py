"""Our measures against those of the independent scorer beside this checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from builds import Build
from sourcebook.evaluate import score

GOLD = Path(__file__).parents[2] / "evaluation/examples"


def test_every_measure_is_the_one_that_the_scorer_gives(
    shared: Path, examples: Build
) -> None:
    scorer = shared / "evaluation/score.py"
    arguments = ["--gold", str(GOLD), "--pred", str(examples.folder), "--json"]
    told = subprocess.run(
        [sys.executable, str(scorer), *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    theirs = json.loads(told.stdout)
    ours = score(examples.folder, GOLD).measures
    together = theirs.keys() & ours.keys()
    assert len(together) > 30
    assert {key: ours[key] for key in together} == pytest.approx(
        {key: theirs[key] for key in together}, abs=1e-9
    )
