"""The decisions of one book: recording, listing, and exchange with another book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sourcebook.book.deciding import exchange
from sourcebook.book.deciding.applying import Applied, apply_to_claims
from sourcebook.book.deciding.buried import without_words
from sourcebook.book.deciding.listing import Entry, entries
from sourcebook.book.deciding.making import Desk
from sourcebook.book.deciding.missing import missing
from sourcebook.book.deciding.recording import at_the_end, made, now
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.decision import (
    ClaimAnchor,
    ContradictionAnchor,
    Decision,
)
from sourcebook.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did: decisions read, new ones, and those now in conflict."""

    read: int
    new: int
    conflicts: tuple[Entry, ...]


class Records:
    """Records and reads the decisions of a book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def decide(
        self,
        contents: Contents,
        action: str,
        targets: Sequence[str],
        changes: Mapping[str, Any],
        *,
        who: str,
        reason: str,
        when: str | None,
    ) -> Decision:
        """Record a decision at the end of the chain; it counts from the next run on."""
        chain = self._store.decisions()
        desk = Desk(contents=contents, decisions=chain, original=self._original)
        told = made(action, targets, changes, desk)
        claims = self._extracted(_reports([*(d.anchor for d in chain), told.anchor]))
        added = self._store.decide(
            lambda held: [
                at_the_end(
                    held,
                    action,
                    told,
                    who=who,
                    when=when or now(),
                    reason=reason,
                    claims=claims,
                )
            ]
        )
        return added[0]

    def entries(self, contents: Contents) -> list[Entry]:
        """Return all decisions with their states, in the order of the chain."""
        applied, claims = self._applied(contents)
        lost = missing(applied.rulings, contents, claims)
        return entries(applied, lost, contents.claim)

    def export(self, path: Path) -> int:
        """Write a decision file; return how many decisions it holds."""
        held = self._store.decisions()
        exchange.write_decisions(path, held)
        return len(held)

    def take(self, path: Path) -> tuple[int, list[Decision]]:
        """Add what a decision file holds; return how many it holds and the new ones."""
        told = exchange.read_decisions(path)
        buried = frozenset(self._store.withdrawn.buried())
        return len(told), self._store.decide(
            lambda held: without_words(exchange.coming(held, told), buried)
        )

    def head(self) -> Decision | None:
        """Return the last decision of the chain, None where there is none."""
        held = self._store.decisions()
        return held[-1] if held else None

    def _applied(self, contents: Contents) -> tuple[Applied, list[Claim]]:
        chain = self._store.decisions()
        claims = self._extracted(_reports([d.anchor for d in chain]))
        return apply_to_claims(chain, claims, contents.reports), claims

    def _extracted(self, reports: frozenset[str]) -> list[Claim]:
        """Return the claims of some reports as the last run's extractor made them."""
        run = self._store.last_run()
        if run is None or not reports:
            return []
        name, _, version = run.extractor.partition("@")
        return self._store.extracted(name, version, reports=reports)

    def _original(self, claim: Claim) -> Claim:
        """Return a claim as it was before people decided about it."""
        return self._store.claim_as_made(claim.id)


def _reports(anchors: Sequence[object]) -> frozenset[str]:
    """Return the reports whose claims anchors point to."""
    found: set[str] = set()
    for anchor in anchors:
        if isinstance(anchor, ClaimAnchor):
            found.add(anchor.report)
        elif isinstance(anchor, ContradictionAnchor):
            found.update(claim.report for claim in anchor.claims)
    return frozenset(found)
