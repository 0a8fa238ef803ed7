"""Rows that convert to Arrow, pandas and polars, and show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sourcebook.book.notebook import table
from sourcebook.errors import MissingDependency

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Table:
    """A result as rows of one shape; iterate it, or convert it.

    >>> Table([{"metric": "killed", "value": 7}])
    <Table: 1 row of metric, value>
    """

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self.rows = list(rows)

    @property
    def columns(self) -> list[str]:
        """Column names, in the order in which rows first use them."""
        return list(dict.fromkeys(name for row in self.rows for name in row))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __repr__(self) -> str:
        count = "1 row" if len(self) == 1 else f"{len(self)} rows"
        return f"<Table: {count} of {', '.join(self.columns)}>"

    def to_arrow(self) -> pyarrow.Table:
        """Return a pyarrow.Table."""
        arrow = import_module("pyarrow")
        held = {name: [row.get(name) for row in self.rows] for name in self.columns}
        return arrow.table(held)

    def to_pandas(self) -> pandas.DataFrame:
        """Return a pandas.DataFrame; raises MissingDependency without pandas."""
        _need("pandas")
        frame: pandas.DataFrame = self.to_arrow().to_pandas()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return a polars.DataFrame; raises MissingDependency without polars."""
        frame: polars.DataFrame = _need("polars").from_arrow(self.to_arrow())
        return frame

    def _repr_html_(self) -> str:
        rows = [
            ["" if row.get(n) is None else str(row[n]) for n in self.columns]
            for row in self.rows
        ]
        return table(self.columns, rows)


def _need(library: str) -> Any:  # noqa: ANN401 - a module of a library without types
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        raise MissingDependency(
            library=library, extra=library, purpose=f"a table for {library}"
        ) from error
