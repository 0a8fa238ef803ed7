"""Checks of a book: every id, span and reference computed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.errors import SpanMismatch
from sourcebook.export import Contents
from sourcebook.model import decision
from sourcebook.model.claim import Claim, verify_link
from sourcebook.model.ids import digest
from sourcebook.model.report import Report
from sourcebook.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a book that is not as it must be."""

    where: str
    what: str


def faults(contents: Contents) -> list[Fault]:
    """Return every fault of a book's contents, none for a sound book.

    Checked are the ids of texts and reports, the quotes of claims and of their
    sources, and that whatever is pointed to is there.
    """
    return [
        *(f for report in contents.reports for f in _report(report, contents)),
        *(f for claim in contents.claims for f in _claim(claim, contents)),
        *_incidents(contents),
        *_derived(contents),
    ]


def chain_faults(store: Store) -> list[Fault]:
    """Return every decision that is not as it was written, or not where it was."""
    decisions = store.decisions()
    found = [
        Fault(where=f"decision {told.short}", what=what)
        for told, what in decision.chain_faults(decisions)
    ]
    buried = {id for stone in store.withdrawn.tombstones() for id in stone.decisions}
    return found + [
        Fault(where=f"decision {told.short}", what="its words were removed by nobody")
        for told in decisions
        if told.computed_id != told.id and told.expunged and told.id not in buried
    ]


def _report(report: Report, contents: Contents) -> Iterator[Fault]:
    where = f"report {report.source_id}"
    if digest(report.text.characters) != report.text.id:
        yield Fault(where=where, what="its text has changed since it was read")
    again = Report.of(
        report.text,
        source_id=report.source_id,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
    )
    if again.id != report.id and report.outlet is not None:
        yield Fault(where=where, what="its title, outlet, url or date has changed")
    placed = contents.placement.get(report.id)
    for other in (placed.duplicate_of,) if placed else ():
        if other is not None and other not in contents.report:
            yield Fault(where=where, what=f"it copies {other}, which is missing")
    if placed and placed.incident and placed.incident not in contents.incident:
        yield Fault(where=where, what=f"its incident {placed.incident} is missing")


def _claim(claim: Claim, contents: Contents) -> Iterator[Fault]:
    where = f"claim {claim.id}"
    report = contents.report.get(claim.report)
    if report is None:
        yield Fault(where=where, what=f"its report {claim.report} is missing")
        return
    try:
        claim.span.verify(report.characters(claim.field), quote=claim.quote)
        for link in claim.attribution:
            verify_link(link, report)
    except SpanMismatch as error:
        yield Fault(where=where, what=str(error))
    if claim.incident is not None and claim.incident not in contents.incident:
        yield Fault(where=where, what=f"its incident {claim.incident} is missing")
    for pointed in (claim.setting.place, claim.setting.time, claim.setting.target):
        if pointed is not None and pointed not in contents.claim:
            yield Fault(where=where, what=f"its setting {pointed} is missing")


def _incidents(contents: Contents) -> Iterator[Fault]:
    for incident in contents.incidents:
        where = f"incident {incident.id}"
        if incident.parent is not None and incident.parent not in contents.incident:
            yield Fault(where=where, what=f"its parent {incident.parent} is missing")
        for report in incident.reports:
            if report not in contents.report:
                yield Fault(where=where, what=f"its report {report} is missing")
        for claim in incident.claims:
            if claim not in contents.claim:
                yield Fault(where=where, what=f"its claim {claim} is missing")


def _derived(contents: Contents) -> Iterator[Fault]:
    pointing = [
        (f"estimate of {e.metric}", e.incident, (*e.inputs, *_left_out(e.excluded)))
        for e in contents.estimates
    ] + [
        (f"contradiction {c.id}", c.incident, c.claims) for c in contents.contradictions
    ]
    for where, incident, claims in pointing:
        if incident not in contents.incident:
            yield Fault(where=where, what=f"its incident {incident} is missing")
        for claim in claims:
            if claim not in contents.claim:
                yield Fault(where=where, what=f"its claim {claim} is missing")


def _left_out(excluded: object) -> tuple[str, ...]:
    return tuple(left.claim for left in excluded)  # type: ignore[attr-defined]
