"""The benchmarks: what each needs in the data folder, and how each method is scored."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.evaluate.bench.copies import copies
from sourcebook.evaluate.bench.methods import METHODS, Result, built
from sourcebook.evaluate.bench.muc4 import muc4
from sourcebook.evaluate.bench.polnear import polnear
from sourcebook.evaluate.bench.registers import counts, links
from sourcebook.evaluate.bench.roundups import roundups
from sourcebook.evaluate.bench.screen import screen
from sourcebook.evaluate.bench.speed import speed
from sourcebook.evaluate.scores import score

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
class Bench:
    """A benchmark: its name, what must be in the data folder, how it is run."""

    name: str
    needs: str
    run: Callable[[Path], Iterator[Result]]

    def is_present(self, data: Path) -> bool:
        """Whether the data folder holds what this needs."""
        return (data / self.needs).exists()


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


BENCHES = (
    Bench(name="evaluation", needs="evaluation/gold", run=_evaluation),
    Bench(name="gva-counts", needs="benchmarks/gva/incidents.jsonl", run=counts),
    Bench(name="gva-links", needs="benchmarks/gva/gold_links.jsonl", run=links),
    Bench(name="copies", needs="benchmarks/gva/gold_links.jsonl", run=copies),
    Bench(name="polnear", needs="benchmarks/polnear/test", run=polnear),
    Bench(name="muc4", needs="benchmarks/muc4/corpora/tst3", run=muc4),
    Bench(name="roundups", needs="roundups/gold.jsonl", run=roundups),
    Bench(name="screen", needs="evaluation/gold", run=screen),
    Bench(name="speed", needs="evaluation/reports.jsonl", run=speed),
)


def machine() -> str:
    """Return what the benchmarks ran on, in words."""
    return f"Python {platform.python_version()}, {platform.machine()}"
