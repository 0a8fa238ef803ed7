"""What every engine shares: how a batch is read, and how batches come back in order.

An engine only says where a batch runs. That results keep the order of the input, that
few batches are under way at a time, and that a report which cannot be read, or which
ends the process that reads it, costs only itself, is settled here once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, Protocol, TypeAlias, TypeVar

from sourcebook.errors import SourcebookError
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

#: Reports a worker takes at a time: small enough to show progress and to lose little.
BATCH = 8
#: Batches under way for each worker: one that is read, one that waits.
AHEAD = 2
#: Reports in a row that end their worker before the run is given up.
LOSSES = 5

Extracted: TypeAlias = "tuple[Report, tuple[Claim, ...]]"
#: A report's claims, or what went wrong in words.
Outcome: TypeAlias = "tuple[Claim, ...] | str"
Batch: TypeAlias = Sequence[Report]
P = TypeVar("P")


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


class WorkerLost(Exception):
    """The process that read a batch ended before it was done."""


class Workers(Protocol[P]):
    """Processes that read batches, here or on other machines.

    ``P`` stands for a batch under way. ``forgets`` says that with one process all
    batches under way are lost.
    """

    forgets: bool

    @property
    def width(self) -> int:
        """How many batches can be read at once; it may change."""
        ...

    def submit(self, batch: Batch) -> P:
        """Begin to read a batch."""
        ...

    def finish(self, pending: P) -> list[Outcome]:
        """Wait for a batch; raise WorkerLost where its process ended."""
        ...

    def renew(self) -> None:
        """Make ready again after a loss; raise SourcebookError where that fails."""
        ...


def batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Yield the reports in batches, taking no more of them than each needs."""
    coming = iter(reports)
    while batch := list(islice(coming, BATCH)):
        yield batch


def read_batch(extractor: Extractor, batch: Batch) -> list[Outcome]:
    """Return the claims of each report, or what went wrong; the same on every engine."""
    return [read(extractor, report) for report in batch]


def read(extractor: Extractor, report: Report) -> Outcome:
    """Return the report's claims, or what went wrong in words.

    Whatever an extractor raises on one report must not cost the others.
    """
    try:
        return next(claims for _, claims in extractor.extract([report]))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def in_order(
    coming: Iterable[Batch], workers: Workers[P]
) -> Iterator[tuple[Report, Outcome]]:
    """Keep a few batches under way and yield results in the order of the input.

    A batch whose process ended is read again, report by report; one that ends its
    process once more is told as failed. Raises SourcebookError where that happens
    to several in a row: then the fault lies with the machine.
    """
    under_way = _UnderWay(workers)
    for batch in coming:
        under_way.add(batch)
        while len(under_way) > AHEAD * workers.width:
            yield from under_way.first()
    while under_way:
        yield from under_way.first()


class _UnderWay(Generic[P]):
    """The batches that were begun and not yet taken back, oldest first."""

    def __init__(self, workers: Workers[P]) -> None:
        self._workers = workers
        self._begun: deque[tuple[Batch, P]] = deque()
        self._lost = 0

    def __len__(self) -> int:
        return len(self._begun)

    def add(self, batch: Batch) -> None:
        self._begun.append((batch, self._workers.submit(batch)))

    def first(self) -> Iterator[tuple[Report, Outcome]]:
        """Yield what came of the oldest batch."""
        batch, pending = self._begun.popleft()
        try:
            found = self._workers.finish(pending)
        except WorkerLost:
            self._workers.renew()
            found = [self._alone(report) for report in batch]
            if self._workers.forgets:
                again = [earlier for earlier, _ in self._begun]
                self._begun.clear()
                for earlier in again:
                    self.add(earlier)
        yield from zip(batch, found, strict=True)

    def _alone(self, report: Report) -> Outcome:
        try:
            found = self._workers.finish(self._workers.submit([report]))
        except WorkerLost as error:
            self._lost += 1
            if self._lost >= LOSSES:
                raise SourcebookError(
                    f"worker processes ended on {LOSSES} reports one after the other "
                    "(out of memory?); what was finished is kept: run the command "
                    "again with fewer of them, such as --workers 1"
                ) from error
            self._workers.renew()
            return "the process that read it ended, twice (out of memory?)"
        self._lost = 0
        return found[0]
