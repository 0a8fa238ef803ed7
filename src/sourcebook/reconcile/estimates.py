"""Estimates of one tree: every metric and population of every node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sourcebook.model.claim import Claim
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.excluding import with_exclusions
from sourcebook.reconcile.people import People, count, people
from sourcebook.reconcile.persons import Person, single
from sourcebook.reconcile.pools import Pool, pools
from sourcebook.reconcile.settled import (
    Settled,
    by_persons,
    by_sum,
    by_totals,
    derived,
)
from sourcebook.reconcile.sums import sums
from sourcebook.schema.profiles import ProfileRule

__all__ = ["DIED", "OPEN", "Settled", "settle"]

#: Why a claim of an injury counts for nothing (SCP-8).
DIED = "part: of a person who died, as other words say"
#: Why a count of people shot counts for nothing beside one of people wounded.
OPEN = "part: dead or wounded, and others tell the wounded apart"


def settle(
    case: Case, profile: ProfileRule, *, as_of: str | None
) -> tuple[Settled, ...]:
    """Return all estimates of a tree with their pools, by node, metric, population."""
    found = [
        each
        for node in sorted(case.nodes, key=lambda n: n.id)
        for each in _at_node(case, node.id, profile, as_of)
    ]
    return tuple(found)


def _at_node(
    case: Case, node: str, profile: ProfileRule, as_of: str | None
) -> list[Settled]:
    own = pools(case, node)
    told = people(case, node)
    keys = {*own, *told.everyone(own)}
    for child in case.children(node):
        keys |= set(pools(case, child.id))
    aside = dict.fromkeys(told.died, DIED) | dict.fromkeys(_left_open(own), OPEN)
    found = []
    for metric, population in sorted(keys):
        pool = own.get((metric, population)) or Pool(
            node=node, metric=metric, population=population
        )
        pool = replace(pool, totals=[c for c in pool.totals if c.id not in aside])
        settled = _settled(case, pool, told, profile, as_of)
        if settled is not None:
            found.append(settled)
    found = _with_survivors(case, found, profile, as_of)
    return with_exclusions(case, node, found, aside, profile, as_of)


def _left_open(own: Mapping[tuple[str, str], Pool]) -> list[str]:
    """Return the counts of people shot, beside counts of those who were wounded."""
    pool = own.get(("injured", "persons"))
    told = [c for c in pool.totals if not single(c)] if pool else []
    unsure = [c.id for c in told if c.setting.open_fate]
    return unsure if 0 < len(unsure) < len(told) else []


def _with_survivors(
    case: Case, found: list[Settled], profile: ProfileRule, as_of: str | None
) -> list[Settled]:
    """Take those killed from all hit where both are exact and no injured are counted.

    SCP-6 forbids this for bounds; "six shot, one fatally" leaves five.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    hit, dead = by.get(("casualties", "persons")), by.get(("killed", "persons"))
    hurt = by.get(("injured", "persons"))
    unsure = hurt is not None and _is_open(hurt)
    if unsure and hit is None:
        hit = hurt
    elif hurt is not None and not hurt.estimate.derived and not unsure:
        return found
    if hit is None or dead is None:
        return found
    total, killed = _exact(hit), dead.estimate.best
    if unsure and total is not None and killed is not None and total <= killed:
        return [s for s in found if s is not hurt]
    if total is None or killed is None or not 0 < killed < total:
        return found
    left = total - killed
    if hurt is not None and not unsure and (hurt.estimate.best or 0) >= left:
        return found
    ids = {*hit.estimate.inputs, *dead.estimate.inputs}
    claims = [c for c in case.claims if c.id in ids]
    settled = derived(
        case,
        Pool(node=hit.pool.node, metric="injured", population="persons"),
        claims,
        Chosen(low=left, best=left, high=left, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-6",
        explanation=f"Derived: of {total} hit, {killed} died.",
    )
    return sorted(
        [*(s for s in found if s is not hurt), settled],
        key=lambda s: (s.pool.metric, s.pool.population),
    )


def _is_open(settled: Settled) -> bool:
    """Whether an estimate rests on counts of people shot, dead or wounded, alone."""
    used = [c for c in settled.pool.totals if c.id in set(settled.estimate.inputs)]
    return bool(used) and all(c.setting.open_fate and not single(c) for c in used)


def _exact(settled: Settled) -> int | None:
    """Return the one exact number that a pool of totals stands at."""
    told = {(r.floor, r.ceiling) for r in settled.readings if not r.vague}
    if len(told) != 1:
        return None
    ((floor, ceiling),) = told
    return floor if floor == ceiling else None


def _settled(
    case: Case, pool: Pool, told: People, profile: ProfileRule, as_of: str | None
) -> Settled | None:
    """Choose how a pool is settled: by totals, by a legal sum, by persons."""
    totals = [c for c in pool.totals if not _empty(case, c)]
    singly = told.of(pool.metric, pool.population)
    only_singles = all(single(c) for c in totals)
    if totals and not (only_singles and _several(told, singly, pool, totals)):
        return by_totals(case, replace(pool, totals=totals), profile, as_of)
    added = [] if totals else sums(case, pool.node, pool.metric, pool.population)
    if added:
        return by_sum(case, pool, added, profile, as_of)
    if singly:
        return by_persons(case, pool, told, profile, as_of)
    return by_totals(case, pool, profile, as_of) if pool.totals else None


def _empty(case: Case, claim: Claim) -> bool:
    """Whether a total gives no number at all ("many were killed")."""
    return case.reading(claim).stated is None


def _several(
    told: People, singly: Sequence[Person], pool: Pool, totals: Sequence[Claim]
) -> bool:
    """Whether people told one by one are more than the one whom a total tells of."""
    inputs = told.inputs(singly, pool.metric, pool.population)
    if len(inputs) == len(totals):
        return False
    return count(told, singly, pool.metric, pool.population)[0] > 1
