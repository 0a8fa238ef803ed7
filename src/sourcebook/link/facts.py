"""What the claims of one report say about when, where and how many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sourcebook.link.naming import Name, capitals, event_names, unresolved
from sourcebook.link.words import words
from sourcebook.model.claim import Claim, Figure, Place, Target, Time
from sourcebook.model.report import Report
from sourcebook.schema.vocabulary import target_kinds

#: Characters at the head of a text whose claims tell what a report is about.
LEAD = 900
#: Precision of places that are compared by distance.
FINE = ("site", "city", "admin2")
#: Event places of a report that are compared, likeliest first.
MOST = 3
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Where, when and how many, by a report's own claims.

    ``days`` are the days of the event as ordinals, likeliest first, ``dated`` those
    told by a date rather than counted from the publication; ``published`` is an
    ordinal too. ``spots`` are event places, likeliest first, ``named`` the keys and
    ``lands`` the countries of all places but those of datelines; ``names`` are the
    words of the names by which title and lead place the event, ``capitals`` all words
    told capitalised, ``local`` those of the name of any place. ``targets`` are
    the kinds of facility hit, ``killed`` and ``hurt`` the largest count, that the title
    or lead gives as the event's. ``fine`` are the spots that are compared by distance and
    ``keys`` theirs, ``abroad`` the countries of the spots, ``when`` the days told and that
    of publication, which may be one of them.
    """

    published: int | None
    days: tuple[int, ...]
    dated: frozenset[int]
    spots: tuple[Place, ...]
    named: frozenset[str]
    lands: frozenset[str]
    names: frozenset[Name]
    capitals: frozenset[str]
    local: frozenset[str]
    targets: frozenset[str]
    killed: int | None
    hurt: int | None
    fine: tuple[Place, ...] = field(init=False)
    keys: frozenset[str] = field(init=False)
    abroad: frozenset[str] = field(init=False)
    when: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for each pair of reports, so settled once for each report.
        fine = tuple(p for p in self.spots if p.precision in FINE)[:MOST]
        published = (self.published,) if self.published is not None else ()
        lands = frozenset(p.country for p in self.spots if p.country)
        object.__setattr__(self, "fine", fine)
        object.__setattr__(self, "keys", frozenset(map(place_key, fine)))
        object.__setattr__(self, "abroad", lands)
        object.__setattr__(self, "when", (*self.days[:2], *published))


def gather(report: Report, claims: Sequence[Claim]) -> Facts:
    """Read the facts of one report from its claims."""
    published = ordinal(report.published) or _page_day(claims)
    spots = _spots(claims)
    fine = [p for p in spots if p.precision in FINE][:MOST]
    other = unresolved(report, claims)
    return Facts(
        published=published,
        days=tuple(_ranked(_days(claims, published))),
        dated=frozenset(_days((c for c in claims if _is_explicit(c)), published)),
        spots=spots,
        named=frozenset(place_key(place) for place in _places(claims)),
        lands=frozenset(p.country for p in _places(claims) if p.country),
        names=event_names(fine, claims) or other or event_names(spots, claims),
        capitals=capitals(report),
        local=_local(claims).union(*other),
        targets=_targets(claims),
        killed=_toll(claims, {"killed"}),
        hurt=_toll(claims, {"injured", "casualties", "hospitalized"}),
    )


def _page_day(claims: Iterable[Claim]) -> int | None:
    """Return the last day that a page without a date of its own gives as its own."""
    told = [c.payload for c in claims if isinstance(c.payload, Time)]
    days = [ordinal(time.edtf) for time in told if time.role == "publication"]
    return max((day for day in days if day is not None), default=None)


def _local(claims: Iterable[Claim]) -> frozenset[str]:
    told = [(c.quote, c.payload) for c in claims if isinstance(c.payload, Place)]
    return frozenset(w for quote, p in told for w in words(f"{quote} {p.name}"))


def _targets(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(
        claim.payload.kind
        for claim in claims
        if isinstance(claim.payload, Target)
        and is_facility(claim.payload.kind)
        and is_told(claim)
        and standing(claim) > 1
    )


def is_facility(kind: str) -> bool:
    """Whether a kind of target stands still and is more than a place of daily life."""
    known = target_kinds().get(kind)
    return known is None or not (known.mobile or known.weak)


def ordinal(edtf: str | None, *, near: int | None = None) -> int | None:
    """Return the day of an EDTF date as an ordinal, None without one.

    A missing year is filled from ``near``, so that the day lies on or before it.

    >>> ordinal("2016-05-23T10:00") == date(2016, 5, 23).toordinal()
    True
    >>> ordinal("2016-05") is None
    True
    """
    match = _DAY.match(edtf or "")
    if match is None:
        return None
    year, month, day = match.groups()
    if year == "XXXX":
        if near is None:
            return None
        told = _ordinal(date.fromordinal(near).year, int(month), int(day))
        if told is not None and told > near + 1:
            told = _ordinal(date.fromordinal(near).year - 1, int(month), int(day))
        return told
    return _ordinal(int(year), int(month), int(day))


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def place_key(place: Place) -> str:
    """Return what makes two mentions of a place one."""
    return str(place.geonames_id) if place.geonames_id else _folded(place.name)


@lru_cache(maxsize=2**16)
def _folded(name: str) -> str:
    return name.casefold()  # asked for each pair of reports


def _places(claims: Iterable[Claim]) -> list[Place]:
    told = [c.payload for c in claims if isinstance(c.payload, Place)]
    return [place for place in told if place.role != "dateline"]


def standing(claim: Claim) -> int:
    """Return how much a claim's position says about what the report is about.
    Three in the title, two in the lead, one elsewhere.
    """
    if claim.field == "title":
        return 3
    return 2 if claim.span.start < LEAD else 1


def is_told(claim: Claim) -> bool:
    """Whether a claim is about the present incident rather than background."""
    return claim.role != "background" and claim.setting.background is None


def _days(claims: Iterable[Claim], published: int | None) -> Counter[int]:
    votes: Counter[int] = Counter()
    for claim in claims:
        if isinstance(claim.payload, Time) and claim.payload.role == "event":
            day = ordinal(claim.payload.edtf, near=published)
            if day is not None:
                votes[day] += standing(claim)
                votes[day] += 2 * _is_explicit(claim)
    return votes


def _is_explicit(claim: Claim) -> bool:
    return isinstance(claim.payload, Time) and claim.payload.basis == "explicit"


def _ranked(votes: Mapping[int, int]) -> list[int]:
    return sorted(votes, key=lambda day: (-votes[day], day))


def _spots(claims: Iterable[Claim]) -> tuple[Place, ...]:
    """Rank event places by how often and how early they are told."""
    votes: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    told: dict[str, Place] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        place = claim.payload
        if isinstance(place, Place) and place.role == "event":
            key = place_key(place)
            at = (claim.field == "text", claim.span.start)
            votes[key] += standing(claim)
            first[key] = min(first.get(key, at), at)
            told.setdefault(key, place)
    if first:
        votes[min(first, key=lambda key: (first[key], key))] += 2
    ranked = sorted(votes, key=lambda key: (-votes[key], first[key], key))
    return tuple(told[key] for key in ranked)


def _toll(claims: Iterable[Claim], metrics: set[str]) -> int | None:
    counts = [
        claim.payload.value
        for claim in claims
        if isinstance(claim.payload, Figure)
        and claim.payload.metric in metrics
        and claim.payload.value is not None
        and is_told(claim)
        and standing(claim) > 1
    ]
    return max(counts, default=None)
