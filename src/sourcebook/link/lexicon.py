"""The word lists of linking, read once."""

from __future__ import annotations

from functools import cache

from sourcebook.schema.load import table


@cache
def listed(section: str, name: str = "words") -> frozenset[str]:
    """Return one list of the data file ``linking.toml`` as a set of words."""
    return frozenset(table("linking")[section][name].split())
