"""Learned weights: how likely a word is a cue, a noun its source, a branch its content.

Three small networks over hashed feature names, trained by ``training.cues``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcebook.schema.load import arrays

#: What the mean of a row's vectors is multiplied with before the first layer.
SCALE = 4.0


def number(name: str) -> int:
    """Return the number of a feature name; the same on every machine."""
    return zlib.crc32(name.encode())


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A weight and a vector for each known feature, and two layers over the vectors.

    ``known`` are the numbers of the features in order; ``plain`` and ``vectors`` go
    with them, ``base`` and ``shift`` with every row; ``inner``, ``inner_shift`` and
    ``outer`` are the layers.
    """

    known: NDArray[Any]
    plain: NDArray[Any]
    vectors: NDArray[Any]
    base: NDArray[Any]
    shift: NDArray[Any]
    inner: NDArray[Any]
    inner_shift: NDArray[Any]
    outer: NDArray[Any]

    def chance(self, names: Iterable[str]) -> float:
        """Return the probability that the named features give, from 0 to 1."""
        asked = np.unique(np.fromiter((number(n) for n in names), np.uint32))
        places = np.searchsorted(self.known, asked)
        places = np.minimum(places, len(self.known) - 1)
        places = places[self.known[places] == asked]
        total = float(self.base[0])
        if len(places):
            total += float(self.plain[places].sum(dtype=np.float64))
            mean = self.vectors[places].sum(axis=0, dtype=np.float64) / len(places)
            low = np.maximum(0.0, SCALE * mean + self.shift)
            high = np.maximum(0.0, low @ self.inner + self.inner_shift)
            total += float(high @ self.outer)
        return float(1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0))))


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The networks of the three questions, and the lemmas that were ever seen as cues."""

    cue: Network
    source: Network
    content: Network
    lemmas: frozenset[str]


@cache
def weights() -> Weights:
    """Return the shipped weights, read once a process."""
    held = arrays("attribution")
    return Weights(
        cue=_network(held, "cue"),
        source=_network(held, "source"),
        content=_network(held, "content"),
        lemmas=frozenset(str(lemma) for lemma in held["lemmas"]),
    )


def _network(held: dict[str, NDArray[Any]], part: str) -> Network:
    """One network; its layers are widened, the vectors stay in half precision."""
    wide = ("base", "shift", "inner", "inner_shift", "outer")
    parts = {f.name: held[f"{part}_{f.name}"] for f in fields(Network)}
    return Network(
        **{
            name: value.astype(np.float64) if name in wide else value
            for name, value in parts.items()
        }
    )
