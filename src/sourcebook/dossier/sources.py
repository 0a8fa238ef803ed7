"""The reports of a page, and the lineages of their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.passages import marked
from sourcebook.dossier.values import Ref, Source, Version
from sourcebook.dossier.wording import date_words, plural
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

#: Paragraphs from which on a report's text is folded.
LONG = 14


def reports_of(basis: Basis) -> tuple[Source, ...]:
    """Return the reports as the page lists them, in input order."""
    return tuple(_source(basis, report) for report in basis.reports)


def _source(basis: Basis, report: Report) -> Source:
    claims = [c for c in basis.claims if c.report == report.id]
    copied = _copied(basis, report)
    paragraphs = marked(report, "text", claims, basis.marks)
    public = basis.material.public
    return Source(
        id=report.id,
        number=basis.order[report.id] + 1,
        title=report.title,
        outlet=basis.outlet(report.id),
        source_id=report.source_id,
        published=date_words(report.published),
        edtf=report.published or "",
        url=report.url or "",
        text_id=report.text.id,
        copy_of=None if copied is None else copied + 1,
        lineages=tuple(
            (basis.lineage_name(name), basis.colour(name)) for name in _lineages(claims)
        ),
        evidence=_evidence(basis, report.id),
        title_pieces=() if public else marked(report, "title", claims, basis.marks),
        paragraphs=() if public else paragraphs,
        long=len(paragraphs) >= LONG,
        listed=_listed(basis, claims) if public else (),
        tolls=_tolls(claims),
        versions=_versions(basis, report),
    )


def _tolls(claims: Sequence[Claim]) -> bool:
    """Whether a report gives any figure of the people hit."""
    return any(c.type == "figure" and c.role != "background" for c in claims)


def _versions(basis: Basis, report: Report) -> tuple[Version, ...]:
    """Return the earlier versions of a report, the latest first."""
    found: list[Report] = []
    earlier = basis.index.report.get(report.version_of or "")
    while earlier is not None and earlier not in found and earlier is not report:
        found.append(earlier)
        earlier = basis.index.report.get(earlier.version_of or "")
    return tuple(
        Version(
            source_id="" if basis.material.public else each.source_id,
            published=date_words(each.published),
            text_id=each.text.id,
        )
        for each in found
        if each.id not in basis.order
    )


def _listed(basis: Basis, claims: Sequence[Claim]) -> tuple[tuple[Ref, str], ...]:
    """Return the claims of a report whose text is not shown, with their places."""
    return tuple(
        (
            basis.ref(claim),
            f"{claim.field} {claim.span.start} to {claim.span.end}",
        )
        for claim in claims
    )


def _lineages(claims: Sequence[Claim]) -> list[str]:
    told = Counter(c.lineage for c in claims if c.lineage and c.type == "figure")
    return sorted(told, key=lambda name: (-told[name], name))


def _copied(basis: Basis, report: Report) -> int | None:
    placement = basis.index.placement.get(report.id)
    return basis.order.get(placement.duplicate_of or "") if placement else None


def _evidence(basis: Basis, report: str) -> str:
    link = next((e for e in basis.root.links if e.report == report), None)
    return "; ".join(link.features) if link else ""


def counts_words(basis: Basis) -> str:
    """Return how many reports there are, and how many of them are copies."""
    copies = sum(_copied(basis, report) is not None for report in basis.reports)
    told = [plural(len(basis.reports), "report")]
    if copies:
        told.append(f"{copies} of them {'a copy' if copies == 1 else 'copies'}")
    silent = sum(
        not _tolls([c for c in basis.claims if c.report == report.id])
        for report in basis.reports
    )
    if silent and silent < len(basis.reports):
        told.append(f"{silent} without a figure of people hit")
    return ", ".join(told)
