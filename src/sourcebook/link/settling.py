"""What follows for an incident from the reports that stand in it: tree, places, lineages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.link.kinship import settled
from sourcebook.link.lineage import Lineages
from sourcebook.link.minting import Minted
from sourcebook.link.standing import Standing
from sourcebook.link.tree import Tree, grow
from sourcebook.model.claim import Claim
from sourcebook.model.incident import Incident, LinkEvidence, Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found; every tuple is sorted by id, parts follow their root.

    ``minted`` holds the rows given and, after them, those newly minted; ``because``
    the decisions that had part in where a report stands.
    """

    placements: tuple[Placement, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    minted: tuple[Minted, ...]
    because: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def settle(standing: Standing, units: Collection[str] | None = None) -> Linked:
    """Return incidents, placements and claims, all or those of some units.

    A unit is an incident, with its reports, or a report that stands in none.
    """
    wanted = standing.memory.units.keys() if units is None else units
    parts = standing.parts
    held = {i: told for i, told in sorted(standing.held.items()) if i in wanted}
    inside = {parts.whole.get(r, r) for told in held.values() for r in told}
    reports = [r for r in standing.reports if r.id in inside or r.id in wanted]
    standing.claims.fetch(report.id for report in reports)
    trees = [_tree(standing, incident, told) for incident, told in held.items()]
    own = [parts.own(tree) for tree in trees]
    claims = sorted(
        (claim for report in reports for claim in standing.claims[report.id]),
        key=lambda claim: claim.id,
    )
    return Linked(
        placements=tuple(
            Placement(
                report=report.id,
                incident=standing.root_of.get(report.id),
                duplicate_of=standing.copies.original.get(report.id),
                lineage=standing.copies.lineage[report.id],
            )
            for report in reports
        ),
        incidents=tuple(node for tree in own for node in tree.incidents),
        claims=_placed(claims, own, _lineages(standing, claims, trees)),
        minted=standing.minted,
        because=standing.because,
    )


def _tree(standing: Standing, incident: str, told: Mapping[str, LinkEvidence]) -> Tree:
    return grow(
        incident,
        [standing.known[report] for report in sorted(told)],
        [claim for report in sorted(told) for claim in standing.claims[report]],
        [told[report] for report in sorted(told)],
    )


def _lineages(
    standing: Standing, claims: Sequence[Claim], trees: Sequence[Tree]
) -> dict[str, str]:
    """Return the lineage of each claim, those of one originator in an incident one."""
    roots = {
        report: tree.incidents[0]
        for tree in trees
        for report in tree.incidents[0].reports
    }
    parts = standing.parts
    shown = {c.report for c in claims}
    claims = parts.told(
        claims, {part for part, whole in parts.whole.items() if whole in shown}
    )
    raw = Lineages(list(standing.known.values()), parts.copies(standing.copies), roots)
    told = {claim.id: raw.of(claim) for claim in claims}
    return settled(claims, told, standing.known, roots)


def _placed(
    claims: Sequence[Claim], trees: Sequence[Tree], lineage: Mapping[str, str]
) -> tuple[Claim, ...]:
    where = {key: value for tree in trees for key, value in tree.placed.items()}
    found = []
    for claim in claims:
        node, role = where.get(claim.id, (None, claim.role))
        found.append(claim.placed(incident=node, role=role, lineage=lineage[claim.id]))
    return tuple(found)
