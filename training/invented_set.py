"""The invented sets: reports written for the project, annotated by their author.

    python -m training.invented_set OUT [second] [held]

Writes OUT/reports.jsonl and OUT/gold/. Their authors saw neither the extractor nor its
output and annotated by the scheme (docs/evaluation.md): 160 short reports in the manner
of many outlets and decades with figures, scopes and sources, and, with ``second``, 80
of world and national news with responsibility and statements too. Of each the open half
is for development; the other is for measuring only, its digest in the file DIGEST.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Literal

from training.corpora import Row

Which = Literal["invented", "invented_second"]

HERE = Path(__file__).parent
#: What an author may leave out of a figure: the words that name its source.
_SOURCE = {"source_quote": None, "source_start": None, "source_end": None}


def reports(which: Which = "invented", *, held: bool) -> list[Row]:
    """Return the reports with their annotation, in the order they were written."""
    path = HERE / which / ("held.jsonl" if held else "open.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def annotation(report: Row) -> Row:
    """Return a report's annotation as a cluster of the evaluation's."""
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
        "outlet": report.get("outlet"),
        "published": report.get("published"),
        "main_incident": "I1",
        "mentions": ["I1"],
        "figures": [{**_SOURCE, **_placed(row)} for row in report["figures"]],
        "responsibility": [_placed(row) for row in report.get("responsibility", ())],
        "reactions": [_placed(row) for row in report.get("reactions", ())],
    }
    return {
        "cluster": report["id"],
        "incidents": [incident],
        "documents": [document],
        "reconciled": {},
    }


def write(out: Path, which: Which = "invented", *, held: bool) -> int:
    """Write reports and annotation into ``out``; return the number of reports."""
    gold = out / "gold"
    gold.mkdir(parents=True, exist_ok=True)
    rows = reports(which, held=held)
    keys = ("id", "title", "text", "outlet", "published")
    told = [{key: row[key] for key in keys if key in row} for row in rows]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
    (out / "reports.jsonl").write_text(lines, "utf-8")
    for row in rows:
        text = json.dumps(annotation(row), ensure_ascii=False, indent=1)
        (gold / f"{row['id']}.json").write_text(text + "\n", "utf-8")
    return len(rows)


def _placed(row: Row) -> Row:
    """The row with its incident as the evaluation names it."""
    return {**row, "incident": "I1" if row["incident"] == "main" else "other"}


if __name__ == "__main__":
    folder, *words = sys.argv[1:]
    chosen: Which = "invented_second" if "second" in words else "invented"
    print(write(Path(folder), chosen, held="held" in words), "reports")
