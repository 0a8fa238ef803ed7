"""Which files the arguments of a command name, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sourcebook.errors import InputSkipped
from sourcebook.readers.contract import Flagged, Input

#: The argument that names standard input.
STDIN = "-"
#: A file of this name makes a folder one of ours: results are no reports.
_OURS = "book.db"


def find(
    paths: Iterable[str | Path], *, group_by: str | None
) -> Iterator[Input | InputSkipped | Flagged]:
    """Yield every file that the arguments name: files, folders, globs and ``-``.

    Arguments keep their order; a folder's files come sorted by path, hidden ones
    left out. A file named twice is read once. What does not exist is an
    InputSkipped.
    """
    seen: set[Path] = set()
    for argument in map(str, paths):
        if argument == STDIN:
            yield _standard_input(group_by)
            continue
        if not argument.strip():
            yield InputSkipped(
                file=repr(argument),
                reason="an empty name",
                next_step="name a file or folder, '.' for this one",
            )
            continue
        for top in _expand(argument):
            yield from _under(top, seen, group_by)


def _standard_input(group_by: str | None) -> Input:
    return Input.of_bytes("stdin", sys.stdin.buffer.read(), group_by=group_by)


def _expand(argument: str) -> list[Path]:
    path = Path(argument)
    if path.exists() or not glob.has_magic(argument):
        return [path]
    root = Path(path.anchor)
    return sorted(root.glob(str(path.relative_to(root)))) or [path]


def _under(
    top: Path, seen: set[Path], group_by: str | None
) -> Iterator[Input | InputSkipped | Flagged]:
    if not top.exists():
        yield InputSkipped(
            file=str(top), reason="there is no such file", next_step="check the path"
        )
        return
    for path in [top] if top.is_file() else _walk(top):
        if path.name == _OURS and top.is_dir():
            yield Flagged(
                file=str(path.parent),
                reason="the folder holds results of sourcebook and was left out",
                next_step="name folders that hold reports only",
            )
        elif path.resolve() not in seen:
            seen.add(path.resolve())
            yield _described(path, top, group_by)


def _described(path: Path, top: Path, group_by: str | None) -> Input | InputSkipped:
    try:
        return Input.of_path(path, top=top, group_by=group_by)
    except OSError as error:
        return InputSkipped(
            file=str(path),
            reason=f"it cannot be opened ({error.strerror})",
            next_step="check its permissions",
        )


def _walk(top: Path) -> Iterator[Path]:
    """Yield a folder's files sorted by path; of a folder of ours only the book."""
    for folder, folders, names in os.walk(top):
        if _OURS in names:
            folders.clear()
            names = [_OURS]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name
