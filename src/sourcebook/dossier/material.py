"""What the pages are made of: everything a book derived, with its indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report
from sourcebook.reconcile.privacy import Hiding


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiers:
    """All incidents of a book with what they rest on.

    ``reports`` are in input order. ``skipped`` counts inputs that could not be read.
    ``alone`` says that no sheets and no log lie beside the pages, ``public`` that names
    and words of private persons are left out (DOMAIN N21).
    """

    incidents: Sequence[Incident]
    claims: Sequence[Claim]
    reports: Sequence[Report]
    placements: Sequence[Placement]
    estimates: Sequence[Estimate]
    contradictions: Sequence[Contradiction]
    profile: str
    version: str
    skipped: int = 0
    alone: bool = False
    public: bool = False
    _index: Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", Index(self))

    @property
    def index(self) -> Index:
        """Look-ups by id, made once."""
        return self._index

    def for_the_public(self) -> Dossiers:
        """Return the same without texts, and without private words and names."""
        hide = Hiding(self.claims, self.reports)
        return replace(
            self,
            reports=[hide.report(report) for report in self.reports],
            claims=[hide.claim(claim) for claim in self.claims],
            incidents=[
                replace(hide.incident(incident), links=())
                for incident in self.incidents
            ],
            estimates=[hide.estimate(estimate) for estimate in self.estimates],
            contradictions=[hide.contradiction(c) for c in self.contradictions],
            public=True,
        )

    def roots(self) -> list[Incident]:
        """Return the incidents that have no parent, latest first, undated last."""
        roots = [i for i in self.incidents if i.parent is None]
        roots.sort(key=lambda i: i.id)
        roots.sort(key=lambda i: i.date or "", reverse=True)
        return roots


class Index:
    """Look-ups over the material of all dossiers."""

    def __init__(self, of: Dossiers) -> None:
        self.report = {report.id: report for report in of.reports}
        self.claim = {claim.id: claim for claim in of.claims}
        self.incident = {incident.id: incident for incident in of.incidents}
        self.placement = {placement.report: placement for placement in of.placements}
        self.children: dict[str, list[Incident]] = defaultdict(list)
        self.estimates: dict[str, list[Estimate]] = defaultdict(list)
        self.contradictions: dict[str, list[Contradiction]] = defaultdict(list)
        self.claims_of_report: dict[str, list[Claim]] = defaultdict(list)
        self.claims_at: dict[str, list[Claim]] = defaultdict(list)
        for incident in of.incidents:
            if incident.parent is not None:
                self.children[incident.parent].append(incident)
        for estimate in of.estimates:
            self.estimates[estimate.incident].append(estimate)
        for contradiction in of.contradictions:
            self.contradictions[contradiction.incident].append(contradiction)
        for claim in of.claims:
            self.claims_of_report[claim.report].append(claim)
            if claim.incident is not None:
                self.claims_at[claim.incident].append(claim)

    def tree(self, root: Incident) -> list[tuple[int, Incident]]:
        """Return (depth, node) from the root down, children by label."""
        found = [(0, root)]
        for child in sorted(self.children[root.id], key=lambda c: (c.label, c.id)):
            found += [(depth + 1, node) for depth, node in self.tree(child)]
        return found
