"""Decisions of a file about reports that were expunged here: their words stay out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sourcebook.model.decision import (
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
    ReportAnchor,
    decision_of,
    expunged_row,
)


def without_words(
    coming: Sequence[Decision], buried: Collection[str]
) -> list[Decision]:
    """Return decisions that follow a chain, those about expunged reports emptied.

    From the first of these on they are chained anew, with the id they had as origin.
    """
    found: list[Decision] = []
    for decision in coming:
        about = next((r for r in _reports(decision) if r in buried), None)
        moved = bool(found) and found[-1].id != decision.previous
        if (about is None or decision.expunged) and not moved:
            found.append(decision)
            continue
        row = decision.row() | (expunged_row(about) if about else {})
        last = found[-1].id if found else decision.previous
        again = decision_of(row | {"origin": decision.key, "previous": last})
        found.append(replace(again, id=again.computed_id))
    return found


def _reports(decision: Decision) -> Iterator[str]:
    """Yield the reports whose words a decision is about."""
    anchor = decision.anchor
    if isinstance(anchor, ClaimAnchor | ReportAnchor):
        yield anchor.report
    elif isinstance(anchor, ContradictionAnchor):
        yield from (claim.report for claim in anchor.claims)
