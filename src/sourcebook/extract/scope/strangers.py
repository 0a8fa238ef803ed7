"""Persons whom a report tells of for another event, known again by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span

#: Cues that tell of another event, not of a count over many.
APART = frozenset({"comparison", "other_date", "other_event"})
#: Letters that a name has at least: initials fit anybody.
SHORTEST = 3


def strangers(
    told: Sequence[tuple[Draft, str | None]], lead: Iterable[Draft]
) -> frozenset[str]:
    """Return the names of persons told only for another event.

    ``told`` pairs figures with the cue that their own clause gives, ``lead`` are the
    figures of title and lead: who is hit there without such a cue is no stranger.
    """
    cued = {id(draft) for draft, cue in told if cue in APART}
    apart = frozenset[str]().union(*(names_in(d) for d, _ in told if id(d) in cued))
    known = frozenset[str]().union(*(names_in(d) for d in lead if id(d) not in cued))
    return apart - known


def names_in(draft: Draft) -> frozenset[str]:
    """Return the words of persons' names among the words counted."""
    return names_at(draft.passage, draft.span)


def names_at(passage: Passage, span: Span) -> frozenset[str]:
    """Return the words of persons' names at a span of a passage."""
    return frozenset(
        token.text
        for token in passage.tokens(span) or ()
        if token.ent_type_ == "PERSON" and token.pos_ == "PROPN"
        if len(token) >= SHORTEST
    )
