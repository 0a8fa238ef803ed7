"""Pins: what people decided about which report belongs to which incident.

Grouping by evidence comes first and mints the ids, as if nobody had decided anything;
then the pins are put on top. So a pin survives every re-run, ids of incidents stay,
and taking a pin back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.link.disjoint import Disjoint
from sourcebook.model.ids import identify
from sourcebook.model.incident import LinkEvidence

#: Incidents with their reports and the evidence for each.
Held = dict[str, dict[str, LinkEvidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two incidents that are one: ``joined`` goes into ``kept``.

    ``reports`` are those of both when it was decided.
    """

    kept: str
    joined: str
    reports: frozenset[str]
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What stands about reports and incidents, each with the decision's key.

    ``into`` gives the incident that a report belongs to, ``out`` the pairs of report
    and incident that do not belong together.
    """

    into: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    out: Mapping[tuple[str, str], str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.into or self.out or self.merges)

    def renewed(self, latest: Mapping[str, str]) -> Pins:
        """Return the pins of the latest versions in place of the earlier ones'."""
        return Pins(
            into={latest.get(r, r): told for r, told in self.into.items()},
            out={(latest.get(r, r), i): told for (r, i), told in self.out.items()},
            merges=tuple(
                Merge(
                    kept=m.kept,
                    joined=m.joined,
                    reports=frozenset(latest.get(r, r) for r in m.reports),
                    decision=m.decision,
                )
                for m in self.merges
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """The incidents after the pins, and the decisions that had part in each report's."""

    held: Held
    because: Mapping[str, tuple[str, ...]]


def pin(
    held: Held,
    pins: Pins,
    *,
    reports: Iterable[str],
    opens: Callable[[str], bool],
    is_follow_up: Callable[[str], bool],
    gone: Mapping[str, str] | None = None,
) -> Pinned:
    """Put pins on incidents found by evidence: merges, then links, then what is out.

    ``opens`` says whether a report that is left alone makes an incident of its own;
    ``gone`` maps ids that evidence no longer finds to the incident that they went into.
    """
    here = frozenset(reports)
    now = {incident: dict(told) for incident, told in held.items()}
    because: dict[str, list[str]] = {}
    single = {r: told for r, told in pins.into.items() if r in here}
    survivor = survivors(pins.merges, gone or {})

    def into(incident: str) -> str:
        return survivor.get(incident, incident)

    for merge in pins.merges:
        _merge(now, merge, into(merge.kept), pinned=single, because=because)
    for report, (incident, decision) in sorted(single.items()):
        home = into(incident)
        _move(now, report, home, decision, follow_up=is_follow_up(report))
        because.setdefault(report, []).append(decision)
    for (report, incident), decision in sorted(pins.out.items()):
        away = into(incident)
        if report in now.get(away, ()) and into(single.get(report, ("",))[0]) != away:
            _leave(now, report, away, pins, decision, opens=opens)
            because.setdefault(report, []).append(decision)
    return Pinned(
        held={incident: told for incident, told in now.items() if told},
        because={report: tuple(keys) for report, keys in because.items()},
    )


def own_incident(report: str) -> str:
    """Return the id of the incident of a report that was taken out of another."""
    return identify("incident", report, "apart")


def split_incident(incident: str, reports: Iterable[str]) -> str:
    """Return the id of the incident that some reports of another are split off to."""
    return identify("incident", incident, "split", *sorted(reports))


def _merge(
    now: Held,
    merge: Merge,
    home: str,
    *,
    pinned: Mapping[str, object],
    because: dict[str, list[str]],
) -> None:
    """Join the incidents that hold the reports of a merge, those pinned singly apart."""
    joining = [
        incident
        for incident, told in sorted(now.items())
        if incident in (home, merge.kept, merge.joined)
        or (merge.reports - pinned.keys()) & told.keys()
    ]
    whole = now.setdefault(home, {})
    for incident in joining:
        if incident == home:
            continue
        for report, evidence in sorted(now.pop(incident).items()):
            whole[report] = _told(evidence, f"merged by decision {merge.decision[:12]}")
            because.setdefault(report, []).append(merge.decision)


def survivors(merges: Sequence[Merge], gone: Mapping[str, str]) -> dict[str, str]:
    """Map each id that was merged away to the id under which its incident goes on.

    ``gone`` tells where evidence led. Of all that are one, the id that goes on is one
    that a person kept and never joined to another, else the one that evidence finds.
    Mergers of mergers are followed to their end.
    """
    sets = Disjoint()
    for old, new in sorted(gone.items()):
        sets.join(new, old)
    for merge in merges:
        sets.join(merge.kept, merge.joined)
    joined = {merge.joined for merge in merges}
    kept = {merge.kept for merge in merges}
    members: dict[str, set[str]] = {}
    for incident in sorted({*gone, *gone.values(), *kept, *joined}):
        members.setdefault(sets.find(incident), set()).add(incident)
    found: dict[str, str] = {}
    for together in members.values():
        named = together & (kept | joined)
        first = min(named or together - gone.keys(), key=lambda x: (x in joined, x))
        found |= dict.fromkeys(sorted(together - {first}), first)
    return found


def _move(now: Held, report: str, home: str, decision: str, *, follow_up: bool) -> None:
    evidence = LinkEvidence(report=report, score=0.0, features=(), follow_up=follow_up)
    for told in now.values():
        evidence = told.pop(report, evidence)
    words = f"linked by decision {decision[:12]}"
    now.setdefault(home, {})[report] = _told(evidence, words)


def _leave(
    now: Held,
    report: str,
    away: str,
    pins: Pins,
    decision: str,
    *,
    opens: Callable[[str], bool],
) -> None:
    evidence = now[away].pop(report)
    own = own_incident(report)
    if opens(report) and (report, own) not in pins.out:
        words = f"taken out of another incident by decision {decision[:12]}"
        now.setdefault(own, {})[report] = _told(evidence, words)


def _told(evidence: LinkEvidence, words: str) -> LinkEvidence:
    return LinkEvidence(
        report=evidence.report,
        score=evidence.score,
        features=(*evidence.features, words),
        follow_up=evidence.follow_up,
    )
