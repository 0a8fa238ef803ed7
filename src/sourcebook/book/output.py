"""The folder that ``sourcebook build`` writes: the book, its exports, its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sourcebook.book.book import Book
from sourcebook.book.history import Diff
from sourcebook.book.intake import Added, Progress
from sourcebook.config import Config
from sourcebook.errors import OutputRefused
from sourcebook.export import EXPORTERS
from sourcebook.export.jsonl import write_rows
from sourcebook.model.estimate import Profile
from sourcebook.model.run import Run

#: The file whose presence makes a folder one of ours.
BOOK = "book.db"
#: The formats that a build writes beside its pages; others are exported on demand.
_SHEETS = ("jsonl", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: what was read, the run, and the page to open first.

    ``diff`` is what it changed of an earlier build's results, None for the first.
    """

    added: Added
    run: Run
    index: Path
    diff: Diff | None = None


def build(
    paths: Iterable[str | Path],
    out: Path,
    *,
    profile: Profile | None = None,
    group_by: str | None = None,
    workers: int | None = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read reports and write everything about their incidents into a folder.

    A folder that an earlier build wrote is built again: it keeps the ids of its
    incidents, and claims of reports that it has read. Raises OutputRefused for any
    other folder that is not empty.
    """
    refuse(out)
    out.mkdir(parents=True, exist_ok=True)
    with Book(out / BOOK) as book:
        try:
            added = book.add(paths, group_by=group_by, replace=True, progress=progress)
            run = book.run(
                profile=profile, workers=workers, config=config, progress=progress
            )
        finally:
            write_log(book, out / "log.jsonl")
        if progress is not None:
            progress("writing", 0, None)
        write(book, out)
        diff = book.diff_to_last()
    return Built(added=added, run=run, index=out / "index.html", diff=diff)


def refuse(out: Path) -> None:
    """Raise OutputRefused unless the folder is missing, empty or ours."""
    if out.is_file():
        raise OutputRefused(f"{out} is a file; name a folder with: -o FOLDER")
    if out.is_dir() and any(out.iterdir()) and not (out / BOOK).is_file():
        raise OutputRefused(
            f"{out} holds files that sourcebook did not write; name an empty or new "
            f"folder, such as: -o {out / 'sourcebook'}"
        )


def write(book: Book, out: Path) -> None:
    """Write the exports and the pages of a book."""
    for name in _SHEETS:
        EXPORTERS[name].write(book.contents, out)
    book.write_pages(out)


def write_log(book: Book, to: Path) -> None:
    """Write the log: one object {level file line reason next} a line."""
    rows = [
        {
            "level": row.level,
            "file": row.file,
            "line": row.line,
            "reason": row.reason,
            "next": row.next,
        }
        for row in book.log()
    ]
    fresh = to.with_suffix(".new")
    write_rows(fresh, rows)
    fresh.replace(to)
