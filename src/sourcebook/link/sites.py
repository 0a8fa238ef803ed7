"""Where an action struck: the cities and facilities that become parts of the tree.

Parts stand only where words support them (DOMAIN 3.3, GRP-3): cities where at least
two were struck and some sentence names them together; facilities inside such a
city with figures or means of their own, or where one report counts the hit of
several facilities apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sourcebook.link.evidence import distance
from sourcebook.link.facts import is_told, standing
from sourcebook.model.claim import Claim, Figure, Place, Target

#: Kilometres that set two struck cities apart; nearer ones are quarters of one.
APART = 12.0
#: A city's parts: larger areas hold cities, smaller ones are within them.
_FINE = ("site", "city")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The claims of one incident's reports, by id, and what their settings name."""

    claims: Mapping[str, Claim]

    def place(self, claim: Claim) -> Place | None:
        """Return the event place that the claim's setting names."""
        other = self.claims.get(claim.setting.place or "")
        payload = other.payload if other else claim.payload
        if isinstance(payload, Place) and payload.role == "event":
            return payload
        return None

    def target(self, claim: Claim) -> Target | None:
        """Return the target that the claim is or that its setting names."""
        other = self.claims.get(claim.setting.target or "")
        payload = other.payload if other else claim.payload
        return payload if isinstance(payload, Target) else None


def place_key(place: Place) -> str:
    """Return what makes two mentions of a place one."""
    return str(place.geonames_id) if place.geonames_id else place.name.casefold()


def struck_cities(told: Told) -> dict[str, Place]:
    """Return the cities of an action that struck two or more, by key, else none."""
    places: dict[str, Place] = {}
    weight: Counter[str] = Counter()
    own: Counter[str] = Counter()
    together: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for claim in sorted(told.claims.values(), key=lambda c: c.id):
        place = told.place(claim)
        if place is None or place.precision not in _FINE or not is_told(claim):
            continue
        key = place_key(place)
        places.setdefault(key, place)
        weight[key] += standing(claim)
        own[key] += claim.type in ("figure", "means")
        if claim.type == "place":
            span = claim.setting.sentence
            together[claim.report, span.start, span.end].add(key)
    pairs = {
        frozenset(pair)
        for keys in together.values()
        for pair in combinations(sorted(keys), 2)
        if own[pair[0]] and own[pair[1]] and _apart(places[pair[0]], places[pair[1]])
    }
    chosen = _connected(pairs, weight)
    return {key: places[key] for key in sorted(chosen)}


def _apart(left: Place, right: Place) -> bool:
    far = distance(left, right)
    return far is None or far > APART


def _connected(pairs: Iterable[frozenset[str]], weight: Counter[str]) -> set[str]:
    """Return the cities told together with the one that is told of most."""
    linked = set().union(*pairs) if pairs else set()
    if not linked:
        return set()
    group = {min(linked, key=lambda key: (-weight[key], key))}
    grown = True
    while grown:
        more = {key for pair in pairs if pair & group for key in pair}
        grown = not more <= group
        group |= more
    return group


def struck_sites(
    told: Told, cities: Mapping[str, Place]
) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """Return facilities with claims of their own: (city key, kind) -> claim ids."""
    found: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for claim in sorted(told.claims.values(), key=lambda c: c.id):
        target = told.target(claim)
        if target is None or claim.type not in ("figure", "means"):
            continue
        if not is_told(claim) or claim.setting.target is None:
            continue
        place = told.place(claim)
        city = place_key(place) if place and place_key(place) in cities else None
        if city is not None or not cities:
            found[city, target.kind].append(claim.id)
    if cities:
        return {key: tuple(ids) for key, ids in sorted(found.items(), key=str)}
    return _counted_apart(told, found)


def _counted_apart(
    told: Told, found: Mapping[tuple[str | None, str], Sequence[str]]
) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """Keep facilities of which one report gives the same metric with two values."""
    counts: dict[tuple[str, str], dict[str, set[int | None]]] = defaultdict(dict)
    for (_, kind), ids in found.items():
        for claim in (told.claims[key] for key in ids):
            figure = claim.payload
            if isinstance(figure, Figure) and claim.setting.basis == "explicit":
                held = counts[claim.report, figure.metric].setdefault(kind, set())
                held.add(figure.value)
    kinds = {
        kind
        for values in counts.values()
        if len(values) > 1 and len({frozenset(v) for v in values.values()}) > 1
        for kind in values
    }
    return {
        key: tuple(ids)
        for key, ids in sorted(found.items(), key=str)
        if key[1] in kinds
    }
