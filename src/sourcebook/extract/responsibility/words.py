"""Word lists of responsibility, read once."""

from __future__ import annotations

from functools import cache

from sourcebook.schema.load import table


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of ``responsibility.toml`` as a set."""
    return frozenset(table("responsibility")[key])


@cache
def people() -> frozenset[str]:
    """Return the nouns for people by their work or part in life, who may do harm.

    Whom harm befalls ("victim", "casualty") is not among them.
    """
    nouns = frozenset(table("populations")["people"]["nouns"])
    return nouns - words("anonymous") - words("harmed") - words("things")
