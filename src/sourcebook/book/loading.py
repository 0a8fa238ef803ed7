"""What a run derived as contents: all of it, or some incidents with what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TypeVar

from sourcebook.errors import BookError
from sourcebook.export import Contents
from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident, Placement
from sourcebook.model.report import Report
from sourcebook.store import Results, Store

V = TypeVar("V", Claim, Incident, Placement, Report)


def last_results(store: Store) -> Results:
    """Return what the last run derived; raise BookError before the first run."""
    results = store.results()
    if results.run:
        return results
    step = "run" if store.holds_reports() else "add"
    what = "results" if step == "run" else "reports"
    more = "" if step == "run" else " REPORTS"
    raise BookError(
        f"{store.path} has no {what} yet; run: sourcebook {step} {store.path}{more}"
    )


def load(results: Results) -> Contents:
    """Return everything that a run derived."""
    return Contents(
        reports=results.reports(),
        placements=results.placements(),
        claims=results.claims(),
        incidents=results.incidents(),
        estimates=results.estimates(),
        contradictions=results.contradictions(),
    )


class Part(Contents):
    """Some incidents, their parts, and what is told of them; each read when asked for.

    Beside the claims placed on them there are those that their estimates and
    contradictions name; the reports are those of the incidents and of these claims.
    """

    def __init__(self, results: Results, incidents: Collection[str]) -> None:
        self.__dict__["_results"] = results
        self.__dict__["_ids"] = frozenset(incidents)

    _results: Results
    _ids: frozenset[str]

    def __repr__(self) -> str:
        return f"<Part: {len(self._ids)} incidents>"

    @cached_property
    def incidents(self) -> list[Incident]:
        """The incidents and their parts."""
        found = self._results.incidents(self._ids)
        new = found
        while new := self._results.incidents(under={each.id for each in new}):
            found = unique([*found, *new])
        return found

    @cached_property
    def _nodes(self) -> frozenset[str]:
        return frozenset(each.id for each in self.incidents)

    @cached_property
    def estimates(self) -> list[Estimate]:
        """The estimates of the incidents and their parts."""
        return self._results.estimates(self._nodes)

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """The contradictions of the incidents and their parts."""
        return self._results.contradictions(self._nodes)

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims placed there, and those that estimates or contradictions name."""
        placed = self._results.claims(at=self._nodes)
        named = {id for e in self.estimates for id in e.inputs}
        named |= {left.claim for e in self.estimates for left in e.excluded}
        named |= {id for c in self.contradictions for id in c.claims}
        return unique([*placed, *self._results.claims(named - {c.id for c in placed})])

    @cached_property
    def reports(self) -> list[Report]:
        """The reports of the incidents and of the claims."""
        named = {report for each in self.incidents for report in each.reports}
        return self._results.reports(named | {claim.report for claim in self.claims})

    @cached_property
    def placements(self) -> list[Placement]:
        """Where these reports were placed."""
        return self._results.placements({report.id for report in self.reports})


def unique(values: Iterable[V]) -> list[V]:
    """Return values by id, each once."""
    found = {_id(value): value for value in values}
    return [found[id] for id in sorted(found)]


def _id(value: Claim | Incident | Placement | Report) -> str:
    return value.report if isinstance(value, Placement) else value.id
