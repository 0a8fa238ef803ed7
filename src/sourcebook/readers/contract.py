"""What every reader takes and gives.

A reader turns one input into reports. Whatever it cannot use becomes an
:class:`~sourcebook.errors.InputSkipped`, whatever it used with a doubt a
:class:`Flagged`; neither ends the reading.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias

from sourcebook.errors import InputSkipped
from sourcebook.model.report import Report

#: Characters of the largest single report read. The longest news reports have 200,000;
#: what is longer is a book or a whole archive, and would take minutes to read.
LARGEST_REPORT = 300_000
#: Bytes of one record with all its fields, escapes included.
LARGEST_RECORD = 15_000_000
#: Bytes of the largest file that has to be held in memory as a whole.
LARGEST_FILE = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file or stream to read.

    ``file`` is its name as messages show it, ``name`` its path relative to the
    argument that named it (the ``source_id`` of reports without their own id),
    ``folder`` the folder part of that path ("" at the top). ``group_by`` is the
    field that holds the group of a report, or ``folder``.
    """

    file: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    folder: str = ""
    group_by: str | None = None

    @classmethod
    def of_path(cls, path: Path, *, top: Path, group_by: str | None) -> Input:
        """Describe a file found under the argument ``top`` (itself or a folder)."""
        relative = Path(path.name) if path == top else path.relative_to(top)
        parent = relative.parent.as_posix()
        return cls(
            file=str(path),
            name=relative.as_posix(),
            open=lambda: path.open("rb"),
            size=path.stat().st_size,
            folder="" if parent == "." else parent,
            group_by=group_by,
        )

    @classmethod
    def of_bytes(cls, name: str, data: bytes, *, group_by: str | None) -> Input:
        """Describe bytes that are already here, such as standard input."""
        return cls(
            file=name,
            name=name,
            open=lambda: io.BytesIO(data),
            size=len(data),
            group_by=group_by,
        )

    @property
    def group(self) -> str | None:
        """The group that the input's folder gives, where reports are grouped so."""
        return (self.folder or None) if self.group_by == "folder" else None

    def read(self, *, largest: int = LARGEST_FILE) -> bytes:
        """Return all bytes; raise InputSkipped where they exceed ``largest``."""
        with self.open() as stream:
            data = stream.read(largest + 1)
        if len(data) > largest:
            raise self.skipped(
                f"it is larger than {megabytes(largest)}, the most read as one piece",
                "split it into one report a file or a line",
            )
        if not data.strip():
            raise self.skipped("the file is empty", "leave it out or fill it")
        return data

    def skipped(
        self, reason: str, next_step: str, *, line: int | None = None
    ) -> InputSkipped:
        """Describe what could not be read here."""
        return InputSkipped(
            file=self.file, line=line, reason=reason, next_step=next_step
        )

    def flagged(
        self, reason: str, next_step: str, *, line: int | None = None
    ) -> Flagged:
        """Describe what was read with a doubt."""
        return Flagged(file=self.file, line=line, reason=reason, next_step=next_step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """Something that was read, and that a person should look at."""

    file: str
    reason: str
    next_step: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated(Flagged):
    """The same report once more; ``before`` where it was known before this reading."""

    before: bool


Item: TypeAlias = Report | InputSkipped | Flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A report with the line of the file that it stands on."""

    report: Report
    line: int


#: What a reader gives: a report bare, or with its line where files hold several.
Given: TypeAlias = Item | Numbered


class Reader(Protocol):
    """One input format: its name, the suffixes it answers to, and how it reads."""

    @property
    def name(self) -> str:
        """The format's name, as messages show it."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes with their dot, in lower case."""
        ...

    def read(self, source: Input) -> Iterator[Given]:
        """Yield the reports of one input, and what was wrong with the others."""
        ...


def megabytes(size: int) -> str:
    """Return a size in bytes as people write it.

    >>> megabytes(5_000_000)
    '5 MB'
    """
    return f"{size / 1_000_000:.0f} MB"


def too_long(characters: str) -> tuple[str, str] | None:
    """Return why a report is too long and what to do, None where it is not.

    >>> too_long("Seven people were killed.") is None
    True
    """
    if len(characters) <= LARGEST_REPORT:
        return None
    return (
        f"one report of {len(characters):,} characters, more than {LARGEST_REPORT:,}",
        "split it into one report a file, a row or a line",
    )
