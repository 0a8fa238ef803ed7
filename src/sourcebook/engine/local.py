"""Extraction in this process, or in worker processes for more than a few reports."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from types import ModuleType
from typing import Protocol, TypeAlias

from sourcebook.errors import SourcebookError
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

#: Fewer reports than this are read sooner than worker processes start.
FEW = 12
#: Reports a worker takes at a time: small enough to show progress and to lose little.
BATCH = 8

Extracted: TypeAlias = "tuple[Report, tuple[Claim, ...]]"
#: Called with a report that could not be read and what went wrong.
Failed: TypeAlias = Callable[[Report, str], None]


class Extractor(Protocol):
    """Turns reports into claims; equal input gives equal claims."""

    @property
    def name(self) -> str:
        """The extractor's name, part of each claim's id."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever its claims may change."""
        ...

    @property
    def languages(self) -> frozenset[str | None]:
        """ISO 639-1 codes that it reads; None stands for texts too short to tell."""
        ...

    def drops(self, report: Report) -> bool:
        """Whether it leaves a report of such a language unread, by a cheap screen."""
        ...

    def extract(self, reports: Iterable[Report]) -> Iterator[Extracted]:
        """Yield each report, in order, with its claims."""
        ...


#: Builds the extractor, in each worker process anew; must be importable by name.
Factory: TypeAlias = Callable[[], Extractor]


def extract(
    reports: Iterable[Report],
    *,
    extractor: Factory,
    workers: int | None = None,
    failed: Failed | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Extracted]:
    """Yield each report with its claims, in the order given.

    ``workers`` None takes one process a core, and this process alone where there
    are few reports. A report that the extractor cannot read is told to ``failed``
    and left out. ``progress`` is called with the number of reports just done.
    """
    coming = iter(reports)
    first = list(islice(coming, FEW))
    alone = workers == 1 or (workers is None and len(first) < FEW)
    count = workers or os.cpu_count() or 1
    batches = _batches(chain(first, coming))
    results = (
        _here(batches, extractor)
        if alone or count == 1
        else _in_workers(batches, extractor, count)
    )
    for report, claims in results:
        if progress is not None:
            progress(1)
        if not isinstance(claims, str):
            yield report, claims
        elif failed is not None:
            failed(report, claims)


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    coming = iter(reports)
    while batch := list(islice(coming, BATCH)):
        yield batch


_Result: TypeAlias = "tuple[Report, tuple[Claim, ...] | str]"


def _here(batches: Iterable[Sequence[Report]], factory: Factory) -> Iterator[_Result]:
    own = factory()
    for batch in batches:
        for report in batch:
            yield report, _claims(own, report)


def _in_workers(
    batches: Iterable[Sequence[Report]], factory: Factory, count: int
) -> Iterator[_Result]:
    """Keep a few batches under way and give results in the order of the input."""
    under_way: deque[tuple[Sequence[Report], Future[list[tuple[Claim, ...] | str]]]]
    under_way = deque()
    with _pool(factory, count) as pool:
        for batch in batches:
            under_way.append((batch, pool.submit(_work, batch)))
            if len(under_way) > 2 * count:
                yield from _finished(*under_way.popleft())
        while under_way:
            yield from _finished(*under_way.popleft())


def _finished(
    batch: Sequence[Report], future: Future[list[tuple[Claim, ...] | str]]
) -> Iterator[_Result]:
    try:
        results = future.result()
    except BrokenProcessPool as error:
        raise SourcebookError(
            "a worker process ended before its work was done (out of memory?); what "
            "was finished is kept: run the command again, with --workers 1 if it "
            "happens twice"
        ) from error
    yield from zip(batch, results, strict=True)


@contextmanager
def _pool(factory: Factory, count: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(
        count, get_context("spawn"), initializer=_begin, initargs=(factory,)
    )
    try:
        with _without_main():
            for _ in range(count):  # each starts a process while all are busy
                pool.submit(int)
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the caller's script from starting workers.

    They would run it again, and a script that calls ``book.run()`` outside
    ``if __name__ == "__main__"`` would start workers without end.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


_own: Extractor | None = None


def _begin(factory: Factory) -> None:
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers Ctrl-C
    Thread(target=_end_with_parent, daemon=True).start()
    _own = factory()


def _end_with_parent() -> None:
    """End this worker when the first process is gone, killed without a word."""
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _work(batch: Sequence[Report]) -> list[tuple[Claim, ...] | str]:
    if _own is None:
        raise RuntimeError("the worker was not started by _begin")
    return [_claims(_own, report) for report in batch]


def _claims(extractor: Extractor, report: Report) -> tuple[Claim, ...] | str:
    """Return the report's claims, or what went wrong in words.

    Whatever an extractor raises on one report must not cost the others.
    """
    try:
        return next(claims for _, claims in extractor.extract([report]))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
