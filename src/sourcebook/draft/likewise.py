"""Numbers that a report has in like words, though no claim of it was read.

Not every figure of a report becomes a claim. What stands in a report is no fault of a
draft; where only the characters tell so, a person has to look.
"""

from __future__ import annotations

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger
from sourcebook.draft.loose import counted_in
from sourcebook.draft.reading import Told
from sourcebook.model.claim import Claim, Figure


def stands_in_a_report(told: Told, ledger: Ledger) -> bool:
    """Whether a report of the incident has the number beside words for the same thing.

    Reports whose own claims hold the number are left out: those were read.
    """
    if told.root is None or _told(told.claim)[1] is None:
        return False
    claims = ledger.counted(told.root) + ledger.background(told.root)
    read = {c.report for c in claims if counts.same_number(told.claim, c)}
    for key in ledger.contents.incident[told.root].reports:
        text = ledger.contents.report[key].text.characters
        if key not in read and _told(told.claim) in counted_in(text):
            return True
    return False


def _told(claim: Claim) -> tuple[str, int | None]:
    payload = counts.counted(claim)
    what = payload.metric if isinstance(payload, Figure) else payload.instrument
    return what, payload.value
