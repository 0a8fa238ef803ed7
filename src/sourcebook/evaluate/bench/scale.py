"""How time and memory grow with the number of reports, on generated load.

Each size runs in a process of its own, so that its peak memory is its own. Times are
those of the processor: what others do on the machine does not count.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context

from sourcebook.book.extractors import rules
from sourcebook.engine import Extractor
from sourcebook.evaluate.bench.generated import Generator
from sourcebook.evaluate.bench.methods import Result
from sourcebook.link import link
from sourcebook.link.copies import find_copies
from sourcebook.model.report import Report

#: Reports that are generated unless others are asked for.
SIZES = (1_000, 10_000, 100_000)
#: Reports with an incident that are read by the extractor, as a sample of its speed.
SAMPLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one size of generated load took.

    Seconds are of one processor core; ``copies`` is a part of ``linking``, timed
    once more by itself. ``memory`` is the peak in bytes, reports and claims included.
    """

    reports: int
    claims: int
    incidents: int
    screen: float
    copies: float
    linking: float
    extraction: float
    memory: int

    @property
    def seconds(self) -> float:
        """The screen, copies and linking together."""
        return self.screen + self.linking


def scale(sizes: Sequence[int] = SIZES, *, sample: int = SAMPLE) -> Iterator[Result]:
    """Yield times, rates and memory for each size, then the exponent of growth.

    An exponent of 1 is growth in proportion, 2 that of comparing all with all.
    """
    loads = []
    for size in sorted(set(sizes)):
        loads.append(measured_apart(size, sample=sample))
        yield from _told(loads[-1])
    for less, more in pairwise(loads):
        name = f"growth, {less.reports:,} to {more.reports:,}"
        yield _result(name, "exponent of time", exponent(less, more))
    if len(loads) > 2:
        name = f"growth, {loads[0].reports:,} to {loads[-1].reports:,}"
        yield _result(name, "exponent of time", exponent(loads[0], loads[-1]))


def exponent(less: Load, more: Load) -> float:
    """Return the power of the number of reports that time grows by.

    >>> from dataclasses import replace
    >>> small = Load(
    ...     reports=10,
    ...     claims=0,
    ...     incidents=0,
    ...     screen=0,
    ...     copies=0,
    ...     linking=1,
    ...     extraction=0,
    ...     memory=0,
    ... )
    >>> round(exponent(small, replace(small, reports=1000, linking=10_000)), 3)
    2.0
    """
    return math.log(more.seconds / less.seconds) / math.log(more.reports / less.reports)


def measured_apart(reports: int, *, sample: int = SAMPLE) -> Load:
    """Measure one size in a fresh process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(measured, reports, sample=sample).result()


def measured(reports: int, *, sample: int = SAMPLE) -> Load:
    """Generate so many reports and time each stage on them, in this process."""
    made = list(Generator().made(reports))
    extractor = rules()
    extractor.drops(made[0][0])  # word lists loaded
    start = time.process_time()
    kept = [pair for pair in made if not extractor.drops(pair[0])]
    screened = time.process_time()
    told = [report for report, _ in made]
    claims = [claim for _, found in kept for claim in found]
    find_copies(told, claims)
    copied = time.process_time()
    linked = link(told, claims)
    done = time.process_time()
    memory = peak_memory()
    return Load(
        reports=reports,
        claims=len(claims),
        incidents=sum(incident.parent is None for incident in linked.incidents),
        screen=screened - start,
        copies=copied - screened,
        linking=done - copied,
        extraction=_reading([report for report, _ in kept[:sample]], extractor),
        memory=memory,
    )


def _reading(reports: Sequence[Report], extractor: Extractor) -> float:
    """Return the seconds that the extractor takes a report, models loaded."""
    if not reports:
        return 0.0
    list(extractor.extract(reports[:2]))
    start = time.process_time()
    list(extractor.extract(reports))
    return (time.process_time() - start) / len(reports)


def peak_memory() -> int:
    """Return the most memory that this process has held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _told(load: Load) -> Iterator[Result]:
    name = f"growth, {load.reports:,} reports"
    yield _result(name, "claims", load.claims)
    yield _result(name, "incidents", load.incidents)
    yield _result(name, "screen, seconds", load.screen)
    yield _result(name, "copies alone, seconds", load.copies)
    yield _result(name, "linking with copies, seconds", load.linking)
    yield _result(name, "reports a second, all three", load.reports / load.seconds)
    yield _result(name, "extraction of one report, seconds", load.extraction)
    yield _result(name, "peak memory, GB", load.memory / 1e9)


def _result(data: str, measure: str, value: float) -> Result:
    return Result(data=data, measure=measure, by_method={"sourcebook": value})
