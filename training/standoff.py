"""Stand-off annotation: ids, offsets and labels here, the words only in the texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
#: Keys that hold words of a report and are left out of what is kept.
_WORDS = ("quote", "source_quote", "title", "outlet", "published")


def strip(value: object) -> object:
    """Return an annotation without the words of the report."""
    if isinstance(value, list):
        return [strip(item) for item in value]
    if isinstance(value, dict):
        return {k: strip(v) for k, v in value.items() if k not in _WORDS}
    return value


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


def annotated(pool: Iterable[Row], annotation: Path) -> list[Row]:
    """Return the reports that a folder annotates, in the order of their ids.

    A report is known by its id and the digest of its text: some pools have one id twice.
    """
    clusters = [json.loads(p.read_text("utf-8")) for p in annotation.glob("*.json")]
    texts = {d["file"]: d["sha1"] for c in clusters for d in c.get("documents", ())}
    found = {r["id"]: r for r in pool if texts.get(r["id"]) == _sha1(r["text"])}
    return [found[key] for key in sorted(found)]


def _sha1(text: str) -> str:
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def write(reports: list[Row], annotation: Path, out: Path, *, gold: bool) -> None:
    """Write OUT/reports.jsonl and, if wanted, OUT/gold with the words filled in."""
    out.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in reports]
    (out / "reports.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    if not gold:
        return
    by_id = {row["id"]: row for row in reports}
    (out / "gold").mkdir(exist_ok=True)
    for path in sorted(annotation.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        if "documents" in data:
            data["documents"] = [fill(d, by_id[d["file"]]) for d in data["documents"]]
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (out / "gold" / path.name).write_text(text + "\n", "utf-8")


def keep(full: Path, annotation: Path) -> int:
    """Copy a folder of full annotation to one without words; return how many files."""
    annotation.mkdir(parents=True, exist_ok=True)
    paths = sorted(full.glob("*.json"))
    for path in paths:
        data = strip(json.loads(path.read_text("utf-8")))
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (annotation / path.name).write_text(text + "\n", "utf-8")
    return len(paths)


def digest(annotation: Path) -> str:
    """Return the SHA-256 over names and bytes of a folder's annotation files."""
    known = hashlib.sha256()
    for path in sorted(annotation.glob("*.json")):
        known.update(path.name.encode())
        known.update(path.read_bytes())
    return known.hexdigest()
