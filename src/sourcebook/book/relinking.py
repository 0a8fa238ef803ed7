"""Linking and reconciling a book again: all of it, or only what may have changed.

Copies and groups are found for the whole book, from what the last run remembered and
the reports that came. Incidents that follow from what they followed from then are left
as they are, with their claims unread; the result is that of settling all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from sourcebook.book.deciding.applying import Applied
from sourcebook.book.deciding.onlinks import pins_of, placed, provisional
from sourcebook.book.intake import Progress
from sourcebook.link import Linked, Memory, Minted, Standing, Told, settle, standing
from sourcebook.link.memory import check
from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Profile
from sourcebook.model.report import Report
from sourcebook.reconcile import Reconciled, reconcile
from sourcebook.store import Part, Remembered, Store

#: Packages on whose code and data linking and reconciling hang.
_CODE = ("link", "reconcile", "model", "text", "schema", "book")
#: Kinds of their files that are read.
_READ = (".py", ".toml", ".txt", ".tsv")


@dataclass(frozen=True, kw_only=True)
class Held:
    """What linking needs of a book: reports in force, claims, decisions, settings.

    ``figures`` are at least the claims that are figures. ``whole`` says that all of
    the book is settled anew: decisions reach across incidents.
    """

    reports: Sequence[Report]
    claims: Told
    figures: Sequence[Claim]
    minted: Sequence[Minted]
    applied: Applied
    profile: Profile
    as_of: str | None
    made_by: str

    @property
    def whole(self) -> bool:
        """Whether all of the book is settled anew."""
        return bool(self.applied.rulings.decisions)

    @property
    def grouped(self) -> bool:
        """Whether reports came in groups, which then stand."""
        return any(report.group is not None for report in self.reports)

    @property
    def settings(self) -> str:
        """Return what stands for how incidents are settled."""
        return check(self.profile, self.as_of, self.made_by, self.grouped)


@dataclass(frozen=True, kw_only=True)
class Relinked:
    """What was linked and reconciled: ``part`` of the book, or all where it is None.

    ``incidents`` is how many the whole book has.
    """

    linked: Linked
    found: Reconciled
    incidents: int
    memory: Memory
    part: Part | None


def relink(
    store: Store, held: Held, *, after: str | None, progress: Progress | None
) -> Relinked:
    """Link the reports, in the groups that they came with if any did, and reconcile.

    ``after`` is the id of the run that ended last.
    """
    _tell(progress, "linking")
    old = store.recall.remembered(code())
    before, sound = _usable(old, held, after)
    rulings = held.applied.rulings
    stands = standing(
        held.reports,
        held.claims,
        held.figures,
        minted=held.minted,
        group_by=held.grouped,
        pins=pins_of(rulings),
        following=lambda led: pins_of(held.applied.following(led).rulings),
        provisional=provisional(held.minted, rulings.decisions),
        before=before,
    )
    units = stands.changed(before) if sound and not held.whole else None
    rulings = held.applied.following(stands.memory.survivors).rulings
    linked = placed(settle(stands, units), held.applied.reviewed, rulings)
    _tell(progress, "reconciling")
    found = reconcile(
        linked.incidents,
        linked.claims,
        held.reports,
        profile=held.profile,
        as_of=held.as_of,
        admitted=held.applied.admitted,
    )
    part = None if units is None else _part(store, held, stands, linked, before)
    return Relinked(
        linked=linked,
        found=found,
        incidents=len(stands.held),
        memory=stands.memory,
        part=part,
    )


def _usable(
    old: Remembered | None, held: Held, after: str | None
) -> tuple[Memory, bool]:
    """Return what of the memory holds, and whether its units tell of what is shown."""
    if old is None:
        return Memory(), False
    same = old.settings == held.settings and old.run == after
    return old.memory, same


def _part(
    store: Store, held: Held, stands: Standing, linked: Linked, before: Memory
) -> Part:
    """Return whose rows the run writes anew, those of what is gone included."""
    now = stands.memory.units
    stale = {unit for unit, told in before.units.items() if now.get(unit) != told}
    parents = store.recall.parents()
    stale |= {incident.id for incident in linked.incidents}
    nodes = {node for node in parents if _root(node, parents) in stale}
    reports = {placement.report for placement in linked.placements}
    reports |= store.recall.placed() - {report.id for report in held.reports}
    return Part(
        reports=frozenset(reports),
        claims=frozenset(c for r in reports for c in held.claims.ids.get(r, ())),
        incidents=frozenset({*nodes, *(incident.id for incident in linked.incidents)}),
    )


def _root(node: str, parents: Mapping[str, str | None]) -> str:
    while (above := parents.get(node)) is not None:
        node = above
    return node


@cache
def code() -> str:
    """Return what stands for the code and data by which results are found."""
    found = sha256()
    for name in _CODE:
        for file in _files(files("sourcebook") / name):
            found.update(file.read_bytes())
    return found.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each)
        elif each.name.endswith(_READ):
            yield each


def _tell(progress: Progress | None, stage: str) -> None:
    if progress is not None:
        progress(stage, 0, None)
