"""The book's storage: one SQLite file, written in transactions."""

from sourcebook.store.results import Results
from sourcebook.store.store import Store
from sourcebook.store.values import (
    Derived,
    LogRow,
    Part,
    PastRun,
    Remembered,
    Retraction,
    Tombstone,
)

__all__ = [
    "Derived",
    "LogRow",
    "Part",
    "PastRun",
    "Remembered",
    "Results",
    "Retraction",
    "Store",
    "Tombstone",
]
