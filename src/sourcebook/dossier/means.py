"""The means at a node: one row an instrument, one entry a lineage and count."""

from __future__ import annotations

from sourcebook.dossier.basis import Basis, both
from sourcebook.dossier.figures import has_number
from sourcebook.dossier.values import MeansRow, Told
from sourcebook.dossier.wording import range_words
from sourcebook.model.claim import Claim, Means
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.reconcile.wording import number as told_number


def means_of(basis: Basis, node: Incident) -> tuple[MeansRow, ...]:
    """Return the instruments told of at a node, explosions first."""
    claims: dict[str, list[Claim]] = {}
    for claim in basis.in_order(
        c for c in basis.index.claims_at[node.id] if c.id in basis.marks
    ):
        if isinstance(claim.payload, Means):
            claims.setdefault(claim.payload.instrument, []).append(claim)
    estimates = {
        name: e for e in basis.estimates(node) if (name := _instrument(e)) is not None
    }
    names = sorted({*claims, *estimates}, key=lambda name: (name != "explosion", name))
    rows = [
        _row(basis, name, claims.get(name, []), estimates.get(name)) for name in names
    ]
    return tuple(row for row in rows if row.told)


def _instrument(estimate: Estimate) -> str | None:
    if estimate.metric == "explosions":
        return "explosion"
    kind, _, name = estimate.metric.partition(":")
    return name if kind == "devices" else None


def _row(
    basis: Basis, name: str, claims: list[Claim], estimate: Estimate | None
) -> MeansRow:
    counted = estimate is not None and has_number(estimate)
    return MeansRow(
        instrument=name.replace("_", " "),
        words=range_words(estimate) if estimate and counted else "",
        explanation=estimate.explanation if estimate and counted else "",
        told=_told(basis, claims) or _added(basis, estimate),
    )


def _added(basis: Basis, estimate: Estimate | None) -> tuple[Told, ...]:
    """Return the claims about parts that a derived number adds up (SCP-4)."""
    claims = basis.of_ids(estimate.inputs) if estimate else []
    if not claims:
        return ()
    return (
        Told(
            number=f"added up, {' + '.join(_count(c) for c in claims)}",
            source=both(basis.lineage_name(c.lineage) for c in claims),
            colour=basis.colour(claims[0].lineage),
            refs=basis.refs(claims),
        ),
    )


def _told(basis: Basis, claims: list[Claim]) -> tuple[Told, ...]:
    """Return who says how many, copies and repetitions of a lineage as one."""
    groups: dict[tuple[str | None, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.lineage, _count(claim)), []).append(claim)
    return tuple(
        Told(
            number=count,
            source=both(basis.lineage_name(c.lineage) for c in group),
            colour=basis.colour(lineage),
            refs=basis.refs(group),
        )
        for (lineage, count), group in groups.items()
    )


def _count(claim: Claim) -> str:
    payload = claim.payload
    if not isinstance(payload, Means):
        return ""
    if payload.low is None and payload.high is None and payload.value is None:
        return f"told without a number: “{claim.quote}”" if claim.quote else "told"
    return told_number(claim)
