"""The decisions of one book: recording, listing, and exchange with another book."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sourcebook.book.clock import now
from sourcebook.book.deciding.applying import apply_to_claims
from sourcebook.book.deciding.buried import without_words
from sourcebook.book.deciding.following import redirected
from sourcebook.book.deciding.listing import Entry, entries
from sourcebook.book.deciding.missing import missing
from sourcebook.book.deciding.nearby import about, anchored_reports, around
from sourcebook.book.loading import load
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.decision import Decision
from sourcebook.store import Results, Store


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
        results: Results,
        action: str,
        targets: Sequence[str],
        changes: Mapping[str, Any],
        *,
        who: str,
        reason: str,
        when: str | None,
    ) -> Decision:
        """Record a decision at the end of the chain; it counts from the next run on."""
        # Loaded when first used: looking at a book starts without it.
        from sourcebook.book.deciding.making import Desk
        from sourcebook.book.deciding.recording import at_the_end, made

        chain = self._store.decisions()
        contents = _before(results, action, targets, changes)
        desk = Desk(contents=contents, decisions=chain, original=self._original)
        told = made(action, targets, changes, desk)
        claims = self._extracted(anchored_reports([told.anchor]))
        survivors = self._store.recall.survivors() if chain else {}
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
                    survivors=survivors,
                )
            ]
        )
        return added[0]

    def entries(
        self, results: Results, keys: Collection[str] | None = None
    ) -> list[Entry]:
        """Return all decisions with their states, in the order of the chain.

        With ``keys`` only these.
        """
        chain = self._store.decisions()
        wanted = [d for d in chain if keys is None or d.key in keys]
        survivors = self._store.recall.survivors() if chain else {}
        contents = about(results, [redirected(d, survivors) for d in wanted])
        claims = self._extracted(anchored_reports(d.anchor for d in wanted))
        applied = apply_to_claims(chain, claims, contents.reports)
        applied = applied.following(survivors)
        lost = missing(applied.rulings, contents, claims)
        told = {d.key for d in wanted}
        found = entries(applied, lost, contents.claim)
        return [entry for entry in found if entry.decision.key in told]

    def export(self, path: Path) -> int:
        """Write a decision file; return how many decisions it holds."""
        from sourcebook.book.deciding import exchange

        held = self._store.decisions()
        exchange.write_decisions(path, held)
        return len(held)

    def take(self, path: Path) -> tuple[int, list[Decision]]:
        """Add what a decision file holds; return how many it holds and the new ones."""
        from sourcebook.book.deciding import exchange

        told = exchange.read_decisions(path)
        buried = frozenset(self._store.withdrawn.buried())
        return len(told), self._store.decide(
            lambda held: without_words(exchange.coming(held, told), buried)
        )

    def head(self) -> Decision | None:
        """Return the last decision of the chain, None where there is none."""
        held = self._store.decisions()
        return held[-1] if held else None

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


def _before(
    results: Results, action: str, targets: Sequence[str], changes: Mapping[str, Any]
) -> Contents:
    """Return what lies before a person who decides about what is named."""
    incident = changes.get("incident")
    if action == "same-source" and incident is None:  # a source of any report
        return load(results)
    names = [*targets, *([incident] if isinstance(incident, str) else ())]
    return around(results, names)
