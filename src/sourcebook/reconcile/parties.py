"""Who is a party to an incident (SRC-4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.link.originators import originator
from sourcebook.link.words import normalised
from sourcebook.model.claim import AttributionLink, Claim, Responsibility, Target
from sourcebook.schema import sources


def parties(claims: Iterable[Claim], *, country: str | None = None) -> frozenset[str]:
    """Return the lineages of the parties to an incident (SRC-4).

    A government with its forces and media, or an armed group, that a claim of the
    incident names as actor, accused or target. Without such a claim there are none:
    police and hospitals of an accident are no parties. ``country`` is where the
    incident was: "the army" is that country's.
    """
    names = set()
    for claim in claims:
        payload = claim.payload
        if isinstance(payload, Responsibility) and payload.relation != "acquitted":
            names.add(payload.actor)
        elif isinstance(payload, Target) and payload.name:
            names.add(payload.name)
    found = (party_lineage(name, country=country) for name in sorted(names))
    return frozenset(lineage for lineage in found if lineage is not None)


def party_lineage(name: str, *, country: str | None = None) -> str | None:
    """Return the lineage of a government or an armed group, None for anybody else.

    It is the lineage that the linking stage gives to what that party says: a
    national police force or a ministry is its government's, a town's police nobody's.

    >>> party_lineage("Damascus police"), party_lineage("Isis")
    (None, 'party_to_conflict:islamic-state')
    >>> party_lineage("National Police", country="PH")
    'government:PH'
    """
    source = sources.resolve(name, country=country)
    if source.party is not None and source.lineage is not None:
        return lineage_key(source)
    told = originator(_as_source(name), country)
    return told if told.startswith("government:") else None


def _as_source(name: str) -> AttributionLink:
    """Return a name as if it were said to state something."""
    return AttributionLink(
        name=name,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="says",
        named=any(word[:1].isupper() for word in name.split()),
    )


def lineage_key(source: sources.Source) -> str:
    """Return a source's lineage as the linking stage writes it on claims."""
    if source.lineage is None:
        return "unnamed"
    if ":" in source.lineage:
        return source.lineage
    plain = re.sub(r"\W+", "-", normalised(source.lineage)).strip("-")
    return f"{source.type}:{plain}"
