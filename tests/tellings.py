"""Invented claims for tests of reconciling: one line tells who says what number."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Means,
    Payload,
    Role,
    Setting,
)
from sourcebook.model.estimate import Contradiction, Estimate, Profile
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span
from sourcebook.reconcile import Reconciled, reconcile

ROOT = "root"
BOUNDS: dict[str, Any] = {
    "eq": lambda n: (n, n),
    "ge": lambda n: (n, None),
    "gt": lambda n: (n + 1, None),
    "le": lambda n: (None, n),
    "lt": lambda n: (None, n - 1),
    "near": lambda n: (None, n - 1),
    "approx": lambda n: (n, n),
}


def node(id: str, parent: str | None = None, label: str = "") -> Incident:
    return Incident(
        id=id,
        parent=parent,
        label=label or id,
        type="unknown",
        date="2031-05-03",
        date_precision="day",
        place=None,
        reports=(),
        claims=(),
    )


@dataclass
class Telling:
    """Reports and claims of one tree, added a sentence at a time."""

    nodes: list[Incident] = field(default_factory=lambda: [node(ROOT)])
    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _ids: count[int] = field(default_factory=count)

    def report(self, text: str, published: str | None, outlet: str) -> Report:
        report = Report.of(
            Text.of(text),
            source_id=f"r{next(self._ids)}",
            outlet=outlet,
            published=published,
        )
        self.reports.append(report)
        return report

    def say(
        self,
        quote: str,
        payload: Payload,
        *,
        lineage: str | None = None,
        at: str | None = ROOT,
        role: Role = "incident_total",
        on: str | None = None,
        report: Report | None = None,
        modality: Any = "asserted",
        **setting: object,
    ) -> Claim:
        outlet = f"paper{len(self.reports)}"
        report = report or self.report(f"{quote} .", on, outlet)
        start = report.text.characters.index(quote)
        name = lineage.split(":")[-1] if lineage else None
        own = lineage is None or lineage.startswith("outlet:")
        links = () if own else (_link(name or "someone"),)
        claim = Claim.at(
            report,
            "text",
            Span(start=start, end=start + len(quote)),
            payload=payload,
            setting=Setting(
                sentence=Span(start=0, end=len(report.text.characters)), **setting
            ),
            extractor="test",
            version=str(next(self._ids)),
            attribution=links,
            modality=modality,
        )
        voice = lineage or f"outlet:{report.outlet}"
        placed = claim.placed(incident=at, role=role, lineage=voice)
        self.claims.append(placed)
        return placed

    def figure(
        self,
        comparator: str,
        value: int | None,
        *,
        metric: Any = "killed",
        population: str = "persons",
        low: int | None = None,
        high: int | None = None,
        quote: str | None = None,
        **more: object,
    ) -> Claim:
        if value is not None and comparator in BOUNDS:
            low, high = BOUNDS[comparator](value)
        payload = Figure(
            metric=metric,
            population=population,
            comparator=comparator,  # type: ignore[arg-type]
            value=value,
            low=low,
            high=high,
        )
        shown = quote or f"{comparator} {value if value is not None else low}"
        return self.say(shown, payload, **more)

    def means(
        self, instrument: str, value: int, comparator: str = "eq", **more: Any
    ) -> Claim:
        low, high = BOUNDS[comparator](value)
        payload = Means(
            instrument=instrument,
            comparator=comparator,  # type: ignore[arg-type]
            value=value,
            low=low,
            high=high,
        )
        return self.say(f"{value} {instrument}", payload, **more)

    def person(self, quote: str, person: str | None = None, **more: Any) -> Claim:
        more = {"role": "part_of_total", "part": "single_person", **more}
        return self.figure("eq", 1, quote=quote, person=person or quote, **more)

    def settle(self, profile: Profile = "conservative", **more: Any) -> Reconciled:
        return reconcile(self.nodes, self.claims, self.reports, profile=profile, **more)

    def estimate(
        self,
        metric: str = "killed",
        at: str = ROOT,
        population: str = "persons",
        profile: Profile = "conservative",
        **more: object,
    ) -> Estimate:
        return next(
            e
            for e in self.settle(profile, **more).estimates
            if (e.incident, e.metric, e.population) == (at, metric, population)
        )

    def contradictions(self, kind: str) -> list[Contradiction]:
        return [c for c in self.settle().contradictions if c.kind == kind]


def _link(name: str) -> AttributionLink:
    return AttributionLink(
        name=name,
        quote=None,
        field=None,
        start=None,
        end=None,
        relation="says",
        named=True,
    )


def numbers(estimate: Estimate) -> tuple[int | None, int | None, int | None]:
    return estimate.low, estimate.best, estimate.high


def reasons(estimate: Estimate) -> dict[str, str]:
    return {e.claim: e.reason for e in estimate.excluded}
