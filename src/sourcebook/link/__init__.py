"""Reports into incidents: copies, lineages, grouping, the tree of each incident.

``link`` takes reports with their claims and returns where each report stands, the
incidents as trees, and the claims with their node, role and lineage filled in. The
result does not depend on the order of the input; ids of incidents, once minted,
stay (DOMAIN 3.1, 3.3, 3.4; DESIGN section 8). What people decided about links wins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sourcebook.link.lineage import counts
from sourcebook.link.memory import Memory, Told
from sourcebook.link.minting import Minted
from sourcebook.link.pins import Pins
from sourcebook.link.settling import Linked, settle
from sourcebook.link.standing import Following, Standing, stand
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

__all__ = [
    "Linked",
    "Memory",
    "Minted",
    "Pins",
    "Standing",
    "Told",
    "counts",
    "link",
    "settle",
    "standing",
]


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
    claims = sorted({claim.id: claim for claim in claims}.values(), key=_id)
    found = standing(
        reports,
        Told.of(claims),
        claims,
        minted=minted,
        group_by=group_by,
        pins=pins,
        provisional=provisional,
    )
    return settle(found)


def standing(
    reports: Sequence[Report],
    claims: Told,
    figures: Sequence[Claim],
    *,
    minted: Sequence[Minted] = (),
    group_by: bool = False,
    pins: Pins | None = None,
    following: Following | None = None,
    provisional: Collection[str] = (),
    before: Memory | None = None,
) -> Standing:
    """Find copies and groups of all reports, before incidents are settled from them.

    ``claims`` are read as they are needed; ``figures`` are at least those that are
    figures. What ``before`` remembers is not found anew; the result is the same.
    ``following`` gives the pins anew once it is known which incidents went into which.
    """
    return stand(
        sorted({report.id: report for report in reports}.values(), key=_id),
        claims,
        figures,
        minted=minted,
        group_by=group_by,
        pins=pins or Pins(),
        following=following,
        provisional=provisional,
        before=before or Memory(),
    )


def _id(value: Report | Claim) -> str:
    return value.id
