"""What the index page lists: incidents, and reports that tell of none."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.dossier.figures import has_number
from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.page import page_name
from sourcebook.dossier.wording import (
    day_words,
    outlet_words,
    place_words,
    range_words,
)
from sourcebook.extract.languages import LANGUAGES
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report


def index_rows(material: Dossiers) -> list[Mapping[str, object]]:
    """Return the rows of the index page, one a root incident, latest first."""
    return [_row(material, root) for root in material.roots()]


def _row(material: Dossiers, root: Incident) -> Mapping[str, object]:
    told = {
        e.metric: range_words(e)
        for e in material.index.estimates[root.id]
        if e.population == "persons" and e.inputs and has_number(e)
    }
    severities = [
        c.severity
        for _, node in material.index.tree(root)
        for c in material.index.contradictions[node.id]
    ]
    return {
        "href": page_name(root),
        "label": root.label,
        "date": day_words(root.date),
        "edtf": root.date or "",
        "place": place_words(root.place),
        "killed": told.get("killed", ""),
        "injured": told.get("injured", ""),
        "reports": len(root.reports),
        "hard": severities.count("hard"),
        "soft": severities.count("soft"),
    }


def without_incident(
    material: Dossiers, *, read: bool
) -> list[tuple[str, str, str, str]]:
    """Return (title, outlet, date, language) of reports that tell of no incident.

    ``read`` chooses between reports that were read for claims and those whose
    language is not read. Earlier versions stand with the report that replaced them.
    """
    told = {p.report for p in material.placements if p.incident is not None}
    told |= {report for root in material.roots() for report in root.reports}
    told |= {report.version_of for report in material.reports if report.version_of}
    return [
        (
            report.title or _first_words(report),
            outlet_words(report),
            day_words(report.published),
            report.text.language or "language not known",
        )
        for report in material.reports
        if report.id not in told and _is_read(report) == read
    ]


def _is_read(report: Report) -> bool:
    return report.text.language in LANGUAGES


def _first_words(report: Report) -> str:
    words = report.text.characters.split()
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")
