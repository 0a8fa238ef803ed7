"""Reports into incidents: copies, lineages, grouping, the tree of each incident.

``link`` takes reports with their claims and returns where each report stands, the
incidents as trees, and the claims with their node, role and lineage filled in. The
result does not depend on the order of the input; ids of incidents, once minted,
stay (DOMAIN 3.1, 3.3, 3.4; DESIGN section 8).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcebook.link.copies import Copies, find_copies
from sourcebook.link.grouping import Groups, found_groups, given_groups
from sourcebook.link.kinship import settled
from sourcebook.link.lineage import Lineages, counts
from sourcebook.link.minting import Minted, assign
from sourcebook.link.tree import Tree, grow
from sourcebook.link.versions import latest_versions, renewed
from sourcebook.model.claim import Claim
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report

__all__ = ["Linked", "Minted", "counts", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found; every tuple is sorted by id, parts follow their root.

    ``minted`` holds the rows given and, after them, those newly minted.
    """

    placements: tuple[Placement, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    minted: tuple[Minted, ...]


def link(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    minted: Sequence[Minted] = (),
    group_by: bool = False,
) -> Linked:
    """Group reports into incidents and place every claim.

    With ``group_by`` reports of equal ``group`` form one incident each and reports
    without one none; otherwise evidence decides. Claims of reports without an
    incident keep their role and have none, as do those of a report of which a later
    version is here: it stands where that stands, and counts nowhere.
    """
    reports = sorted({report.id: report for report in reports}.values(), key=_id)
    claims = sorted({claim.id: claim for claim in claims}.values(), key=_id)
    latest = latest_versions(reports)
    counting = [report for report in reports if report.id not in latest]
    copies = find_copies(counting, [c for c in claims if c.report not in latest])
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_report[claim.report].append(claim)
    if group_by:
        groups = given_groups(counting)
    else:
        groups = found_groups(counting, of_report, copies.lineage)
    ids, rows = assign(list(groups), renewed(minted, latest))
    rows = (*minted, *rows[len(minted) :])
    trees = _trees(groups, ids, {report.id: report for report in reports}, of_report)
    root_of = {report: ids[group] for group in groups for report in group}
    copies = copies.with_versions(latest)
    root_of |= {old: root_of[new] for old, new in latest.items() if new in root_of}
    return Linked(
        placements=_placements(reports, root_of, copies),
        incidents=tuple(node for tree in trees for node in tree.incidents),
        claims=_placed(claims, trees, _lineages(reports, claims, trees, copies)),
        minted=rows,
    )


def _trees(
    groups: Groups,
    ids: Mapping[tuple[str, ...], str],
    reports: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
) -> list[Tree]:
    """Grow the tree of each group, in order of the ids of their incidents."""
    return [
        grow(
            ids[group],
            [reports[report] for report in group],
            [claim for report in group for claim in claims.get(report, ())],
            links,
        )
        for group, links in sorted(groups.items(), key=lambda item: ids[item[0]])
    ]


def trees_of(trees: Sequence[Tree]) -> dict[str, Incident]:
    """Return each tree's root by the ids of its reports."""
    return {
        report: tree.incidents[0]
        for tree in trees
        for report in tree.incidents[0].reports
    }


def _placements(
    reports: Sequence[Report], root_of: dict[str, str], copies: Copies
) -> tuple[Placement, ...]:
    return tuple(
        Placement(
            report=report.id,
            incident=root_of.get(report.id),
            duplicate_of=copies.original.get(report.id),
            lineage=copies.lineage[report.id],
        )
        for report in reports
    )


def _lineages(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    trees: Sequence[Tree],
    copies: Copies,
) -> dict[str, str]:
    """Return the lineage of each claim, those of one originator in an incident one."""
    roots = trees_of(trees)
    raw = Lineages(reports, copies, roots)
    return settled(
        claims,
        {claim.id: raw.of(claim) for claim in claims},
        {report.id: report for report in reports},
        roots,
    )


def _placed(
    claims: Sequence[Claim], trees: Sequence[Tree], lineage: Mapping[str, str]
) -> tuple[Claim, ...]:
    where = {key: value for tree in trees for key, value in tree.placed.items()}
    found = []
    for claim in claims:
        node, role = where.get(claim.id, (None, claim.role))
        found.append(claim.placed(incident=node, role=role, lineage=lineage[claim.id]))
    return tuple(found)


def _id(value: Report | Claim) -> str:
    return value.id
