"""The public part of a book's contents (DOMAIN N21)."""

from __future__ import annotations

from sourcebook.export.contents import Contents
from sourcebook.reconcile.privacy import WITHHELD, Hiding

__all__ = ["WITHHELD", "public_part"]


def public_part(contents: Contents) -> Contents:
    """Return the contents without the words and names that stay private."""
    hide = Hiding(contents.claims, contents.reports)
    return Contents(
        reports=[hide.report(report) for report in contents.reports],
        placements=contents.placements,
        claims=[hide.claim(claim) for claim in contents.claims],
        incidents=[hide.incident(incident) for incident in contents.incidents],
        estimates=[hide.estimate(estimate) for estimate in contents.estimates],
        contradictions=[hide.contradiction(c) for c in contents.contradictions],
    )
