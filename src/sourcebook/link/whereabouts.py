"""Whether two reports put their events in one place (DOMAIN GRP-1, GRP-2).

A place is compared by its entry in the gazetteer, by its distance and by its name: of
two towns of one name the gazetteer may have taken either, and what it does not know
("a ferry sank off Sorrel Point") is a place all the same.
"""

from __future__ import annotations

import math
from itertools import starmap

from sourcebook.link.facts import FINE, MOST, Facts, place_key
from sourcebook.model.claim import Place
from sourcebook.text.gazetteer import kilometres

#: Kilometres within which two places count as one, and beyond which as two.
NEAR, FAR = 25.0, 80.0


def distance(left: Place, right: Place) -> float | None:
    """Return the kilometres between two places, None where one has no point."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return kilometres(left.lat, left.lon, right.lat, right.lon)


def compared(left: Facts, right: Facts) -> dict[str, float]:
    """Return what the places of two reports say for and against one incident."""
    told = _is_told(left, right) or _is_told(right, left)
    each = [gap(a, b) for a in left.fine for b in right.fine]
    main = each[0] if each else None
    nearest = min([km for km in each if km is not None], default=math.inf)
    shared = not (
        left.abroad.isdisjoint(right.lands) and right.abroad.isdisjoint(left.lands)
    )
    abroad = bool(left.abroad and right.abroad) and not shared and not told
    named = (left.spots or left.names) and (right.spots or right.names)
    apart = bool(named) and not told and nearest > FAR
    return {
        "same place": float(nearest <= NEAR),
        "place told in both": float(told),
        "different place": float(apart and not _is_inside(left, right)),
        "different main place": float(main is not None and main > FAR),
        "different country": float(abroad),
        "places apart": float(not told and _are_apart(left, right)),
    }


def gap(left: Place, right: Place) -> float | None:
    """Return the kilometres between two places, zero where they are one."""
    if left.name == right.name or _is_one(left, right):
        return 0.0
    return distance(left, right)


def _is_one(left: Place, right: Place) -> bool:
    if left.geonames_id and right.geonames_id:
        return left.geonames_id == right.geonames_id
    return place_key(left) == place_key(right)


def _is_told(places: Facts, other: Facts) -> bool:
    """Whether a report tells the place of the other's event, by entry or by name."""
    if not places.keys.isdisjoint(other.named):
        return True
    return any(map(other.capitals.issuperset, places.names))


def _is_inside(left: Facts, right: Facts) -> bool:
    """Whether a report tells no more than a land or region in which the other's is."""
    return any(
        bool(wide.spots) and not wide.fine and not _are_apart(wide, other)
        for wide, other in ((left, right), (right, left))
    )


def _are_apart(left: Facts, right: Facts) -> bool:
    """Whether both have resolved event places, and none lies near or in another."""
    pairs = [(a, b) for a in left.spots[:MOST] for b in right.spots[:MOST]]
    return bool(pairs) and all(starmap(_is_apart, pairs))


def _is_apart(left: Place, right: Place) -> bool:
    km = gap(left, right)
    if km is not None and left.precision in FINE and right.precision in FINE:
        return km > FAR
    if left.country != right.country:
        return bool(left.country and right.country)
    return bool(left.admin1 and right.admin1) and left.admin1 != right.admin1
