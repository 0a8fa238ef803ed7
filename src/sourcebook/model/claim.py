"""Claims: one assertion by one chain of sources at one span of one report."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Literal

from sourcebook.errors import InvalidValue, SpanMismatch
from sourcebook.model.ids import identify
from sourcebook.model.payloads import (
    Act,
    Basis,
    ClaimType,
    Comparator,
    Figure,
    LinkRelation,
    Means,
    Metric,
    Modality,
    Mode,
    Payload,
    Place,
    Relation,
    Responsibility,
    Role,
    Statement,
    Target,
    Time,
    flat,
)
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span

#: What people did with a claim, the gravest first where they did several things.
Review = Literal["rejected", "added", "edited", "moved", "accepted"]

__all__ = [
    "Act",
    "AttributionLink",
    "Basis",
    "Claim",
    "ClaimType",
    "Comparator",
    "Figure",
    "LinkRelation",
    "Means",
    "Metric",
    "Modality",
    "Mode",
    "Payload",
    "Place",
    "Relation",
    "Responsibility",
    "Review",
    "Role",
    "Setting",
    "Statement",
    "Target",
    "Time",
    "flat",
    "verify_link",
]


_SORTED = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLink:
    """One of those who are said to state a claim.

    ``name`` is the resolved name ("the official" may resolve to a name told
    earlier), ``quote`` the words at the span. A gap ("was quoted as saying", by
    whom is not told) has relation ``unstated``, null name and null quote. ``named``
    is false for "officials", "reports", "an interior ministry official". ``body`` is
    the organisation that the report says a person speaks or works for ("London
    Ambulance Service"), None where it says nothing.
    """

    name: str | None
    quote: str | None
    field: Field | None
    start: int | None
    end: int | None
    relation: LinkRelation
    named: bool
    body: str | None = None

    def __post_init__(self) -> None:
        if (self.relation == "unstated") != (self.name is None):
            raise InvalidValue("a link has a name unless its relation is 'unstated'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The evidence in the report about where and when a claim belongs.

    ``place``, ``time`` and ``target`` are ids of claims of the same report that
    the claim's words name or inherit; ``basis`` says how (DOMAIN SCP-1).
    ``background`` and ``part`` name the cue that makes a figure background or a
    part ("war_toll", "other_date"; "single_person", "hospital"). ``person`` is a
    key under which mentions of one individual victim fall together (SCP-8);
    ``open_fate`` says that the words leave open whether he lived ("was shot").
    ``entry`` is where a roundup tells the claim's incident, None outside all its
    entries and in every other report.
    """

    sentence: Span
    place: str | None = None
    time: str | None = None
    target: str | None = None
    basis: Basis = "inferred_overall"
    background: str | None = None
    part: str | None = None
    person: str | None = None
    open_fate: bool = False
    entry: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion by one chain of sources at one span of one report.

    Built only through :meth:`at`, which reads the quote from the report, or from a
    book, whose ``check`` verifies every quote again. ``incident``, ``role`` and
    ``lineage`` are derived by the linking stage; ``attribution`` runs from the
    outermost source to the originator and never names the report's own outlet.
    ``review`` says what people decided about it, ``decisions`` are the keys of those
    decisions that stand; a rejected claim stays readable and counts nowhere.
    """

    id: str
    report: str
    field: Field
    span: Span
    quote: str
    payload: Payload
    attribution: tuple[AttributionLink, ...] = ()
    modality: Modality = "asserted"
    setting: Setting
    extractor: str
    version: str
    incident: str | None = None
    role: Role | None = None
    lineage: str | None = None
    review: Review | None = None
    decisions: tuple[str, ...] = ()

    @classmethod
    def at(
        cls,
        report: Report,
        field: Field,
        span: Span,
        *,
        payload: Payload,
        setting: Setting,
        extractor: str,
        version: str,
        attribution: tuple[AttributionLink, ...] = (),
        modality: Modality = "asserted",
        role: Role | None = None,
    ) -> Claim:
        """Build a claim whose quote is what stands at the span."""
        quote = span.slice(report.characters(field))
        if not quote or span.end > len(report.characters(field)):
            raise SpanMismatch(
                expected="a quote", found=quote, start=span.start, end=span.end
            )
        for link in attribution:
            verify_link(link, report)
        told = _SORTED.encode(flat(payload))
        return cls(
            id=identify(
                "claim",
                report.id,
                field,
                span.start,
                span.end,
                payload.type,
                told,
                setting.place,
                setting.target,
                extractor,
                version,
            ),
            report=report.id,
            field=field,
            span=span,
            quote=quote,
            payload=payload,
            attribution=attribution,
            modality=modality,
            setting=setting,
            extractor=extractor,
            version=version,
            role=role,
        )

    @property
    def type(self) -> ClaimType:
        """The claim type, which is the payload's."""
        return self.payload.type

    @property
    def originator(self) -> AttributionLink | None:
        """The last link of the attribution, None for the outlet's own voice."""
        return self.attribution[-1] if self.attribution else None

    def placed(
        self, *, incident: str | None, role: Role | None, lineage: str | None
    ) -> Claim:
        """Return the claim as the linking stage placed it."""
        return replace(self, incident=incident, role=role, lineage=lineage)


def verify_link(link: AttributionLink, report: Report) -> None:
    """Raise SpanMismatch unless the link's words stand where it says."""
    if link.quote is None:
        return
    if link.field is None or link.start is None or link.end is None:
        raise InvalidValue(f"the link {link.quote!r} has a quote but no span")
    Span(start=link.start, end=link.end).verify(
        report.characters(link.field), quote=link.quote
    )
