"""Extraction in this process, or in worker processes of this machine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from types import ModuleType

from sourcebook.engine.batches import (
    Batch,
    Extractor,
    Factory,
    Outcome,
    WorkerLost,
    in_order,
    read,
    read_batch,
)
from sourcebook.errors import SourcebookError
from sourcebook.model.report import Report


def read_here(
    coming: Iterable[Batch], factory: Factory
) -> Iterator[tuple[Report, Outcome]]:
    """Read batches in this process."""
    own = factory()
    for batch in coming:
        for report in batch:
            yield report, read(own, report)


def read_in_processes(
    coming: Iterable[Batch], factory: Factory, count: int
) -> Iterator[tuple[Report, Outcome]]:
    """Read batches in ``count`` worker processes of this machine."""
    workers = Processes(factory, count)
    try:
        yield from in_order(coming, workers)
    finally:
        workers.close()


class Processes:
    """Worker processes; the loss of one ends them all, and they are started anew."""

    forgets = True

    def __init__(self, factory: Factory, count: int) -> None:
        self._factory = factory
        self.width = count
        self._pool = self._started()

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        """Begin to read a batch; a loss that is found only here is told by finish."""
        try:
            return self._pool.submit(_work, batch)
        except BrokenProcessPool as error:
            broken: Future[list[Outcome]] = Future()
            broken.set_exception(error)
            return broken

    def finish(self, pending: Future[list[Outcome]]) -> list[Outcome]:
        """Wait for a batch; raise WorkerLost where its process ended."""
        try:
            return pending.result()
        except BrokenProcessPool as error:
            raise WorkerLost from error

    def renew(self) -> None:
        """Start the processes anew; raise SourcebookError where they do not start."""
        self.close()
        self._pool = self._started()
        try:
            self._pool.submit(int).result()
        except BrokenProcessPool as error:
            raise SourcebookError(
                "worker processes end before they begin (out of memory?); what was "
                "finished is kept: run the command again, with --workers 1"
            ) from error

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            self.width,
            get_context("spawn"),
            initializer=_begin,
            initargs=(self._factory,),
        )
        with without_main():
            for _ in range(self.width):  # each starts a process while all are busy
                pool.submit(int)
        return pool


@contextmanager
def without_main() -> Iterator[None]:
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


def _work(batch: Batch) -> list[Outcome]:
    if _own is None:
        raise RuntimeError("the worker was not started by _begin")
    return read_batch(_own, batch)
