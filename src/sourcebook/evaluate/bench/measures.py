"""Measures of the public benchmarks: counts per incident, grouping, who says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import comb
from typing import TypeAlias, TypeVar

from sourcebook.evaluate.agree import f1

_T = TypeVar("_T")

#: killed and injured of one incident.
Counts: TypeAlias = tuple[int, int]
Spans: TypeAlias = Sequence[tuple[int, int]]
#: One attribution: the spans of its source and of its content.
Said: TypeAlias = tuple[Spans, Spans]


def score_counts(
    gold: Mapping[str, Counts], told: Mapping[str, Counts]
) -> dict[str, float]:
    """Share of incidents with killed, injured, and both exactly right.

    ``both_large`` is over incidents with four victims or more.
    """
    keys = list(gold)
    large = [k for k in keys if sum(gold[k]) >= 4]
    return {
        "killed": _share(keys, lambda k: told.get(k, (-1, -1))[0] == gold[k][0]),
        "injured": _share(keys, lambda k: told.get(k, (-1, -1))[1] == gold[k][1]),
        "both": _share(keys, lambda k: told.get(k) == gold[k]),
        "both_large": _share(large, lambda k: told.get(k) == gold[k]),
    }


def _share(keys: Sequence[str], right: Callable[[str], bool]) -> float:
    return sum(map(right, keys)) / len(keys) if keys else 0.0


def score_grouping(
    gold: Mapping[str, str], told: Mapping[str, str | None]
) -> dict[str, float]:
    """Pair F1 and B-cubed F1; a report without a predicted incident stands alone."""
    of = {r: told.get(r) or f"alone:{r}" for r in gold}
    cells = Counter((gold[r], of[r]) for r in gold)
    true_sizes, told_sizes = Counter(gold.values()), Counter(of.values())
    precision = sum(n * n / told_sizes[c] for (_, c), n in cells.items()) / len(gold)
    recall = sum(n * n / true_sizes[t] for (t, _), n in cells.items()) / len(gold)
    pairs = f1(_pairs(cells), _pairs(told_sizes), _pairs(true_sizes))[2]
    both = precision + recall
    return {"pair_f1": pairs, "b3_f1": 2 * precision * recall / both if both else 0.0}


def _pairs(sizes: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(comb(n, 2) for n in sizes.values())


class SaidScore:
    """Overlap F1 of sources, of contents, and of linked pairs, over many texts."""

    def __init__(self) -> None:
        self._n: Counter[str] = Counter()

    def add(self, gold: Sequence[Said], told: Sequence[Said]) -> None:
        """Count one text."""
        for kind, part in (("sources", 0), ("contents", 1)):
            wanted = [a[part] for a in gold if a[part]]
            said = [a[part] for a in told if a[part]]
            self._count(kind, len(said), len(wanted), _matched(wanted, said, _shared))
        whole = [a for a in gold if a[0] and a[1]]
        said_whole = [a for a in told if a[0] and a[1]]
        right = _matched(whole, said_whole, _shared_pair)
        self._count("pairs", len(said_whole), len(whole), right)

    def _count(self, kind: str, told: int, gold: int, right: int) -> None:
        self._n[kind] += right
        self._n[f"{kind}.told"] += told
        self._n[f"{kind}.gold"] += gold

    def measures(self) -> dict[str, float]:
        """Return the F1s; ``spans`` is the mean of sources and contents."""
        kinds = ("sources", "contents", "pairs")
        n = self._n
        out = {k: f1(n[k], n[f"{k}.told"], n[f"{k}.gold"])[2] for k in kinds}
        return {**out, "spans": (out["sources"] + out["contents"]) / 2}


def _shared(a: Spans, b: Spans) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def _shared_pair(a: Said, b: Said) -> int:
    return _shared(a[1], b[1]) if _shared(a[0], b[0]) else 0


def _matched(
    gold: Sequence[_T], told: Sequence[_T], shared: Callable[[_T, _T], int]
) -> int:
    """Count greedy one-to-one pairs that share a character, longest overlap first."""
    ranked = sorted(
        (-weight, i, j)
        for i, g in enumerate(gold)
        for j, t in enumerate(told)
        if (weight := shared(g, t)) > 0
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)
