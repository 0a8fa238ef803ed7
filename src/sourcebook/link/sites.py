"""Where an action struck: the cities and facilities that become parts of the tree.

Parts stand only where words support them (DOMAIN 3.3, GRP-3): cities where at least
two were struck and some sentence joins their names ("in Arden and Bridgeton");
facilities inside such a city with figures or means of their own, or where one
report counts the hit of several facilities apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sourcebook.link.facts import is_facility, place_key, standing
from sourcebook.link.settings import Settings
from sourcebook.model.claim import Figure, Place
from sourcebook.text.gazetteer import kilometres, lookup

SiteKey = tuple[str | None, str]
#: Kilometres within which a far smaller city is a quarter or suburb of the larger.
SUBURB = 40.0
#: How many times larger that larger city is.
LARGER = 8


def struck_cities(settings: Settings) -> dict[str, Place]:
    """Return the cities of an action that struck two or more, by key, else none."""
    places: dict[str, Place] = {}
    weight: Counter[str] = Counter()
    for claim in settings.told:
        place = settings.place(claim)
        if place is not None and place.precision in ("site", "city"):
            places.setdefault(place_key(place), place)
            weight[place_key(place)] += standing(claim)
    own = {
        settings.city(claim, places)
        for claim in settings.told
        if claim.type in ("figure", "means")
    }
    joined = {
        frozenset((one, two))
        for claim in settings.told
        if isinstance(claim.payload, Place)
        for one, two in settings.joined(claim)
        if {one, two} <= own and not _nested(places[one], places[two])
    }
    chosen = _connected(joined, weight)
    return {key: places[key] for key in sorted(chosen)}


def _nested(left: Place, right: Place) -> bool:
    """Whether one is a quarter or suburb of the other ("Croydon, south London")."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return False
    if kilometres(left.lat, left.lon, right.lat, right.lon) > SUBURB:
        return False
    small, large = sorted((population(left), population(right)))
    return large >= LARGER * max(small, 1)


def population(place: Place) -> int:
    """Return the inhabitants by the gazetteer; an unknown place is a small one."""
    found = [e.population for e in lookup(place.name) if e.id == place.geonames_id]
    return max(found, default=0)


def _connected(pairs: Iterable[frozenset[str]], weight: Counter[str]) -> set[str]:
    """Return the cities joined to the one that is told of most."""
    pairs = set(pairs)
    linked = set().union(*pairs)
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
    settings: Settings, cities: Mapping[str, Place]
) -> dict[SiteKey, tuple[str, ...]]:
    """Return facilities with claims of their own: (city key, kind) -> claim ids."""
    found: dict[SiteKey, list[str]] = defaultdict(list)
    for claim in settings.told:
        kind = settings.site(claim)
        if kind is None or claim.type not in ("figure", "means"):
            continue
        city = settings.city(claim, cities)
        if (city is not None or not cities) and is_facility(kind):
            found[city, kind].append(claim.id)
    if cities:
        return {key: tuple(ids) for key, ids in sorted(found.items(), key=str)}
    return _counted_apart(settings, found)


def _counted_apart(
    settings: Settings, found: Mapping[SiteKey, Sequence[str]]
) -> dict[SiteKey, tuple[str, ...]]:
    """Keep facilities that one report counts apart, each below the whole's count."""
    of_kind = {claim: kind for (_, kind), ids in found.items() for claim in ids}
    counts: dict[tuple[str, str], dict[str | None, set[int]]] = defaultdict(dict)
    for claim in settings.told:
        figure = claim.payload
        if isinstance(figure, Figure) and figure.value and not claim.setting.person:
            held = counts[claim.report, figure.metric]
            held.setdefault(of_kind.get(claim.id), set()).add(figure.value)
    kinds = {kind for held in counts.values() for kind in _parts(held)}
    return {
        key: tuple(ids)
        for key, ids in sorted(found.items(), key=str)
        if key[1] in kinds
    }


def _parts(counts: Mapping[str | None, set[int]]) -> list[str]:
    """Return the kinds of one report and metric whose counts are parts of a whole."""
    whole = max(counts.get(None, ()), default=None)
    parts = {kind: max(values) for kind, values in counts.items() if kind is not None}
    if len(set(parts.values())) < 2:
        return []
    if whole is not None and whole <= max(parts.values()):
        return []
    return sorted(parts)
