"""Pairwise evidence that two reports tell of one incident (DOMAIN GRP-1, GRP-2).

Each feature is a number with a name, so that a link can say why it stands. Weights
are data (``linking_weights.toml``); their sum is a score, not a probability.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.link.facts import Facts, place_key
from sourcebook.link.mentions import Mentions
from sourcebook.link.terms import Terms, cosine
from sourcebook.model.claim import Place
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import incident_types

#: What stands for the days between two reports where one has no date at all.
UNKNOWN_GAP = 0.4
#: Killed and hurt from which an incident is so large that a place has hardly two.
LARGE = 10
#: How near two tolls must be to count as alike.
ALIKE = 0.8
#: Kilometres within which two places count as one, and beyond which as two.
NEAR, FAR = 25.0, 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One report as it is compared: its words, facts, mentions and copy lineage.

    ``kind`` is its incident type.
    """

    terms: Terms
    facts: Facts
    mentions: Mentions
    lineage: str
    kind: str


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
        "different kind": float(_is_violence(left.kind) is not _is_violence(right.kind))
        * ("unknown" not in (left.kind, right.kind)),
    }
    found.update(_places(left.facts, right.facts))
    found.update(_times(left.facts, right.facts))
    found.update(_tolls(left.facts, right.facts))
    found.update(_mentioned(left, right))
    known = min(1.0, found["shared person"] + found["person named in the other"])
    known = max(known, found["alike large tolls"] * found["same place"])
    found["apart, nobody shared"] = found["apart"] * (1 - known)
    return found


def _is_violence(kind: str) -> bool:
    """Whether a type is of violence rather than of accident and disaster."""
    known = incident_types().get(kind)
    return known is not None and known.eligible


def score(found: Mapping[str, float]) -> float:
    """Return the weighted sum of the evidence; above zero speaks for one incident."""
    weights: Mapping[str, float] = table("linking_weights")["weights"]
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


def _places(left: Facts, right: Facts) -> dict[str, float]:
    """Compare where; a place that the other report names at all is no difference."""
    fine = _fine(left.spots), _fine(right.spots)
    apart = [km for a in fine[0] for b in fine[1] if (km := _gap(a, b)) is not None]
    main = _gap(fine[0][0], fine[1][0]) if all(fine) else None
    lands = [{p.country for p in side.spots if p.country} for side in (left, right)]
    named = any(
        place_key(place) in other.named
        for places, other in ((fine[0], right), (fine[1], left))
        for place in places
    )
    shared = not (lands[0].isdisjoint(right.lands) and lands[1].isdisjoint(left.lands))
    return {
        "same place": float(bool(apart) and min(apart) <= NEAR),
        "different place": float(bool(apart) and min(apart) > FAR and not named),
        "different main place": float(main is not None and main > FAR),
        "different country": float(all(lands) and not shared),
    }


def _gap(left: Place, right: Place) -> float | None:
    """Return the kilometres between two places, zero where they are one."""
    return 0.0 if place_key(left) == place_key(right) else distance(left, right)


def _times(left: Facts, right: Facts) -> dict[str, float]:
    told = left.days[:2] and right.days[:2]
    gap = [abs(a - b) for a in _when(left) for b in _when(right)]
    return {
        "same day": float(bool(told) and min(gap) == 0),
        "next day": float(bool(told) and min(gap) == 1),
        "different day": float(bool(told) and min(gap) > 1),
        "told before it happened": float(_late(left, right)),
        "apart": math.log1p(min(gap)) / 5 if gap else UNKNOWN_GAP,
    }


def _when(facts: Facts) -> tuple[int, ...]:
    """Return the days told, and the day of publication, which may be one of them."""
    published = (facts.published,) if facts.published is not None else ()
    return (*facts.days[:2], *published)


def _late(left: Facts, right: Facts) -> bool:
    """Whether one report was published before every date that the other gives."""
    return any(
        one.published is not None
        and bool(other.dated)
        and min(other.dated) > one.published + 1
        for one, other in ((left, right), (right, left))
    )


def _tolls(left: Facts, right: Facts) -> dict[str, float]:
    """Agreement supports; disagreement on figures is no evidence (GRP-1)."""
    killed = _ratio(left.killed, right.killed)
    hurt = _ratio(left.hurt, right.hurt)
    size = min((one.killed or 0) + (one.hurt or 0) for one in (left, right))
    large = min(1.0, max(0.0, math.log10(max(size, 1) / LARGE)))
    return {
        "same number killed": float(killed == 1),
        "same number injured": float(hurt == 1),
        "alike large tolls": large * (max(killed, hurt) >= ALIKE),
    }


def _ratio(left: int | None, right: int | None) -> float:
    """Return how near two numbers are: one where equal, zero where one is unknown."""
    if not left or not right:
        return 0.0
    return min(left, right) / max(left, right)


def _mentioned(left: Seen, right: Seen) -> dict[str, float]:
    a, b = left.mentions, right.mentions
    both = len(a.persons & b.persons)
    surnames = len(a.surnames & b.surnames)
    known = any(
        not one.mentions.surnames.isdisjoint(other.terms.rare)
        for one, other in ((left, right), (right, left))
    )
    streets = len(a.streets & b.streets)
    return {
        "shared person": min(both, 2) / 1.0,
        "shared surname": float(surnames > 0),
        "person named in the other": float(known),
        "different persons": float(bool(a.persons and b.persons) and not surnames),
        "shared street": min(streets, 2) / 1.0,
        "different streets": float(bool(a.streets and b.streets) and not streets),
        "shared block": float(bool(a.blocks & b.blocks)),
        "different blocks": float(
            bool(a.blocks and b.blocks) and not a.blocks & b.blocks
        ),
        "shared ages": min(len(a.ages & b.ages), 3) / 3,
        "different ages": float(bool(a.ages and b.ages) and not a.ages & b.ages),
    }
