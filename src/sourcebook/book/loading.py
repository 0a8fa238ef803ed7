"""Everything that a book's last run derived, read at once."""

from __future__ import annotations

from sourcebook.errors import BookError
from sourcebook.export import Contents
from sourcebook.store import Store


def load(store: Store) -> Contents:
    """Return the contents; raise BookError before the first run."""
    if store.last_run() is None:
        step = "run" if store.reports() else "add"
        what = "results" if step == "run" else "reports"
        more = "" if step == "run" else " REPORTS"
        raise BookError(
            f"{store.path} has no {what} yet; run: sourcebook {step} {store.path}{more}"
        )
    return Contents(
        reports=store.reports(),
        placements=store.placements(),
        claims=store.claims(),
        incidents=store.incidents(),
        estimates=store.estimates(),
        contradictions=store.contradictions(),
    )
