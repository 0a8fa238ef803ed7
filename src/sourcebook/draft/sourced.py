"""Claims with a draft's own words: who says them, and do they still stand?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcebook.draft.counts import rounds
from sourcebook.draft.ledger import Ledger
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.speakers import known_as, says, speaker_of
from sourcebook.link.lineage import counts
from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.reading import Reading, read
from sourcebook.reconcile.wording import listed, number
from sourcebook.schema.load import table


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['earlier'])})\b", re.IGNORECASE)


def is_history(told: Told) -> bool:
    """Whether the words say themselves that the figure is an earlier one."""
    return _earlier().search(told.sentence) is not None


def by_source(told: Told, same: Sequence[Claim], ledger: Ledger) -> Ruling:
    """Return the verdict on words that claims of the book have too."""
    own = by_named(told, same, ledger)
    standing = _standing(told, own or same, attributed=bool(own), ledger=ledger)
    if own is not None:
        return standing
    also = (standing.verdict,) if standing.verdict in ("stale", "bound_changed") else ()
    return Ruling("wrong_speaker", _said_by(same), same, standing.against, also)


def by_named(told: Told, same: Sequence[Claim], ledger: Ledger) -> list[Claim] | None:
    """Return the claims by the draft's source; all where it names none, None for none."""
    link = speaker_of(told.claim)
    if link is None or link.name is None:
        return list(same)
    reports = ledger.contents.report
    found = [c for c in same if says(c, link.name, reports[c.report], body=link.body)]
    return found or None


def _said_by(same: Sequence[Claim]) -> str:
    names = known_as(same)
    if not names:
        return "the reports tell it in their own voice, not as said by this source"
    return f"the book has it from {listed(names)}"


def _standing(
    told: Told, same: Sequence[Claim], *, attributed: bool, ledger: Ledger
) -> Ruling:
    """Whether words that the book has still stand, and on how many lineages."""
    newer = _newer(same, ledger)
    if newer is not None and _still_rounds(told, same, ledger):
        return Ruling("supported", f"still a sound rounding of {number(newer)}", same)
    if newer is not None:
        return _old(told, same, newer, attributed=attributed, ledger=ledger)
    contested = ledger.contested(same)
    if contested:
        ids = {i for c in contested for i in c.claims} - {c.id for c in same}
        rivals = [ledger.contents.claim[i] for i in sorted(ids)]
        return Ruling("disputed", contested[0].explanation, same, rivals)
    return _alone(told, same)


def _still_rounds(told: Told, same: Sequence[Claim], ledger: Ledger) -> bool:
    """Whether "more than 90" still tells the newer 94; "at least 90" is a count of then."""
    payload = told.claim.payload
    assert isinstance(payload, Figure | Means)
    if payload.comparator != "gt":
        return False
    return any(rounds(told.claim, ledger.estimate_of(c)) for c in same)


def _newer(same: Sequence[Claim], ledger: Ledger) -> Claim | None:
    """Return what took the place of all of these claims, None where one stands."""
    found = [ledger.newer(claim) for claim in same]
    standing = [c for c, new in zip(same, found, strict=True) if new is None]
    if not standing:
        return found[-1]
    placed = [c for c in standing if c.role != "part_of_total"]
    return ledger.refined(placed) if placed else None


def _old(
    told: Told,
    same: Sequence[Claim],
    newer: Claim,
    *,
    attributed: bool,
    ledger: Ledger,
) -> Ruling:
    report = ledger.contents.report[newer.report]
    when = (report.published or "without a date")[:10]
    since = f"{number(newer)} ({report.outlet or report.source_id}, {when})"
    if is_history(told):
        return Ruling(
            "supported", f"told as an earlier figure; since then {since}", same
        )
    named = speaker_of(told.claim) is not None and attributed
    if named and _keeps_its_own(same, newer, ledger):
        return Ruling(
            "disputed", f"its source's last figure; others: {since}", same, [newer]
        )
    return Ruling("stale", f"since then {since}", same, [newer])


def _keeps_its_own(same: Sequence[Claim], newer: Claim, ledger: Ledger) -> bool:
    """Whether another source's figure excludes that of a source which never changed it."""
    other = _reading(newer)
    return all(
        claim.lineage != newer.lineage
        and not _reading(claim).agrees(other)
        and _reading(claim).least > other.most
        for claim in same
    )


def _reading(claim: Claim) -> Reading:
    assert isinstance(claim.payload, Figure | Means)
    return read(claim, claim.payload, moment=None)


def _alone(told: Told, same: Sequence[Claim]) -> Ruling:
    lineages = {c.lineage for c in same if counts(c.lineage) != "none"}
    if speaker_of(told.claim) is None and len(lineages) < 2:
        names = known_as(same)
        who = listed(names) if names else "one outlet in its own voice"
        return Ruling("one_lineage", f"all of it goes back to {who}", same)
    return Ruling("supported", "in the book in these words", same)
