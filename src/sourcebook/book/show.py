"""One incident as a whole, with its parts: figures, who is blamed, what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sourcebook.book.views import ClaimView, EstimateView, IncidentView
from sourcebook.book.why import bounds_in_words, contradiction_in_words
from sourcebook.export.csv import attribution_in_words
from sourcebook.export.jsonl import claim_row, contradiction_row, incident_row
from sourcebook.model.claim import Metric, Responsibility, Statement

_METRICS = {metric: number for number, metric in enumerate(get_args(Metric))}
#: Characters of a statement shown.
_SAID = 140


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident to look at; ``str`` of it is written for people."""

    incident: IncidentView

    def as_dict(self) -> dict[str, Any]:
        """Return the incident's exported row with its claims and contradictions."""
        view = self.incident
        return incident_row(view.value, view.contents) | {
            "claims": [claim_row(claim.value) for claim in view.claims],
            "contradictions": [contradiction_row(c) for c in view.contradictions],
        }

    def __str__(self) -> str:
        return "\n".join(_node(self.incident, ""))


def reports_of(view: IncidentView) -> str:
    """Return how many reports tell of an incident, in words."""
    count = len(view.value.reports)
    return "1 report" if count == 1 else f"{count:,} reports"


def gravest_first(view: IncidentView) -> list[EstimateView]:
    """Return the estimates in the order of the vocabulary: killed, injured, ..."""
    return sorted(view.estimates, key=lambda e: _METRICS.get(e.value.metric, 99))


def overview(incident: IncidentView) -> tuple[str, ...]:
    """Return label, date, number of reports, killed and injured as cells."""
    told = {
        e.value.metric: bounds_in_words(e)
        for e in incident.estimates
        if e.value.population == "persons"
    }
    counts = (told.get("killed", ""), told.get("injured", ""))
    return (incident.label, incident.date or "", str(len(incident.reports)), *counts)


def _node(view: IncidentView, indent: str) -> Iterator[str]:
    yield f"{indent}{view.label}"
    yield f"{indent}id {view.id}, {reports_of(view)}"
    for estimate in gravest_first(view):
        value = estimate.value
        yield (
            f"{indent}  {value.metric} ({value.population}): "
            f"{bounds_in_words(estimate)}  [{value.rule}]"
        )
    for claim in view.claims:
        yield from (f"{indent}  {line}" for line in _said(claim))
    for odd in view.contradictions:
        yield f"{indent}  {contradiction_in_words(odd)}"
    for part in view.parts:
        yield ""
        yield from _node(part, indent + "  ")


def _said(claim: ClaimView) -> Iterator[str]:
    payload = claim.value.payload
    if isinstance(payload, Responsibility):
        who = attribution_in_words(claim.value) or claim.report.outlet or "the outlet"
        relation = payload.relation.replace("_", " ")
        yield f"{payload.actor}: {relation}, according to {who}"
    elif isinstance(payload, Statement):
        act = payload.act.replace("_", " ")
        quote = " ".join(claim.quote.split())
        yield f"{payload.speaker}: {act}: {quote[:_SAID]}"
