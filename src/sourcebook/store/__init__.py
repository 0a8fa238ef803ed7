"""The book's storage: one SQLite file, written in transactions."""

from sourcebook.store.store import Derived, LogRow, Store

__all__ = ["Derived", "LogRow", "Store"]
