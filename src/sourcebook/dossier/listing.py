"""The rows of the index page."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.dossier.material import Dossiers
from sourcebook.dossier.page import page_name
from sourcebook.dossier.wording import date_words, range_words


def index_rows(material: Dossiers) -> list[Mapping[str, object]]:
    """Return the rows of the index page, one a root incident."""
    rows: list[Mapping[str, object]] = []
    for root in material.roots():
        told = {
            e.metric: range_words(e)
            for e in material.index.estimates[root.id]
            if e.population == "persons" and e.inputs
        }
        rows.append(
            {
                "href": page_name(root),
                "label": root.label,
                "date": date_words(root.date),
                "edtf": root.date or "",
                "killed": told.get("killed", ""),
                "injured": told.get("injured", ""),
                "reports": len(root.reports),
                "open": sum(
                    c.severity != "none"
                    for _, node in material.index.tree(root)
                    for c in material.index.contradictions[node.id]
                ),
            }
        )
    return rows
