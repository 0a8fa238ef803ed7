"""Statements: who condemned, condoled, demanded, pledged (DOMAIN 3.8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from sourcebook.extract.draft import Draft
from sourcebook.extract.holders import holders_of
from sourcebook.extract.names import Names
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.responsibility.events import noted
from sourcebook.extract.statements.appeals import appeals
from sourcebook.extract.statements.carried import carried
from sourcebook.extract.statements.reported import reported
from sourcebook.extract.statements.said import said
from sourcebook.extract.statements.speakers import in_full
from sourcebook.model.claim import Act

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions

__all__ = ["find_statements"]


def find_statements(parsed: Parsed, attributions: Attributions) -> tuple[Draft, ...]:
    """Return the verbal acts of a report, one draft a speaker and act (STM-1).

    An act is told by a verb ("condemned", "sent condolences"), or by what is said
    ("our thoughts are with"). A quotation over several paragraphs gives drafts for
    each of them (STM-2). A direct quotation that performs no act is a comment.
    """
    names = Names(parsed)
    told = list(reported(parsed, attributions, names))
    told += appeals(parsed, attributions, told)
    holders = holders_of(parsed)
    found = [
        in_full(draft, holders)
        for draft in (*told, *said(parsed, attributions, names, told))
    ]
    once: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        once.setdefault(_key(parsed, draft), draft)
    kept = [d for d in once.values() if not _is_said_better(d, once.values())]
    told_of = (noted(draft, parsed) for draft in carried(kept, parsed))
    return tuple(sorted(told_of, key=lambda d: (d.passage.index, d.span)))


def _is_said_better(draft: Draft, others: Iterable[Draft]) -> bool:
    """Whether the same words of the same speaker tell a plainer act (one is enough).

    A motive is part of the claim that gives it, which holds it (RSP-5).
    """
    better = _PLAINER.get(getattr(draft.payload, "act", ""))
    return better is not None and any(
        other is not draft
        and other.passage is draft.passage
        and other.span.overlaps(draft.span)
        and getattr(other.payload, "act", "") in (better or _EVERY)
        and _surname(other) == _surname(draft)
        for other in others
    )


#: Acts that others of the same words tell better; of a comment any other act does.
_PLAINER: dict[str, frozenset[str]] = {
    "comment": frozenset(),
    "state_motive": frozenset({"claim_responsibility"}),
}
_EVERY = frozenset(get_args(Act)) - {"comment"}


def _surname(draft: Draft) -> str:
    return str(getattr(draft.payload, "speaker", "")).lower().split()[-1]


def _key(parsed: Parsed, draft: Draft) -> tuple[object, ...]:
    """An act told by its verb and by its words in one sentence is one act."""
    sentence = parsed.sentence_at(draft.passage.field, draft.span.start).index
    payload = draft.payload
    return sentence, getattr(payload, "speaker", ""), getattr(payload, "act", "")
