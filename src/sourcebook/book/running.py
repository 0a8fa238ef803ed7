"""A run after extraction: link and reconcile what may have changed, write the result."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import cast

from sourcebook.book.counting import (
    in_force,
    merged_rows,
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
from sourcebook.book.deciding.listing import Entry, entries
from sourcebook.book.deciding.missing import missing
from sourcebook.book.deciding.recording import now
from sourcebook.book.deciding.telling import followed_rows
from sourcebook.book.intake import Progress
from sourcebook.book.relinking import Held, Relinked, code, relink
from sourcebook.config import Config
from sourcebook.engine import Extractor
from sourcebook.errors import BookError
from sourcebook.export import Contents
from sourcebook.link import Linked, Told
from sourcebook.link.memory import check
from sourcebook.model.claim import Claim
from sourcebook.model.decision import Decision
from sourcebook.model.estimate import Profile
from sourcebook.model.ids import identify
from sourcebook.model.incident import Minted
from sourcebook.model.report import Report
from sourcebook.model.run import Run
from sourcebook.reconcile import Reconciled
from sourcebook.store import Derived, Remembered, Store


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
    """Link and reconcile the reports, and write the result as one run.

    People's decisions are applied on the way, in one direction.
    """
    before = last.id if (last := store.last_run()) else None
    reports = store.reports()
    if not reports:
        raise BookError(
            f"{store.path} holds no reports; run: sourcebook add {store.path} REPORTS"
        )
    ids = store.recall.claim_ids(extractor.name, extractor.version)
    out = withdrawn(reports, store.withdrawn.retracted())
    screened = screened_rows(reports, ids, extractor)
    store.write_log(screened, stage="extract")
    minted, decisions = store.minted(), store.decisions()
    claims = store.extracted(extractor.name, extractor.version) if decisions else []
    applied = apply_to_claims(decisions, claims, reports)
    held = _held(
        store,
        extractor,
        reports,
        ids,
        out=out,
        minted=minted,
        applied=applied,
        config=config,
        as_of=as_of,
    )
    again = relink(store, held, after=before, progress=progress)
    applied = applied.following(again.memory.survivors)
    found = apply_to_results(again.found, again.linked, applied, claims)
    again = replace(again, found=found)
    run = _run(extractor, config, as_of, reports, started, after=before)
    run.counts.update(
        _counts(store, reports, held, again),
        extracted=extracted[0],
        failed=extracted[1],
        screened=len(screened),
        **_decided(decided := _entries(reports, again.linked, found, applied, claims)),
    )
    gone = [*merged_rows(again.memory.merged), *followed_rows(decided)]
    store.write_log([*version_rows(reports), *retracted_rows(out), *gone], stage="link")
    rows = _dated(again.linked.minted, minted=minted, decisions=decisions)
    store.derive(_derived(run, again, held, rows, after=before))
    return run


def _held(
    store: Store,
    extractor: Extractor,
    reports: list[Report],
    ids: dict[str, list[str]],
    *,
    out: Collection[str],
    minted: Sequence[Minted],
    applied: Applied,
    config: Config,
    as_of: str | None,
) -> Held:
    """Return what linking needs; without decisions claims are read as they are needed."""
    maker = extractor.name, extractor.version
    if applied.rulings.decisions:
        kept = [claim for claim in applied.reviewed.kept if claim.report not in out]
        claims, figures = Told.of(kept), kept
        claims.marks = _marks(kept)
    else:
        claims = Told(ids, lambda reports: store.extracted(*maker, reports=reports))
        figures = [c for c in store.recall.figures(*maker) if c.report not in out]
    return Held(
        reports=in_force([r for r in reports if r.id not in out], as_of),
        claims=claims,
        figures=figures,
        minted=minted,
        applied=applied,
        profile=cast("Profile", config.profile),
        as_of=as_of,
        made_by="@".join(maker),
    )


def _marks(claims: Sequence[Claim]) -> dict[str, str]:
    """Return what stands for the claims of each report on which people decided."""
    decided: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.decisions:
            decided.setdefault(claim.report, []).append(claim)
    return {report: check(told) for report, told in decided.items()}


def _derived(
    run: Run,
    again: Relinked,
    held: Held,
    minted: Sequence[Minted],
    *,
    after: str | None,
) -> Derived:
    return Derived(
        run=run,
        after=after,
        placements=again.linked.placements,
        incidents=again.linked.incidents,
        claims=again.linked.claims,
        estimates=again.found.estimates,
        contradictions=again.found.contradictions,
        minted=minted,
        part=again.part,
        memory=Remembered(
            memory=again.memory, code=code(), settings=held.settings, run=run.id
        ),
    )


def _dated(
    rows: Sequence[Minted], *, minted: Sequence[Minted], decisions: Sequence[Decision]
) -> tuple[Minted, ...]:
    """Return the rows, those newly minted with the number of decisions held now."""
    fresh = (replace(row, decided=len(decisions)) for row in rows[len(minted) :])
    return (*minted, *fresh)


def _entries(
    reports: Sequence[Report],
    linked: Linked,
    found: Reconciled,
    applied: Applied,
    claims: Sequence[Claim],
) -> list[Entry]:
    """Return the decisions with what became of each."""
    if not applied.rulings.decisions:
        return []
    contents = Contents(
        reports=reports,
        placements=linked.placements,
        claims=linked.claims,
        incidents=linked.incidents,
        estimates=found.estimates,
        contradictions=found.contradictions,
    )
    return entries(applied, missing(applied.rulings, contents, claims), contents.claim)


def _decided(decided: Sequence[Entry]) -> dict[str, int]:
    """Count the decisions: all, re-attached ones, without a counterpart, in conflict."""
    if not decided:
        return {}
    states = [entry.state for entry in decided]
    return {
        "decisions": len(decided),
        "reattached": sum(entry.reattached for entry in decided),
        "unattached": states.count("unattached"),
        "in_conflict": states.count("conflict"),
    }


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


def _counts(
    store: Store, reports: Sequence[Report], held: Held, again: Relinked
) -> dict[str, int]:
    """Count what the book shows: what was derived now, and what stays as it is."""
    claims = len(again.linked.claims)
    shown = {
        "estimates": len(again.found.estimates),
        "contradictions": len(again.found.contradictions),
    }
    if again.part is not None:
        claims = sum(len(held.claims.ids.get(r.id, ())) for r in held.reports)
        for kind in shown:
            rest = store.recall.counted(kind).items()
            shown[kind] += sum(n for i, n in rest if i not in again.part.incidents)
    return {
        "reports": len(reports),
        "claims": claims,
        "incidents": again.incidents,
        **shown,
    }
