"""The two sheets that a coder opens: every figure, and every incident.

A cell that a spreadsheet would run as a formula is written with a leading
apostrophe. The files begin with a byte order mark, without which Excel reads
accents wrongly.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from sourcebook.export.contents import Contents
from sourcebook.model.claim import Claim, Figure, Means, Responsibility
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Cell]

_FIGURES = [
    "claim",
    "report",
    "source_id",
    "outlet",
    "published",
    "field",
    "start",
    "end",
    "quote",
    "metric",
    "population",
    "as_said",
    "value",
    "low",
    "high",
    "incident",
    "incident_label",
    "basis",
    "attribution",
    "role",
    "lineage",
    "modality",
]
#: Metrics with a column of low, best and high each in ``incidents.csv``.
_METRICS = ("killed", "injured", "missing", "abducted", "displaced")
_INCIDENTS = [
    "incident",
    "parent",
    "label",
    "type",
    "date",
    "date_precision",
    "country",
    "admin1",
    "place",
    "geonames_id",
    "lat",
    "lon",
    "reports",
    "outlets",
    "first_published",
    "last_published",
]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SAID = {
    "eq": "",
    "ge": "at least ",
    "gt": "more than ",
    "le": "up to ",
    "lt": "fewer than ",
    "approx": "about ",
    "near": "nearly ",
    "range": "between ",
    "vague": "vague",
}


class Sheets:
    """``figures.csv`` and ``incidents.csv``."""

    name = "csv"
    suffix = ""

    def write(self, contents: Contents, to: Path) -> list[Path]:
        """Write both sheets into the folder ``to``."""
        to.mkdir(parents=True, exist_ok=True)
        return [
            _write(to / "figures.csv", _FIGURES, figure_rows(contents)),
            _write(to / "incidents.csv", _incident_columns(), incident_rows(contents)),
        ]


def _write(to: Path, columns: list[str], rows: Iterable[Row]) -> Path:
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.DictWriter(file, columns, lineterminator="\n")
        sheet.writeheader()
        for row in rows:
            sheet.writerow({name: _cell(row.get(name)) for name in columns})
    return to


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def figure_rows(contents: Contents) -> Iterator[Row]:
    """Yield every count of people or devices (DOMAIN 7.3).

    Figures of one incident stand together, by date of publication, in reading
    order; those of no incident come last, those that people rejected are left out.
    """
    counted = [
        c
        for c in contents.claims
        if isinstance(c.payload, Figure | Means) and c.review != "rejected"
    ]
    rows = [(claim, _figure(claim, contents)) for claim in counted]
    rows.sort(key=lambda row: _figure_order(*row))
    yield from (row for _, row in rows)


def _figure_order(claim: Claim, row: Row) -> tuple[object, ...]:
    return (
        claim.incident is None,
        row["incident_label"] or "",
        claim.incident or "",
        row["published"] or "",
        claim.report,
        claim.field == "text",
        claim.span,
        claim.id,
    )


def _figure(claim: Claim, contents: Contents) -> Row:
    count = claim.payload
    if not isinstance(count, Figure | Means):
        raise TypeError(f"claim {claim.id} counts nothing")
    report = contents.report[claim.report]
    node = contents.incident.get(claim.incident or "")
    return {
        "claim": claim.id,
        "report": report.id,
        "source_id": report.source_id,
        "outlet": report.outlet,
        "published": report.published,
        "field": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote or None,
        "metric": count.metric if isinstance(count, Figure) else _counted(count),
        "population": count.population if isinstance(count, Figure) else None,
        "as_said": _as_said(count),
        "value": count.value,
        "low": count.low,
        "high": count.high,
        "incident": claim.incident,
        "incident_label": node.label if node else None,
        "basis": claim.setting.basis,
        "attribution": attribution_in_words(claim),
        "role": claim.role,
        "lineage": claim.lineage,
        "modality": claim.modality,
    }


def _counted(means: Means) -> str:
    told = means.instrument
    return "explosions" if told == "explosion" else f"devices:{told}"


def _as_said(count: Figure | Means) -> str:
    if count.comparator == "range":
        return f"between {count.low} and {count.high}"
    said = _SAID[count.comparator]
    return said.strip() if count.value is None else f"{said}{count.value}"


def attribution_in_words(claim: Claim) -> str:
    """Return the chain of sources, outermost first, "" for the outlet's own voice."""
    return " > ".join(link.name or "(not stated)" for link in claim.attribution)


def _incident_columns() -> list[str]:
    counts = [
        f"{metric}_{part}"
        for metric in _METRICS
        for part in ("low", "best", "high", "high_open", "lineages", "rule")
    ]
    return [*_INCIDENTS, *counts, "responsibility", "contradictions_hard"]


def incident_rows(contents: Contents) -> Iterator[Row]:
    """Yield every incident, each root with its parts below it, by date and label."""
    for root in contents.children[None]:
        yield from _tree(root, contents)


def _tree(incident: Incident, contents: Contents) -> Iterator[Row]:
    yield _incident(incident, contents)
    for child in contents.children[incident.id]:
        yield from _tree(child, contents)


def _incident(incident: Incident, contents: Contents) -> Row:
    reports = [contents.report[r] for r in incident.reports if r in contents.report]
    dates = sorted(r.published for r in reports if r.published)
    place = incident.place
    row: Row = {
        "incident": incident.id,
        "parent": incident.parent,
        "label": incident.label,
        "type": incident.type,
        "date": incident.date,
        "date_precision": incident.date_precision,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "place": place.name if place else None,
        "geonames_id": place.geonames_id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "reports": len(reports),
        "outlets": "; ".join(sorted({r.outlet for r in reports if r.outlet})),
        "first_published": dates[0] if dates else None,
        "last_published": dates[-1] if dates else None,
        "responsibility": _responsibility(contents.claims_at[incident.id]),
        "contradictions_hard": sum(
            c.severity == "hard" for c in contents.contradictions_of[incident.id]
        ),
    }
    for estimate in contents.estimates_of[incident.id]:
        if estimate.population == "persons" and estimate.metric in _METRICS:
            row.update(_counts(estimate))
    return row


def _counts(estimate: Estimate) -> Row:
    least, most = estimate.lineages
    return {
        f"{estimate.metric}_low": estimate.low,
        f"{estimate.metric}_best": estimate.best,
        f"{estimate.metric}_high": estimate.high,
        f"{estimate.metric}_high_open": estimate.high_open,
        f"{estimate.metric}_lineages": f"{least} to {most}",
        f"{estimate.metric}_rule": estimate.rule,
    }


def _responsibility(claims: Iterable[Claim]) -> str:
    """Return each actor with its relation, and who says so, once each."""
    told = set()
    for claim in claims:
        if isinstance(claim.payload, Responsibility):
            who = attribution_in_words(claim) or "outlet"
            relation = claim.payload.relation.replace("_", " ")
            told.add(f"{claim.payload.actor} {relation} (says {who})")
    return "; ".join(sorted(told))
