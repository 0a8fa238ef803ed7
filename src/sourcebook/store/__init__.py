"""The book's storage: one SQLite file, written in transactions."""

from sourcebook.store.store import LogRow, Store

__all__ = ["LogRow", "Store"]
