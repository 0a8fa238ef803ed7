"""Why something differs between two runs: reports, versions, decisions (REC-12)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sourcebook.model.decision import Decision
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.store import PastRun, Store


class Causes:
    """What came and went between two runs, and what of it touches a change."""

    def __init__(self, store: Store, before: PastRun, after: PastRun) -> None:
        self._past = store.history
        self._before, self._after = before, after
        self._counted = (
            self._past.counted(before.number),
            self._past.counted(after.number),
        )
        self._decisions = _between(store.decisions(), before, after)
        self._retracted = store.withdrawn.retracted()
        self._buried = [
            stone
            for stone in store.withdrawn.tombstones()
            if (before.run.ended or "") <= stone.when <= (after.run.ended or "")
        ]
        self._tellers: dict[str, Any] = {}
        self._names: dict[str, tuple[str, str | None]] = {}
        self._moved_to: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def learn(
        self,
        was: Mapping[str, Incident],
        now: Mapping[str, Incident],
        estimates: Iterable[Estimate],
    ) -> None:
        """Look up the reports and claims that the changes are about."""
        incidents = [*was.values(), *now.values()]
        for id in {**was, **now}:
            old, new = _tellers_of(was.get(id)), _tellers_of(now.get(id))
            self._moved_to[id] = (new - old, old - new)
        claims = {id for estimate in estimates for id in _claims(estimate)}
        self._tellers = self._past.tellers(claims)
        reports = {id for incident in incidents for id in incident.reports}
        reports |= {teller.report for teller in self._tellers.values()}
        self._names = self._past.names(reports)
        earlier = {old for _, old in self._names.values() if old}
        self._names |= self._past.names(earlier - set(self._names))

    def of_incident(
        self, was: Incident | None, now: Incident | None
    ) -> tuple[str, ...]:
        """Return why an incident came, went or changed."""
        old, new = _tellers_of(was), _tellers_of(now)
        came, went = new - old, old - new
        about = {*old, *new, *(i.id for i in (was, now) if i)}
        decided = [d for d in self._decisions if _touches(d, about)]
        return self._all([*self._reports(came, went)], decided, came, went)

    def of_estimate(
        self, old: Estimate | None, new: Estimate | None
    ) -> tuple[str, ...]:
        """Return why an estimate came, went or moved."""
        was, now = _claims(old), _claims(new)
        came, went = self._reports_of(now - was), self._reports_of(was - now)
        held = new or old
        only, gone = came - went, went - came
        if not (only or gone) and held:  # the same figures, weighed anew
            only, gone = self._moved_to.get(held.incident, (frozenset(), frozenset()))
        moved = [*self._reports(only, gone), *self._extractors(was - now, now - was)]
        keys = frozenset(old.decisions if old else ()) ^ frozenset(
            new.decisions if new else ()
        )
        about = {*came, *went, *([held.incident] if held else ())}
        decided = [d for d in self._decisions if d.key in keys or _touches(d, about)]
        return self._all(moved, decided, only, gone)

    def _reports_of(self, claims: Iterable[str]) -> frozenset[str]:
        found = (self._tellers[id] for id in claims if id in self._tellers)
        return frozenset(teller.report for teller in found)

    def _reports(self, came: Collection[str], went: Collection[str]) -> Iterator[str]:
        """Yield the reports that the book did not count before, or does no longer."""
        for report in self._by_name(came):
            earlier = self._names[report][1] if report in self._names else None
            if earlier is not None and report not in self._counted[0]:
                yield f"report {self._name(report)}, a later version of {self._name(earlier)}"
            elif report not in self._counted[0]:
                yield f"report {self._name(report)}, which is new"
        for report in self._by_name(set(went) - self._counted[1]):
            if said := self._retracted.get(report):
                yield f"report {self._name(report)}, retracted by {said.who} ({said.reason})"
            else:
                yield f"report {self._name(report)}, which does not count any more"

    def _moved(self, came: Collection[str], went: Collection[str]) -> Iterator[str]:
        """Yield the reports that the book counted both times, and here only once."""
        for report in self._by_name(came):
            yield f"report {self._name(report)}, which is now counted here"
        for report in self._by_name(went):
            yield f"report {self._name(report)}, which is not counted here any more"

    def _by_name(self, reports: Iterable[str]) -> list[str]:
        return sorted(reports, key=lambda report: (self._name(report), report))

    def _name(self, report: str) -> str:
        return self._names.get(report, (report, None))[0]

    def _extractors(
        self, went: Collection[str], came: Collection[str]
    ) -> Iterator[str]:
        old = {self._tellers[c].maker for c in went if c in self._tellers}
        new = {self._tellers[c].maker for c in came if c in self._tellers}
        if old and new and old.isdisjoint(new):
            yield f"extractor {', '.join(sorted(new))}, before {', '.join(sorted(old))}"

    def _all(
        self,
        moved: list[str],
        decided: list[Decision],
        came: Collection[str],
        went: Collection[str],
    ) -> tuple[str, ...]:
        """Return the causes; only where there is none, what went along with them."""
        told = [
            *moved,
            *(
                f"decision {d.short}: {d.action} by {d.who} ({d.reason})"
                for d in decided
            ),
        ]
        told = told or [*self._expunged(), *self._settings()]
        told = told or [*self._moved(came, went)]
        return tuple(told or ["what else changed in the book between the runs"])

    def _expunged(self) -> Iterator[str]:
        for stone in self._buried:
            yield f"report {stone.report}, expunged by {stone.who} ({stone.reason})"

    def _settings(self) -> Iterator[str]:
        old, new = (json.loads(r.run.config) for r in (self._before, self._after))
        for name in sorted({*old, *new}):
            if old.get(name) != new.get(name):
                yield f"setting {name}: {old.get(name)} -> {new.get(name)}"
        if self._before.run.extractor != self._after.run.extractor:
            yield f"extractor {self._after.run.extractor}"
        if self._before.run.sourcebook != self._after.run.sourcebook:
            yield f"sourcebook {self._after.run.sourcebook}"


def _between(chain: list[Decision], before: PastRun, after: PastRun) -> list[Decision]:
    """Return the decisions that the later run knew and the earlier one did not."""
    first, last = (r.run.counts.get("decisions", 0) for r in (before, after))
    return chain[first:last]


def _tellers_of(incident: Incident | None) -> frozenset[str]:
    return frozenset(incident.reports) if incident else frozenset()


def _claims(estimate: Estimate | None) -> frozenset[str]:
    """Return the claims that an estimate rests on or leaves out."""
    if estimate is None:
        return frozenset()
    return frozenset(estimate.inputs) | {left.claim for left in estimate.excluded}


def _touches(decision: Decision, about: Collection[str]) -> bool:
    """Whether a decision points to, or speaks of, one of these ids."""
    told = json.dumps([decision.row()["anchor"], decision.before, decision.after])
    return any(f'"{id}"' in told for id in about)
