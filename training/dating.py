"""The weights by which a date is taken for that of the incident.

    python -m training.dating BENCHMARKS [NEVER]      print the weights as TOML, and shares

A weighed ridge logistic regression over the signs of a date (sourcebook.extract.dating):
is it the day that the register, or the annotation, gives? Learned from 1,000 reports of
the gun-violence archive, the readings and the first blind set; measured on 500 further
reports of the archive. No report whose id the JSON list NEVER holds is used.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from sourcebook.extract.dating import signs
from sourcebook.extract.extractor import RuleExtractor
from sourcebook.extract.parsed import parse
from sourcebook.extract.times import dates
from sourcebook.model.report import Report, Text
from training.blind_set import FIRST
from training.blind_set import draw as first_blind
from training.corpora import Row, gva
from training.reading_set import ANNOTATION
from training.reading_set import draw as readings
from training.screening import fit

LEARN, MEASURE = 1000, 500
#: A sign that fewer dates have is not learned.
RARE = 8
Told = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """One report: the day of its incident, and its dates with their signs."""

    day: str
    dates: tuple[Told, ...]


def examples(rows: Sequence[Row], days: Mapping[str, str]) -> Iterator[Example]:
    """Yield the reports whose text gives the day of the incident."""
    extractor = RuleExtractor()
    for row in rows:
        report = _report(row)
        if row["id"] not in days or extractor.drops(report):
            continue
        for parsed in parse([report]):
            told = tuple(
                (d.edtf, signs(d.mention))
                for d in dates(parsed)
                if d.role is None and len(d.edtf) == len("0000-00-00")
            )
            if any(edtf == days[row["id"]] for edtf, _ in told):
                yield Example(days[row["id"]], told)


def learn(known: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the signs; each report counts as the root of its dates."""
    count = Counter(sign for e in known for _, told in e.dates for sign in told)
    names = sorted(n for n, seen in count.items() if seen >= RARE and n != "start")
    rows, wanted, weighs = [], [], []
    for example in known:
        for edtf, told in example.dates:
            rows.append([float(name in told) for name in names])
            wanted.append(float(edtf == example.day))
            weighs.append(len(example.dates) ** -0.5)
    start, *found = fit(np.array(rows), np.array(wanted), np.array(weighs))
    return {"start": start, **dict(zip(names, found, strict=True))}


def share(known: Sequence[Example], weights: Mapping[str, float]) -> float:
    """Return the share of reports whose likeliest date is that of the incident."""
    right = 0
    for example in known:
        best = max(
            example.dates,
            key=lambda d: (sum(weights.get(sign, 0.0) for sign in d[1]), d[0]),
        )
        right += best[0] == example.day
    return right / len(known)


def annotated(folder: Path) -> dict[str, str]:
    """Return the day of each report's main incident, by the report's id."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        starts = {i["id"]: i.get("start_date") for i in told.get("incidents", ())}
        for document in told.get("documents", ()):
            day = starts.get(document.get("main_incident"))
            if day and len(day) == len("0000-00-00"):
                found[document["file"]] = day
    return found


def registered(benchmarks: Path) -> dict[str, str]:
    """Return the day that the register gives, by the id of each report."""
    folder = benchmarks / "gva"
    lines = (folder / "incidents.jsonl").read_text("utf-8").splitlines()
    day = {row["incident_id"]: row["date"] for row in map(json.loads, lines)}
    links = (folder / "gold_links.jsonl").read_text("utf-8").splitlines()
    told = {row["id"]: row["incident"] for row in map(json.loads, links)}
    return {report: day[incident] for report, incident in told.items()}


def main(benchmarks: Path, never: Collection[str]) -> None:
    """Learn, print the weights, and the shares of reports dated rightly."""
    own = annotated(ANNOTATION) | annotated(FIRST)
    pool = [r for r in gva(benchmarks) if r["id"] not in {*never, *own}]
    pool.sort(key=lambda row: sha256(row["id"].encode()).hexdigest())
    days = registered(benchmarks)
    known = list(examples(pool[:LEARN], days))
    known += examples([*readings(benchmarks), *first_blind(benchmarks)], own)
    held = list(examples(pool[LEARN : LEARN + MEASURE], days))
    weights = learn(known)
    print("[weights]")
    for name, value in weights.items():
        print(f'"{name}" = {value:.2f}')
    print(f"# learned from {len(known)} reports: {share(known, weights):.3f} right")
    print(f"# held back, {len(held)} reports: {share(held, weights):.3f} right")


def _report(row: Row) -> Report:
    return Report.of(
        Text.of(row["text"], language="en"),
        source_id=row["id"],
        title=row["title"] or "",
        published=row["published"],
    )


if __name__ == "__main__":
    listed = (
        json.loads(Path(sys.argv[2]).read_text("utf-8")) if len(sys.argv) > 2 else []
    )
    main(Path(sys.argv[1]), frozenset(listed))
