"""Clustering: average linkage over the scored pairs, near-linear in the reports.

Only groups that some candidate pair connects are compared further; inside such a
component the score of two groups is the mean over all their pairs.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sourcebook.link.disjoint import Disjoint

Pair = tuple[str, str]
Group = tuple[str, ...]


def clusters(
    members: Sequence[str],
    edges: Mapping[Pair, float],
    score: Callable[[str, str], float],
    *,
    least: float = 0.0,
) -> list[Group]:
    """Group members whose mean score is above ``least``.

    ``edges`` holds the candidate pairs with their scores; ``score`` is asked for
    the other pairs of a component. The result does not depend on the order.
    """
    near = {pair: value for pair, value in edges.items() if value > least}
    sets = Disjoint()
    for left, right in sorted(near):
        sets.join(left, right)
    parts: dict[str, list[str]] = defaultdict(list)
    for member in sorted(members):
        parts[sets.find(member)].append(member)
    inside: dict[str, dict[Pair, float]] = defaultdict(dict)
    for pair, value in near.items():
        inside[sets.find(pair[0])][pair] = value
    found: list[Group] = []
    for top, part in sorted(parts.items()):
        found += _merge(part, inside[top], score, least)
    return sorted(found)


def _merge(
    part: Sequence[str],
    near: Mapping[Pair, float],
    score: Callable[[str, str], float],
    least: float,
) -> list[Group]:
    state = _State(part, near, score)
    while (found := state.closest()) is not None:
        mean, left, right = found
        if mean > least:
            state.merge(left, right)
    return [state.held[n] for n in sorted(state.alive)]


class _State:
    """The groups of one component, and the sums of the scores between them."""

    def __init__(
        self,
        part: Sequence[str],
        near: Mapping[Pair, float],
        score: Callable[[str, str], float],
    ) -> None:
        self.held: list[Group] = [(member,) for member in part]
        self.alive = set(range(len(part)))
        self._near = near
        self._score = score
        self._sums: dict[tuple[int, int], float] = {}
        self._beside: dict[int, set[int]] = defaultdict(set)
        self._heap: list[tuple[float, int, int]] = []
        place = {member: n for n, member in enumerate(part)}
        for (left, right), value in sorted(near.items()):
            self._meet(place[left], place[right], value)

    def closest(self) -> tuple[float, int, int] | None:
        """Return mean score and numbers of the closest two groups alive."""
        while self._heap:
            negative, left, right = heapq.heappop(self._heap)
            if left in self.alive and right in self.alive:
                return -negative, left, right
        return None

    def merge(self, left: int, right: int) -> None:
        """Replace two groups by their union."""
        self.alive -= {left, right}
        fresh = len(self.held)
        self.held.append(tuple(sorted(self.held[left] + self.held[right])))
        for other in sorted((self._beside[left] | self._beside[right]) & self.alive):
            self._meet(other, fresh, self._sum(other, left) + self._sum(other, right))
        self.alive.add(fresh)

    def _meet(self, left: int, right: int, total: float) -> None:
        left, right = sorted((left, right))
        self._sums[left, right] = total
        self._beside[left].add(right)
        self._beside[right].add(left)
        mean = total / (len(self.held[left]) * len(self.held[right]))
        heapq.heappush(self._heap, (-mean, left, right))

    def _sum(self, left: int, right: int) -> float:
        key = (min(left, right), max(left, right))
        if key not in self._sums:
            self._sums[key] = sum(
                self._score(min(a, b), max(a, b))
                for a in self.held[left]
                for b in self.held[right]
            )
        return self._sums[key]
