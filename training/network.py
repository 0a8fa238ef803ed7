"""A small network over sparse features, trained with numpy and scipy alone.

Every feature has a weight of its own and a vector; the mean of a row's vectors goes
through two layers. Adagrad, with dropout; what comes out is the mean of the states of the
later passes. Features seen fewer than :data:`RAREST` times are left out. The seed is
fixed: the same rows give the same network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sourcebook.extract.attribution.weights import SCALE, Network

#: Length of a feature's vector, and of the hidden layer.
WIDTH = 16
RAREST = 5
PASSES, BATCH, SPEED, DROPPED, SEED = 3, 512, 0.1, 0.5, 0
#: The pass from which on states count for the mean, and of how many steps one does.
SETTLED, EVERY = 1, 4

Array = NDArray[Any]


class Rows(NamedTuple):
    """Rows of features: where each begins in ``places`` (and the last ends)."""

    ends: Array
    places: Array

    def some(self, chosen: Array) -> Rows:
        """Return some of the rows."""
        parts = [self.places[self.ends[k] : self.ends[k + 1]] for k in chosen]
        lengths = self.ends[chosen + 1] - self.ends[chosen]
        return Rows(np.concatenate([[0], np.cumsum(lengths)]), np.concatenate(parts))


def known_rows(rows: Sequence[Array]) -> tuple[Array, Rows]:
    """Return the numbers of the features that are frequent enough, and rows of them."""
    numbers = np.concatenate(list(rows))
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    every, place, count = np.unique(numbers, return_inverse=True, return_counts=True)
    kept = count >= RAREST
    held = kept[place]
    new = (np.cumsum(kept) - 1)[place[held]]
    before = np.concatenate([[0], np.cumsum(held)])
    return every[kept], Rows(before[ends], new)


class Learner:
    """The network while it learns."""

    def __init__(self, features: int) -> None:
        chance = np.random.default_rng(SEED)
        self.chance = chance
        self.parts: dict[str, Array] = {
            "plain": np.zeros(features),
            "vectors": chance.standard_normal((features, WIDTH)) * 0.1,
            "base": np.zeros(1),
            "shift": np.zeros(WIDTH),
            "inner": chance.standard_normal((WIDTH, WIDTH)) * np.sqrt(2 / WIDTH),
            "inner_shift": np.zeros(WIDTH),
            "outer": chance.standard_normal(WIDTH) * np.sqrt(1 / WIDTH),
        }
        self.parts = {k: v.astype(np.float32) for k, v in self.parts.items()}
        self._squares = {k: np.full_like(v, 1e-8) for k, v in self.parts.items()}

    def learn(self, rows: Rows, right: Array) -> None:
        """Take one step towards what is right for a batch of rows."""
        part = self.parts
        used, place = np.unique(rows.places, return_inverse=True)
        told = csr_matrix(
            (np.ones(len(place), np.float32), place, rows.ends),
            shape=(len(right), len(used)),
        )
        share = (SCALE / np.maximum(1, np.diff(rows.ends))).astype(np.float32)[:, None]
        low = (told @ part["vectors"][used]) * share + part["shift"]
        low_open = (low > 0) * self._mask(low)
        low = low * low_open
        high = low @ part["inner"] + part["inner_shift"]
        high_open = (high > 0) * self._mask(high)
        high = high * high_open
        total = told @ part["plain"][used] + high @ part["outer"] + part["base"]
        error = ((1 / (1 + np.exp(-total)) - right) / len(right)).astype(np.float32)
        to_high = np.outer(error, part["outer"]) * high_open
        to_low = (to_high @ part["inner"].T) * low_open
        back = told.T.tocsr()
        self._step("outer", high.T @ error)
        self._step("base", error.sum(keepdims=True))
        self._step("inner", low.T @ to_high)
        self._step("inner_shift", to_high.sum(axis=0))
        self._step("shift", to_low.sum(axis=0))
        self._step("vectors", back @ (to_low * share), used)
        self._step("plain", back @ error, used, SPEED / 2)

    def _mask(self, layer: Array) -> Array:
        kept = self.chance.random(layer.shape) > DROPPED
        return kept.astype(np.float32) / np.float32(1 - DROPPED)

    def _step(
        self, name: str, slope: Array, used: Array | None = None, speed: float = SPEED
    ) -> None:
        at = slice(None) if used is None else used
        self._squares[name][at] += slope * slope
        self.parts[name][at] -= speed * slope / np.sqrt(self._squares[name][at])


def fitted(rows: Sequence[Array], right: Sequence[bool]) -> Network:
    """Return the network that learned the rows, with all parts in half precision."""
    known, held = known_rows(rows)
    learner = Learner(len(known))
    wanted = np.asarray(right, np.float32)
    order = np.random.default_rng(SEED)
    states = 0
    mean = {name: np.zeros_like(part) for name, part in learner.parts.items()}
    for done in range(PASSES):
        shuffled = order.permutation(len(wanted))
        for step, start in enumerate(range(0, len(wanted), BATCH)):
            chosen = shuffled[start : start + BATCH]
            learner.learn(held.some(chosen), wanted[chosen])
            if done >= SETTLED and step % EVERY == 0:
                states += 1
                for name, part in learner.parts.items():
                    mean[name] += (part - mean[name]) / states
    parts = {name: part.astype(np.float16) for name, part in mean.items()}
    return Network(known=known, **parts)
