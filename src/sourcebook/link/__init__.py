"""Reports into incidents: copies, lineages, grouping, the tree of each incident.

``link`` takes reports with their claims and returns where each report stands, the
incidents as trees, and the claims with their node, role and lineage filled in. The
result does not depend on the order of the input; ids of incidents, once minted,
stay (DOMAIN 3.1, 3.3, 3.4; DESIGN section 8). What people decided about links wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.link import gate
from sourcebook.link.copies import Copies, find_copies
from sourcebook.link.grouping import Groups, found_groups, given_groups
from sourcebook.link.kinship import settled
from sourcebook.link.lineage import Lineages, counts
from sourcebook.link.minting import Minted, assign
from sourcebook.link.pins import Held, Pinned, Pins, pin
from sourcebook.link.roundups import split
from sourcebook.link.tree import Tree, grow
from sourcebook.link.versions import latest_versions, renewed
from sourcebook.model.claim import Claim
from sourcebook.model.incident import Incident, LinkEvidence, Placement
from sourcebook.model.report import Report

__all__ = ["Linked", "Minted", "Pins", "counts", "link"]


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


def link(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    *,
    minted: Sequence[Minted] = (),
    group_by: bool = False,
    pins: Pins | None = None,
    provisional: Collection[str] = (),
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
    pins = (pins or Pins()).renewed(latest)
    parts = split(() if group_by else counting, of_report, pinned=pins.into)
    if group_by:
        groups = given_groups(counting)
    else:
        lineage = parts.lineage(copies.lineage)
        groups = found_groups(parts.reports, parts.claims, lineage, parts.are_apart)
    ids, rows = assign(list(groups), renewed(minted, latest), provisional)
    rows = (*minted, *rows[len(minted) :])
    known = {report.id: report for report in (*reports, *parts.reports)}
    pinned = _pinned(groups, ids, known, parts.claims, parts.pins(pins))
    trees = _trees(pinned.held, known, parts.claims)
    root_of = {
        r: incident
        for incident, told in pinned.held.items()
        for r in told
        if r not in parts.whole
    }
    copies = copies.with_versions(latest)
    root_of |= {old: root_of[new] for old, new in latest.items() if new in root_of}
    lineages = _lineages(known, parts.told(claims), trees, parts.copies(copies))
    own = [parts.own(tree) for tree in trees]
    return Linked(
        placements=_placements(reports, root_of, copies),
        incidents=tuple(node for tree in own for node in tree.incidents),
        claims=_placed(claims, own, lineages),
        minted=rows,
        because=parts.reported(pinned.because),
    )


def _pinned(
    groups: Groups,
    ids: Mapping[tuple[str, ...], str],
    known: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
    pins: Pins,
) -> Pinned:
    """Return the incidents with their reports, people's decisions put on top."""
    held: Held = {
        ids[group]: {link.report: link for link in links}
        for group, links in groups.items()
    }
    if not pins:
        return Pinned(held=held, because={})
    return pin(
        held,
        pins,
        reports=known,
        opens=lambda r: gate.opens(gate.weight(known[r], claims.get(r, ()))),
        is_follow_up=lambda r: gate.is_follow_up(known[r]),
    )


def _trees(
    held: Mapping[str, Mapping[str, LinkEvidence]],
    reports: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
) -> list[Tree]:
    """Grow the tree of each incident, in order of their ids."""
    return [
        grow(
            incident,
            [reports[report] for report in sorted(told)],
            [claim for report in sorted(told) for claim in claims.get(report, ())],
            [told[report] for report in sorted(told)],
        )
        for incident, told in sorted(held.items())
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
    reports: Mapping[str, Report],
    claims: Sequence[Claim],
    trees: Sequence[Tree],
    copies: Copies,
) -> dict[str, str]:
    """Return the lineage of each claim, those of one originator in an incident one."""
    roots = trees_of(trees)
    raw = Lineages(list(reports.values()), copies, roots)
    told = {claim.id: raw.of(claim) for claim in claims}
    return settled(claims, told, reports, roots)


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
