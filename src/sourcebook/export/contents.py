"""What an exporter is given: everything a run derived, with the reports it is from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The contents of a book: reports in input order, all else sorted by id."""

    reports: Sequence[Report]
    placements: Sequence[Placement]
    claims: Sequence[Claim]
    incidents: Sequence[Incident]
    estimates: Sequence[Estimate]
    contradictions: Sequence[Contradiction]

    @cached_property
    def report(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.reports}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def incident(self) -> dict[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.incidents}

    @cached_property
    def children(self) -> dict[str | None, list[Incident]]:
        """Incidents by parent (None: the roots), by date, then label."""
        found: dict[str | None, list[Incident]] = defaultdict(list)
        ordered = sorted(self.incidents, key=lambda i: (i.date or "", i.label, i.id))
        for incident in ordered:
            found[incident.parent].append(incident)
        return found

    @cached_property
    def placement(self) -> dict[str, Placement]:
        """Placements by report id."""
        return {placement.report: placement for placement in self.placements}

    @cached_property
    def claims_at(self) -> dict[str, list[Claim]]:
        """Claims by the incident that they are placed on, sorted by id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims, key=lambda c: c.id):
            if claim.incident is not None:
                found[claim.incident].append(claim)
        return found

    @cached_property
    def estimates_of(self) -> dict[str, list[Estimate]]:
        """Estimates by incident, sorted by metric and population."""
        found: dict[str, list[Estimate]] = defaultdict(list)
        for estimate in sorted(self.estimates, key=lambda e: (e.metric, e.population)):
            found[estimate.incident].append(estimate)
        return found

    @cached_property
    def contradictions_of(self) -> dict[str, list[Contradiction]]:
        """Contradictions by incident, sorted by id."""
        found: dict[str, list[Contradiction]] = defaultdict(list)
        for contradiction in sorted(self.contradictions, key=lambda c: c.id):
            found[contradiction.incident].append(contradiction)
        return found
