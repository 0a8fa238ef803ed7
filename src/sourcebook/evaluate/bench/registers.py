"""The gun-violence archive: counts per incident, and grouping of its reports."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from sourcebook.book import Book
from sourcebook.book.extractors import rules
from sourcebook.evaluate.bench.measures import Counts, score_counts, score_grouping
from sourcebook.evaluate.bench.methods import METHODS, Result, built, rows
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.estimate import Estimate

#: Numbers by population, and whether those of persons hold the attackers.
Populations = Mapping[str, tuple[int, bool]]


def counts(data: Path) -> Iterator[Result]:
    """Killed and injured per incident of the gun-violence archive, groups given."""
    folder = data / "benchmarks/gva"
    linked = {row["id"]: row["incident"] for row in rows(folder / "gold_links.jsonl")}
    gold: dict[str, Counts] = {
        row["incident_id"]: (row["n_killed"], row["n_injured"])
        for row in rows(folder / "incidents.jsonl")
        if row["n_killed"] is not None and row["n_injured"] is not None
    }
    with tempfile.TemporaryDirectory() as out:
        path = Path(out) / "grouped.jsonl"
        grouped = [
            {**r, "incident": linked[r["id"]]} for r in rows(folder / "reports.jsonl")
        ]
        path.write_text("".join(json.dumps(r) + "\n" for r in grouped), "utf-8")
        scores = {}
        for label, method in METHODS.items():
            with built(path, method, grouped="incident") as book:
                scores[label] = score_counts(gold, _told_counts(book, linked))
    for key in ("killed", "injured", "both", "both_large"):
        by_method = {label: told[key] for label, told in scores.items()}
        yield Result(data="gva counts", measure=key, by_method=by_method)


def _told_counts(book: Book, links: Mapping[str, str]) -> dict[str, Counts]:
    """Best counts by incident of the register, all populations together.

    Where sources clash the newest figure is none (REC-6), and a register writes a
    number all the same: here the one that most reports tell, of two the lower.
    """
    contents = book.contents
    source = {report.id: report.source_id for report in contents.reports}
    claims = {claim.id: claim for claim in contents.claims}
    best: dict[str, dict[str, dict[str, tuple[int, bool]]]] = {}
    for estimate in contents.estimates:
        number = _number(estimate, claims)
        if number is not None:
            metrics = best.setdefault(estimate.incident, {})
            told_of = metrics.setdefault(estimate.metric, {})
            told_of[estimate.population] = (number, estimate.holds_attackers)
    told: dict[str, Counts] = {}
    for placement in contents.placements:
        if placement.incident is not None:
            metrics = best.get(placement.incident, {})
            key = links[source[placement.report]]
            told[key] = (_all(metrics.get("killed")), _all(metrics.get("injured")))
    return {key: told.get(key, (0, 0)) for key in links.values()}


def _number(estimate: Estimate, claims: Mapping[str, Claim]) -> int | None:
    """Return the best value, else the one that most reports and claims tell."""
    if estimate.best is not None:
        return estimate.best
    told: dict[int, list[str]] = {}
    for claim in (claims[id_] for id_ in estimate.inputs if id_ in claims):
        value = claim.payload.value if isinstance(claim.payload, Figure) else None
        if value is not None:
            told.setdefault(value, []).append(claim.report)
    ranked = [(len({*by}), len(by), -value) for value, by in told.items()]
    return -max(ranked)[2] if ranked else estimate.low


def _all(populations: Populations | None) -> int:
    """Persons and attackers together; other groups are part of persons where told."""
    if populations is None or "persons" not in populations:
        return sum(number for number, _ in (populations or {}).values())
    persons, holds_attackers = populations["persons"]
    attackers, _ = populations.get("attackers", (0, False))
    return persons + (0 if holds_attackers else attackers)


def links(data: Path) -> Iterator[Result]:
    """Grouping of all reports of the gun-violence archive at once."""
    folder = data / "benchmarks/gva"
    gold = {row["id"]: row["incident"] for row in rows(folder / "gold_links.jsonl")}
    with built(folder / "reports.jsonl", rules) as book:
        contents = book.contents
        source = {report.id: report.source_id for report in contents.reports}
        told = {source[p.report]: p.incident for p in contents.placements}
    for key, value in score_grouping(gold, told).items():
        yield Result(data="gva links", measure=key, by_method={"sourcebook": value})
