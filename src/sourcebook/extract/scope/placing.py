"""Which place, time and facility a claim's words support (SCP-1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.model.claim import Basis, Claim, Place, Target, Time

Kind = Literal["place", "time", "target"]
#: Precisions from the widest to the narrowest.
WIDTH = {"country": 0, "region": 1, "admin1": 1, "admin2": 2, "city": 3, "site": 4}


TOWN = WIDTH["city"]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that a clause belongs with, and how near it stands."""

    claim: str | None
    basis: Basis
    shared: bool = False


INFERRED: Basis = "inferred_overall"


class Surroundings:
    """Places, times and targets of a report by sentence, and the report's own."""

    def __init__(
        self,
        located: Mapping[Kind, Sequence[tuple[Claim, int]]],
        lead: frozenset[int],
        opening: frozenset[int],
        last: int,
    ) -> None:
        self._claims = {c.id: c for claims in located.values() for c, _ in claims}
        self._by_sentence: dict[tuple[Kind, int], list[Claim]] = {}
        self._own: dict[Kind, str | None] = {}
        self._headed: dict[Kind, str | None] = {}
        for kind, claims in located.items():
            for claim, index in claims:
                self._by_sentence.setdefault((kind, index), []).append(claim)
            self._own[kind] = _own(claims, lead)
            self._headed[kind] = _own(claims, opening, beyond=False)
        self.series = self._several_sites(located, last)

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

    def is_site(self, place: str | None, target: str | None) -> bool:
        """Whether the claims name a town or facility, not a country or province."""
        if target is not None and not self._same(target, self._headed["target"]):
            return True
        if place is None or _width(self._claims[place]) < TOWN:
            return False
        return not self._same(place, self._headed["place"])

    def _same(self, one: str, other: str | None) -> bool:
        return other is not None and _identity(self._claims[one]) == _identity(
            self._claims[other]
        )

    def _fit(self, kind: Kind, index: int, *, background: bool) -> list[Claim]:
        claims = self._by_sentence.get((kind, index), [])
        return [c for c in claims if _fits(c, background=background)]

    def _several_sites(
        self, located: Mapping[Kind, Sequence[tuple[Claim, int]]], last: int
    ) -> bool:
        cities = {
            c.payload.geonames_id or c.payload.name
            for c, _ in located["place"]
            if isinstance(c.payload, Place)
            and c.payload.role == "event"
            and _width(c) >= TOWN
        }
        targets = {
            (c.payload.kind, c.payload.name)
            for c, _ in located["target"]
            if isinstance(c.payload, Target)
        }
        return last >= 0 and (len(cities) > 1 or len(targets) > 1)


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


def series_told(sentence: Sentence) -> bool:
    """Whether a sentence tells of one action at several sites."""
    if pattern("parts", "sites", "series").search(sentence.tokens.text.lower()):
        return True
    nouns = words("sites", "nouns")
    return any(t.lower_ in nouns and t.pos_ == "NOUN" for t in sentence.tokens)
