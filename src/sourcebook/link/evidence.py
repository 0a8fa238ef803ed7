"""Pairwise evidence that two reports tell of one incident (DOMAIN GRP-1, GRP-2).

Each feature is a number with a name, so that a link can say why it stands. Weights
are data (``linking.toml``); their sum is a score, not a probability.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.link.facts import Facts
from sourcebook.link.terms import Terms, cosine
from sourcebook.model.claim import Place
from sourcebook.schema.load import table

#: Kilometres within which two places count as one, and beyond which as two.
NEAR, FAR = 25.0, 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One report as it is compared: its words, its facts, its copy lineage."""

    terms: Terms
    facts: Facts
    lineage: str


def features(left: Seen, right: Seen) -> dict[str, float]:
    """Return the evidence for and against one incident behind two reports."""
    rare = sorted(
        (
            min(weight, right.terms.rare[word])
            for word, weight in left.terms.rare.items()
            if word in right.terms.rare
        ),
        reverse=True,
    )
    found = {
        "words": cosine(left.terms.whole, right.terms.whole),
        "title and lead": cosine(left.terms.head, right.terms.head),
        "rarest names": sum(rare[:3]) / 20,
        "shared names": math.log1p(sum(rare) / 5),
        "copy": float(left.lineage == right.lineage),
    }
    found.update(_places(left.facts.spots, right.facts.spots))
    found.update(_times(left.facts, right.facts))
    found.update(_tolls(left.facts, right.facts))
    return found


def score(found: Mapping[str, float]) -> float:
    """Return the weighted sum of the evidence; above zero speaks for one incident."""
    weights: Mapping[str, float] = table("linking")["weights"]
    return weights["start"] + sum(weights[n] * v for n, v in found.items())


def distance(left: Place, right: Place) -> float | None:
    """Return the kilometres between two places, None where one has no point."""
    if None in (left.lat, left.lon, right.lat, right.lon):
        return None
    lat1, lon1, lat2, lon2 = map(
        math.radians,
        (left.lat or 0.0, left.lon or 0.0, right.lat or 0.0, right.lon or 0.0),
    )
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _fine(places: tuple[Place, ...]) -> list[Place]:
    return [p for p in places if p.precision in ("site", "city", "admin2")][:3]


def _places(left: tuple[Place, ...], right: tuple[Place, ...]) -> dict[str, float]:
    apart = [
        km
        for a in _fine(left)
        for b in _fine(right)
        if (km := 0.0 if _one(a, b) else distance(a, b)) is not None
    ]
    lands = [{p.country for p in side if p.country} for side in (left, right)]
    return {
        "same place": float(bool(apart) and min(apart) <= NEAR),
        "different place": float(bool(apart) and min(apart) > FAR),
        "different country": float(all(lands) and lands[0].isdisjoint(lands[1])),
    }


def _one(left: Place, right: Place) -> bool:
    return left.geonames_id is not None and left.geonames_id == right.geonames_id


def _times(left: Facts, right: Facts) -> dict[str, float]:
    gap = [abs(a - b) for a in left.days[:2] for b in right.days[:2]]
    late = _late(left, right)
    published = (
        math.log1p(abs(left.published - right.published))
        if left.published and right.published
        else 2.0
    )
    return {
        "same day": float(bool(gap) and min(gap) == 0),
        "next day": float(bool(gap) and min(gap) == 1),
        "different day": float(bool(gap) and min(gap) > 2),
        "told before it happened": float(late),
        "published apart": published / 5,
    }


def _late(left: Facts, right: Facts) -> bool:
    """Whether one report was published before all days that the other tells of."""
    return any(
        one.published is not None
        and bool(other.days)
        and min(other.days) > one.published + 1
        for one, other in ((left, right), (right, left))
    )


def _tolls(left: Facts, right: Facts) -> dict[str, float]:
    killed = left.killed is not None and left.killed == right.killed
    hurt = left.hurt is not None and left.hurt == right.hurt
    size = min((left.killed or 0) + (left.hurt or 0), (right.killed or 0) + (right.hurt or 0))
    return {
        "same number killed": float(killed),
        "same number injured": float(hurt),
        "both large": math.log1p(max(0, size - 4)) / 3,
    }
