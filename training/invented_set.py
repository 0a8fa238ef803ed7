"""The invented sets: short reports written for the project, with every figure annotated.

    python -m training.invented_set OUT [held]

Writes OUT/reports.jsonl and OUT/gold/. 160 reports in the manner of many outlets and
decades, local and wire, by an author who saw neither the extractor nor its output and
annotated figures, scopes and sources by the scheme (docs/evaluation.md). The open half
is for development; the other is for measuring only, its digest in invented/DIGEST.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from training.corpora import Row

HERE = Path(__file__).parent / "invented"


def reports(*, held: bool) -> list[Row]:
    """Return the reports with their figures, in the order they were written."""
    path = HERE / ("held.jsonl" if held else "open.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def annotation(report: Row) -> Row:
    """Return a report's figures as a cluster of the evaluation's annotation."""
    figures = [
        {
            **figure,
            "incident": "I1" if figure["incident"] == "main" else "other",
            "source_quote": None,
            "source_start": None,
            "source_end": None,
        }
        for figure in report["figures"]
    ]
    incident = {
        "id": "I1",
        "label": report["title"],
        "start_date": None,
        "end_date": None,
        "country": None,
        "admin": None,
        "place": None,
        "type": "other",
        "weapons": [],
        "part_of": None,
    }
    document = {
        "file": report["id"],
        "sha1": "",
        "title": report["title"],
        "outlet": None,
        "published": None,
        "main_incident": "I1",
        "mentions": ["I1"],
        "figures": figures,
        "responsibility": [],
        "reactions": [],
    }
    return {
        "cluster": report["id"],
        "incidents": [incident],
        "documents": [document],
        "reconciled": {},
    }


def write(out: Path, *, held: bool) -> int:
    """Write reports and annotation into ``out``; return the number of reports."""
    gold = out / "gold"
    gold.mkdir(parents=True, exist_ok=True)
    rows = reports(held=held)
    told = [{key: row[key] for key in ("id", "title", "text")} for row in rows]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
    (out / "reports.jsonl").write_text(lines, "utf-8")
    for row in rows:
        text = json.dumps(annotation(row), ensure_ascii=False, indent=1)
        (gold / f"{row['id']}.json").write_text(text + "\n", "utf-8")
    return len(rows)


if __name__ == "__main__":
    folder, *which = sys.argv[1:]
    print(write(Path(folder), held=which == ["held"]), "reports")
