"""Estimates and contradictions: what reconciling the claims of an incident gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sourcebook.errors import InvalidValue

Profile = Literal["conservative", "latest", "envelope"]
ContradictionKind = Literal[
    "hard",
    "soft",
    "compatible_bounds",
    "temporal_update",
    "scope_mismatch",
    "means",
    "detail",
    "competing_responsibility",
    "speaker",
    "hedge",
    "number_agreement",
    "internal",
    "similar_pattern",
    "possible_common_origin",
]
Severity = Literal["hard", "soft", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A low and a high; None is an open or unknown end."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A claim that an estimate does not rest on, and why not."""

    claim: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason:
            raise InvalidValue(f"claim {self.claim} is left out without a reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One claim in the history of a toll: who reported what when (EDTF or None)."""

    claim: str
    published: str | None
    lineage: str | None
    low: int | None
    high: int | None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """What the rules give where a person's word stands instead (REC-11)."""

    low: int | None
    best: int | None
    high: int | None
    high_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Of one metric and population for one incident.

    ``ever`` spans the lowest and highest value any report gave; ``low`` and
    ``high`` are current as of ``as_of`` (default the latest report); ``best`` is by
    profile, None where the profile gives none. ``high_open`` says that no report
    sets a ceiling: ``high`` is then the largest number stated. ``rule`` names the
    DOMAIN rules applied, in order; ``explanation`` says the same in a sentence.
    ``lineages`` counts independent originators: certain, and with possible ones.
    ``holds_attackers`` says that attackers who died are among those counted (NUM-19).
    ``decisions`` are the keys of people's decisions that had part in it; where one
    overrides it, ``computed`` keeps what the rules gave (REC-11).
    """

    incident: str
    metric: str
    population: str
    profile: Profile
    as_of: str | None
    ever: Bounds
    low: int | None
    best: int | None
    high: int | None
    high_open: bool
    rule: str
    explanation: str
    inputs: tuple[str, ...]
    excluded: tuple[Excluded, ...]
    lineages: tuple[int, int]
    history: tuple[Step, ...] = ()
    vague_only: bool = False
    derived: bool = False
    holds_attackers: bool = False
    computed: Computed | None = None
    decisions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if None not in (self.low, self.high) and self.low > self.high:  # type: ignore[operator]
            raise InvalidValue(
                f"estimate of {self.metric}: low {self.low} above high {self.high}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that cannot both hold, or differ in a way an analyst must see.

    People dismiss or resolve it; ``decisions`` are the keys of what they decided.
    """

    id: str
    kind: ContradictionKind
    severity: Severity
    incident: str
    claims: tuple[str, ...]
    explanation: str
    state: Literal["open", "explained", "resolved", "dismissed"] = "open"
    decisions: tuple[str, ...] = ()
