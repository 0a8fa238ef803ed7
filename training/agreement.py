"""Agreement of two readers, by the same measures that a build is scored with.

    python -m training.agreement FIRST SECOND

Both are folders of full annotation; the second reader's rows are scored against the
first's on the reports that both read.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcebook.evaluate import score

Row = dict[str, Any]

_METRIC = {"killed_or_injured": "casualties", "other": "affected"}
_ROLE = {
    "total": "incident_total",
    "subset": "part_of_total",
    "change": "increment",
}
_RELATION = {"stated_as_fact": "reported_as_fact"}
_ACT = {"appeal": "demand", "other": "comment"}


def as_build(annotation: list[Row], out: Path) -> None:
    """Write annotation as the JSON Lines that a build exports."""
    reports: list[Row] = []
    claims: list[Row] = []
    incidents: list[Row] = []
    for cluster in annotation:
        for row in cluster["incidents"]:
            id = f"{cluster['cluster']}/{row['id']}"
            parent = row.get("part_of")
            incidents.append(
                {
                    "id": id,
                    "parent": f"{cluster['cluster']}/{parent}" if parent else None,
                    "estimates": [],
                }
            )
        for document in cluster["documents"]:
            main = document["main_incident"]
            file = document["file"]
            root = f"{cluster['cluster']}/{main}" if main else None
            reports.append({"id": file, "source_id": file, "incident": root})
            claims += _claims(cluster["cluster"], document)
    for name, rows in (
        ("reports", reports),
        ("claims", claims),
        ("incidents", incidents),
    ):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (out / f"{name}.jsonl").write_text(text, "utf-8")


def _claims(cluster: str, document: Row) -> Iterator[Row]:
    rows = [("figure", row) for row in document["figures"]]
    rows += [("responsibility", row) for row in document["responsibility"]]
    rows += [("statement", row) for row in document["reactions"]]
    for i, (kind, row) in enumerate(rows):
        yield {
            "id": f"{document['file']}/{i}",
            "report": document["file"],
            "type": kind,
            "field": row.get("in", "text"),
            "start": row["start"],
            "end": row["end"],
            "quote": row["quote"],
            **_payload(kind, cluster, row),
        }


def _payload(kind: str, cluster: str, row: Row) -> Row:
    if kind == "responsibility":
        relation = _RELATION.get(row["status"], row["status"])
        return {"actor": row["actor"], "relation": relation}
    if kind == "statement":
        return {"speaker": row["speaker"], "act": _ACT.get(row["kind"], row["kind"])}
    other = row["incident"] == "other"
    named = {"name": row["source"], "quote": row.get("source_quote")}
    return {
        "metric": _METRIC.get(row["category"], row["category"]),
        "value": row["value"],
        "low": row["low"],
        "high": row["high"],
        "role": "background" if other else _ROLE[row["scope"]],
        "incident": None if other else f"{cluster}/{row['incident']}",
        "attribution": [named] if row["source"] else [],
    }


def main(first: str, second: str) -> None:
    """Print one measure a line."""
    names = {
        p.name for p in Path(second).glob("*.json") if not p.name.startswith("excluded")
    } & {p.name for p in Path(first).glob("*.json")}
    with tempfile.TemporaryDirectory() as folder:
        gold, build = Path(folder) / "gold", Path(folder) / "build"
        gold.mkdir()
        build.mkdir()
        for name in sorted(names):
            shutil.copy(Path(first) / name, gold)
        for path in Path(first).glob("excluded*.json"):
            shutil.copy(path, gold)
        told = [
            json.loads((Path(second) / n).read_text("utf-8")) for n in sorted(names)
        ]
        as_build(told, build)
        measures = score(build, gold).measures
    for key, value in measures.items():
        if not key.startswith(("linking", "estimates")):
            print(f"{key:26} {value:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
