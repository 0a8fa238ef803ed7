"""Many news reports in; for every incident one sourced record out.

>>> sorted(name for name in __all__ if name.islower())
['check_draft', 'extract', 'open', 'read', 'reconcile']
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

# Two functions below have the names of packages. Importing a package binds its name
# here once, on its first import: it has to come before the functions.
for _package in ("extract", "reconcile"):
    import_module(f"sourcebook.{_package}")

from sourcebook.errors import SourcebookError  # noqa: E402
from sourcebook.model.claim import AttributionLink, Claim  # noqa: E402
from sourcebook.model.estimate import Contradiction, Estimate, Profile  # noqa: E402
from sourcebook.model.incident import Incident  # noqa: E402
from sourcebook.model.report import Report, Text  # noqa: E402
from sourcebook.model.span import Span  # noqa: E402

if TYPE_CHECKING:
    from sourcebook.book import Book
    from sourcebook.draft import Checked
    from sourcebook.reconcile import Reconciled


def open(path: str | Path) -> Book:
    """Open the book at ``path``, which is made where there is none.

    Raises BookError where the file is foreign, damaged, locked, or of a newer
    schema.
    """
    from sourcebook.book import Book

    return Book(path)


def read(
    paths: str | Path | Iterable[str | Path], *, group_by: str | None = None
) -> list[Report]:
    """Read reports from files, folders, globs or ``-``, without a book.

    What cannot be read is left out; the log of a book tells why. Raises InputError
    where there is no report at all.
    """
    from sourcebook.book.values import read

    return read(paths, group_by=group_by)


def extract(reports: Report | Iterable[Report]) -> list[Claim]:
    """Return the claims of one report, or of several, in reading order."""
    from sourcebook.book.values import extract

    return extract(reports)


def reconcile(
    claims: Iterable[Claim], *, profile: Profile = "conservative"
) -> Reconciled:
    """Return estimates and contradictions of claims that tell of one incident.

    Dates of reports are not known here, so no figure replaces an earlier one; for
    that, and for reports of several incidents, use a book.
    """
    from sourcebook.reconcile import reconcile_claims

    return reconcile_claims(list(claims), profile=profile)


def check_draft(text: str, book: Book, *, published: str | None = None) -> Checked:
    """Match every figure and attribution of a draft to a book; see docs.

    ``text`` is the draft as written, ``published`` an EDTF date from which "on
    Monday" is counted. Raises BookError where the book has no results yet,
    InputError for a draft in a language that is not read.
    """
    from sourcebook.draft import check_draft

    return check_draft(text, book, published=published)


def __getattr__(name: str) -> type[Book]:
    # Loaded on first use: a program that only extracts needs no database.
    if name == "Book":
        from sourcebook.book import Book

        return Book
    raise AttributeError(f"module 'sourcebook' has no attribute {name!r}")


__all__ = [
    "AttributionLink",
    "Book",
    "Claim",
    "Contradiction",
    "Estimate",
    "Incident",
    "Report",
    "SourcebookError",
    "Span",
    "Text",
    "check_draft",
    "extract",
    "open",
    "read",
    "reconcile",
]
