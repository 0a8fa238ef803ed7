"""Runs of words as numbers, and which texts share enough of them to be compared.

Every run of four words is one number. Of a long text only the runs with the smallest
numbers are kept, the same ones in every text, so that the work grows with the number
of texts and hardly with their length. Texts are paired over the runs that both kept:
all holders of a rare run, neighbours among the holders of a common one. The holders
are ordered by their smallest number, which puts versions of one text side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from sourcebook.link.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

#: Words in a run.
RUN = 4
#: Runs that a text keeps, about; of very long texts more, so that a part is found.
KEPT, LEAST = 128, 1 / 16
#: Holders up to which every two are paired, and neighbours paired beyond it.
RARE, NEXT = 8, 2
#: Runs that two texts must both keep, and their share of what a copy would keep.
SHARED, SHARE = 2, 0.1
_APART = 2**32


@lru_cache(maxsize=2**18)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())


def numbers(characters: str) -> Numbers:
    """Return the normalised words as numbers, the same on every machine."""
    import numpy as np  # commands that read no report start without it

    return np.array([_number(word) for word in words(characters)], dtype=np.uint64)


def runs(told: Numbers) -> Numbers:
    """Return a number for each run of four words, in order; none if shorter."""
    import numpy as np

    count = max(len(told) - RUN + 1, 0)
    found = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        found = (found ^ told[at : at + count]) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found


def kept(told: Numbers) -> Numbers:
    """Return the numbers by which a text is looked up, sorted, each once."""
    import numpy as np

    found = np.unique(runs(told))
    share = _share(len(told))
    if share >= 1:
        return found
    return found[: int(np.searchsorted(found, np.uint64(int(share * 2**64))))]


def _share(length: int) -> float:
    return max(min(1.0, KEPT / max(length, 1)), LEAST)


def likely_pairs(texts: Sequence[Numbers]) -> list[tuple[int, int]]:
    """Return the pairs of texts that share enough runs to be compared.

    Texts are given as their words' numbers, and told by their place in the sequence.
    """
    import numpy as np

    keys = [kept(told) for told in texts]
    least = [int(key[0]) if len(key) else 0 for key in keys]
    order = sorted(range(len(keys)), key=lambda at: (least[at], at))
    held = np.concatenate([np.zeros(0, np.uint64), *(keys[at] for at in order)])
    sizes = [len(keys[at]) for at in order]
    holder = np.repeat(np.arange(len(order), dtype=np.uint64), sizes)
    pairs, shared = np.unique(_paired(held, holder), return_counts=True)
    lengths = np.array([len(texts[at]) for at in order], dtype=np.int64)
    left, right = pairs // _APART, pairs % _APART
    enough = shared >= _wanted(lengths[left], lengths[right])
    told = zip(left[enough].tolist(), right[enough].tolist(), strict=True)
    return sorted(_ordered(order[a], order[b]) for a, b in told)


def _paired(held: Numbers, holder: Numbers) -> Numbers:
    """Return a number for each pair of holders of one run, as often as they share."""
    import numpy as np

    by_run = np.lexsort((holder, held))
    held, holder = held[by_run], holder[by_run]
    _, start, count = np.unique(held, return_index=True, return_counts=True)
    many = np.repeat(count, count)
    place = np.arange(len(held)) - np.repeat(start, count)
    found = [np.zeros(0, np.uint64)]
    for step in range(1, RARE):
        paired = many <= (RARE if step > NEXT else len(held))
        first = np.flatnonzero(paired & (place + step < many))
        found.append(holder[first] * np.uint64(_APART) + holder[first + step])
    return np.concatenate(found)


def _wanted(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how many runs two texts of these lengths must share to be compared."""
    import numpy as np

    longer, shorter = np.maximum(left, right), np.minimum(left, right)
    share = np.maximum(np.minimum(1.0, KEPT / np.maximum(longer, 1)), LEAST)
    wanted: NDArray[np.float64] = np.maximum(SHARED, SHARE * share * shorter)
    return wanted


def _ordered(left: int, right: int) -> tuple[int, int]:
    return min(left, right), max(left, right)
