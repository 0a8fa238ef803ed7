"""The exported JSON Lines, which are a promise: fields, order and bytes.

Unknown values are null; rows are sorted by id, reports in input order; there are no
clock times, so the same reports give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

from sourcebook.export.contents import Contents
from sourcebook.model.claim import AttributionLink, Claim, Place, flat
from sourcebook.model.estimate import Bounds, Computed, Contradiction, Estimate
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

Row: TypeAlias = dict[str, Any]


class JsonLines:
    """Four files: reports, claims, incidents and contradictions."""

    name = "jsonl"
    suffix = ""

    def write(self, contents: Contents, to: Path) -> list[Path]:
        """Write the four files into the folder ``to``."""
        files = {
            "reports.jsonl": report_rows(contents),
            "claims.jsonl": claim_rows(contents),
            "incidents.jsonl": incident_rows(contents),
            "contradictions.jsonl": contradiction_rows(contents),
        }
        to.mkdir(parents=True, exist_ok=True)
        return [write_rows(to / name, rows) for name, rows in files.items()]


def write_rows(to: Path, rows: Iterable[Row]) -> Path:
    """Write one JSON object a line, in UTF-8, and return the file."""
    with to.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return to


def report_rows(contents: Contents) -> Iterator[Row]:
    """Yield a row for every report, in input order."""
    for report in contents.reports:
        yield _report(report, contents)


def claim_rows(contents: Contents) -> Iterator[Row]:
    """Yield a row for every claim, sorted by id."""
    for claim in sorted(contents.claims, key=lambda c: c.id):
        yield claim_row(claim)


def incident_rows(contents: Contents) -> Iterator[Row]:
    """Yield a row for every incident, sorted by id."""
    for incident in sorted(contents.incidents, key=lambda i: i.id):
        yield incident_row(incident, contents)


def contradiction_rows(contents: Contents) -> Iterator[Row]:
    """Yield a row for every contradiction, sorted by id."""
    for contradiction in sorted(contents.contradictions, key=lambda c: c.id):
        yield contradiction_row(contradiction)


def _report(report: Report, contents: Contents) -> Row:
    placed = contents.placement.get(report.id)
    return {
        "id": report.id,
        "text_id": report.text.id,
        "source_id": report.source_id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "language": report.text.language,
        "incident": placed.incident if placed else None,
        "duplicate_of": placed.duplicate_of if placed else None,
        "lineage": placed.lineage if placed else None,
    }


def claim_row(claim: Claim) -> Row:
    """Return the promised row of a claim, its payload's fields flat beside the others.

    The ``role`` of a time or place is its own (event, dateline, ...); that of any
    other claim is what it counts of its incident.
    """
    head = {
        "id": claim.id,
        "report": claim.report,
        "field": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote or None,
        "type": claim.type,
        "incident": claim.incident,
        "role": claim.role,
        "attribution": [_link(link) for link in claim.attribution],
        "lineage": claim.lineage,
        "modality": claim.modality,
    }
    told = flat(claim.payload)
    decided = {"review": claim.review, "decisions": list(claim.decisions)}
    payload = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in told.items()
    }
    return head | payload | decided


def _link(link: AttributionLink) -> Row:
    return {
        "name": link.name,
        "quote": link.quote,
        "field": link.field,
        "start": link.start,
        "end": link.end,
        "relation": link.relation,
        "named": link.named,
    }


def incident_row(incident: Incident, contents: Contents) -> Row:
    """Return the promised row of an incident."""
    return {
        "id": incident.id,
        "parent": incident.parent,
        "label": incident.label,
        "type": incident.type,
        "date": incident.date,
        "date_precision": incident.date_precision,
        "place": _place(incident.place) if incident.place else None,
        "reports": sorted(incident.reports),
        "estimates": [estimate_row(e) for e in contents.estimates_of[incident.id]],
        "responsibility": [
            c.id for c in contents.claims_at[incident.id] if c.type == "responsibility"
        ],
        "contradictions": [c.id for c in contents.contradictions_of[incident.id]],
    }


def _place(place: Place) -> Row:
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "geonames_id": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def estimate_row(estimate: Estimate) -> Row:
    """Return the promised entry of an estimate within its incident's row."""
    return {
        "metric": estimate.metric,
        "population": estimate.population,
        "profile": estimate.profile,
        "as_of": estimate.as_of,
        "ever": _bounds(estimate.ever),
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "high_open": estimate.high_open,
        "rule": estimate.rule,
        "inputs": sorted(estimate.inputs),
        "excluded": [
            {"claim": left.claim, "reason": left.reason}
            for left in sorted(estimate.excluded, key=lambda x: (x.claim, x.reason))
        ],
        "lineages": {"min": estimate.lineages[0], "max": estimate.lineages[1]},
        "computed": _computed(estimate.computed),
        "decisions": list(estimate.decisions),
    }


def _computed(computed: Computed | None) -> Row | None:
    """Return what the rules gave where a person's numbers stand instead (REC-11)."""
    return None if computed is None else asdict(computed)


def _bounds(bounds: Bounds) -> Row:
    return {"low": bounds.low, "high": bounds.high}


def contradiction_row(contradiction: Contradiction) -> Row:
    """Return the promised row of a contradiction."""
    return {
        "id": contradiction.id,
        "kind": contradiction.kind,
        "severity": contradiction.severity,
        "incident": contradiction.incident,
        "claims": sorted(contradiction.claims),
        "explanation": contradiction.explanation,
        "state": contradiction.state,
        "decisions": list(contradiction.decisions),
    }
