"""Short tables for notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

#: Rows shown before the count of the others.
SHOWN = 20


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    title: str = "",
    count: int | None = None,
) -> str:
    """Return an HTML table of the first rows; every cell is escaped.

    ``count`` is how many rows there are where not all are given.

    >>> table(["a"], [["<b>"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    return "".join(_parts(columns, rows, title, len(rows) if count is None else count))


def _parts(
    columns: Sequence[str], rows: Sequence[Sequence[str]], title: str, count: int
) -> Iterator[str]:
    caption = f"<caption>{escape(title)}</caption>" if title else ""
    yield f"<table>{caption}<thead><tr>{_cells('th', columns)}</tr></thead><tbody>"
    yield from (f"<tr>{_cells('td', row)}</tr>" for row in rows[:SHOWN])
    yield "</tbody></table>"
    if count > SHOWN:
        yield f"<p>and {count - SHOWN} more rows</p>"


def _cells(tag: str, cells: Sequence[str]) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
