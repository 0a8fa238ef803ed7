"""What claims state: one value a claim type, and the words they are told in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, TypeAlias

from sourcebook.errors import InvalidValue

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


def flat(payload: Payload) -> dict[str, Any]:
    """Return the payload's fields as the exported JSON Lines show them."""
    return {field.name: getattr(payload, field.name) for field in fields(payload)}
