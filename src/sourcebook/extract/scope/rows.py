"""Figures told in one row of predicates, which tell of one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Sentence


def joined(
    cues: Mapping[int, str | None],
    told: Sequence[tuple[Draft, Sentence]],
    core: frozenset[int],
) -> dict[int, str | None]:
    """Give figures of one row of predicates the cue that one of them has.

    "It has left 4,000 dead, hundreds wounded and thousands homeless." ``cues`` are by
    the drafts' identities; the sentences of ``core`` are left as they are.
    """
    found = dict(cues)
    for draft, sentence in told:
        if sentence.index in core or cues[id(draft)] is None:
            continue
        for other, place in told:
            same = place.index == sentence.index and other.span > draft.span
            if same and found[id(other)] is None and _in_one_row(draft, other):
                found[id(other)] = cues[id(draft)]
    return found


def _in_one_row(draft: Draft, other: Draft) -> bool:
    """Whether two figures have one predicate, or predicates told in one row."""
    first, second = draft.anchor, other.anchor
    if first.doc is not second.doc:
        return False
    row = {first.i, first.head.i, *(token.i for token in first.conjuncts)}
    return second.i in row or second.head.i in row
