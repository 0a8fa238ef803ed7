"""Reading the data files of the schema."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the parsed data file ``data/<name>.toml``; do not change the result."""
    path = files("sourcebook.schema") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
