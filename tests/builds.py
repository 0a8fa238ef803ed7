"""What `sourcebook build` wrote, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Build:
    """The folder that `sourcebook build` wrote, read back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rows(self, name: str) -> list[dict[str, Any]]:
        lines = (self.folder / f"{name}.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")
