"""Single persons told one by one."""

from __future__ import annotations

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed


def singles_in(parsed: Parsed, counts: list[Draft]) -> list[Draft]:
    """Return a draft for each single person whose harm the words state (NUM-20)."""
    return []
