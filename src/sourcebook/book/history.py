"""What a book showed after an earlier run, and what changed between two runs (REC-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from sourcebook.book.causes import Causes
from sourcebook.book.loading import load
from sourcebook.book.readings import Readings
from sourcebook.book.why import range_in_words
from sourcebook.errors import BookError, NotFound
from sourcebook.export import Contents
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.store import PastRun, Results, Store

#: Moved figures that a run prints of its own accord.
_SHORT = 10
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Past(Readings):
    """What the book showed after a run."""

    def __init__(self, path: Path, store: Store, run: PastRun) -> None:
        self.path, self.run = path, run
        self._store = store

    @property
    def results(self) -> Results:
        """What the run derived, to be read in part."""
        return self._store.history.at(self.run.number)

    @cached_property
    def contents(self) -> Contents:
        """Everything that the run derived, in the reports as they are now held."""
        return load(self.results)


def named_run(runs: Sequence[PastRun], name: str, path: Path) -> PastRun:
    """Return the run of this number, or whose id begins so; raise NotFound, BookError."""
    found = [each for each in runs if str(each.number) == name]
    found = found or [each for each in runs if name and each.run.id.startswith(name)]
    if len(found) != 1:
        several = f"names {len(found)} runs" if found else "is no run"
        raise NotFound(
            f"{name!r} {several} of {path}; see: sourcebook log {path} --runs"
        )
    if not found[0].kept:
        raise BookError(
            f"what run {found[0].number} derived was not kept: the book was made by a "
            f"sourcebook without history; see: sourcebook log {path} --runs"
        )
    return found[0]


def run_at(runs: Sequence[PastRun], when: str, path: Path) -> PastRun:
    """Return the run of this name, or the last one that had ended at a date or time."""
    if not re.match(r"\d{4}-\d{2}", when):
        return named_run(runs, when, path)
    limit = f"{when}T99" if _DAY.fullmatch(when) else when
    ended = [each for each in runs if (each.run.ended or each.run.started) <= limit]
    if not ended:
        raise NotFound(
            f"{path} had no results by {when}; see: sourcebook log {path} --runs"
        )
    return named_run(runs, str(ended[-1].number), path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs between two runs.

    ``metric`` and ``population`` are None for an incident itself. ``before`` and
    ``after`` say it in words, None where it was not there; ``because`` names reports,
    versions and decisions.
    """

    incident: str
    label: str
    metric: str | None
    population: str | None
    before: str | None
    after: str | None
    because: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the change as JSON holds it."""
        return {
            "incident": self.incident,
            "label": self.label,
            "metric": self.metric,
            "population": self.population,
            "before": self.before,
            "after": self.after,
            "because": list(self.because),
        }

    def __str__(self) -> str:
        what = f"{self.metric} ({self.population})" if self.metric else "incident"
        return f"{what}: {self.before or 'none'} -> {self.after or 'gone'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What changed from one run to another; ``str`` of it is written for people."""

    before: PastRun
    after: PastRun
    changes: tuple[Change, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the difference as JSON holds it."""
        return {
            "before": {"number": self.before.number, "run": self.before.run.id},
            "after": {"number": self.after.number, "run": self.after.run.id},
            "changes": [change.as_dict() for change in self.changes],
        }

    @property
    def moved(self) -> list[Change]:
        """The figures that moved, came or went."""
        return [change for change in self.changes if change.metric]

    def counts(self) -> str:
        """Return how much changed, in words."""
        told = [change for change in self.changes if not change.metric]
        new = sum(change.before is None for change in told)
        gone = sum(change.after is None for change in told)
        figures = f"{len(self.moved)} figure{'s' * (len(self.moved) != 1)} moved"
        changed = len(told) - new - gone
        return (
            f"since run {self.before.number}: incidents {new} new, {changed} changed, "
            f"{gone} gone; {figures}"
        )

    def in_short(self) -> Iterator[str]:
        """Yield counts and the first figures that stood before and moved."""
        yield self.counts()
        stood = [c for c in self.moved if c.before is not None]
        for change in stood[:_SHORT]:
            yield f"  {change.label}: {change}"
            yield from (f"    {reason}" for reason in change.because[:3])
        if len(stood) > _SHORT:
            yield f"  and {len(stood) - _SHORT} more"

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.counts()
        last = None
        for change in self.changes:
            if change.incident != last:
                yield ""
                yield f"{change.incident[:12]}  {change.label}"
            last = change.incident
            yield f"  {change}"
            yield from (f"    {reason}" for reason in change.because)


def diff(store: Store, before: PastRun, after: PastRun) -> Diff:
    """Return what changed in incidents and estimates between two runs."""
    if before.number > after.number:
        raise BookError(
            f"run {before.number} came after run {after.number}; name the earlier first"
        )
    span = (before.number, after.number)
    past = store.history
    causes = Causes(store, before, after)
    first, last = past.at(before.number), past.at(after.number)
    was = {i.id: i for i in first.incidents(changed=span)}
    now = {i.id: i for i in last.incidents(changed=span)}
    old = {_key(e): e for e in first.estimates(changed=span)}
    new = {_key(e): e for e in last.estimates(changed=span)}
    named = {*was, *now, *(key[0] for key in (*old, *new))}
    labels = past.labels(before.number, named) | past.labels(after.number, named)
    causes.learn(was, now, [*old.values(), *new.values()])
    changes = [
        _incident(was.get(id), now.get(id), causes, labels)
        for id in {**was, **now}
        if _same(was.get(id)) != _same(now.get(id))
    ]
    changes += [
        _estimate(old.get(key), new.get(key), causes, labels)
        for key in {**old, **new}
        if _bounds(old.get(key)) != _bounds(new.get(key))
    ]
    changes.sort(
        key=lambda c: (c.label, c.incident, c.metric or "", c.population or "")
    )
    return Diff(before=before, after=after, changes=tuple(changes))


def _key(estimate: Estimate) -> tuple[str, str, str]:
    return (estimate.incident, estimate.metric, estimate.population)


def _told(incident: Incident | None) -> str | None:
    """Return what is told of an incident itself, in words."""
    if incident is None:
        return None
    reports = len(incident.reports)
    part = f", part of {incident.parent[:12]}" if incident.parent else ""
    many = "1 report" if reports == 1 else f"{reports} reports"
    return f"{incident.label}, {many}{part}"


def _same(incident: Incident | None) -> tuple[object, ...]:
    """Return what must be alike for an incident to be as it was."""
    if incident is None:
        return ()
    return (incident.label, incident.parent, sorted(incident.reports))


def _bounds(estimate: Estimate | None) -> str | None:
    if estimate is None:
        return None
    if estimate.low is None and estimate.high is None:
        return "told without a number" if estimate.inputs else "no total told"
    told = (estimate.low, estimate.best, estimate.high)
    return range_in_words(*told, high_open=estimate.high_open)


def _incident(
    was: Incident | None, now: Incident | None, causes: Causes, labels: dict[str, str]
) -> Change:
    held = cast("Incident", now or was)
    return Change(
        incident=held.id,
        label=labels.get(held.id, held.label),
        metric=None,
        population=None,
        before=_told(was),
        after=_told(now),
        because=causes.of_incident(was, now),
    )


def _estimate(
    old: Estimate | None, new: Estimate | None, causes: Causes, labels: dict[str, str]
) -> Change:
    held = cast("Estimate", new or old)
    return Change(
        incident=held.incident,
        label=labels.get(held.incident, held.incident),
        metric=held.metric,
        population=held.population,
        before=_bounds(old),
        after=_bounds(new),
        because=causes.of_estimate(old, new),
    )
