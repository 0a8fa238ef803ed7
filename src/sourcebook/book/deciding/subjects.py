"""What the anchors of decisions point to in the claims that are now there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.book.deciding.attach import Point, attach, points_of, same_words
from sourcebook.book.deciding.rulings import anchored, undone_by
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    Anchor,
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
)
from sourcebook.model.estimate import Contradiction

#: Contradictions are the same where at least this share of their claims is.
SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Anchors with the claim, or the added claim, that each points to.

    ``claim`` maps anchors to ids of extracted claims, ``added`` to the anchor of the
    first decision that added a claim in these words, which no extractor finds.
    ``moved`` are anchors whose claim is not the one that was decided about.
    """

    claim: Mapping[ClaimAnchor, str]
    added: Mapping[ClaimAnchor, ClaimAnchor]
    moved: frozenset[ClaimAnchor]

    def of(self, anchor: Anchor) -> str | None:
        """Return the subject of an anchor, None where nothing is there any more."""
        if not isinstance(anchor, ClaimAnchor):
            return anchored(anchor)
        if anchor in self.claim:
            return f"claim {self.claim[anchor]}"
        if anchor in self.added:
            return f"added {anchored(self.added[anchor])}"
        return None


def subjects(decisions: Sequence[Decision], claims: Iterable[Claim]) -> Subjects:
    """Attach the anchors of all decisions to claims as their extractor made them."""
    claims = list(claims)
    undone = undone_by(decisions)
    adds = [d for d in decisions if d.action == "add" and d.key not in undone]
    points = points_of(decisions)
    found = attach(points, claims)
    new = _added(adds, found, claims)
    for anchor in {a for d in adds if isinstance(a := d.anchor, ClaimAnchor)}:
        if anchor in new:
            found.pop(anchor, None)
    left = [p for p in points if p.anchor not in found and p.anchor not in new]
    for point in left:
        near = [a for a in new if same_words(a, point.anchor)]
        if near:
            new[point.anchor] = new[near[0]]
    moved = {
        p.anchor
        for p in points
        if p.anchor in found and p.claim is not None and p.claim != found[p.anchor]
    }
    return Subjects(claim=found, added=new, moved=frozenset(moved))


def _added(
    adds: Sequence[Decision], found: Mapping[ClaimAnchor, str], claims: Sequence[Claim]
) -> dict[ClaimAnchor, ClaimAnchor]:
    """Return the anchors of added claims that no extractor finds in such words."""
    new: dict[ClaimAnchor, ClaimAnchor] = {}
    if not adds:
        return new
    known = {claim.id: claim for claim in claims}
    for decision in sorted(adds, key=lambda decision: decision.key):
        anchor = decision.anchor
        if not isinstance(anchor, ClaimAnchor) or anchor in new:
            continue
        there = known.get(found.get(anchor, ""))
        if there is not None and same_words(_anchor(anchor, there), anchor):
            continue
        near = [a for a in new if same_words(a, anchor)]
        new[anchor] = new[near[0]] if near else anchor
    return new


def _anchor(like: ClaimAnchor, claim: Claim) -> ClaimAnchor:
    return ClaimAnchor(
        report=claim.report,
        field=claim.field,
        start=claim.span.start,
        end=claim.span.end,
        type=claim.type,
        metric=like.metric,
    )


class Differences:
    """The contradictions of a run, found again by their kind, incident and words."""

    def __init__(
        self, contradictions: Iterable[Contradiction], claims: Iterable[Claim]
    ) -> None:
        self._there: dict[tuple[str, str], list[Contradiction]] = defaultdict(list)
        for each in contradictions:
            self._there[each.kind, each.incident].append(each)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.report].append(claim)

    def find(self, anchor: ContradictionAnchor) -> Contradiction | None:
        """Return the one that an anchor points to: of its claims most are the same."""
        near = self._there.get((anchor.sort, anchor.incident))
        if not near:
            return None
        ids = self._named(anchor)
        shares = [(_share(ids, c.claims), c.id, c) for c in near]
        best, _, found = max(shares, key=lambda each: each[:2])
        return found if best >= SAME else None

    def _named(self, anchor: ContradictionAnchor) -> frozenset[str]:
        points = [
            Point(anchor=each, metrics=frozenset([each.metric]))
            for each in anchor.claims
        ]
        reports = {each.report for each in anchor.claims}
        here = [claim for report in reports for claim in self._claims[report]]
        return frozenset(attach(points, here).values())


def _share(ids: frozenset[str], others: Iterable[str]) -> float:
    other = frozenset(others)
    return len(ids & other) / len(ids | other)
