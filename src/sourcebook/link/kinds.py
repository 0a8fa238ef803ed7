"""Whether two types of incident may be one occurrence, told by reports that know more or less."""

from __future__ import annotations

from functools import cache

from sourcebook.schema.load import table

_UNKNOWN = "unknown"


def are_unlike(left: str, right: str) -> bool:
    """Whether two incident types cannot well be one; an unknown type may be any.

    >>> (
    ...     are_unlike("shooting", "transport_accident"),
    ...     are_unlike("arson", "fire_accident"),
    ... )
    (True, False)
    """
    if left == right or _UNKNOWN in (left, right):
        return False
    return _families(left).isdisjoint(_families(right))


@cache
def _families(kind: str) -> frozenset[str]:
    families: dict[str, str] = table("linking")["families"]
    return frozenset(name for name, types in families.items() if kind in types.split())
