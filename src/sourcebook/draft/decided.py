"""What people decided, as a draft meets it: numbers set, claims rejected or edited.

A person's word wins over what the rules gave (REC-11), and what they gave is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.matter import Matter
from sourcebook.draft.review import told_by, what_became
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.values import SOUND
from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.model.estimate import Computed, Estimate
from sourcebook.reconcile.wording import grouped
from sourcebook.text.numbers import find_numbers


def overridden(matter: Matter, ledger: Ledger) -> Ruling | None:
    """A figure of which a person set the number, where the draft names no source."""
    estimate = ledger.estimate(matter.node, *pool_of(matter.claim))
    if estimate is None or estimate.computed is None:
        return None
    if matter.told.is_attributed or matter.claim.role == "part_of_total":
        return None
    said = set_by(estimate, ledger)
    held = [ledger.contents.claim[i] for i in estimate.inputs]
    if _is_number_of(matter.claim, estimate):
        return Ruling("supported", said, matter.numbered(matter.fitting), held)
    if _may_hold(matter.claim, estimate):
        return None
    return Ruling("overridden", said, matter.numbered(matter.alike), held)


def beside_override(found: Ruling, matter: Matter, ledger: Ledger) -> Ruling:
    """A ruling on what a source said, with what a person set in its place beside it."""
    estimate = ledger.estimate(matter.node, *pool_of(matter.claim))
    if estimate is None or estimate.computed is None:
        return found
    said = f"{found.explanation}; {set_by(estimate, ledger)}"
    rival = found.verdict in SOUND and not _may_hold(matter.claim, estimate)
    verdict = "disputed" if rival else found.verdict
    return Ruling(verdict, said, found.rests_on, found.against, found.also)


def set_by(estimate: Estimate, ledger: Ledger) -> str:
    """Return what a person set, who, when and why, and what the rules gave."""
    assert estimate.computed is not None
    who = told_by(estimate.decisions[-1:], ledger.decisions)
    return (
        f"{who} set it to {_numbers(estimate)}; the rules gave "
        f"{_numbers(estimate.computed)}"
    )


def put_aside(matter: Matter, ledger: Ledger) -> Ruling | None:
    """A number that only claims have which a person rejected, or edited away."""
    mine = counts.numbers(matter.claim)
    metric = pool_of(matter.claim)[0]
    held = [
        claim
        for claim in ledger.reviewed(matter.root)
        if isinstance(claim.payload, Figure | Means)
        and pool_of(claim)[0] == metric
        and mine & _first_numbers(claim)
    ]
    if not held:
        return None
    why = what_became(held[0], ledger.decisions)
    return Ruling("not_in_book", f"a report has it, and {why}", (), held)


def settled(found: Ruling, same: Sequence[Claim], ledger: Ledger) -> Ruling:
    """A ruling with the contradictions that people dismissed or resolved."""
    closed = [c for c in ledger.closed(same) if c.decisions]
    if not closed:
        return found
    who = told_by(closed[0].decisions[-1:], ledger.decisions)
    said = f"{found.explanation}; {who} {closed[0].state} a contradiction about it"
    return Ruling(found.verdict, said, found.rests_on, found.against, found.also)


def _is_number_of(claim: Claim, estimate: Estimate) -> bool:
    payload = counts.counted(claim)
    if payload.comparator == "eq":
        return payload.value is not None and payload.value == _best(estimate)
    told = (payload.low, payload.high)
    return told == (estimate.low, estimate.high) or counts.rounds(claim, estimate)


def _may_hold(claim: Claim, estimate: Estimate) -> bool:
    """Whether the draft's bounds leave room for the number that was set."""
    payload = counts.counted(claim)
    best = _best(estimate)
    if best is not None:
        low, high = payload.low, payload.high
        return (low is None or low <= best) and (high is None or best <= high)
    value = payload.value if payload.value is not None else payload.low
    if value is None or estimate.low is None:
        return True
    return estimate.low <= value and (estimate.high is None or value <= estimate.high)


def _best(estimate: Estimate) -> int | None:
    return estimate.low if estimate.low == estimate.high else estimate.best


def _first_numbers(claim: Claim) -> frozenset[int]:
    """Return the numbers that a claim had in the words of its report."""
    told = frozenset(n.value for n in find_numbers(claim.quote) if n.value is not None)
    return told if claim.review == "edited" else told | counts.numbers(claim)


def _numbers(held: Estimate | Computed) -> str:
    if held.low is None:
        return "no number"
    if held.low == held.high or held.high is None:
        return grouped(held.low)
    best = f", best {grouped(held.best)}" if held.best is not None else ""
    return f"{grouped(held.low)} to {grouped(held.high)}{best}"
