"""Titles of lists that give what the list's first lines sum up to."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Sentence
from sourcebook.model.claim import Figure


def summed_titles(
    told: Sequence[tuple[Draft, Sentence]], sums: frozenset[int]
) -> frozenset[int]:
    """Return the titles with a number that the sentences of ``sums`` give too."""
    numbers = {s.field: set[int]() for _, s in told}
    for draft, sentence in told:
        if sentence.field == "title" or sentence.index in sums:
            numbers[sentence.field].add(_number(draft))
    shared = numbers.get("title", set()) & numbers.get("text", set())
    if not any(number > 1 for number in shared):
        return frozenset()
    return frozenset(s.index for _, s in told if s.field == "title")


def _number(draft: Draft) -> int:
    """The number counted, 0 for none."""
    return draft.payload.value or 0 if isinstance(draft.payload, Figure) else 0
