"""The stages of a run: extract what is unread, then link and reconcile everything."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import cast

from sourcebook.book.counting import (
    in_force,
    retracted_rows,
    screened_rows,
    version_rows,
    withdrawn,
)
from sourcebook.book.deciding.applying import (
    Applied,
    apply_to_claims,
    apply_to_results,
)
from sourcebook.book.deciding.missing import missing
from sourcebook.book.deciding.onlinks import pins_of, placed, provisional
from sourcebook.book.deciding.recording import now
from sourcebook.book.intake import Progress
from sourcebook.config import Config
from sourcebook.engine import Engine, Extractor, Factory, extract
from sourcebook.errors import BookError
from sourcebook.export import Contents
from sourcebook.link import Linked, link
from sourcebook.model.claim import Claim
from sourcebook.model.decision import Decision
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
    """Link and reconcile all reports, and write the result as one run.

    People's decisions are applied on the way, in one direction.
    """
    before = last.id if (last := store.last_run()) else None
    reports = store.reports()
    if not reports:
        raise BookError(
            f"{store.path} holds no reports; run: sourcebook add {store.path} REPORTS"
        )
    claims = store.extracted(extractor.name, extractor.version)
    out = withdrawn(reports, store.withdrawn.retracted())
    screened = screened_rows(reports, claims, extractor)
    store.write_log(screened, stage="extract")
    store.write_log([*version_rows(reports), *retracted_rows(out)], stage="link")
    minted, decisions = store.minted(), store.decisions()
    applied = apply_to_claims(decisions, claims, reports)
    linked, found = _settle(
        in_force([r for r in reports if r.id not in out], as_of),
        applied,
        out=out,
        minted=minted,
        profile=cast("Profile", config.profile),
        as_of=as_of,
        progress=progress,
    )
    found = apply_to_results(found, linked, applied, claims)
    run = _run(extractor, config, as_of, reports, started, after=before)
    run.counts.update(
        _counts(reports, linked, found),
        extracted=extracted[0],
        failed=extracted[1],
        screened=len(screened),
        **_decided(reports, linked, found, applied, claims),
    )
    rows = _dated(linked.minted, minted=minted, decisions=decisions)
    store.derive(_derived(run, linked, found, rows, after=before))
    return run


def _derived(
    run: Run,
    linked: Linked,
    found: Reconciled,
    minted: Sequence[Minted],
    *,
    after: str | None,
) -> Derived:
    return Derived(
        run=run,
        after=after,
        placements=linked.placements,
        incidents=linked.incidents,
        claims=linked.claims,
        estimates=found.estimates,
        contradictions=found.contradictions,
        minted=minted,
    )


def _settle(
    reports: list[Report],
    applied: Applied,
    *,
    out: Collection[str],
    minted: Sequence[Minted],
    profile: Profile,
    as_of: str | None,
    progress: Progress | None,
) -> tuple[Linked, Reconciled]:
    """Link the reports, in the groups that they came with if any did, and reconcile."""
    _tell(progress, "linking")
    grouped = any(report.group is not None for report in reports)
    linked = link(
        reports,
        [claim for claim in applied.reviewed.kept if claim.report not in out],
        minted=minted,
        group_by=grouped,
        pins=pins_of(applied.rulings),
        provisional=provisional(minted, applied.rulings.decisions),
    )
    linked = placed(linked, applied.reviewed, applied.rulings)
    _tell(progress, "reconciling")
    found = reconcile(
        linked.incidents,
        linked.claims,
        reports,
        profile=profile,
        as_of=as_of,
        admitted=applied.admitted,
    )
    return linked, found


def _dated(
    rows: Sequence[Minted], *, minted: Sequence[Minted], decisions: Sequence[Decision]
) -> tuple[Minted, ...]:
    """Return the rows, those newly minted with the number of decisions held now."""
    fresh = (replace(row, decided=len(decisions)) for row in rows[len(minted) :])
    return (*minted, *fresh)


def _decided(
    reports: Sequence[Report],
    linked: Linked,
    found: Reconciled,
    applied: Applied,
    claims: Sequence[Claim],
) -> dict[str, int]:
    """Count the decisions: all, re-attached ones, without a counterpart, in conflict."""
    rulings = applied.rulings
    if not rulings.decisions:
        return {}
    contents = Contents(
        reports=reports,
        placements=linked.placements,
        claims=linked.claims,
        incidents=linked.incidents,
        estimates=found.estimates,
        contradictions=found.contradictions,
    )
    return {
        "decisions": len(rulings.decisions),
        "reattached": len(applied.reattached),
        "unattached": len(missing(rulings, contents, claims)),
        "in_conflict": list(rulings.state.values()).count("conflict"),
    }


def _tell(progress: Progress | None, stage: str) -> None:
    if progress is not None:
        progress(stage, 0, None)


def _run(
    extractor: Extractor,
    config: Config,
    as_of: str | None,
    reports: list[Report],
    started: str,
    *,
    after: str | None,
) -> Run:
    filled = json.dumps({**config.as_dict(), "as_of": as_of}, sort_keys=True)
    inputs = identify("inputs", *sorted(report.id for report in reports))
    made_by = f"{extractor.name}@{extractor.version}"
    ours = version("sourcebook")
    ended = now()
    return Run(
        id=identify("run", ours, made_by, filled, inputs, started, ended, after),
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
