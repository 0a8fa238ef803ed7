"""Claims: one assertion by one chain of sources at one span of one report."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar, Literal, TypeAlias

from sourcebook.errors import InvalidValue, SpanMismatch
from sourcebook.model.ids import identify
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span

ClaimType = Literal[
    "figure", "responsibility", "statement", "means", "target", "time", "place"
]
Metric = Literal[
    "killed",
    "injured",
    "casualties",
    "missing",
    "abducted",
    "released",
    "detained",
    "displaced",
    "trapped",
    "hospitalized",
    "critical",
    "rescued",
    "survivors",
    "affected",
]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "near", "range", "vague"]
Role = Literal["incident_total", "part_of_total", "increment", "background"]
Modality = Literal["asserted", "reported", "hedged", "denied", "hypothetical"]
LinkRelation = Literal[
    "says", "quotes", "cites", "via_spokesperson", "reports_on", "unstated"
]
Relation = Literal[
    "claimed",
    "accused",
    "accused_by_authority",
    "suspected",
    "reported_as_fact",
    "denied",
    "acquitted",
]
Act = Literal[
    "condemn",
    "condole",
    "accuse",
    "deny",
    "claim_responsibility",
    "state_motive",
    "express_concern",
    "demand",
    "pledge",
    "offer",
    "call_for_talks",
    "announce_investigation",
    "thank",
    "comment",
]
Mode = Literal["direct", "paraphrase", "mixed"]
Basis = Literal[
    "explicit",
    "adjacent_sentence",
    "distributive",
    "inferred_overall",
    "ambiguous_attachment",
    "analyst",
]


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
class Figure:
    """A count of people.

    ``value`` is the number as written, None where the words give none ("dozens");
    ``low`` and ``high`` are the bounds that the words set (DOMAIN 3.2): more than
    100 has value 100, low 101, high None.
    """

    type: ClassVar[ClaimType] = "figure"
    metric: Metric
    population: str = "persons"
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None
    includes_perpetrators: Literal["yes", "no", "unknown"] = "unknown"

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValue(f"low {self.low} lies above high {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who did it, according to the claim's attribution.

    ``hedge`` ("partially", "suspected") and ``motive`` hold words of the report.
    """

    type: ClassVar[ClaimType] = "responsibility"
    actor: str
    relation: Relation
    hedge: str | None = None
    motive: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A verbal act: who condemned, condoled, demanded, and towards whom.

    ``insertions`` are editorial words in square brackets inside the quotation.
    """

    type: ClassVar[ClaimType] = "statement"
    speaker: str
    act: Act
    mode: Mode
    spokesperson: str | None = None
    spokesperson_for: str | None = None
    addressee: str | None = None
    insertions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Devices and explosions with their count; instrument names are in the schema."""

    type: ClassVar[ClaimType] = "means"
    instrument: str
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was hit: kind is a key of the schema's targets (bus_station, hospital)."""

    type: ClassVar[ClaimType] = "target"
    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A date in EDTF, with the role it plays and how it was resolved."""

    type: ClassVar[ClaimType] = "time"
    edtf: str
    role: Literal["event", "publication", "background", "planned"]
    basis: Literal["explicit", "relative", "cross_document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, by GeoNames id where the gazetteer knows it.

    ``precision``: site (a facility), city, admin2, admin1, country, region.
    """

    type: ClassVar[ClaimType] = "place"
    name: str
    country: str | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Literal["site", "city", "admin2", "admin1", "country", "region"]
    role: Literal["event", "dateline", "context", "background"]


Payload: TypeAlias = Figure | Responsibility | Statement | Means | Target | Time | Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The evidence in the report about where and when a claim belongs.

    ``place``, ``time`` and ``target`` are ids of claims of the same report that
    the claim's words name or inherit; ``basis`` says how (DOMAIN SCP-1).
    ``background`` and ``part`` name the cue that makes a figure background or a
    part ("war_toll", "other_date"; "single_person", "hospital"). ``person`` is a
    key under which mentions of one individual victim fall together (SCP-8);
    ``open_fate`` says that the words leave open whether he lived ("was shot").
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion by one chain of sources at one span of one report.

    Built only through :meth:`at`, which reads the quote from the report, or from a
    book, whose ``check`` verifies every quote again. ``incident``, ``role`` and
    ``lineage`` are derived by the linking stage; ``attribution`` runs from the
    outermost source to the originator and never names the report's own outlet.
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
        told = json.dumps(asdict(payload), sort_keys=True, ensure_ascii=False)
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


def flat(payload: Payload) -> dict[str, Any]:
    """Return the payload's fields as the exported JSON Lines show them."""
    return asdict(payload)
