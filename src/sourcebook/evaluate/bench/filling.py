"""A book filled with made values, by the store's own means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from sourcebook.book.deciding.attach import anchor_at
from sourcebook.evaluate.bench.shelf import Made, Told
from sourcebook.model.decision import Decision
from sourcebook.model.ids import identify
from sourcebook.model.incident import Minted, Placement
from sourcebook.model.run import Run
from sourcebook.store import Derived, Store

#: Who is said to have extracted the claims.
EXTRACTOR, VERSION = "templates", "1"
#: Incidents of which one figure was decided about.
DECIDED = 200
_BATCH = 1_000


def fill(store: Store, told: Sequence[Told]) -> None:
    """Store incidents with all that belongs to them, as an ``add`` and a ``run`` do."""
    made = [each for one in told for each in one.reports]
    store.add_reports(report for report, _ in made)
    add_claims(store, made)
    store.derive(derived(told, decide(store, told[:DECIDED])))


def add_claims(store: Store, made: Sequence[Made]) -> None:
    """Store claims in batches, as extraction does."""
    coming = iter(made)
    while batch := list(islice(coming, _BATCH)):
        store.add_claims(batch, extractor=EXTRACTOR, version=VERSION)


def decide(store: Store, told: Sequence[Told]) -> dict[str, str]:
    """Accept a claim of each incident; return the decisions' keys by incident."""
    chain: list[Decision] = []
    for one in told:
        claim = one.reports[0][1][0]
        chain.append(
            Decision.of(
                "accept",
                anchor_at(claim),
                who="Ann Lee",
                when="2026-05-04T10:00:00Z",
                reason="looked at",
                before={"claim": claim.id, "quote": claim.quote},
                previous=chain[-1].id if chain else None,
                knew=(chain[-1].key,) if chain else (),
            )
        )
    store.decide(lambda held: [] if held else chain)
    return {one.incident.id: d.key for one, d in zip(told, chain, strict=True)}


def derived(
    told: Sequence[Told], keys: dict[str, str], *, after: str | None = None
) -> Derived:
    """Return what a run derives of incidents; ``keys`` are decisions by incident."""
    claims = [claim for one in told for _, held in one.reports for claim in held]
    placements = [
        Placement(
            report=report.id,
            incident=one.incident.id,
            duplicate_of=None,
            lineage=report.id,
        )
        for one in told
        for report, _ in one.reports
    ]
    return Derived(
        run=_run(placements),
        after=after,
        placements=sorted(placements, key=lambda p: p.report),
        incidents=sorted((one.incident for one in told), key=lambda i: i.id),
        claims=sorted(claims, key=lambda claim: claim.id),
        estimates=[
            replace(e, decisions=(keys[e.incident],)) if e.incident in keys else e
            for one in told
            for e in one.estimates
        ],
        contradictions=sorted(
            (c for one in told for c in one.contradictions), key=lambda c: c.id
        ),
        minted=[
            Minted(
                incident=one.incident.id, reports=tuple(sorted(one.incident.reports))
            )
            for one in told
        ],
    )


def _run(placements: Sequence[Placement]) -> Run:
    return Run(
        id=identify("run", len(placements)),
        sourcebook="0",
        extractor=f"{EXTRACTOR}@{VERSION}",
        config='{"profile": "conservative", "as_of": null}',
        inputs=identify("inputs", len(placements)),
        started="2026-05-04T10:00:00+00:00",
        ended="2026-05-04T11:00:00+00:00",
        counts={"reports": len(placements)},
    )
