"""Ids of incidents: minted once from the first reports, kept for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sourcebook.model.ids import identify
from sourcebook.model.incident import Minted

__all__ = ["Minted", "assign", "gone_into", "merged"]


def assign(
    groups: Sequence[tuple[str, ...]],
    minted: Sequence[Minted],
    provisional: Collection[str] = (),
) -> tuple[dict[tuple[str, ...], str], tuple[Minted, ...]]:
    """Give each group of reports its id; return the ids and all minted rows.

    A group keeps the minted id whose reports it shares most of, each id going to
    the one group that shares most; ties go to the id minted first, then to the
    smaller group key. ``provisional`` ids, minted while a decision stood that was
    undone since, come after all others. Other groups get a new id, which is appended
    as a row.
    """
    home = {report: group for group in groups for report in group}
    overlaps = []
    for order, row in enumerate(minted):
        shared: dict[tuple[str, ...], int] = {}
        for report in row.reports:
            if report in home:
                shared[home[report]] = shared.get(home[report], 0) + 1
        late = row.incident in provisional
        overlaps += [(late, -n, order, row.incident, g) for g, n in shared.items()]
    ids: dict[tuple[str, ...], str] = {}
    used: set[str] = set()
    for _, _, _, incident, group in sorted(overlaps):
        if group not in ids and incident not in used:
            ids[group] = incident
            used.add(incident)
    rows = list(minted)
    taken = {row.incident for row in minted}
    for group in sorted(groups):
        if group not in ids:
            ids[group] = _fresh(group, taken)
            taken.add(ids[group])
            rows.append(Minted(incident=ids[group], reports=tuple(sorted(group))))
    return ids, tuple(rows)


def merged(
    minted: Sequence[Minted], home: Mapping[str, str], held: Collection[str]
) -> dict[str, str]:
    """Map each minted id that is no incident any more to the incident it went into.

    That is the one which holds most of the reports that first formed it, the smaller
    id of several; ``home`` gives the incident of each report, ``held`` all incidents.
    An id whose reports stand nowhere went into none.
    """
    found = {}
    for row in minted:
        there = Counter(home[report] for report in row.reports if report in home)
        if there and row.incident not in held:
            found[row.incident] = min(there, key=lambda one: (-there[one], one))
    return found


def gone_into(
    minted: Sequence[Minted], home: Mapping[str, str], held: Collection[str]
) -> dict[str, str]:
    """Map each minted id that is no incident any more to the one that goes on for it.

    What people decided about the old id is carried there, so it takes more than half
    of the reports that first formed it; one whose reports are scattered goes nowhere.
    """
    found = {}
    for row in minted:
        if row.incident in held:
            continue
        there = Counter(home[report] for report in row.reports if report in home)
        for incident, many in there.items():
            if 2 * many > there.total():
                found[row.incident] = incident
    return found


def _fresh(group: Sequence[str], taken: set[str]) -> str:
    """Mint an id; one that a split left to another group is not used again."""
    fresh = identify("incident", *sorted(group))
    count = 2
    while fresh in taken:
        fresh = identify("incident", *sorted(group), count)
        count += 1
    return fresh
