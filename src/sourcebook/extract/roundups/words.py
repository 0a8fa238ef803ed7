"""The words of roundups, compiled once a process."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.schema.load import table
from sourcebook.text.alternatives import either


@cache
def spoken(section: str, key: str) -> re.Pattern[str]:
    """Return the compiled pattern or list of patterns at a place of the data file."""
    entry = table("roundups")[section][key]
    told = [entry] if isinstance(entry, str) else entry
    return re.compile(either(told))


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """Return a word list of the data file."""
    return frozenset(table("roundups")[section][key].split())
