"""docs/cli.md is what its generator writes from the commands."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_current() -> None:
    generator = runpy.run_path(str(DOCS / "generate.py"))
    current = (DOCS / "cli.md").read_text("utf-8")
    assert current == generator["page"](current), "run: python docs/generate.py"
