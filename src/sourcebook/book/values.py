"""Without a book: reports and claims as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sourcebook import readers
from sourcebook.book.extractors import rules
from sourcebook.errors import InputError
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report


def read(
    paths: str | Path | Iterable[str | Path], *, group_by: str | None = None
) -> list[Report]:
    """Read reports from files, folders or globs, in a stable order.

    What cannot be read is left out; a book's log tells why. Raises InputError where
    there is no report at all.
    """
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    items = list(readers.read(named, group_by=group_by))
    found = [item for item in items if isinstance(item, Report)]
    if not found:
        said = [str(item) for item in items if isinstance(item, Exception)]
        raise InputError(f"no report could be read ({'; '.join(said[:3]) or 'none'})")
    return found


def extract(reports: Report | Iterable[Report]) -> list[Claim]:
    """Return the claims of one report, or of several, in reading order."""
    given = [reports] if isinstance(reports, Report) else reports
    return [c for _, found in rules().extract(given) for c in found]
