"""The stages of a run: extract what is unread, then link and reconcile everything."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import cast

from sourcebook.book.counting import in_force, screened_rows, version_rows
from sourcebook.book.intake import Progress
from sourcebook.config import Config
from sourcebook.engine import Extractor, Factory, extract
from sourcebook.errors import BookError
from sourcebook.link import Linked, link
from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Profile
from sourcebook.model.ids import identify
from sourcebook.model.incident import Minted
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.reconcile import Reconciled, reconcile
from sourcebook.store import Derived, Store

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
    store: Store, factory: Factory, *, workers: int | None, progress: Progress | None
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
            failed=harvest.fail,
            progress=step,
        ):
            harvest.add(result)
    finally:
        harvest.write()
    return len(unread), harvest.failed


def derive(
    store: Store,
    extractor: Extractor,
    *,
    config: Config,
    as_of: str | None,
    started: str,
    extracted: tuple[int, int],
    progress: Progress | None,
) -> Run:
    """Link and reconcile all reports, and write the result as one run."""
    reports = store.reports()
    if not reports:
        raise BookError(
            f"{store.path} holds no reports; run: sourcebook add {store.path} REPORTS"
        )
    claims = store.extracted(extractor.name, extractor.version)
    screened = screened_rows(reports, claims, extractor)
    store.write_log(screened, stage="extract")
    store.write_log(version_rows(reports), stage="link")
    linked, found = _settle(
        in_force(reports, as_of),
        claims,
        minted=store.minted(),
        profile=cast("Profile", config.profile),
        as_of=as_of,
        progress=progress,
    )
    run = _run(extractor, config, as_of, reports, started)
    run.counts.update(
        _counts(reports, linked, found),
        extracted=extracted[0],
        failed=extracted[1],
        screened=len(screened),
    )
    store.derive(
        Derived(
            run=run,
            placements=linked.placements,
            incidents=linked.incidents,
            claims=linked.claims,
            estimates=found.estimates,
            contradictions=found.contradictions,
            minted=linked.minted,
        )
    )
    return run


def _settle(
    reports: list[Report],
    claims: list[Claim],
    *,
    minted: Sequence[Minted],
    profile: Profile,
    as_of: str | None,
    progress: Progress | None,
) -> tuple[Linked, Reconciled]:
    """Link the reports, in the groups that they came with if any did, and reconcile."""
    _tell(progress, "linking")
    grouped = any(report.group is not None for report in reports)
    linked = link(reports, claims, minted=minted, group_by=grouped)
    _tell(progress, "reconciling")
    found = reconcile(
        linked.incidents, linked.claims, reports, profile=profile, as_of=as_of
    )
    return linked, found


def now() -> str:
    """Return the time in UTC, to the second; it stays in the book."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _tell(progress: Progress | None, stage: str) -> None:
    if progress is not None:
        progress(stage, 0, None)


def _run(
    extractor: Extractor,
    config: Config,
    as_of: str | None,
    reports: list[Report],
    started: str,
) -> Run:
    filled = json.dumps({**config.as_dict(), "as_of": as_of}, sort_keys=True)
    inputs = identify("inputs", *sorted(report.id for report in reports))
    made_by = f"{extractor.name}@{extractor.version}"
    ours = version("sourcebook")
    ended = now()
    return Run(
        id=identify("run", ours, made_by, filled, inputs, started, ended),
        sourcebook=ours,
        extractor=made_by,
        config=filled,
        inputs=inputs,
        started=started,
        ended=ended,
        counts={},
    )


def _counts(reports: list[Report], linked: Linked, found: Reconciled) -> dict[str, int]:
    return {
        "reports": len(reports),
        "claims": len(linked.claims),
        "incidents": sum(i.parent is None for i in linked.incidents),
        "estimates": len(found.estimates),
        "contradictions": len(found.contradictions),
    }
