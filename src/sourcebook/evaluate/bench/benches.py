"""The benchmarks: what each needs in the data folder, and how each method is scored."""

from __future__ import annotations

import json
import platform
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.book import Book
from sourcebook.book.extractors import rules
from sourcebook.engine import Extractor
from sourcebook.evaluate.bench.baselines import DependencyExtractor, RegexExtractor
from sourcebook.evaluate.bench.measures import (
    Counts,
    Said,
    SaidScore,
    score_counts,
    score_grouping,
)
from sourcebook.evaluate.gold import Row
from sourcebook.evaluate.scores import score
from sourcebook.extract.attribution import Attributions
from sourcebook.extract.parsed import parse
from sourcebook.model.report import Report, Text
from sourcebook.readers import read

Method = Callable[[], Extractor]
METHODS: dict[str, Method] = {
    "sourcebook": rules,
    "dependency rules": DependencyExtractor,
    "regular expressions": RegexExtractor,
}
#: Measures of a gold folder that simple methods have too; the rest is ours alone.
_FIGURES = ("figures.valued_f1", "claims.complete_f1", "scope.accuracy")
_OURS = (
    "sources.f1",
    "background.recall",
    "linking.b3_f1",
    "linking.false_incidents",
    "estimates.ever",
    "estimates.best",
    "responsibility.f1",
    "statements.f1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One measure on one data set, by method; a method that has none is left out."""

    data: str
    measure: str
    by_method: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A benchmark: its name, what must be in the data folder, how it is run."""

    name: str
    needs: str
    run: Callable[[Path], Iterator[Result]]

    def is_present(self, data: Path) -> bool:
        """Whether the data folder holds what this needs."""
        return (data / self.needs).exists()


def built(reports: Path, method: Method, *, grouped: str | None = None) -> Book:
    """Build a book in a folder that is removed with the process's temporary files."""
    folder = Path(tempfile.mkdtemp(prefix="sourcebook-bench-"))
    book = Book(folder / "book.db", extractor=method)
    book.add([reports], group_by=grouped)
    book.run(profile="latest" if grouped else "conservative")
    return book


def gold_folder(data: Path, reports: str, gold: str, name: str) -> Iterator[Result]:
    """Score every method against annotated reports."""
    told: dict[str, Mapping[str, float]] = {}
    for label, method in METHODS.items():
        with (
            built(data / reports, method) as book,
            tempfile.TemporaryDirectory() as out,
        ):
            book.export(Path(out), to="jsonl")
            told[label] = score(Path(out), data / gold).measures
    for key in _FIGURES:
        yield Result(data=name, measure=key, by_method={m: told[m][key] for m in told})
    for key in _OURS:
        ours = {"sourcebook": told["sourcebook"][key]}
        yield Result(data=name, measure=key, by_method=ours)


def _evaluation(data: Path) -> Iterator[Result]:
    yield from gold_folder(
        data, "evaluation/reports.jsonl", "evaluation/gold", "evaluation"
    )


def _counts(data: Path) -> Iterator[Result]:
    """Killed and injured per incident of the gun-violence archive, groups given."""
    folder = data / "benchmarks/gva"
    links = {row["id"]: row["incident"] for row in _rows(folder / "gold_links.jsonl")}
    gold: dict[str, Counts] = {
        row["incident_id"]: (row["n_killed"], row["n_injured"])
        for row in _rows(folder / "incidents.jsonl")
        if row["n_killed"] is not None and row["n_injured"] is not None
    }
    with tempfile.TemporaryDirectory() as out:
        path = Path(out) / "grouped.jsonl"
        rows = [{**r, "incident": links[r["id"]]} for r in _reports(folder)]
        path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
        scores = {}
        for label, method in METHODS.items():
            with built(path, method, grouped="incident") as book:
                scores[label] = score_counts(gold, _told_counts(book, links))
    for key in ("killed", "injured", "both", "both_large"):
        by_method = {label: told[key] for label, told in scores.items()}
        yield Result(data="gva counts", measure=key, by_method=by_method)


def _told_counts(book: Book, links: Mapping[str, str]) -> dict[str, Counts]:
    """Best counts by incident of the register, all populations together."""
    contents = book.contents
    source = {report.id: report.source_id for report in contents.reports}
    best: dict[str, dict[str, dict[str, int]]] = {}
    for estimate in contents.estimates:
        if estimate.best is not None:
            metrics = best.setdefault(estimate.incident, {})
            metrics.setdefault(estimate.metric, {})[estimate.population] = estimate.best
    told: dict[str, Counts] = {}
    for placement in contents.placements:
        if placement.incident is not None:
            metrics = best.get(placement.incident, {})
            key = links[source[placement.report]]
            told[key] = (_all(metrics.get("killed")), _all(metrics.get("injured")))
    return {key: told.get(key, (0, 0)) for key in links.values()}


def _all(populations: Mapping[str, int] | None) -> int:
    """Persons and attackers together; other groups are part of persons where told."""
    if not populations:
        return 0
    if "persons" in populations:
        return populations["persons"] + populations.get("attackers", 0)
    return sum(populations.values())


def _links(data: Path) -> Iterator[Result]:
    """Grouping of all reports of the gun-violence archive at once."""
    folder = data / "benchmarks/gva"
    gold = {row["id"]: row["incident"] for row in _rows(folder / "gold_links.jsonl")}
    with built(folder / "reports.jsonl", rules) as book:
        contents = book.contents
        source = {report.id: report.source_id for report in contents.reports}
        told = {source[p.report]: p.incident for p in contents.placements}
    for key, value in score_grouping(gold, told).items():
        yield Result(data="gva links", measure=key, by_method={"sourcebook": value})


def _polnear(data: Path) -> Iterator[Result]:
    """Who says what in political news, on the test part."""
    folder = data / "benchmarks/polnear/test"
    total = SaidScore()
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:  # the first annotator by name counts
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_text("utf-8")
        total.add(_brat(path), _said(text, name))
    for key, value in total.measures().items():
        yield Result(
            data="polnear test", measure=f"{key}.f1", by_method={"sourcebook": value}
        )


def _brat(path: Path) -> list[Said]:
    """Read attributions of a brat stand-off file: source and content spans."""
    spans: dict[str, list[tuple[int, int]]] = {}
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        if re.match(r"T\d+\t", line):
            key, head = line.split("\t")[:2]
            parts = [part.split() for part in head.split(" ", 1)[1].split(";")]
            spans[key] = [(int(a), int(b)) for a, b in parts]
    found: list[Said] = []
    for line in lines:
        if re.match(r"E\d+\t", line):
            roles = [role.split(":") for role in line.split("\t")[1].split()]
            source = [s for r, k in roles if r.startswith("Source") for s in spans[k]]
            said = [s for r, k in roles if r.startswith("Content") for s in spans[k]]
            found.append((source, said))
    return found


def _said(text: str, name: str) -> list[Said]:
    report = Report.of(Text.of(text, language="en"), source_id=name)
    (parsed,) = parse([report])
    if not parsed.sentences:
        return []
    return [
        (
            [(act.source.start, act.source.end)] if act.source is not None else [],
            [(span.start, span.end) for span in act.content],
        )
        for act in Attributions(parsed).speech_acts()
    ]


def _speed(data: Path) -> Iterator[Result]:
    """Reports a second in this process, models loaded, on reports about incidents."""
    found = read([data / "evaluation/reports.jsonl"])
    reports = [item for item in found if isinstance(item, Report)]
    speed = {}
    for label, method in METHODS.items():
        extractor = method()
        list(extractor.extract(reports[:2]))
        start = time.perf_counter()
        list(extractor.extract(reports))
        speed[label] = len(reports) / (time.perf_counter() - start)
    yield Result(data="evaluation", measure="reports a second", by_method=speed)


BENCHES = (
    Bench(name="evaluation", needs="evaluation/gold", run=_evaluation),
    Bench(name="gva-counts", needs="benchmarks/gva/incidents.jsonl", run=_counts),
    Bench(name="gva-links", needs="benchmarks/gva/gold_links.jsonl", run=_links),
    Bench(name="polnear", needs="benchmarks/polnear/test", run=_polnear),
    Bench(name="speed", needs="evaluation/reports.jsonl", run=_speed),
)


def machine() -> str:
    """Return what the benchmarks ran on, in words."""
    return f"Python {platform.python_version()}, {platform.machine()}"


def _reports(folder: Path) -> list[Row]:
    return _rows(folder / "reports.jsonl")


def _rows(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
