"""Who took what from whom: originator, agency, reports, and the copies of these."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.kin import Arc, Box, Descent, Genealogy, Taker, Way
from sourcebook.dossier.wording import day_words, link_words, outlet_words
from sourcebook.link.lineage import counts
from sourcebook.link.passages import common_words, passages_of
from sourcebook.model.claim import Claim
from sourcebook.model.report import Report
from sourcebook.reconcile.moment import moment

_COUNTS = {
    "certain": "counts as one",
    "possible": "counts perhaps: its origin is not told",
    "none": "counts for nothing: nobody in particular",
}
_STEP, _WIDTH, _NAME, _LEFT = 34, 360, 34, 40


class Kinship:
    """The reports of a page by time, what copies what, and passages in common."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.ordered = sorted(
            basis.reports, key=lambda r: (_time(r), basis.order[r.id])
        )
        self.figures = [
            c for c in basis.placed if c.type == "figure" and c.lineage is not None
        ]

    def number(self, report: str) -> int:
        """Return the number of a report on the page."""
        return self.basis.order[report] + 1

    @cached_property
    def original(self) -> Mapping[str, str]:
        """The earliest report of its wording on the page, by the ids of its copies."""
        found: dict[str, str] = {}
        standing: dict[str, str] = {}
        for report in self.ordered:
            placement = self.basis.index.placement.get(report.id)
            first = placement.duplicate_of if placement else None
            if (first or report.id) in standing:
                found[report.id] = standing[first or report.id]
            else:
                standing[first or report.id] = report.id
        return found

    @cached_property
    def shared(self) -> Mapping[str, Mapping[str, str]]:
        """The words in common with an earlier report, by the ids of both.

        A copy has all its words in common: only reports that are none are told.
        """
        holders: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.figures:
            for passage in passages_of(claim, self.basis.index.report[claim.report]):
                holders[passage].append(claim)
        place = {report.id: n for n, report in enumerate(self.ordered)}
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for _, held in sorted(holders.items()):
            first = min(held, key=lambda c: (place[c.report], c.id))
            for claim in held:
                if self._wording(claim.report) != self._wording(first.report):
                    told = found[claim.report].get(first.report, "")
                    words = common_words(self._told(claim), self._told(first))
                    found[claim.report][first.report] = max(told, words, key=len)
        return found

    def _wording(self, report: str) -> str:
        return self.original.get(report, report)

    def _told(self, claim: Claim) -> tuple[Claim, Report]:
        return claim, self.basis.index.report[claim.report]


def genealogy_of(basis: Basis) -> Genealogy:
    """Return the reports from early to late, undated ones last, and what each took."""
    kin = Kinship(basis)
    height = {report.id: i * _STEP + 4 for i, report in enumerate(kin.ordered)}
    boxes = tuple(
        Box(
            number=kin.number(report.id),
            y=height[report.id],
            name=_short(basis.outlet(report.id)),
            published=day_words(report.published),
            colours=_colours(kin, report.id),
        )
        for report in kin.ordered
    )
    return Genealogy(
        width=_WIDTH,
        height=len(kin.ordered) * _STEP + 4,
        boxes=boxes,
        arcs=tuple(_arcs(kin, height)),
        descents=_descents(kin),
    )


def _time(report: Report) -> tuple[bool, float]:
    at = moment(report.published)
    return (at is None, at.start.timestamp() if at else 0.0)


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _colours(kin: Kinship, report: str) -> tuple[int, ...]:
    told = {kin.basis.colour(c.lineage) for c in kin.figures if c.report == report}
    return tuple(sorted(told))


def _arcs(kin: Kinship, height: Mapping[str, int]) -> Iterable[Arc]:
    """Return an arrow from each report to those that took all or a passage from it."""
    for report in kin.ordered:
        here = f"no. {kin.number(report.id)}"
        first = kin.original.get(report.id)
        if first is not None:
            words = f"{here} copies no. {kin.number(first)}"
            yield _arc(height[first], height[report.id], words, partial=False)
        for other, passage in sorted(kin.shared.get(report.id, {}).items()):
            words = f"{here} shares a passage with no. {kin.number(other)}: {passage}"
            yield _arc(height[other], height[report.id], words, partial=True)


def _arc(start: int, end: int, words: str, *, partial: bool) -> Arc:
    top, foot = start + 13 + 4 * partial, end + 13 + 4 * partial
    bow = min(10 + abs(foot - top) // 8, _LEFT - 6)
    path = f"M{_LEFT},{top}C{_LEFT - bow},{top} {_LEFT - bow},{foot} {_LEFT - 2},{foot}"
    return Arc(path=path, words=words, partial=partial)


def _descents(kin: Kinship) -> tuple[Descent, ...]:
    """Return the lineages of the figures, the most telling first."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in kin.figures:
        told[claim.lineage or ""].append(claim)
    ranked = sorted(told, key=lambda name: (-len(told[name]), name))
    return tuple(
        Descent(
            name=kin.basis.lineage_name(name),
            colour=kin.basis.colour(name),
            figures=len(told[name]),
            counts=_COUNTS[counts(name)],
            ways=_ways(kin, told[name]),
        )
        for name in ranked
    )


def _ways(kin: Kinship, claims: Sequence[Claim]) -> tuple[Way, ...]:
    """Part the figures of a lineage by those through whom they came.

    A copy stands beneath the report that it copies, by whatever way it says it came.
    """
    through: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        through[claim.report][_through(claim)] += 1
    of_way: dict[str, list[str]] = defaultdict(list)
    for report in kin.ordered:
        first = kin.original.get(report.id)
        if report.id in through and first not in through:
            ways = through[report.id]
            of_way[min(ways, key=lambda w: (-ways[w], w))].append(report.id)
    return tuple(
        Way(
            through=way,
            takers=tuple(_taker(kin, report, claims) for report in of_way[way]),
        )
        for way in sorted(of_way, key=lambda w: (-len(of_way[w]), w))
    )


def _through(claim: Claim) -> str:
    """Return who passed a figure on, outermost first; empty where nobody is told."""
    relays = [
        "somebody not told" if link.name is None else link_words(link)
        for link in claim.attribution[:-1]
    ]
    return ", then ".join(relays)


def _taker(kin: Kinship, report: str, claims: Sequence[Claim]) -> Taker:
    given = kin.basis.index.report[report]
    told = {claim.report for claim in claims}
    first = kin.original.get(report)
    own = [claim for claim in claims if claim.report == report]
    copies = [
        each.id
        for each in kin.ordered
        if kin.original.get(each.id) == report and each.id in told
    ]
    return Taker(
        number=kin.number(report),
        name=outlet_words(given) if given.outlet else "outlet not told",
        published=day_words(given.published),
        refs=kin.basis.refs(kin.basis.in_order(own)),
        copied=None if first is None or first in told else kin.number(first),
        shared=_passages(kin, report, told),
        copies=tuple(_taker(kin, copy, claims) for copy in copies),
    )


def _passages(kin: Kinship, report: str, told: set[str]) -> tuple[tuple[int, str], ...]:
    """Return the passages in common with earlier reports of the same lineage."""
    found = kin.shared.get(report, {})
    return tuple(
        sorted(
            (kin.number(other), words)
            for other, words in found.items()
            if other in told
        )
    )
