"""Reports into groups: one group for each incident, by evidence or as given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sourcebook.link import gate
from sourcebook.link.candidates import frequent, pairs
from sourcebook.link.cluster import clusters
from sourcebook.link.evidence import features, score
from sourcebook.link.memory import Memory, Note, Told, check
from sourcebook.link.rarity import counted, holders, turned
from sourcebook.link.sight import Sight
from sourcebook.link.terms import furniture, numbers
from sourcebook.model.incident import LinkEvidence
from sourcebook.model.report import Report

Groups = dict[tuple[str, ...], tuple[LinkEvidence, ...]]
Pair = tuple[str, str]
#: Score of two that are never one incident's: no number of others outweighs it.
NEVER = -1e6


def given_groups(reports: Sequence[Report]) -> Groups:
    """Group reports by the field ``group`` that they came with."""
    members: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.group is not None:
            members[report.group].append(report)
    return {
        tuple(sorted(report.id for report in group)): tuple(
            LinkEvidence(
                report=report.id,
                score=0.0,
                features=("grouped in the input",),
                follow_up=gate.is_follow_up(report),
            )
            for report in sorted(group, key=lambda report: report.id)
        )
        for _, group in sorted(members.items())
    }


def found_groups(
    reports: Sequence[Report],
    claims: Told,
    lineage: Mapping[str, str],
    notes: Mapping[str, Note],
    are_apart: Callable[[str, str], bool],
    *,
    before: Memory,
    now: Memory,
) -> Groups:
    """Group the reports that are about an incident; leave the others out.

    ``are_apart`` says of two ids that they are never one incident's. What ``before``
    remembers is not found anew; what there is to remember is put into ``now``.
    """
    joining = [r for r in reports if gate.joins(notes[r.id].opening)]
    told = {r.id: notes[r.id].sentences for r in joining}
    shared = furniture(told, {r.id: r.title for r in joining}, lineage)
    now.counted = counted(joining, lineage, before.counted)
    common = now.counted.levels()
    sight = Sight(joining, claims, lineage, told, shared, common)
    checks = {
        r.id: check(
            notes[r.id].check,
            lineage[r.id],
            shared.of(r.title, told[r.id]),
        )
        for r in joining
    }
    steady = {r for r, old in before.outlines.items() if checks.get(r) == old.check}
    if steady:
        steady -= holders(joining, turned(before.counted.levels(), common))
    claims.fetch(checks.keys() - steady)
    now.outlines = {
        r: before.outlines[r] if r in steady else sight.outline(r, checks[r])
        for r in sorted(checks)
    }
    now.frequent = dict.fromkeys(sorted(frequent(now.outlines, lineage)), 1)
    candidates = pairs(now.outlines)
    scores = _Scores(sight, steady, are_apart, before=before, now=now)
    claims.fetch(scores.wanted(candidates))
    edges = {pair: scores(*pair) for pair in candidates}
    groups = clusters(sorted(checks), edges, scores)
    by_id = {report.id: report for report in joining}
    return {
        group: _remembered(group, by_id, sight, edges, before, now)
        for group in groups
        if any(gate.opens(notes[r].opening) for r in group)
    }


class _Scores:
    """The score of two reports, remembered where neither has changed."""

    def __init__(
        self,
        sight: Sight,
        steady: set[str],
        are_apart: Callable[[str, str], bool],
        *,
        before: Memory,
        now: Memory,
    ) -> None:
        self._sight = sight
        self._steady = steady
        self._are_apart = are_apart
        self._before = before.scores
        self._now = now.scores
        self._outlines = now.outlines
        self._frequent = frozenset(now.frequent)
        #: Names that became frequent, or ceased to be.
        self._turned = before.frequent.keys() ^ now.frequent.keys()

    def wanted(self, candidates: Iterable[Pair]) -> Iterator[str]:
        """Yield the reports that must be looked at to compare these."""
        for left, right in candidates:
            if self._old(left, right) is None:
                yield left
                yield right

    def __call__(self, left: str, right: str) -> float:
        held = self._now.setdefault(left, {})
        if right not in held:
            old = self._old(left, right)
            held[right] = self._compared(left, right) if old is None else old
        return held[right]

    def _old(self, left: str, right: str) -> float | None:
        if left not in self._steady or right not in self._steady:
            return None
        names = self._outlines[left].rare, self._outlines[right].rare
        if any(name in names[0] and name in names[1] for name in self._turned):
            return None
        return self._before.get(left, {}).get(right)

    def _compared(self, left: str, right: str) -> float:
        if self._are_apart(left, right):
            return NEVER
        found = features(self._sight[left], self._sight[right], self._frequent)
        return score(found)


def _remembered(
    group: tuple[str, ...],
    by_id: Mapping[str, Report],
    sight: Sight,
    edges: Mapping[Pair, float],
    before: Memory,
    now: Memory,
) -> tuple[LinkEvidence, ...]:
    inside = [
        (pair, edges[pair])
        for n, left in enumerate(group)
        for right in group[n + 1 :]
        if (pair := (left, right)) in edges
    ]
    names = frozenset[str]().union(*(now.outlines[report].rare for report in group))
    usual = frozenset(names & now.frequent.keys())
    told = [(now.outlines[r].check, now.outlines[r].common) for r in group]
    key = check(told, inside, sorted(usual))
    if key not in before.links:
        now.links[key] = _evidence(group, by_id, sight, dict(inside), usual)
    else:
        now.links[key] = before.links[key]
    return now.links[key]


def noted(
    reports: Sequence[Report],
    claims: Told,
    checks: Mapping[str, str],
    before: Mapping[str, Note],
) -> dict[str, Note]:
    """Return what is told of each report by itself."""
    found = {}
    fresh = [r for r in reports if _note(r, checks, before) is None]
    claims.fetch(report.id for report in fresh)
    for report in reports:
        told = (
            claims[report.id] if (old := _note(report, checks, before)) is None else ()
        )
        found[report.id] = old or Note(
            check=checks[report.id],
            opening=gate.weight(report, told),
            listing=any(claim.setting.entry is not None for claim in told),
            sentences=numbers(report),
        )
    return found


def _note(
    report: Report, checks: Mapping[str, str], before: Mapping[str, Note]
) -> Note | None:
    old = before.get(report.id)
    return old if old is not None and old.check == checks[report.id] else None


def _evidence(
    group: tuple[str, ...],
    by_id: Mapping[str, Report],
    sight: Sight,
    edges: Mapping[Pair, float],
    usual: frozenset[str],
) -> tuple[LinkEvidence, ...]:
    found = []
    for report in group:
        others = [
            (edges.get((min(report, o), max(report, o)), float("-inf")), o)
            for o in group
            if o != report
        ]
        value, nearest = max(others, default=(0.0, None))
        told: tuple[str, ...] = ("the only report",)
        if nearest is not None:
            told = _spoken(features(sight[report], sight[nearest], usual))
        found.append(
            LinkEvidence(
                report=report,
                score=round(value, 4) if value > float("-inf") else 0.0,
                features=told,
                follow_up=gate.is_follow_up(by_id[report]),
            )
        )
    return tuple(found)


def _spoken(found: Mapping[str, float]) -> tuple[str, ...]:
    """Return the features that speak, as people read them."""
    return tuple(
        name if value == 1 else f"{name} {value:.2f}"
        for name, value in found.items()
        if value
    )
