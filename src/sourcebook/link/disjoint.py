"""Disjoint sets of strings, whose first member stands for each set."""

from __future__ import annotations


class Disjoint:
    """Sets that only ever grow together; members are known once they are named."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, member: str) -> str:
        """Return the member that stands for the set."""
        top = member
        while self._above.get(top, top) != top:
            top = self._above[top]
        while member != top:
            self._above[member], member = top, self._above.get(member, top)
        return top

    def join(self, left: str, right: str) -> None:
        """Put the sets of both together; the smaller id stands for both."""
        first, second = sorted((self.find(left), self.find(right)))
        self._above[second] = first
