"""Values to rows of the book's tables, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from sourcebook.model.claim import AttributionLink, Claim, Figure, Setting
from sourcebook.model.estimate import Contradiction, Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report, Text
from sourcebook.model.run import Run
from sourcebook.model.span import Span
from sourcebook.store.addresses import address_of
from sourcebook.store.codec import built, payload, plain

Row: TypeAlias = dict[str, Any]
#: The parts of a claim that a decision can change.
_DECIDED = ("payload", "attribution", "modality", "setting")


def report_row(report: Report, position: int) -> Row:
    """Return the row of a report; its text and its bytes have rows of their own."""
    row: Row = plain(report)
    del row["raw"]
    row["grouping"] = row.pop("group")
    row["text_id"] = row.pop("text")["id"]
    return row | {"position": position, "address": address_of(report.url)}


def report_of(row: RowMapping) -> Report:
    """Return the report of a row joined with its text."""
    told = dict(row)
    text = Text(
        id=told.pop("text_id"),
        characters=told.pop("characters"),
        language=told.pop("language"),
    )
    told["group"] = told.pop("grouping")
    del told["position"], told["address"]
    return Report(text=text, **told)


def claim_row(claim: Claim) -> Row:
    """Return the row of a claim as the extractor made it."""
    figure = claim.payload if isinstance(claim.payload, Figure) else None
    return {
        "id": claim.id,
        "report": claim.report,
        "field": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "type": claim.type,
        "metric": figure.metric if figure else None,
        "role": claim.role,
        "modality": claim.modality,
        "payload": plain(claim.payload),
        "attribution": plain(claim.attribution),
        "setting": plain(claim.setting),
        "extractor": claim.extractor,
        "version": claim.version,
    }


def claim_of(row: Mapping[str, Any]) -> Claim:
    """Return the claim of a row, placed and decided where the row has a placement."""
    decided = row.get("decided") or {}
    row = {**row, **{name: decided[name] for name in _DECIDED if name in decided}}
    return Claim(
        id=row["id"],
        report=row["report"],
        field=row["field"],
        span=Span(start=row["start"], end=row["end"]),
        quote=row["quote"],
        payload=payload(row["type"], row["payload"]),
        attribution=tuple(built(AttributionLink, told) for told in row["attribution"]),
        modality=row["modality"],
        setting=built(Setting, row["setting"]),
        extractor=row["extractor"],
        version=row["version"],
        incident=row.get("incident"),
        role=row["role"],
        lineage=row.get("lineage"),
        review=decided.get("review"),
        decisions=tuple(decided.get("decisions", ())),
    )


def decided_of(claim: Claim) -> Row | None:
    """Return what decisions made of a claim, None where nobody decided about it."""
    if not claim.decisions:
        return None
    row = claim_row(claim)
    told: Row = {name: row[name] for name in _DECIDED}
    return told | {"review": claim.review, "decisions": list(claim.decisions)}


def incident_row(incident: Incident) -> Row:
    """Return the row of an incident, with the columns that lists filter by."""
    place = incident.place
    return {
        "id": incident.id,
        "parent": incident.parent,
        "label": incident.label,
        "type": incident.type,
        "date": incident.date,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "value": plain(incident),
    }


def estimate_row(estimate: Estimate) -> Row:
    """Return the row of an estimate."""
    return {
        "incident": estimate.incident,
        "metric": estimate.metric,
        "population": estimate.population,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "value": plain(estimate),
    }


def contradiction_row(contradiction: Contradiction) -> Row:
    """Return the row of a contradiction."""
    return {
        "id": contradiction.id,
        "incident": contradiction.incident,
        "kind": contradiction.kind,
        "severity": contradiction.severity,
        "value": plain(contradiction),
    }


def run_row(run: Run) -> Row:
    """Return the row of a run."""
    row: Row = plain(run)
    return row
