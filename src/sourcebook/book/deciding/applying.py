"""All decisions of a book applied, stage by stage, to what it derives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sourcebook.book.deciding.onclaims import PERSON, Reviewed, review
from sourcebook.book.deciding.rulings import Rulings, rule
from sourcebook.book.deciding.subjects import Differences, Subjects, subjects
from sourcebook.model.claim import Claim
from sourcebook.model.decision import ContradictionAnchor, Decision, EstimateAnchor
from sourcebook.model.estimate import Contradiction
from sourcebook.model.report import Report
from sourcebook.reconcile import Reconciled
from sourcebook.reconcile.deciding import (
    Override,
    with_overrides,
    with_part_taken,
    with_state,
)

if TYPE_CHECKING:
    from sourcebook.link import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What stands about a book's claims, and the claims as people left them."""

    rulings: Rulings
    subjects: Subjects
    reviewed: Reviewed

    @property
    def reattached(self) -> tuple[Decision, ...]:
        """The decisions that stand on another claim than that they were made on."""
        return tuple(
            decision
            for decision in self.rulings.decisions
            if decision.anchor in self.subjects.moved
            and self.rulings.state[decision.key] == "stands"
        )

    def following(self, survivors: Mapping[str, str]) -> Applied:
        """Return what stands, ids of incidents followed to those they went into.

        What stands about claims stays: they are reviewed before incidents are found.
        """
        again = rule(self.rulings.decisions, self.subjects.of, survivors)
        return replace(self, rulings=again)

    @property
    def admitted(self) -> frozenset[str]:
        """The claims of parties that a decision lets into best (SRC-4)."""
        return frozenset(
            claim
            for claim, subject in self.reviewed.subject.items()
            if "admit" in self.rulings.on(subject)
        )


def apply_to_claims(
    decisions: Sequence[Decision], claims: Sequence[Claim], reports: Sequence[Report]
) -> Applied:
    """Tell which decisions stand, and apply those on claims."""
    found = subjects(decisions, claims)
    rulings = rule(decisions, found.of)
    reviewed = review(claims, reports, rulings, found)
    return Applied(rulings=rulings, subjects=found, reviewed=reviewed)


def apply_to_results(
    found: Reconciled, linked: Linked, applied: Applied, claims: Iterable[Claim]
) -> Reconciled:
    """Apply decisions on estimates and contradictions; name those that had part.

    ``claims`` are those that the extractor made, to which anchors are attached.
    """
    if not applied.rulings.decisions:
        return found
    actions = {d.key: d.action for d in applied.rulings.decisions}
    estimates = with_part_taken(found.estimates, linked.claims, actions)
    told = _contradictions(
        found.contradictions,
        applied.rulings,
        Differences(found.contradictions, as_made(claims, linked.claims)),
    )
    return Reconciled(
        estimates=with_overrides(estimates, _overrides(applied.rulings)),
        contradictions=told,
    )


def _overrides(rulings: Rulings) -> dict[tuple[str, str, str], Override]:
    found = {}
    for decision in rulings.deciding("override"):
        anchor, after = decision.anchor, decision.after or {}
        if isinstance(anchor, EstimateAnchor):
            found[anchor.incident, anchor.metric, anchor.population] = Override(
                decision=decision.key,
                low=after.get("low"),
                best=after.get("best"),
                high=after.get("high"),
            )
    return found


def _contradictions(
    contradictions: Sequence[Contradiction], rulings: Rulings, there: Differences
) -> tuple[Contradiction, ...]:
    found = {each.id: each for each in contradictions}
    for id, told in on_one(rulings, there).items():
        if len({decision.action for decision in told}) == 1:
            first = min(told, key=lambda decision: decision.key)
            state: Literal["resolved", "dismissed"] = (
                "resolved" if first.action == "resolve" else "dismissed"
            )
            found[id] = with_state(found[id], state, first.key)
    return tuple(found[each.id] for each in contradictions)


def on_one(rulings: Rulings, there: Differences) -> dict[str, list[Decision]]:
    """Map contradictions to the decisions that now point to each.

    They are several where what were two became one; those that differ say nothing.
    """
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in rulings.deciding("state"):
        if isinstance(decision.anchor, ContradictionAnchor):
            old = there.find(decision.anchor)
            if old is not None:
                found[old.id].append(decision)
    return dict(found)


def as_made(claims: Iterable[Claim], shown: Iterable[Claim]) -> list[Claim]:
    """Return claims as they were made: an extractor's, and those that people added."""
    return [*claims, *(claim for claim in shown if claim.extractor == PERSON)]
