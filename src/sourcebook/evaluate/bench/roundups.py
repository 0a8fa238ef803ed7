"""Scores of roundups: parts that reach their incident, deaths that count twice.

A folder holds ``reports.jsonl`` and ``gold.jsonl``. Each line of the latter tells of one
report which incidents it tells, in which words (``quotes``), how many were killed and
injured, and which of its figures are ``sums``. An id that two reports share is one
incident.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sourcebook.evaluate.bench.methods import METHODS, Result, built, rows
from sourcebook.evaluate.gold import Row

#: Populations of which none is part of another.
SIDES = ("civilians", "combatants", "security_forces", "children", "women")
#: Who did it, counted apart from all others.
ATTACKERS = "attackers"
#: Root incidents, of a claim or report, by id.
Roots: TypeAlias = set[str]
_Stretch: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, kw_only=True)
class _Told:
    """One telling of an incident: by which report, on which day, in which words."""

    incident: Row
    report: str
    published: str
    stretches: tuple[_Stretch, ...]


class _Built:
    """What a build exported, by report and by root of the trees."""

    def __init__(self, build: Path) -> None:
        self.placed = {r["source_id"]: r for r in rows(build / "reports.jsonl")}
        source = {r["id"]: key for key, r in self.placed.items()}
        nodes = {r["id"]: r for r in rows(build / "incidents.jsonl")}
        self.nodes = nodes
        self.figures: dict[str, list[Row]] = defaultdict(list)
        for claim in rows(build / "claims.jsonl"):
            if claim["type"] == "figure":
                self.figures[source[claim["report"]]].append(claim)

    def root(self, claim: Row) -> str | None:
        """Return the root of the tree that a claim counts in, None for background."""
        node = claim["incident"] if claim["role"] != "background" else None
        while node and self.nodes[node]["parent"]:
            node = self.nodes[node]["parent"]
        return node

    def roots(self, told: _Told, metric: str | None = None) -> Roots:
        """Return the trees that the figures of one telling count in."""
        return {
            root
            for claim in self.figures[told.report]
            if metric in (None, claim["metric"])
            and _is_inside(claim, told.stretches)
            and (root := self.root(claim)) is not None
        }

    def estimate(self, root: str, metric: str, population: str = "persons") -> Row:
        """Return an estimate of a root, empty where it has none."""
        return next(
            (
                told
                for told in self.nodes[root]["estimates"]
                if (told["metric"], told["population"]) == (metric, population)
            ),
            {},
        )


def roundups(data: Path) -> Iterator[Result]:
    """Score a build of the roundups, by every method."""
    gold = data / "roundups"
    found: dict[str, dict[str, float]] = {}
    for label, method in METHODS.items():
        with (
            built(gold / "reports.jsonl", method) as book,
            tempfile.TemporaryDirectory() as out,
        ):
            book.export(Path(out), to="jsonl")
            found[label] = score_roundups(Path(out), gold)
    for key in found["sourcebook"]:
        told = {label: measures[key] for label, measures in found.items()}
        yield Result(data="roundups", measure=key, by_method=told)


def score_roundups(
    build: Path, gold: Path, *, half: str | None = None
) -> dict[str, float]:
    """Return the measures of a build of ``gold``'s reports.

    ``incidents_found`` is the share of the incidents told by roundups that have a tree
    of their own, with the reports that tell them singly, and the right numbers killed
    and injured; ``deaths_twice`` how many deaths count in two trees, or beside a sum;
    ``sides_found`` the share of deaths told by side that stand so. ``half`` chooses
    the part of the gold laid aside, or the other.
    """
    built = _Built(build)
    wanted = [row for row in rows(gold / "gold.jsonl") if half in (None, row["half"])]
    texts = {row["id"]: row for row in rows(gold / "reports.jsonl")}
    of_incident: dict[str, list[_Told]] = defaultdict(list)
    for row in wanted:
        for one in _tellings(row, texts[row["report"]]):
            of_incident[one.incident["id"]].append(one)
    roundups = [row for row in wanted if row["sums"] or len(row["incidents"]) > 1]
    told = [t for ts in of_incident.values() for t in ts if t.report in _ids(roundups)]
    shared = [t for t in told if len(of_incident[t.incident["id"]]) > 1]
    crowded = _crowded(built, told)
    placed = [t for t in told if _is_placed(built, t, of_incident, crowded)]
    right = [t for t in placed if _is_right(built, t, of_incident[t.incident["id"]])]
    sides = [(t, *side) for t in told for side in sorted(t.incident["sides"].items())]
    return {
        "incidents": float(len(told)),
        "incidents_found": _share(right, told),
        "incidents_placed": _share(placed, told),
        "shared_joined": _share([t for t in placed if t in shared], shared),
        "sides_found": _share([s for s in sides if _has_side(built, *s)], sides),
        "deaths_twice": float(
            sum(_summed(built, row, texts[row["report"]]) for row in roundups)
            + sum(_twice(built, tellings) for tellings in of_incident.values())
        ),
        "without_main_incident": _share(
            [r for r in roundups if built.placed[r["report"]]["incident"] is None],
            roundups,
        ),
        "false_incidents": float(len(_false(built, told, _ids(roundups)))),
    }


def _ids(gold: Iterable[Row]) -> frozenset[str]:
    return frozenset(row["report"] for row in gold)


def _share(some: Iterable[object], whole: Iterable[object]) -> float:
    count = len(list(whole))
    return len(list(some)) / count if count else 1.0


def _tellings(row: Row, report: Row) -> Iterator[_Told]:
    for incident in row["incidents"]:
        quotes = incident["quotes"]
        whole = [("title", 0, len(report["title"])), ("text", 0, len(report["text"]))]
        yield _Told(
            incident=incident,
            report=row["report"],
            published=report["published"],
            stretches=tuple(_at(report, "text", q) for q in quotes) or tuple(whole),
        )


def _at(report: Row, field: str, quote: str) -> _Stretch:
    start = report[field].index(quote)
    return field, start, start + len(quote)


def _is_inside(claim: Row, stretches: Iterable[_Stretch]) -> bool:
    return any(
        claim["field"] == field and claim["start"] < end and start < claim["end"]
        for field, start, end in stretches
    )


def _crowded(built: _Built, told: Iterable[_Told]) -> Roots:
    """Return the trees in which several incidents fell together."""
    held: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for root in built.roots(one):
            held[root].add(one.incident["id"])
    return {root for root, incidents in held.items() if len(incidents) > 1}


def _is_placed(
    built: _Built,
    told: _Told,
    of_incident: Mapping[str, list[_Told]],
    crowded: Roots,
) -> bool:
    """Whether an incident has one tree, its own, with all that tell of it."""
    roots = built.roots(told)
    if len(roots) != 1 or roots & crowded:
        return False
    return all(
        built.roots(other) == roots for other in of_incident[told.incident["id"]]
    )


def _is_right(built: _Built, one: _Told, tellings: Sequence[_Told]) -> bool:
    """Whether the tree gives the latest number killed, and a number injured told."""
    (root,) = built.roots(one)
    last = max(tellings, key=lambda each: each.published).incident
    dead = _people(built, root, "killed") or 0
    others = built.estimate(root, "killed", ATTACKERS).get("best") or 0
    if (last["killed"] or 0) not in (dead, dead + others):
        return False
    hurt = [each.incident["injured"] for each in tellings]
    told = _people(built, root, "injured") or _people(built, root, "critical")
    return told in (hurt if any(hurt) else (None, 0))


def _people(built: _Built, root: str, metric: str) -> int | None:
    """Return a tree's best number of people, by side where no whole is told."""
    whole = built.estimate(root, metric).get("best")
    if whole is not None:
        return int(whole)
    sides = [built.estimate(root, metric, side).get("best") for side in SIDES]
    told = [
        estimate["best"]
        for estimate in built.nodes[root]["estimates"]
        if estimate["metric"] == metric and estimate["population"] != ATTACKERS
    ]
    some = max((n for n in told if n is not None), default=0)
    return max(sum(side or 0 for side in sides), some) or None


