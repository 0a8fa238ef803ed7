"""Weighted words as arrays: how alike two reports are, told fast and to the last digit.

Weights are whole numbers, so that sums do not hang on the order of the words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The length of a vector, in whole numbers.
UNIT = 100_000

#: Words with their share of the length, heaviest first.
Shares = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """The numbers of the words of a report in a lexicon, and the share of each."""

    lexicon: Lexicon
    places: NDArray[np.int64]
    values: NDArray[np.int64]

    def cosine(self, other: Vector) -> float:
        """Return the cosine of two vectors; fastest where this one was asked last."""
        return self.lexicon.product(self, other) / UNIT**2


class Lexicon:
    """Numbers for words; vectors are compared with others of the same lexicon."""

    def __init__(self) -> None:
        import numpy as np  # commands that read no report start without it

        self._numbers: dict[str, int] = {}
        self._room = np.zeros(2**16, dtype=np.int64)
        self._laid = self.vector(())

    def vector(self, shares: Shares) -> Vector:
        """Return the words and their shares as arrays."""
        import numpy as np

        known = self._numbers
        places = [known.setdefault(word, len(known)) for word, _ in shares]
        return Vector(
            self,
            np.array(places, dtype=np.int64),
            np.array([share for _, share in shares], dtype=np.int64),
        )

    def product(self, left: Vector, right: Vector) -> int:
        """Return the sum over the words of both of what their shares multiply to."""
        if left is not self._laid:
            self._lay(left)
        return int(self._room[right.places] @ right.values)

    def _lay(self, vector: Vector) -> None:
        import numpy as np

        self._room[self._laid.places] = 0
        if len(self._room) < len(self._numbers):
            self._room = np.zeros(2 * len(self._numbers), dtype=np.int64)
        self._room[vector.places] = vector.values
        self._laid = vector


def scaled(weights: Sequence[tuple[float, str]]) -> Shares:
    """Return words with their weights as shares of a vector of length UNIT.

    >>> scaled([(3.0, "orrel"), (4.0, "vessin")])
    (('orrel', 60000), ('vessin', 80000))
    """
    length = math.sqrt(sum([weight * weight for weight, _ in weights])) or 1.0
    return tuple([(word, round(weight * UNIT / length)) for weight, word in weights])
