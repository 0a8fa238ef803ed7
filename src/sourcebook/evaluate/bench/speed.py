"""How fast the whole extraction is beside one full parse of every sentence."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from sourcebook.book.extractors import rules
from sourcebook.evaluate.bench.baselines import by_parse
from sourcebook.evaluate.bench.methods import Result
from sourcebook.evaluate.gold import load_gold
from sourcebook.extract.parsed import Passage, passages_of
from sourcebook.extract.pipeline import pipeline_name
from sourcebook.model.report import Report, Text
from sourcebook.readers import read

if TYPE_CHECKING:
    from spacy.language import Language

#: Rounds that are timed; the median is told.
ROUNDS = 3
#: One report in so many of the general stream is about an incident.
ONE_IN = 5

Reader = Callable[[Iterable[Report]], object]


def speed(data: Path) -> Iterator[Result]:
    """Reports a second of processor time, models loaded, by method and as a ratio.

    The baseline is the small pipeline, whole, on every sentence, and a rule over its
    dependencies; ours is the whole extraction with all types of claims.
    """
    told, others = evaluation(data / "evaluation")
    news = general(data / "benchmarks/polnear/train/text")
    yield from timed("incident reports", told)
    quiet = [*others, *news][: (ONE_IN - 1) * len(told)]
    if len(quiet) == (ONE_IN - 1) * len(told):
        yield from timed("general stream", mixed(told, quiet))


def timed(name: str, reports: Sequence[Report]) -> Iterator[Result]:
    """Time both methods in turn; yield reports a second, then ours as a ratio."""
    readers: dict[str, Reader] = {
        "sourcebook": lambda batch: list(rules().extract(batch)),
        "dependency rules": _plain,
    }
    for reader in readers.values():
        reader(reports[:2])
    rounds: dict[str, list[float]] = {label: [] for label in readers}
    for _ in range(ROUNDS):
        for label, reader in readers.items():  # in turn, so that both share the noise
            start = time.process_time()
            reader(reports)
            rounds[label].append(len(reports) / (time.process_time() - start))
    speeds = {label: median(found) for label, found in rounds.items()}
    yield Result(data=name, measure="reports a second", by_method=speeds)
    ratio = speeds["sourcebook"] / speeds["dependency rules"]
    yield Result(
        data=name, measure="times the baseline", by_method={"sourcebook": ratio}
    )


def _plain(reports: Iterable[Report]) -> list[object]:
    """Parse every sentence and read counts of killed and injured off the tree."""
    found: list[object] = []
    for report in reports:
        pieces = [(piece, (field, span)) for field, span, piece in passages_of(report)]
        docs: Any = _stock().pipe(pieces, as_tuples=True)  # spaCy's own tokens
        for i, (doc, (field, span)) in enumerate(docs):
            found += by_parse(Passage(report, field, i, span.start, doc))
    return found


@cache
def _stock() -> Language:
    """Return the small pipeline as it comes, with all its components."""
    nlp: Language = importlib.import_module(pipeline_name()).load()
    return nlp


def evaluation(folder: Path) -> tuple[list[Report], list[Report]]:
    """Return the annotated reports that have a main incident, and the others."""
    gold = load_gold(folder / "gold")
    main = {doc["file"] for _, _, doc in gold.documents() if doc["main_incident"]}
    found = [r for r in read([folder / "reports.jsonl"]) if isinstance(r, Report)]
    told = [report for report in found if report.source_id in main]
    return told, [report for report in found if report.source_id not in main]


def general(folder: Path) -> list[Report]:
    """Return political news as reports, in order of their names."""
    return [
        Report.of(Text.of(path.read_text("utf-8"), language="en"), source_id=path.stem)
        for path in sorted(folder.glob("*.txt"))
    ]


def mixed(told: Sequence[Report], others: Sequence[Report]) -> list[Report]:
    """Return one report about an incident, then four others, and so on."""
    stream: list[Report] = []
    for i, report in enumerate(told):
        stream += [report, *others[(ONE_IN - 1) * i : (ONE_IN - 1) * (i + 1)]]
    return stream
