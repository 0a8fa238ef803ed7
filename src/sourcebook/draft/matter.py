"""A figure of the draft beside what the book counts of the same node and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.draft import counts
from sourcebook.draft.ledger import Ledger, pool_of
from sourcebook.draft.reading import Told
from sourcebook.model.claim import Claim, Figure

#: Cues that make a claim a part of a wider whole, but all of its own place.
_ALL_THERE = (None, "of_whom", "site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A figure of the draft with the claims of the incident that it speaks of.

    ``alike`` count the same of the same people, anywhere in the tree; ``fitting``
    are those of them that count it of the same node and in the same role.
    """

    told: Told
    root: str
    node: str
    tree: Sequence[Claim]
    alike: Sequence[Claim]
    fitting: Sequence[Claim]

    @property
    def claim(self) -> Claim:
        """The draft's own claim."""
        return self.told.claim

    def same(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims that say it in the same words."""
        return [c for c in claims if counts.same_words(self.claim, c)]

    def numbered(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims that name the same number."""
        return [c for c in claims if counts.same_number(self.claim, c)]


def matter_of(told: Told, root: str, node: str, ledger: Ledger) -> Matter:
    """Return a figure with the claims of one node that it is held against."""
    tree = ledger.counted(root)
    alike = [c for c in tree if counts.same_pool(told.claim, c)]
    return Matter(
        told=told,
        root=root,
        node=node,
        tree=tree,
        alike=alike,
        fitting=[c for c in alike if fits(told.claim, c, node, ledger)],
    )


def fits(draft: Claim, claim: Claim, node: str, ledger: Ledger) -> bool:
    """Whether a claim counts of the node what the draft counts of it."""
    if not isinstance(claim.payload, Figure):
        return claim.incident == node or claim.incident in ledger.above(node)
    if claim.payload.metric in counts.ANYWHERE:
        return True
    if draft.role == "part_of_total":
        some = claim.role == "part_of_total" and claim.incident in ledger.above(node)
        return some or claim.incident in ledger.below(node)
    if _is_group_count(claim) and _is_group_count(draft):
        return claim.incident in ledger.below(node) | ledger.above(node)
    if claim.incident == node:
        part = claim.role == "part_of_total"
        place = ledger.contents.incident[node].parent is not None
        return not part or (place and claim.setting.part in _ALL_THERE)
    return _is_only_site(claim, node, ledger)


def _is_group_count(claim: Claim) -> bool:
    """Whether a count is of a group, such as children, which is always some of all."""
    return pool_of(claim)[1] not in ("persons", "civilians", "devices")


def _is_only_site(claim: Claim, node: str, ledger: Ledger) -> bool:
    """Whether a claim totals a facility of a city of which nothing else is counted."""
    if claim.incident is None or claim.role == "part_of_total":
        return False
    city = ledger.contents.incident[node]
    inside = ledger.contents.incident[claim.incident].parent == node
    estimate = ledger.estimate(node, *pool_of(claim))
    return inside and city.parent is not None and not (estimate and estimate.inputs)
