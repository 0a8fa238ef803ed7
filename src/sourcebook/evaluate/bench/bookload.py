"""How long a book takes to open, to look at and to add to, however large it is.

Operations are timed in a process of its own on a book opened anew; whole commands are
timed beside them, the start of Python included. Seconds are those of the clock and of
the processor, the best of three rounds each; the first ask for a quiet machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sourcebook.book import Book
from sourcebook.book.show import overview
from sourcebook.evaluate.bench.filling import (
    EXTRACTOR,
    VERSION,
    add_claims,
    derived,
    fill,
)
from sourcebook.evaluate.bench.methods import Result
from sourcebook.evaluate.bench.scale import peak_memory
from sourcebook.evaluate.bench.shelf import Shelf, Told
from sourcebook.store import Store

#: Reports of the book unless others are asked for, and reports added to it.
REPORTS, ADDED = 100_000, 1_000
#: Incidents listed.
LISTED = 100
_ROUNDS = 3

#: By what was measured: seconds, or bytes.
Measures = dict[str, float]
#: Seconds of the clock and of the processor.
Seconds = tuple[float, float]
_UNITS = ("seconds", "processor seconds")


def book_load(
    sizes: Sequence[int] = (REPORTS,), *, added: int = ADDED
) -> Iterator[Result]:
    """Yield the measures of a book of each size, in a folder that is then removed."""
    for reports in sizes:
        with tempfile.TemporaryDirectory(prefix="sourcebook-bench-") as folder:
            for measure, value in measured(Path(folder), reports, added).items():
                yield Result(
                    data=f"book, {reports:,} reports",
                    measure=measure,
                    by_method={"sourcebook": value},
                )


def measured(folder: Path, reports: int, added: int) -> Measures:
    """Fill a book in a folder and return everything measured on it."""
    path = folder / "book.db"
    found: Measures = _apart(filled, path, reports, added)
    found |= _apart(looked_at, path)
    found |= commands(path)
    empty, large = (_apart(adding, p, added) for p in (folder / "new.db", path))
    found |= _both(f"adding {added:,} reports to an empty book", empty)
    found |= _both(f"adding {added:,} reports to it", large)
    for name, one, other in zip(_UNITS, empty, large, strict=True):
        found[f"adding: times as many {name}"] = other / one
    return found


def _apart(work: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
    """Return what a function returns in a fresh process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def filled(path: Path, reports: int, added: int) -> Measures:
    """Fill a book, then write the results of a run with some reports more."""
    told = list(Shelf(1).told(reports))
    with Store(path, create=True) as store:
        fill(store, told)
    size = path.stat().st_size
    with Store(path) as store:
        run = store.last_run()
        more = list(Shelf(2, mark="m").told(added))
        _store(store, more)
        keys = {one.incident.id: d.key for one, d in zip(told, store.decisions())}  # noqa: B905
        coming = derived([*told, *more], keys, after=run.id if run else None)
        took = _timed(lambda: store.derive(coming))
    return {
        "claims": sum(len(c) for one in told for _, c in one.reports),
        "incidents": len(told),
        "bytes on disk a report": size / reports,
    } | _both(f"writing results with {added:,} reports more", took)


def _store(store: Store, told: Sequence[Told]) -> None:
    made = [each for one in told for each in one.reports]
    store.add_reports(report for report, _ in made)
    add_claims(store, made)


def looked_at(path: Path) -> Measures:
    """Time what people do with a book, each on a book that was opened for it."""
    largest = _largest(path)
    looks: dict[str, Callable[[Book], object]] = {
        "opening": lambda book: book.last_run(),
        "why": lambda book: str(book.why(largest, "killed")),
        "show": lambda book: str(book.show(largest)),
        f"first {LISTED} incidents": lambda book: [
            overview(each) for each in islice(book.listing(), LISTED)
        ],
        "log": lambda book: book.log(),
        "decisions": lambda book: book.decisions(),
    }
    found: Measures = {}
    for name, look in looks.items():
        found |= _both(name, _least(_opened(path, look) for _ in range(_ROUNDS)))
    found["peak memory of these, GB"] = peak_memory() / 1e9
    found |= _both("check", _opened(path, lambda book: book.check()))
    found["peak memory of check, GB"] = peak_memory() / 1e9
    return found


def _largest(path: Path) -> str:
    """Return the incident of the most reports."""
    with Store(path) as store:
        found = store.results().incidents()
    return max(found, key=lambda each: (len(each.reports), each.id)).id


def _both(name: str, took: Seconds) -> Measures:
    return {f"{name}, {u}": v for u, v in zip(_UNITS, took, strict=True)}


def _least(rounds: Iterable[Seconds]) -> Seconds:
    clock, processor = zip(*rounds, strict=True)
    return min(clock), min(processor)


def _opened(path: Path, look: Callable[[Book], object]) -> Seconds:
    def work() -> None:
        with Book(path, create=False) as book:
            look(book)

    return _timed(work)


def _timed(work: Callable[[], object]) -> Seconds:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def commands(path: Path) -> Measures:
    """Time whole commands, the start of Python and all imports included."""
    largest = _apart(_largest, path)
    asked = {
        "why": ["why", str(path), largest, "killed"],
        "incidents": ["incidents", str(path)],
        "show": ["show", str(path), largest],
    }
    found: Measures = {}
    for name, words in asked.items():
        rounds = [_command(words) for _ in range(_ROUNDS)]
        found |= _both(f"command {name}", _least(took for took, _ in rounds))
        found[f"command {name}, GB"] = max(memory for _, memory in rounds)
    return found


def _command(words: Sequence[str]) -> tuple[Seconds, float]:
    """Run a command; return its seconds and its peak memory in GB."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "sourcebook", *words]
    done = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(done.pid, 0)
    took = time.perf_counter() - start
    done.returncode = os.waitstatus_to_exitcode(status)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return (took, usage.ru_utime + usage.ru_stime), usage.ru_maxrss * unit / 1e9


def adding(path: Path, count: int) -> Seconds:
    """Return the seconds that reading reports into a book and storing claims takes."""
    told = list(Shelf(3, mark="a").told(count))
    claims = {r.id: found for one in told for r, found in one.reports}
    file = path.with_name("coming.jsonl")
    rows = [_record(report) for one in told for report, _ in one.reports]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    def work() -> None:
        with Book(path) as book:
            book.add(file)
        with Store(path) as store:
            unread = store.unread(EXTRACTOR, VERSION)
            add_claims(store, [(report, claims[report.id]) for report in unread])

    return _timed(work)


def _record(report: Any) -> dict[str, Any]:  # noqa: ANN401 - a report's fields
    named = ("title", "outlet", "url", "published")
    return {
        "id": report.source_id,
        "text": report.text.characters,
        **{name: getattr(report, name) for name in named},
    }
