"""Figures that a draft tells of another or wider event, as the reports do."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger
from sourcebook.draft.names import FIRST, all_names, shared_names
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.model.claim import Claim
from sourcebook.schema.load import table


def of_background(told: Told, ledger: Ledger) -> Ruling | None:
    """A figure that the draft tells of another event, as the book's reports do."""
    assert told.root is not None
    is_aside = told.claim.role == "background" and _is_wider(told, ledger)
    held = [
        c
        for c in ledger.background(told.root)
        if counts.same_pool(told.claim, c)
        and (is_aside or _tells_the_same_event(told, c, ledger))
    ]
    same = [c for c in held if counts.same_words(told.claim, c)]
    if same:
        return Ruling(
            "supported", "told of another or wider event, as in the reports", same
        )
    near = [c for c in held if counts.same_number(told.claim, c)]
    return (
        Ruling("bound_changed", counts.changed(told.claim, near), near)
        if near
        else None
    )


@cache
def _wider() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['wider'])})\b", re.IGNORECASE)


def _is_wider(told: Told, ledger: Ledger) -> bool:
    """Whether the words themselves tell of more, or of another time or place."""
    assert told.root is not None
    if _wider().search(told.sentence):
        return True
    labels = [node.label for node in ledger.incidents.nodes(told.root)]
    return bool(all_names([FIRST.sub("", told.sentence)]) - all_names(labels))


def _tells_the_same_event(told: Told, claim: Claim, ledger: Ledger) -> bool:
    """Whether both sentences name something that is no name of the incident itself."""
    assert told.root is not None
    report = ledger.contents.report[claim.report]
    there = claim.setting.sentence.slice(report.characters(claim.field))
    labels = [node.label for node in ledger.incidents.nodes(told.root)]
    return bool(shared_names(told.sentence, there) - all_names(labels))
