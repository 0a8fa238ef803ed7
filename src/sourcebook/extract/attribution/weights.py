"""Learned weights: how likely a word is a cue, a noun its source, a branch its content.

Three logistic regressions over hashed feature names, trained by ``training.cues``.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from numpy.typing import NDArray

from sourcebook.schema.load import arrays

#: Places that feature names are hashed into, for each of the three.
BUCKETS = 1 << 17


def bucket(name: str) -> int:
    """Return the place of a feature name; the same on every machine."""
    return zlib.crc32(name.encode()) % BUCKETS


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The weights of the three questions, and the lemmas that were ever seen as cues."""

    cue: NDArray[Any]
    source: NDArray[Any]
    content: NDArray[Any]
    lemmas: frozenset[str]


@cache
def weights() -> Weights:
    """Return the shipped weights, read once a process."""
    held = arrays("attribution")
    return Weights(
        cue=held["cue"],
        source=held["source"],
        content=held["content"],
        lemmas=frozenset(str(lemma) for lemma in held["lemmas"]),
    )


def chance(part: NDArray[Any], names: Iterable[str]) -> float:
    """Return the probability that the named features give, from 0 to 1."""
    places = sorted({bucket(name) for name in names})
    total = math.fsum(float(part[place]) for place in places)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
