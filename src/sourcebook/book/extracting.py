"""Extraction in a run: unread reports into claims, written every few seconds."""

from __future__ import annotations

import time
from typing import cast

from sourcebook.book.intake import Progress
from sourcebook.config import Config
from sourcebook.engine import Engine, Extractor, Factory, extract
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.store import Store

#: What was extracted is written to the book at least this often.
_REPORTS_A_WRITE = 64
_SECONDS_A_WRITE = 3.0


class _Harvest:
    """What was extracted and not yet written."""

    def __init__(self, store: Store, extractor: Extractor) -> None:
        self._store = store
        self._name, self._version = extractor.name, extractor.version
        self._done: list[tuple[Report, tuple[Claim, ...]]] = []
        self._failed: list[tuple[Report, str]] = []
        self._written = time.monotonic()
        self.failed = 0

    def add(self, result: tuple[Report, tuple[Claim, ...]]) -> None:
        """Take a report's claims; write where enough has come together."""
        self._done.append(result)
        late = time.monotonic() - self._written > _SECONDS_A_WRITE
        if late or len(self._done) >= _REPORTS_A_WRITE:
            self.write()

    def fail(self, report: Report, fault: str) -> None:
        """Take a report that could not be read, and why."""
        self.failed += 1
        self._failed.append((report, fault))

    def write(self) -> None:
        """Write all of it in one transaction."""
        if self._done or self._failed:
            self._store.add_claims(
                self._done,
                extractor=self._name,
                version=self._version,
                faults=self._failed,
            )
        self._done, self._failed = [], []
        self._written = time.monotonic()


def extract_unread(
    store: Store,
    factory: Factory,
    *,
    config: Config,
    workers: int | None,
    progress: Progress | None,
) -> tuple[int, int]:
    """Extract claims from unread reports; return how many there were and how many failed.

    What is done is written every few seconds, also where the run is then ended.
    """
    extractor = factory()
    unread = store.unread(extractor.name, extractor.version)
    harvest = _Harvest(store, extractor)
    count = 0

    def step(reports: int) -> None:
        nonlocal count
        count += reports
        if progress is not None:
            progress("extracting", count, len(unread))

    try:
        for result in extract(
            unread,
            extractor=factory,
            workers=workers,
            engine=cast("Engine", config.engine),
            cluster=config.cluster or None,
            failed=harvest.fail,
            progress=step,
        ):
            harvest.add(result)
    finally:
        harvest.write()
    return len(unread), harvest.failed
