"""Checks of a book: every id, span and reference computed again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sourcebook.errors import SpanMismatch
from sourcebook.model import decision
from sourcebook.model.claim import Claim, verify_link
from sourcebook.model.ids import digest
from sourcebook.model.report import Report
from sourcebook.store import Results, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a book that is not as it must be."""

    where: str
    what: str


#: Reports, or incidents, that are looked at together: memory does not grow with a book.
_STRETCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _There:
    """The ids of everything that can be pointed to; claims are asked for."""

    reports: frozenset[str]
    incidents: frozenset[str]


def faults(results: Results) -> list[Fault]:
    """Return every fault of what a book shows, none for a sound book.

    Checked are the ids of texts and reports, the quotes of claims and of their
    sources, and that whatever is pointed to is there.
    """
    return list(_faults(results))


def _faults(results: Results) -> Iterator[Fault]:
    reports = results.counting()
    incidents = sorted(id for id, _ in results.listed())
    there = _There(reports=frozenset(reports), incidents=frozenset(incidents))
    for some in _stretches(reports):
        yield from _read(results, some, there)
    for claim, report in results.adrift():
        yield Fault(where=f"claim {claim}", what=f"its report {report} is missing")
    for some in _stretches(incidents):
        yield from _derived(results, some, there)
    for kind, incident in results.astray():
        yield Fault(where=kind, what=f"its incident {incident} is missing")


def _stretches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _STRETCH):
        yield ids[start : start + _STRETCH]


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


def _read(results: Results, ids: Sequence[str], there: _There) -> Iterator[Fault]:
    """Yield the faults of some reports, of where they were placed, of their claims."""
    reports = {report.id: report for report in results.reports(ids)}
    for report in reports.values():
        yield from _report(report)
    for placed in results.placements(ids):
        where = f"report {reports[placed.report].source_id}"
        if placed.duplicate_of is not None and placed.duplicate_of not in there.reports:
            yield Fault(
                where=where, what=f"it copies {placed.duplicate_of}, which is missing"
            )
        if placed.incident and placed.incident not in there.incidents:
            yield Fault(where=where, what=f"its incident {placed.incident} is missing")
    claims = results.claims(reports=ids)
    known = {claim.id for claim in claims}
    for claim in claims:
        yield from _claim(claim, reports[claim.report], known, there)


def _report(report: Report) -> Iterator[Fault]:
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


def _claim(
    claim: Claim, report: Report, known: Collection[str], there: _There
) -> Iterator[Fault]:
    where = f"claim {claim.id}"
    try:
        claim.span.verify(report.characters(claim.field), quote=claim.quote)
        for link in claim.attribution:
            verify_link(link, report)
    except SpanMismatch as error:
        yield Fault(where=where, what=str(error))
    if claim.incident is not None and claim.incident not in there.incidents:
        yield Fault(where=where, what=f"its incident {claim.incident} is missing")
    for pointed in (claim.setting.place, claim.setting.time, claim.setting.target):
        if pointed is not None and pointed not in known:
            yield Fault(where=where, what=f"its setting {pointed} is missing")


def _derived(results: Results, ids: Sequence[str], there: _There) -> Iterator[Fault]:
    """Yield what some incidents, their estimates and contradictions point to in vain."""
    incidents = results.incidents(ids)
    pointing = [(f"incident {each.id}", each.claims) for each in incidents]
    pointing += [
        (f"estimate of {e.metric}", (*e.inputs, *(left.claim for left in e.excluded)))
        for e in results.estimates(ids)
    ]
    pointing += [
        (f"contradiction {c.id}", c.claims) for c in results.contradictions(ids)
    ]
    held = results.held("claim", {claim for _, claims in pointing for claim in claims})
    for incident in incidents:
        where = f"incident {incident.id}"
        if incident.parent is not None and incident.parent not in there.incidents:
            yield Fault(where=where, what=f"its parent {incident.parent} is missing")
        for report in incident.reports:
            if report not in there.reports:
                yield Fault(where=where, what=f"its report {report} is missing")
    for where, claims in pointing:
        for claim in claims:
            if claim not in held:
                yield Fault(where=where, what=f"its claim {claim} is missing")
