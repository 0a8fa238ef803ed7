"""What users hold of a book: incidents, estimates and claims that know their context.

A view wraps a frozen value and the contents that it belongs to. Every field of the
value is reachable on the view itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, get_args

from sourcebook.book.notebook import table
from sourcebook.errors import NotFound
from sourcebook.export import Contents
from sourcebook.model.claim import Claim, Metric
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

#: Characters of the report shown on either side of a quote.
_AROUND = 120
#: Columns of an estimate in a notebook.
ESTIMATE = ("metric", "population", "low", "best", "high", "rule")


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its report and, in words, who is said to state it."""

    value: Claim
    contents: Contents = field(repr=False, compare=False)

    @property
    def quote(self) -> str:
        """The report's own words."""
        return self.value.quote

    @property
    def report(self) -> Report:
        """The report that the words stand in."""
        return self.contents.report[self.value.report]

    @property
    def source(self) -> str | None:
        """The originator; None for the outlet's own voice and for one not stated."""
        originator = self.value.originator
        return originator.name if originator else None

    @property
    def context(self) -> str:
        """The quote with some words of the report on either side, on one line."""
        characters = self.report.characters(self.value.field)
        start, end = self.value.span.start, self.value.span.end
        before = characters[max(0, start - _AROUND) : start]
        after = characters[end : end + _AROUND]
        return " ".join(f"{before}[{self.value.quote}]{after}".split())

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any field of the value
        return getattr(self.value, name)


@dataclass(frozen=True, slots=True)
class EstimateView:
    """An estimate with the claims that it rests on."""

    value: Estimate
    contents: Contents = field(repr=False, compare=False)

    @property
    def low(self) -> int | None:
        """The lowest number that the reports now allow."""
        return self.value.low

    @property
    def best(self) -> int | None:
        """The number that the profile chooses, None where it chooses none."""
        return self.value.best

    @property
    def high(self) -> int | None:
        """The highest number told; see ``high_open``."""
        return self.value.high

    @property
    def claims(self) -> list[ClaimView]:
        """The claims that the estimate rests on, in the order of their reports."""
        return _claim_views(self.value.inputs, self.contents)

    @property
    def left_out(self) -> list[tuple[ClaimView, str]]:
        """The claims that it does not rest on, each with the reason."""
        held = self.contents.claim
        return [
            (ClaimView(held[each.claim], self.contents), each.reason)
            for each in self.value.excluded
            if each.claim in held
        ]

    def _repr_html_(self) -> str:
        claims = table(
            ("quote", "source", "outlet"),
            [(c.quote, c.source or "", c.report.outlet or "") for c in self.claims],
        )
        return table(ESTIMATE, [_row(self)]) + claims

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any field of the value
        return getattr(self.value, name)


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with its estimates, claims, reports and parts."""

    value: Incident
    contents: Contents = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        """The minted id, which never changes."""
        return self.value.id

    @property
    def label(self) -> str:
        """What, where and when, for people."""
        return self.value.label

    @property
    def estimates(self) -> list[EstimateView]:
        """All estimates, by metric and population."""
        found = self.contents.estimates_of[self.value.id]
        return [EstimateView(estimate, self.contents) for estimate in found]

    def estimate(self, metric: str, population: str = "persons") -> EstimateView:
        """Return the estimate of one metric; raise NotFound where no claim gives one."""
        for estimate in self.estimates:
            if (estimate.metric, estimate.population) == (metric, population):
                return estimate
        known = (*get_args(Metric), "explosions")
        if metric not in known and not metric.startswith("devices:"):
            raise NotFound(
                f"{metric!r} is no metric; the metrics are: "
                f"{', '.join(known)}, devices:INSTRUMENT"
            )
        there = sorted({f"{e.metric} ({e.population})" for e in self.estimates})
        raise NotFound(
            f"{self.label}: no report gives a figure for {metric} ({population}); "
            f"there are: {', '.join(there) or 'none'}"
        )

    @property
    def claims(self) -> list[ClaimView]:
        """The claims placed on this very incident, in the order of their reports."""
        ids = [claim.id for claim in self.contents.claims_at[self.value.id]]
        return _claim_views(ids, self.contents)

    @property
    def reports(self) -> list[Report]:
        """The reports that tell of it, in input order."""
        told = frozenset(self.value.reports)
        return [report for report in self.contents.reports if report.id in told]

    @property
    def parts(self) -> list[IncidentView]:
        """The incidents that this one consists of, by date, then label."""
        found = self.contents.children[self.value.id]
        return [IncidentView(incident, self.contents) for incident in found]

    @property
    def contradictions(self) -> list[Contradiction]:
        """Claims about it that differ in a way to look at."""
        return list(self.contents.contradictions_of[self.value.id])

    def _repr_html_(self) -> str:
        rows = [_row(estimate) for estimate in self.estimates]
        return table(ESTIMATE, rows, title=self.label)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any field of the value
        return getattr(self.value, name)


def _row(estimate: EstimateView) -> tuple[str, ...]:
    """Return metric, population, low, best, high and rule as cells."""
    told = estimate.value
    above = f"{told.high} or more" if told.high_open and told.high else told.high
    cells = (told.metric, told.population, told.low, told.best, above, told.rule)
    return tuple("" if cell is None else str(cell) for cell in cells)


def _claim_views(ids: Any, contents: Contents) -> list[ClaimView]:  # noqa: ANN401
    order = {report.id: number for number, report in enumerate(contents.reports)}
    found = [contents.claim[claim] for claim in ids if claim in contents.claim]
    found.sort(key=lambda c: (order.get(c.report, 0), c.field == "text", c.span, c.id))
    return [ClaimView(claim, contents) for claim in found]
