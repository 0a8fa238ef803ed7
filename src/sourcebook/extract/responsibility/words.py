"""Word lists of responsibility, read once."""

from __future__ import annotations

from functools import cache

from sourcebook.schema.load import table


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of ``responsibility.toml`` as a set."""
    return frozenset(table("responsibility")[key])
