"""Which words of one text stand in another, in one place and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.link.runs import RUN, runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sourcebook.link.runs import Numbers

#: Words in a row that are no chance, wherever in the other text they stand.
PASSAGE = 12
#: Share of the shorter text's words by which a place may drift, and words at least.
_DRIFT, _LEAST_DRIFT = 0.1, 10
#: Places of one run in the other text that are looked at.
_REPEATS = 4


def taken(short: Numbers, long: Numbers) -> NDArray[np.bool_]:
    """Say of each word of a text whether it was taken from the longer one.

    A run of four words counts where it stands about as far from the others as in the
    longer text, as in an edited copy, or where it is part of a passage of twelve words,
    as in one that moves or drops paragraphs. Set phrases strewn over a long text
    count for nothing.
    """
    import numpy as np

    here, there = _met(runs(short), runs(long))
    found = np.zeros(len(short), dtype=bool)
    if not len(here):
        return found
    apart = there - here
    low = _densest(apart, max(_LEAST_DRIFT, int(_DRIFT * len(short))))
    near = (apart >= low[0]) & (apart <= low[1])
    for at in here[near | _in_passage(here, apart)]:
        found[at : at + RUN] = True
    return found


def _met(short: Numbers, long: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of each run of both texts, the first and the second's."""
    import numpy as np

    order = np.argsort(long, kind="stable")
    first = np.searchsorted(long, short, side="left", sorter=order)
    last = np.searchsorted(long, short, side="right", sorter=order)
    times = np.minimum(last - first, _REPEATS)
    here = np.repeat(np.arange(len(short)), times)
    step = np.arange(len(here)) - np.repeat(np.cumsum(times) - times, times)
    there = order[np.repeat(first, times) + step]
    return here, there


def _densest(apart: NDArray[np.int64], width: int) -> tuple[int, int]:
    """Return the bounds of the distances among which most runs lie."""
    import numpy as np

    ordered = np.sort(apart)
    inside = np.searchsorted(ordered, ordered + width, side="right") - np.arange(
        len(ordered)
    )
    low = int(ordered[int(np.argmax(inside))])
    return low, low + width


def _in_passage(here: NDArray[np.int64], apart: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each run whether it is part of twelve words that follow one another."""
    import numpy as np

    order = np.lexsort((here, apart))
    breaks = (np.diff(apart[order]) != 0) | (np.diff(here[order]) != 1)
    group = np.concatenate([[0], np.cumsum(breaks)])
    long = np.bincount(group)[group] >= PASSAGE - RUN + 1
    found = np.zeros(len(here), dtype=bool)
    found[order] = long
    return found
