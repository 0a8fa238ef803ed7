"""The book's storage: one SQLite file, written in transactions."""

from sourcebook.store.store import Store
from sourcebook.store.values import Derived, LogRow, PastRun, Retraction, Tombstone

__all__ = ["Derived", "LogRow", "PastRun", "Retraction", "Store", "Tombstone"]
