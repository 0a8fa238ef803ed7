"""Typed columns of the Parquet files, and how rows are written into them.

Apart from the exporter because the library takes a second to load: only an export to
Parquet pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sourcebook.export.jsonl import Row

#: Rows held in memory at a time.
_ROWS = 20_000


def write(to: Path, rows: Iterable[Row], schema: pa.Schema) -> Path:
    """Write rows as they come and return the file; an unknown field is refused."""
    known = frozenset(schema.names)
    coming = iter(rows)
    with pq.ParquetWriter(to, schema, compression="zstd") as file:
        while batch := list(islice(coming, _ROWS)):
            if unknown := sorted({name for row in batch for name in row} - known):
                raise ValueError(f"{to.name} has no column for {', '.join(unknown)}")
            file.write_table(pa.Table.from_pylist(batch, schema=schema))
    return to


def _texts(names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, pa.string()) for name in names.split()]


def _counts(names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, pa.int64()) for name in names.split()]


_MANY = pa.list_(pa.string())
_RANGE = pa.struct(_counts("low high"))
_COMPUTED = pa.struct([*_counts("low best high"), ("high_open", pa.bool_())])
_POINT = [("lat", pa.float64()), ("lon", pa.float64())]
_LINK = pa.struct(
    [
        *_texts("name quote field"),
        *_counts("start end"),
        *_texts("relation"),
        ("named", pa.bool_()),
    ]
)
_PLACE = pa.struct(
    [
        *_texts("name country admin1"),
        *_counts("geonames_id"),
        *_POINT,
        *_texts("precision"),
    ]
)

#: The columns of each file with their types.
SCHEMAS: dict[str, pa.Schema] = {
    "reports": pa.schema(
        _texts(
            "id text_id source_id title outlet url published language incident "
            "duplicate_of lineage"
        )
    ),
    "claims": pa.schema(
        [
            *_texts("id report field"),
            *_counts("start end"),
            *_texts("quote type incident role"),
            ("attribution", pa.list_(_LINK)),
            *_texts("lineage modality"),
            *_texts("metric population comparator"),
            *_counts("value low high"),
            *_texts("includes_perpetrators actor relation hedge motive"),
            *_texts("speaker act mode spokesperson spokesperson_for addressee"),
            ("insertions", _MANY),
            *_texts("instrument kind name edtf basis country admin1"),
            *_counts("geonames_id"),
            *_POINT,
            *_texts("precision review"),
            ("decisions", _MANY),
        ]
    ),
    "incidents": pa.schema(
        [
            *_texts("id parent label type date date_precision"),
            ("place", _PLACE),
            *(
                (name, _MANY)
                for name in ("reports", "responsibility", "contradictions")
            ),
        ]
    ),
    "estimates": pa.schema(
        [
            *_texts("incident metric population profile as_of"),
            ("ever", _RANGE),
            *_counts("low best high"),
            ("high_open", pa.bool_()),
            *_texts("rule"),
            ("inputs", _MANY),
            ("excluded", pa.list_(pa.struct(_texts("claim reason")))),
            ("lineages", pa.struct(_counts("min max"))),
            ("computed", _COMPUTED),
            ("decisions", _MANY),
        ]
    ),
    "contradictions": pa.schema(
        [
            *_texts("id kind severity incident"),
            ("claims", _MANY),
            *_texts("explanation state"),
            ("decisions", _MANY),
        ]
    ),
}
