"""A few of the trials of ``tests/crash.py``, which tries hundreds when asked to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
def test_killed_or_without_room_or_in_pairs_the_bytes_are_the_same() -> None:
    done = subprocess.run(
        [
            sys.executable,
            str(TESTS / "crash.py"),
            *("--kills", "4", "--failing", "3", "--pairs", "1", "--seed", "3"),
        ],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 books export the same bytes" in done.stdout
