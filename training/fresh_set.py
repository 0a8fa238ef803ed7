"""The fresh sets: single reports that nobody had looked at when version 4 was measured.

    python -m training.fresh_set gold BENCHMARKS FAKES OUT [held]

Writes OUT/reports.jsonl and OUT/gold/. BENCHMARKS holds `gva/` and `muc4/`; FAKES is the
table of FA-KES (Abu Salem et al., ICWSM 2019: reports of many outlets on the war in
Syria, CC BY 4.0). Figures, their scopes and sources are annotated; responsibility and
statements are not. ``fresh`` is open for development; ``held`` are 80 more of the same
draw, for measuring only.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from training.corpora import Row, gva, muc
from training.standoff import annotated, write

HERE = Path(__file__).parent
ANNOTATION = {False: HERE / "fresh", True: HERE / "fresh_held"}
_FAKES = "fakes-"


def fakes(table: Path) -> list[Row]:
    """Return the reports of FA-KES, in file order."""
    with table.open(encoding="utf-8", errors="replace", newline="") as lines:
        return [_fakes_report(row) for row in csv.DictReader(lines)]


def _fakes_report(row: dict[str, str]) -> Row:
    return {
        "id": f"{_FAKES}{row['unit_id']}",
        "title": row["article_title"],
        "text": row["article_content"].strip(),
        "outlet": row["source"],
        "published": row["date"],
    }


def chosen(benchmarks: Path, table: Path, *, held: bool) -> list[Row]:
    """Return the reports that a set annotates, in the order of their ids."""
    pool = [*gva(benchmarks), *muc(benchmarks, "dev"), *fakes(table)]
    return annotated(pool, ANNOTATION[held])


if __name__ == "__main__":
    _, benchmarks, table, out, *which = sys.argv[1:]
    held = which == ["held"]
    rows = chosen(Path(benchmarks), Path(table), held=held)
    write(rows, ANNOTATION[held], Path(out), gold=True)
