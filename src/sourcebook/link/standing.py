"""Where reports stand: copies and groups of all of them, and what each follows from.

This is the part of linking in which a report meets the others. What it finds of an
incident is then settled from the incident's own reports (:mod:`sourcebook.link.settling`),
so an incident that follows from what it followed from before needs no second look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sourcebook.link import gate
from sourcebook.link.copies import Copies, find_copies
from sourcebook.link.grouping import Groups, found_groups, given_groups, noted
from sourcebook.link.memory import Memory, Told, check, report_check
from sourcebook.link.minting import Minted, assign, gone_into, merged
from sourcebook.link.pins import Held, Pinned, Pins, pin, survivors
from sourcebook.link.roundups import Parts, split
from sourcebook.link.versions import latest_versions, renewed
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report

#: Gives the pins once it is known which incident goes on for which.
Following: TypeAlias = Callable[[Mapping[str, str]], Pins]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What meeting the others made of each report.

    ``known`` holds reports and parts of roundups by id, ``held`` the incidents with
    their reports and the evidence, ``root_of`` each report's incident, ``minted`` the
    rows given and newly minted, ``because`` the decisions that had part. ``memory`` is
    what a later run may start from; of it ``units`` tells what each incident, and each
    report without one, follows from.
    """

    reports: Sequence[Report]
    known: Mapping[str, Report]
    claims: Told
    copies: Copies
    parts: Parts
    held: Held
    root_of: Mapping[str, str]
    minted: tuple[Minted, ...]
    because: Mapping[str, tuple[str, ...]]
    memory: Memory

    def changed(self, before: Memory) -> set[str]:
        """Return the units that follow from other things than they did before.

        Incidents that tell parts of one roundup go together.
        """
        units = self.memory.units
        found = {unit for unit, told in units.items() if before.units.get(unit) != told}
        together: dict[str, set[str]] = defaultdict(set)
        for incident, told in self.held.items():
            for report in told:
                if report in self.parts.whole:
                    together[self.parts.whole[report]].update(
                        (incident, self.parts.whole[report])
                    )
        grown = True
        while grown:
            more = [units for units in together.values() if units & found]
            grown = any(not units <= found for units in more)
            found = found.union(*more)
        return found


def stand(
    reports: Sequence[Report],
    claims: Told,
    figures: Iterable[Claim],
    *,
    minted: Sequence[Minted],
    group_by: bool,
    pins: Pins,
    following: Following | None,
    provisional: Collection[str],
    before: Memory,
) -> Standing:
    """Find copies and groups; ``figures`` are at least the claims that are figures.

    ``following`` gives the pins anew once it is known which incidents went into which.
    """
    latest = latest_versions(reports)
    counting = [report for report in reports if report.id not in latest]
    copies = find_copies(counting, [c for c in figures if c.report not in latest])
    pins = pins.renewed(latest)
    now = Memory()
    checks = {r.id: report_check(r, claims) for r in reports}
    parts, groups = _grouped(
        counting,
        claims,
        copies,
        checks,
        pinned=pins.into,
        group_by=group_by,
        before=before,
        now=now,
    )
    rows = renewed(minted, latest)
    ids, rows = assign(list(groups), rows, provisional)
    now.survivors, gone = _survivors(groups, ids, rows, pins)
    if following is not None:
        pins = following(now.survivors).renewed(latest)
    known = {report.id: report for report in (*reports, *parts.reports)}
    pinned = _pinned(groups, ids, known, claims, parts.pins(pins), gone=gone)
    root_of = {
        r: incident
        for incident, told in pinned.held.items()
        for r in told
        if r not in parts.whole
    }
    root_of |= {old: root_of[new] for old, new in latest.items() if new in root_of}
    standing = Standing(
        reports=reports,
        known=known,
        claims=claims,
        copies=copies.with_versions(latest),
        parts=parts,
        held=pinned.held,
        root_of=root_of,
        minted=(*minted, *rows[len(minted) :]),
        because=parts.reported(pinned.because),
        memory=now,
    )
    now.units = _units(standing, checks)
    now.merged = merged(
        standing.minted,
        {r: i for i, told in pinned.held.items() for r in told} | root_of,
        pinned.held,
    )
    return standing


