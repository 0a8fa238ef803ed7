"""What the store is given and gives back, beside the values of the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Minted, Placement
from sourcebook.model.run import Run

if TYPE_CHECKING:
    from sourcebook.link import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log: what happened to which input, and what to do about it.

    ``stage`` is read, extract or link; ``level`` error (something was left out),
    warning (look at it) or info.
    """

    stage: str
    level: str
    file: str | None
    line: int | None
    reason: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What linking remembers, and by which code, extractor and settings it was found.

    ``run`` is the id of the run after which it holds.
    """

    memory: Memory
    code: str
    settings: str
    run: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of a book that a run derived anew: ids of reports, claims, incidents.

    Rows about others stay as they are.
    """

    reports: frozenset[str]
    claims: frozenset[str]
    incidents: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What one run derived from the reports, claims and minted ids.

    ``after`` is the id of the last run when this one began, None for the first;
    ``part`` what of the book was derived anew, None for all of it. ``memory`` is what
    linking remembers for the next run.
    """

    run: Run
    after: str | None
    placements: Sequence[Placement]
    incidents: Sequence[Incident]
    claims: Sequence[Claim]
    estimates: Sequence[Estimate]
    contradictions: Sequence[Contradiction]
    minted: Sequence[Minted]
    part: Part | None = None
    memory: Remembered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRun:
    """A run with its number, from 1 on; ``kept`` says that its results can be read."""

    number: int
    kept: bool
    run: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Who withdrew a report, when (ISO 8601) and why; or took that back (``undone``)."""

    report: str
    when: str
    who: str
    reason: str
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of an expunged report: hashes, who, when and why.

    ``text`` is None where another report has the same text, which is still held;
    ``decisions`` are the ids of the decisions whose words went with it.
    """

    report: str
    text: str | None
    raw_sha256: str | None
    when: str
    who: str
    reason: str
    decisions: tuple[str, ...]
