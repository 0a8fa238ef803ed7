"""Which languages the rules read; told without loading what reads them."""

from __future__ import annotations

#: Languages that the rules read, as ISO 639-1 codes; None is too short to tell.
LANGUAGES: frozenset[str | None] = frozenset({"en", None})
