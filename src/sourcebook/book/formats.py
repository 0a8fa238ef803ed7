"""A book in one of its formats: an exporter's, or the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sourcebook.book.pages import HTML, one_file, refuse_mixing
from sourcebook.errors import NotFound, OutputRefused
from sourcebook.export import EXPORTERS, Contents
from sourcebook.export.privacy import public_part

#: What a book is written as: the exporters' formats, and its pages.
FORMATS = (*EXPORTERS, HTML)


def write_format(
    contents: Contents,
    pages: Callable[[Path], list[Path]],
    path: Path,
    to: str,
    *,
    public: bool,
) -> list[Path]:
    """Write contents in one format and return the files written.

    ``pages`` writes the pages into a folder. Raises NotFound for an unknown format,
    OutputRefused where the path does not suit it.
    """
    if to not in FORMATS:
        raise NotFound(f"there is no format {to!r}; choose {', '.join(FORMATS)}")
    suffix = EXPORTERS[to].suffix if to in EXPORTERS else ""
    if suffix:
        one_file(path, to, suffix)
    elif path.is_file():
        raise OutputRefused(f"{path} is a file; {to} fills a folder: name one")
    if to == HTML:
        refuse_mixing(path)
        return pages(path)
    return EXPORTERS[to].write(public_part(contents) if public else contents, path)
