"""The blind set: which reports it holds, and how it is put together for scoring.

    python -m training.blind draw BENCHMARKS OUT      write OUT/reports.jsonl
    python -m training.blind gold BENCHMARKS OUT      write OUT/reports.jsonl, OUT/gold/

Drawn once with a fixed seed, annotated in full by readers who do not work on the
extractor and have never seen its output, and scored once a version; its single errors
are not looked at. Kept as stand-off annotation: ids, offsets and labels. ``gold`` fills
in the quotes from the texts.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from training.corpora import Row, gva, muc

SEED = 20261122
SHARES = {"gva": 30, "tst1": 15, "tst2": 15}
ANNOTATION = Path(__file__).parent / "blind"


def draw(benchmarks: Path) -> list[Row]:
    """Return the reports of the blind set, in the order they were drawn."""
    chance = random.Random(SEED)
    pools = {
        "gva": gva(benchmarks),
        "tst1": muc(benchmarks, "tst1"),
        "tst2": muc(benchmarks, "tst2"),
    }
    return [
        row for name, count in SHARES.items() for row in chance.sample(pools[name], count)
    ]


def fill(value: object, report: Row) -> object:
    """Return an annotation with the words that stand at its offsets.

    A row with ``start`` and ``end`` gains ``quote``, one with ``source_start`` gains
    ``source_quote``; ``in`` says which field they count in.
    """
    if isinstance(value, list):
        return [fill(item, report) for item in value]
    if not isinstance(value, dict):
        return value
    row = {key: fill(item, report) for key, item in value.items()}
    field = report["title"] if row.get("in") == "title" else report["text"]
    for prefix in ("", "source_"):
        start, end = row.get(f"{prefix}start"), row.get(f"{prefix}end")
        if start is not None and end is not None:
            row[f"{prefix}quote"] = field[start:end]
    return row


def main(verb: str, benchmarks: str, out: str) -> None:
    """Run one of the commands that the module's text names."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    reports = draw(Path(benchmarks))
    lines = [json.dumps(row, ensure_ascii=False) for row in reports]
    (folder / "reports.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    if verb == "gold":
        by_id = {row["id"]: row for row in reports}
        (folder / "gold").mkdir(exist_ok=True)
        for path in sorted(ANNOTATION.glob("*.json")):
            filled = _fill_file(json.loads(path.read_text("utf-8")), by_id)
            text = json.dumps(filled, ensure_ascii=False, indent=1)
            (folder / "gold" / path.name).write_text(text + "\n", "utf-8")


def _fill_file(data: Row, by_id: dict[str, Row]) -> Row:
    if "documents" in data:
        documents = [fill(d, by_id[d["file"]]) for d in data["documents"]]
        return {**data, "documents": documents}
    return data


if __name__ == "__main__":
    main(*sys.argv[1:4])
