"""Runs: what was executed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One execution with versions, configuration and counts.

    ``config`` is the filled configuration as JSON; ``inputs`` the digest of the ids
    of all reports present. Clock times stay in the book, never in exports.
    """

    id: str
    sourcebook: str
    extractor: str
    config: str
    inputs: str
    started: str
    ended: str | None
    counts: dict[str, int]