def _grouped(
    counting: Sequence[Report],
    claims: Told,
    copies: Copies,
    checks: dict[str, str],
    *,
    pinned: Collection[str],
    group_by: bool,
    before: Memory,
    now: Memory,
) -> tuple[Parts, Groups]:
    """Part the roundups, whose parts ``checks`` then holds too, and group the reports."""
    whole = noted(counting, claims, checks, before.notes)
    listing = () if group_by else [r for r in counting if whole[r.id].listing]
    parts = _split(listing, counting, claims, pinned=pinned)
    if group_by:
        return parts, given_groups(counting)
    checks |= {part: check(checks[r], part) for part, r in parts.whole.items()}
    own = [report for report in parts.reports if report.id in parts.whole]
    notes = {**whole, **noted(own, claims, checks, before.notes)}
    now.notes = notes
    return parts, found_groups(
        parts.reports,
        claims,
        parts.lineage(copies.lineage),
        notes,
        parts.are_apart,
        before=before,
        now=now,
    )


def _split(
    listing: Sequence[Report],
    counting: Sequence[Report],
    claims: Told,
    *,
    pinned: Collection[str],
) -> Parts:
    """Put the parts of roundups in their place among the reports."""
    claims.fetch(report.id for report in listing)
    parts = split(listing, {r.id: claims[r.id] for r in listing}, pinned=pinned)
    claims.put({part: parts.claims[part] for part in parts.whole})
    gone = set(parts.whole.values())
    shown = [report for report in counting if report.id not in gone]
    shown += [report for report in parts.reports if report.id in parts.whole]
    return Parts(
        reports=tuple(shown),
        claims=claims,
        whole=parts.whole,
        borrowed=parts.borrowed,
    )


def _survivors(
    groups: Groups,
    ids: Mapping[tuple[str, ...], str],
    minted: Sequence[Minted],
    pins: Pins,
) -> tuple[dict[str, str], dict[str, str]]:
    """Return which incident goes on for each that is none any more, and by evidence."""
    home = {report: ids[group] for group in groups for report in group}
    gone = gone_into(minted, home, frozenset(ids.values()))
    return survivors(pins.merges, gone), gone


def _pinned(
    groups: Groups,
    ids: Mapping[tuple[str, ...], str],
    known: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
    pins: Pins,
    *,
    gone: Mapping[str, str],
) -> Pinned:
    """Return the incidents with their reports, people's decisions put on top."""
    held: Held = {
        ids[group]: {link.report: link for link in links}
        for group, links in groups.items()
    }
    if not pins:
        return Pinned(held=held, because={})
    return pin(
        held,
        pins,
        reports=known,
        opens=lambda r: gate.opens(gate.weight(known[r], claims.get(r, ()))),
        is_follow_up=lambda r: gate.is_follow_up(known[r]),
        gone=gone,
    )


def _units(standing: Standing, checks: Mapping[str, str]) -> dict[str, str]:
    """Return what each incident, and each report that stands alone, follows from."""
    told = _Followed(standing, checks)
    found = {
        incident: check(incident, *(told(r, held[r]) for r in sorted(held)))
        for incident, held in standing.held.items()
    }
    inside = {report for held in standing.held.values() for report in held}
    found |= {
        report.id: told(report.id, standing.root_of.get(report.id))
        for report in standing.reports
        if report.id not in inside
    }
    return found


class _Followed:
    """Tells what a report's place, and the lineages of its claims, follow from."""

    def __init__(self, standing: Standing, checks: Mapping[str, str]) -> None:
        self._standing = standing
        self._checks = checks
        passage = standing.copies.passage
        self._passages: dict[str, list[tuple[str, str]]] = {
            report: held
            for report, ids in standing.claims.ids.items()
            if (held := [(c, passage[c]) for c in ids if c in passage])
        }

    def __call__(self, report: str, rest: object) -> str:
        copies = self._standing.copies
        whole = self._standing.parts.whole.get(report, report)
        return check(
            report,
            self._checks[whole],
            copies.original.get(whole),
            copies.lineage[whole],
            sorted(self._passages.get(whole, ())),
            self._standing.because.get(whole, ()),
            rest,
        )
