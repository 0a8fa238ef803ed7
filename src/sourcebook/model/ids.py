"""Identifiers: short SHA-256 digests over a JSON list of the parts.

Parts are JSON-encoded before hashing, so ("ab", "c") and ("a", "bc") differ.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TypeAlias

#: Hex digits kept of a digest: 96 bits, so a million ids collide with a chance
#: below 1e-17 and an id still fits on a line.
ID_LENGTH = 24
_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Part: TypeAlias = "str | int | float | bool | Sequence[Part] | None"


def identify(*parts: Part) -> str:
    """Return the id of an ordered list of parts.

    >>> identify("ab", "c") == identify("a", "bc")
    False
    >>> len(identify("report", 1))
    24
    """
    return digest(_CANONICAL.encode(parts))[:ID_LENGTH]


def digest(characters: str) -> str:
    """Return the SHA-256 of the UTF-8 bytes, 64 hex digits.

    Lone surrogates, which broken input can carry, are encoded as they stand.
    """
    return hashlib.sha256(characters.encode("utf-8", "surrogatepass")).hexdigest()
