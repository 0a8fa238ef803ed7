"""What every exporter offers."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sourcebook.export.contents import Contents


class Exporter(Protocol):
    """One output format; equal contents give equal bytes.

    ``suffix`` is that of the file written, "" for a format that fills a folder.
    """

    @property
    def name(self) -> str:
        """The format's name, as ``--to`` takes it."""
        ...

    @property
    def suffix(self) -> str:
        """The file suffix with its dot, "" for a folder."""
        ...

    def write(self, contents: Contents, to: Path) -> list[Path]:
        """Write the contents and return the files written."""
        ...
