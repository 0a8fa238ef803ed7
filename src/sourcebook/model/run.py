"""Runs and decisions: what was executed, and what people recorded."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.model.span import Field


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a decision points to: words in a report, not an extractor's claim id."""

    report: str
    field: Field
    start: int
    end: int
    type: str
    metric: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's recorded word; append-only, wins over derivation."""

    id: str
    action: str
    anchor: Anchor | None
    target: str | None
    before: str | None
    after: str | None
    who: str
    when: str
    why: str
