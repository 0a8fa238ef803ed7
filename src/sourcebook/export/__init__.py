"""The formats that a book is written in, one module a format.

A new format is a module with an exporter (``name``, ``suffix``, ``write``) and its
line in ``EXPORTERS``.
"""

from sourcebook.export.contents import Contents
from sourcebook.export.contract import Exporter
from sourcebook.export.csv import Sheets
from sourcebook.export.jsonl import JsonLines
from sourcebook.export.muc4 import MucTemplates
from sourcebook.export.parquet import Parquet

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (JsonLines(), Sheets(), Parquet(), MucTemplates())
}

__all__ = ["EXPORTERS", "Contents", "Exporter"]
