"""What a draft of a figure holds, typed."""

from __future__ import annotations

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon
from sourcebook.model.claim import Figure


def figure_of(draft: Draft) -> Figure:
    """Return the draft's payload, which is a figure."""
    assert isinstance(draft.payload, Figure)
    return draft.payload


def is_noun(draft: Draft) -> bool:
    """Whether a draft tells its person by a noun, not by a name."""
    last = (draft.person or "").split()[-1:]
    return bool(last) and (last[0].lower() in lexicon.people() or last[0].islower())
