"""Quotations that go on with what a verb told: denied it. "Nobody called us," he said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.model.claim import Act, Statement

if TYPE_CHECKING:
    from sourcebook.extract.draft import Draft
    from sourcebook.extract.parsed import Parsed

#: Acts that the very words behind the verb that tells them give reasons for.
_GOES_ON: frozenset[Act] = frozenset({"accuse", "deny", "condemn"})
#: Sentences between the verb and the words that go on with it.
_REACH = 2


def carried(drafts: Iterable[Draft], parsed: Parsed) -> list[Draft]:
    """Return the drafts in reading order; a comment right behind an act is that act.

    Only a speaker's very words go on so, and only where nobody else was heard between.
    """
    found: list[Draft] = []
    acting: tuple[Act, str, int] | None = None
    for draft in sorted(drafts, key=lambda d: (d.passage.index, d.span)):
        payload = draft.payload
        assert isinstance(payload, Statement)
        at = parsed.sentence_at(draft.passage.field, draft.span.start).index
        who = payload.speaker.lower().split()[-1]
        if payload.act == "comment" and acting is not None:
            act, speaker, last = acting
            if payload.mode == "direct" and speaker == who and at - last <= _REACH:
                draft = replace(draft, payload=replace(payload, act=act))
                acting = None
        elif payload.act in _GOES_ON and payload.mode != "direct":
            acting = (payload.act, who, at)
        elif payload.act == "demand" and payload.mode != "direct":
            acting = (payload.act, who, at - _REACH)  # in the same sentence only
        elif payload.act != "comment":
            acting = None
        found.append(draft)
    return found
