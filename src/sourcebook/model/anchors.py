"""Anchors: what decisions point to. Words of a report, a minted incident, never an
extractor's claim id (DESIGN section 2).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, TypeAlias

from sourcebook.errors import InvalidValue
from sourcebook.model.span import Field, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnchor:
    """Words of a report that state something of a type.

    ``metric`` is that of a figure, None for other types. ``told`` tells apart the
    claims of one type at one span: an actor, an instrument, a population.
    """

    kind: ClassVar[str] = "claim"
    report: str
    field: Field
    start: int
    end: int
    type: str
    metric: str | None = None
    told: str | None = None

    @property
    def span(self) -> Span:
        """The characters pointed to."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnchor:
    """A report, of which is decided what incident it tells of."""

    kind: ClassVar[str] = "report"
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAnchor:
    """An incident, by its minted id."""

    kind: ClassVar[str] = "incident"
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateAnchor:
    """The estimate of one metric and population for one incident."""

    kind: ClassVar[str] = "estimate"
    incident: str
    metric: str
    population: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionAnchor:
    """A contradiction: its kind, its incident and the words that contradict."""

    kind: ClassVar[str] = "contradiction"
    sort: str
    incident: str
    claims: tuple[ClaimAnchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesAnchor:
    """Two lineages, in the whole book or (where given) in one incident."""

    kind: ClassVar[str] = "sources"
    lineages: tuple[str, str]
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAnchor:
    """Another decision, by the key that it keeps in every book."""

    kind: ClassVar[str] = "decision"
    decision: str


Anchor: TypeAlias = (
    ClaimAnchor
    | ReportAnchor
    | IncidentAnchor
    | EstimateAnchor
    | ContradictionAnchor
    | SourcesAnchor
    | DecisionAnchor
)
_ANCHORS: Mapping[str, type[Any]] = {
    each.kind: each
    for each in (
        ClaimAnchor,
        ReportAnchor,
        IncidentAnchor,
        EstimateAnchor,
        ContradictionAnchor,
        SourcesAnchor,
        DecisionAnchor,
    )
}


def anchor_row(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor as JSON holds it, its kind first."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(anchor)))
    return {"kind": anchor.kind, **told}


def anchor_of(row: Mapping[str, Any]) -> Anchor:
    """Return the anchor that :func:`anchor_row` wrote; raise InvalidValue for none.

    >>> anchor_of({"kind": "report", "report": "r1"})
    ReportAnchor(report='r1')
    """
    kind = _ANCHORS.get(str(row.get("kind")))
    if kind is None:
        raise InvalidValue(f"{row.get('kind')!r} is no kind of anchor")
    held = {n.name: row[n.name] for n in fields(kind) if n.name in row}
    if kind is ContradictionAnchor:
        held["claims"] = tuple(anchor_of({**c, "kind": "claim"}) for c in row["claims"])
    if kind is SourcesAnchor:
        held["lineages"] = tuple(row["lineages"])
    try:
        found: Anchor = kind(**held)
    except TypeError as error:
        raise InvalidValue(f"an anchor of kind {kind.kind}: {error}") from error
    return found
