"""The tree of one incident: its root, its parts, and every claim's node.

A claim goes to the most specific node that its setting supports (DOMAIN SCP-1,
SCP-3); background goes to none. Ids of parts follow from the root's id, so they
stay as long as it does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.link.describing import (
    date_of,
    label_of,
    place_of,
    precision_of,
    type_of,
)
from sourcebook.link.facts import is_told
from sourcebook.link.settings import Settings
from sourcebook.link.sites import SiteKey, struck_cities, struck_sites
from sourcebook.model.claim import Claim, Figure, Means, Place, Role, Time
from sourcebook.model.ids import identify
from sourcebook.model.incident import Incident, LinkEvidence
from sourcebook.model.report import Report
from sourcebook.schema.load import table


@dataclass(frozen=True, kw_only=True)
class Tree:
    """An incident with its parts, root first, and where each claim stands in it.

    ``placed`` maps a claim's id to its node (None for background) and role.
    """

    incidents: tuple[Incident, ...]
    placed: Mapping[str, tuple[str | None, Role | None]]


@dataclass(frozen=True, kw_only=True)
class _Nodes:
    root: str
    struck: Mapping[str, Place]
    cities: Mapping[str, str]
    sites: Mapping[SiteKey, str]
    of_site: Mapping[str, SiteKey]


def grow(
    root: str,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    links: Sequence[LinkEvidence],
) -> Tree:
    """Build the tree of the incident that these reports are mainly about."""
    settings = Settings(reports, claims)
    cities = struck_cities(settings)
    sites = struck_sites(settings, cities)
    nodes = _Nodes(
        root=root,
        struck=cities,
        cities={key: identify(root, "city", key) for key in cities},
        sites={key: identify(root, "site", key[0] or "", key[1]) for key in sites},
        of_site={claim: key for key, ids in sites.items() for claim in ids},
    )
    placed = {claim.id: _place(claim, settings, nodes) for claim in claims}
    held: dict[str, list[str]] = {}
    for claim, (node, _) in sorted(placed.items()):
        if node is not None:
            held.setdefault(node, []).append(claim)
    main = _root(root, reports, claims, list(cities.values()), links)
    parts = [
        *_city_nodes(main, cities, nodes),
        *_site_nodes(main, cities, nodes),
    ]
    whole = [_filled(node, held, settings, main) for node in (main, *parts)]
    return Tree(incidents=tuple(whole), placed=placed)


def _place(
    claim: Claim, settings: Settings, nodes: _Nodes
) -> tuple[str | None, Role | None]:
    if not is_told(claim) or _is_aside(claim):
        return None, "background" if isinstance(claim.payload, Figure) else None
    node = _node(claim, settings, nodes)
    return node, _role(claim, inside=node != nodes.root)


def _is_aside(claim: Claim) -> bool:
    """Whether a place or time is told for another reason than the incident's own."""
    return isinstance(claim.payload, Place | Time) and claim.payload.role != "event"


def _node(claim: Claim, settings: Settings, nodes: _Nodes) -> str:
    if claim.id in nodes.of_site:
        return nodes.sites[nodes.of_site[claim.id]]
    city = settings.city(claim, nodes.struck)
    kind = settings.site(claim)
    if kind is not None:
        key = _site_of(claim, kind, city, nodes, settings)
        if key is not None:
            return nodes.sites[key]
    return nodes.cities.get(city or "", nodes.root)


def _site_of(
    claim: Claim, kind: str, city: str | None, nodes: _Nodes, settings: Settings
) -> SiteKey | None:
    """Return a claim's site; a target's is that of the claims which refer to it."""
    if (city, kind) in nodes.sites:
        return city, kind
    users = {
        key
        for other, key in nodes.of_site.items()
        if settings.claims[other].setting.target == claim.id
    }
    return min(users, key=str) if len(users) == 1 else None


def _role(claim: Claim, *, inside: bool) -> Role | None:
    if not isinstance(claim.payload, Figure):
        return None
    if claim.setting.part == "site" and not inside:
        return "part_of_total"  # of several sites, and none has a node of its own
    if claim.role in ("incident_total", "increment"):
        return claim.role
    if claim.setting.part in (None, "site") and (inside or claim.role is None):
        return "incident_total"
    return "part_of_total"


def _root(
    root: str,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    cities: Sequence[Place],
    links: Sequence[LinkEvidence],
) -> Incident:
    own = [claim for claim in claims if is_told(claim)]
    late = {link.report for link in links if link.follow_up}
    known = {report.id: report for report in reports}
    # A trial tells its own days too; its incident's day comes from the others.
    day = date_of(known, [c for c in own if c.report not in late])
    day = day or date_of(known, own)
    place = place_of(own)
    kind = type_of(reports, own)
    where = list(cities) or ([place] if place else [])
    return Incident(
        id=root,
        parent=None,
        label=label_of(kind, where, day),
        type=kind,
        date=day,
        date_precision=precision_of(day),
        place=_region(cities) if cities else place,
        reports=tuple(sorted(report.id for report in reports)),
        claims=(),
        links=tuple(sorted(links, key=lambda link: link.report)),
    )


def _region(cities: Sequence[Place]) -> Place:
    """Return one place that holds all struck cities, without a point of its own."""
    names = [city.name for city in cities]
    lands = {city.country for city in cities}
    areas = {city.admin1 for city in cities}
    return Place(
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        country=min(lands, key=str) if len(lands) == 1 else None,
        admin1=min(areas, key=str) if len(areas) == 1 else None,
        precision="region",
        role="event",
    )


def _city_nodes(
    main: Incident, cities: Mapping[str, Place], nodes: _Nodes
) -> list[Incident]:
    return [
        replace(
            main,
            id=nodes.cities[key],
            parent=main.id,
            label=label_of(main.type, [place], main.date),
            place=place,
            links=(),
        )
        for key, place in cities.items()
    ]


def _site_nodes(
    main: Incident, cities: Mapping[str, Place], nodes: _Nodes
) -> list[Incident]:
    found = []
    for (city, kind), node in nodes.sites.items():
        place = cities[city] if city else main.place
        told = str(table("wording")["targets"].get(kind, kind)).replace("_", " ")
        facility = f"{told[:1].upper()}{told[1:]}"
        found.append(
            replace(
                main,
                id=node,
                parent=nodes.cities[city] if city else main.id,
                label=f"{facility}, {place.name}" if place else facility,
                place=replace(place, precision="site") if place else None,
                links=(),
            )
        )
    return found


def _filled(
    node: Incident,
    held: Mapping[str, Sequence[str]],
    settings: Settings,
    main: Incident,
) -> Incident:
    """Add the claims on this very node, and for a part the reports that tell of it."""
    ids = tuple(held.get(node.id, ()))
    if node.parent is None:
        return replace(node, claims=ids)
    reports = tuple(sorted({settings.claims[claim].report for claim in ids}))
    means = {
        payload.instrument
        for claim in ids
        if isinstance(payload := settings.claims[claim].payload, Means)
    }
    kind = type_of((), [settings.claims[c] for c in ids]) if means else main.type
    return replace(node, claims=ids, reports=reports, type=kind)
