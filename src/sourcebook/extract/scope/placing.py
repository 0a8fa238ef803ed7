"""Which place, time and facility a claim's words support (SCP-1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sourcebook.extract.scope.clauses import Clause
from sourcebook.model.claim import Basis, Claim, Place, Target, Time
from sourcebook.model.span import Span
from sourcebook.schema.load import table

Kind = Literal["place", "time", "target"]
#: Precisions from the widest to the narrowest.
WIDTH = {"country": 0, "region": 1, "admin1": 1, "admin2": 2, "city": 3, "site": 4}


#: Degrees within which two places are one town and its quarters.
NEAR = 0.25
TOWN = WIDTH["city"]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that a clause belongs with, and how near it stands."""

    claim: str | None
    basis: Basis
    shared: bool = False


INFERRED: Basis = "inferred_overall"


class Surroundings:
    """Places, times and targets of a report by sentence, and the report's own.

    ``located`` pairs claims with sentence indices, ``lead`` and ``core`` are those of
    the profile. ``several`` says that events are told at more than one site.
    """

    def __init__(
        self,
        located: Mapping[Kind, Sequence[tuple[Claim, int]]],
        lead: frozenset[int],
        core: frozenset[int],
    ) -> None:
        self._claims = {c.id: c for claims in located.values() for c, _ in claims}
        self._by_sentence: dict[tuple[Kind, int], list[Claim]] = {}
        self._own: dict[Kind, str | None] = {}
        self._headed: dict[Kind, str | None] = {}
        for kind, claims in located.items():
            for claim, index in claims:
                self._by_sentence.setdefault((kind, index), []).append(claim)
            self._own[kind] = _own(claims, lead)
            self._headed[kind] = _own(claims, core, beyond=False)
        self._usual = _usual(located["place"])
        self.several = _sites(located) > 1

    def find(
        self, kind: Kind, clause: Clause, *, background: bool, previous: int | None
    ) -> Found:
        """Return the claim of this kind nearest to the clause, by SCP-1's order."""
        here = self._fit(kind, clause.sentence.index, background=background)
        inside = [c for c in here if clause.reach.overlaps(c.span)]
        for nearest in (inside, here):
            if nearest:
                return _choose(nearest, clause)
        before = (
            self._fit(kind, previous, background=background)
            if previous is not None
            else []
        )
        if before and kind != "time":
            return _choose(before, clause, basis="adjacent_sentence")
        return Found(None if background else self._own.get(kind), INFERRED)

    def last_in(self, sentence: int, span: Span) -> str | None:
        """Return the last event place told in a span (NUM-12: each claim its place)."""
        told = self._fit("place", sentence, background=False)
        inside = [c for c in told if span.overlaps(c.span)]
        return max(inside, key=lambda c: c.span.start).id if inside else None

    def is_site(self, place: str | None, target: str | None) -> bool:
        """Whether the claims name a town or facility, not a country or province."""
        facility = target is not None and _is_facility(self._claims[target])
        if facility and target and not self._same(target, self._headed["target"]):
            return True
        if place is None or _width(self._claims[place]) < TOWN:
            return False
        return not self._same(place, self._headed["place"])

    def is_aside(self, place: str | None) -> bool:
        """Whether the place is a town other than the one that the report is about."""
        if place is None or self._headed["place"] is None:
            return False
        return self.is_site(place, None) and not self._same(place, self._usual)

    def _same(self, one: str, other: str | None) -> bool:
        if other is None:
            return False
        first, second = self._claims[one], self._claims[other]
        return _identity(first) == _identity(second) or _near(first, second)

    def _fit(self, kind: Kind, index: int, *, background: bool) -> list[Claim]:
        claims = self._by_sentence.get((kind, index), [])
        return [c for c in claims if _fits(c, background=background)]


def _sites(located: Mapping[Kind, Sequence[tuple[Claim, int]]]) -> int:
    """Count the towns, or if more the facilities, where the report tells events."""
    towns = {
        _identity(c)
        for c, _ in located["place"]
        if _fits(c, background=False) and _width(c) >= TOWN
    }
    facilities = {_identity(c) for c, _ in located["target"] if _is_facility(c)}
    return max(len(towns), len(facilities))


def _is_facility(claim: Claim) -> bool:
    return isinstance(claim.payload, Target) and claim.payload.kind not in _mobile()


def _fits(claim: Claim, *, background: bool) -> bool:
    match claim.payload:
        case Place(role=role):
            return role != "dateline" if background else role == "event"
        case Time(role=role):
            return role != "publication" if background else role == "event"
        case _:
            return True


def _choose(
    claims: Sequence[Claim], clause: Clause, basis: Basis = "explicit"
) -> Found:
    """Take the narrowest; two of one width belong to the claim together."""
    widest = max(_width(c) for c in claims)
    narrow = [c for c in claims if _width(c) == widest]
    if len({_identity(c) for c in narrow}) > 1:
        each = clause.whole.rstrip(" .").endswith("each") or " each " in clause.stretch
        return Found(None, "distributive" if each else basis, shared=True)
    nearest = min(narrow, key=lambda c: abs(c.span.start - clause.span.start))
    return Found(nearest.id, basis)


def _usual(places: Sequence[tuple[Claim, int]]) -> str | None:
    """The town that the report names most often, the first of equals."""
    towns = [c for c, _ in places if _fits(c, background=False) and _width(c) >= TOWN]
    counts = Counter(_identity(c) for c in towns)
    return max(towns, key=lambda c: counts[_identity(c)]).id if towns else None


@cache
def _mobile() -> frozenset[str]:
    """Kinds of targets that move or are too common to be a site of their own."""
    rows = table("targets")["target"]
    return frozenset(
        row["kind"] for row in rows if row.get("mobile") or row.get("weak")
    )


def _near(one: Claim, other: Claim) -> bool:
    """Whether two towns lie within a quarter of a degree: a city and its quarter."""
    match one.payload, other.payload:
        case Place(lat=float(a), lon=float(b)), Place(lat=float(c), lon=float(d)):
            return abs(a - c) < NEAR and abs(b - d) < NEAR
        case _:
            return False


def _width(claim: Claim) -> int:
    return WIDTH[claim.payload.precision] if isinstance(claim.payload, Place) else 0


def _identity(claim: Claim) -> object:
    match claim.payload:
        case Place(geonames_id=known, name=name):
            return known or name.lower()
        case Target(kind=kind, name=name):
            return (kind, name)
        case Time(edtf=edtf):
            return edtf
        case _:
            return claim.id


def _own(
    claims: Iterable[tuple[Claim, int]], lead: frozenset[int], *, beyond: bool = True
) -> str | None:
    """The report's own: first told in the lead, the narrowest of its sentence.

    ``beyond`` lets the rest of the report speak where the lead tells none.
    """
    fitting = [(c, i) for c, i in claims if _fits(c, background=False)]
    leading = [(c, i) for c, i in fitting if i in lead] or (fitting if beyond else [])
    if not leading:
        return None
    first = min(i for _, i in leading)
    return max((c for c, i in leading if i == first), key=_width).id
