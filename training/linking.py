"""The weights by which two reports are found to tell of one incident.

    python -m training.linking BENCHMARKS [INCIDENTS [NEVER]]   print weights as TOML, and scores

A logistic regression over candidate pairs of reports of the gun-violence archive: 800
incidents to learn from, 300 others to measure on, drawn with a fixed seed (fewer of both
where INCIDENTS is given; no incident of a report whose id the JSON list NEVER holds).
FIXED weights are held: what shootings in one country cannot teach (other lands, places,
kinds, copies, large tolls). What bars a pair (evidence.BARS) has no weight.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sourcebook.extract.extractor import RuleExtractor
from sourcebook.link.candidates import pairs
from sourcebook.link.cluster import clusters
from sourcebook.link.copies import find_copies
from sourcebook.link.evidence import BARS, Seen, features, weighed
from sourcebook.link.sight import Sight
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report, Text
from training.corpora import gva

SEED = 11
LEARN, MEASURE = 800, 300
RIDGE = 1.0
STEPS = 60
FIXED = {
    "different kind": -2.5,
    "different country": -2.0,
    "copy": 1.0,
    "alike large tolls": 3.0,
    "same number killed": 0.6,
    "same number injured": 0.6,
    "same place": 0.6,
    "place told in both": 1.0,
    "different place": -3.0,
    "different main place": -0.8,
    "places apart": -2.0,
    "different targets": -1.0,
    "next day": 0.2,
    "different date": -1.5,
    "told before it happened": -0.7,
    "shared person": 0.6,
    "shared surname": 0.3,
    "person named in the other": 0.2,
    "shared ages": 0.1,
}

Array = NDArray[np.float64]
Pair = tuple[str, str]


def links(benchmarks: Path) -> dict[str, str]:
    """Return the incident of each report by the report's source id."""
    lines = (benchmarks / "gva/gold_links.jsonl").read_text("utf-8").splitlines()
    rows = map(json.loads, lines)
    return {row["id"]: row["incident"] for row in rows}


def split(
    incidents: Collection[str], learn: int, measure: int
) -> tuple[set[str], set[str]]:
    """Return the incidents to learn from and those to measure on."""
    ordered = sorted(set(incidents))
    random.Random(SEED).shuffle(ordered)
    return set(ordered[measure : measure + learn]), set(ordered[:measure])


def read(benchmarks: Path, wanted: Mapping[str, str]) -> list[Report]:
    """Return the reports of the wanted source ids."""
    return [
        Report.of(
            Text.of(row["text"], language="en"),
            source_id=row["id"],
            title=row.get("title") or "",
            outlet=row.get("outlet"),
            url=row.get("url"),
            published=row.get("published"),
        )
        for row in gva(benchmarks)
        if row["id"] in wanted
    ]


def seen(reports: Sequence[Report]) -> tuple[dict[str, Seen], list[Pair]]:
    """Extract claims; return what linking compares, and the pairs that it would."""
    found = dict(RuleExtractor().extract(reports))
    told = {report.id: claims for report, claims in found.items()}
    claims: list[Claim] = [claim for held in told.values() for claim in held]
    sight = Sight.of(reports, told, find_copies(reports, claims).lineage)
    compared = pairs({key: sight.outline(key, "") for key in sorted(told)})
    return {key: sight[key] for key in sorted(told)}, compared


def fit(rows: Array, same: Array, offset: Array) -> Array:
    """Return start and weights of a ridge logistic regression by Newton's method."""
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    weights = np.zeros(rows.shape[1])
    ridge = np.eye(rows.shape[1]) * RIDGE
    ridge[0, 0] = 0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights + offset, -30, 30)))
        slope = rows.T @ (same - chance) - ridge @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def learn(
    known: Mapping[str, Seen], compared: Sequence[Pair], told: Mapping[str, str]
) -> dict[str, float]:
    """Return the weights that tell pairs of one incident from the others."""
    rows = [features(known[a], known[b]) for a, b in compared]
    names = [name for name in rows[0] if name not in BARS]
    free = [name for name in names if name not in FIXED]
    matrix = np.array([[row[name] for name in free] for row in rows])
    offset = np.array([sum(row[n] * w for n, w in FIXED.items()) for row in rows])
    same = np.array([float(told[a] == told[b]) for a, b in compared])
    start, *found = fit(matrix, same, offset)
    weights = {**dict(zip(free, found, strict=True)), **FIXED}
    return {"start": start, **{name: weights[name] for name in names}}


def b_cubed(
    known: Mapping[str, Seen],
    compared: Sequence[Pair],
    told: Mapping[str, str],
    weights: Mapping[str, float],
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of grouping with these weights."""

    def score(one: str, other: str) -> float:
        return weighed(features(known[one], known[other]), weights)

    edges = {pair: score(*pair) for pair in compared}
    of_incident: dict[str, set[str]] = defaultdict(set)
    for report in known:
        of_incident[told[report]].add(report)
    right = precise = 0.0
    for group in clusters(sorted(known), edges, score):
        for report in group:
            shared = len(of_incident[told[report]].intersection(group))
            precise += shared / len(group) / len(known)
            right += shared / len(of_incident[told[report]]) / len(known)
    return precise, right, 2 * precise * right / (precise + right)


def main(benchmarks: Path, incidents: int, never: Collection[str]) -> None:
    """Learn, print the weights, and measure on incidents not learned from."""
    told = links(benchmarks)
    kept_out = {told[report] for report in never if report in told}
    gold = {k: v for k, v in told.items() if v not in kept_out}
    share = incidents * MEASURE // (LEARN + MEASURE)
    parts = split(gold.values(), incidents - share, share)
    held: list[tuple[dict[str, Seen], list[Pair], dict[str, str]]] = []
    for part in parts:
        reports = read(benchmarks, {k: v for k, v in gold.items() if v in part})
        held.append((*seen(reports), {r.id: gold[r.source_id] for r in reports}))
    weights = learn(*held[0])
    for name, value in weights.items():
        print(f'"{name}" = {value:.2f}')
    for label, side in zip(("learned", "measured"), held, strict=True):
        values = " ".join(f"{value:.3f}" for value in b_cubed(*side, weights))
        print(f"# {label}: B-cubed precision, recall, F1 {values}")


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else LEARN + MEASURE
    never = (
        json.loads(Path(sys.argv[3]).read_text("utf-8")) if len(sys.argv) > 3 else []
    )
    main(Path(sys.argv[1]), wanted, never)