def _has_side(built: _Built, told: _Told, side: str, dead: int) -> bool:
    return any(
        built.estimate(root, "killed", side).get("best") == dead
        for root in built.roots(told)
    )


def _summed(built: _Built, row: Row, report: Row) -> int:
    """Return the deaths of a sum that counts in some tree."""
    told = [
        figure["value"]
        for figure in row["sums"]
        if figure["metric"] == "killed"
        for claim in built.figures[row["report"]]
        if claim["metric"] == "killed"
        and built.root(claim)
        and _is_inside(claim, [_at(report, figure["field"], figure["quote"])])
    ]
    return max(told, default=0)


def _twice(built: _Built, tellings: Iterable[_Told]) -> int:
    """Return the deaths of an incident that stand in a second tree, or a third."""
    tellings = list(tellings)
    roots = set[str]().union(*(built.roots(told, "killed") for told in tellings))
    dead = max(told.incident["killed"] or 0 for told in tellings)
    return dead * max(0, len(roots) - 1)


def _false(built: _Built, told: Iterable[_Told], roundups: frozenset[str]) -> Roots:
    """Return the trees that hold figures of roundups, and none of an incident told."""
    right = set[str]().union(*(built.roots(one) for one in told))
    held = {
        root
        for report in roundups
        for claim in built.figures[report]
        if (root := built.root(claim)) is not None
    }
    return held - right
