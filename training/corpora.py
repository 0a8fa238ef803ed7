"""Reports of the shared benchmarks, as `sourcebook build` reads them.

The texts are third-party copyright and are not part of this repository: every function
takes the folder that holds the benchmarks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

#: A message of the MUC corpora begins with its id alone at the start of a line.
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})[^\n]*\n", re.M)


def gva(benchmarks: Path) -> list[Row]:
    """Return the reports of the gun-violence archive, in file order."""
    lines = (benchmarks / "gva/reports.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def muc(benchmarks: Path, part: str) -> list[Row]:
    """Return the messages of a MUC-4 part ("tst1", "tst2", "dev"), in file order."""
    folder = benchmarks / "muc4/corpora" / part
    names = sorted(p for p in folder.iterdir() if p.name.startswith((part, "dev-muc3")))
    return [row for path in names for row in _messages(path)]


def _messages(path: Path) -> Iterator[Row]:
    characters = path.read_text("latin-1")
    starts = list(_MESSAGE.finditer(characters))
    for here, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.start() if following else len(characters)
        yield {
            "id": here[1],
            "title": "",
            "text": characters[here.end() : end].strip(),
            "outlet": None,
            "url": None,
            "published": None,
        }
