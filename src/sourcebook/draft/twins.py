"""Incidents of a book that may be the one that a draft speaks of, told apart from it."""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.draft import counts
from sourcebook.draft.incidents import Incidents
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.values import SOUND, VERDICTS
from sourcebook.link.facts import ordinal
from sourcebook.model.incident import Incident

#: Days between incidents that may be one event.
APART = 3
#: A number from which on it is one event's even if no name stands beside it.
MANY = 10
#: Faults that such an incident may explain, and what it may say of the words.
UNFOUND = ("not_in_book", "other_incident", "metric_swapped", "wrong_place")
_FOUND = (*SOUND, "stale", "bound_changed", "wrong_speaker")


def or_beside(
    ruling: Ruling,
    told: Told,
    incidents: Incidents,
    judged: Callable[[str], Ruling | None],
) -> Ruling:
    """Return what an incident beside says of a figure where that is less of a fault.

    ``judged`` gives the verdict were the figure of the incident with this id.
    """
    assert told.root is not None
    same = incidents.twins(told.root)
    found = [r for other in same if (r := judged(other)) and r.verdict in SOUND]
    if not found:
        near = _beside(told, told.root, incidents)
        found = [r for other in near if (r := judged(other)) and r.verdict in _FOUND]
    return max(found, key=lambda r: VERDICTS.index(r.verdict), default=ruling)


def _beside(told: Told, root: str, incidents: Incidents) -> list[str]:
    """Return incidents of one country and about one day.

    Only where the figure's sentence names them; where it names none, or one was told
    of the country and the other of a town in it, only for a number that few share.
    """
    evidence = incidents.evidence(told.sentence)
    many = max(counts.numbers(told.claim), default=0) >= MANY
    return [
        other
        for other in beside(root, incidents, days=APART)
        if evidence[other] > 0
        or (many and (not evidence or _holds(root, other, incidents)))
    ]


def _holds(one: str, other: str, incidents: Incidents) -> bool:
    """Whether one incident is known by its country alone: the other may be the same."""
    places = [incidents.roots[each].place for each in (one, other)]
    return any(p is not None and p.precision == "country" for p in places)


def beside(root: str, incidents: Incidents, *, days: int) -> list[str]:
    """Return the other incidents of one country within some days, in order of id."""
    here = incidents.roots[root]
    return [
        other
        for other in sorted(incidents.roots)
        if other != root and _at_once(here, incidents.roots[other], incidents, days)
    ]


def _at_once(one: Incident, other: Incident, incidents: Incidents, days: int) -> bool:
    first, second = ordinal(one.date), ordinal(other.date)
    if first is None or second is None or abs(first - second) > days:
        return False
    here, there = _lands(one, incidents), _lands(other, incidents)
    return bool(here & there) or not here or not there


def _lands(root: Incident, incidents: Incidents) -> set[str]:
    """Return the countries in which an incident has parts."""
    places = (node.place for node in incidents.nodes(root.id))
    return {p.country for p in places if p is not None and p.country}
