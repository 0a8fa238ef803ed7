"""Estimates of one tree: every metric and population of every node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.attackers import with_attackers
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.deaths import with_deaths
from sourcebook.reconcile.excluding import with_exclusions
from sourcebook.reconcile.mentions import sentence_of, single
from sourcebook.reconcile.ordinals import with_ordinals
from sourcebook.reconcile.passing import without_passing
from sourcebook.reconcile.patients import with_patients
from sourcebook.reconcile.people import People, count, covered, people
from sourcebook.reconcile.persons import Person
from sourcebook.reconcile.pools import Pool, pools
from sourcebook.reconcile.settled import (
    Settled,
    by_persons,
    by_sum,
    by_totals,
)
from sourcebook.reconcile.sums import sums
from sourcebook.reconcile.survivors import with_survivors
from sourcebook.reconcile.wholes import with_doubts, without_glimpses
from sourcebook.schema.profiles import ProfileRule

#: Metrics of harm, of which "nobody" is said of the others.
_HARM = ("killed", "injured")

__all__ = ["DIED", "OPEN", "Settled", "settle"]

#: Why a claim of an injury counts for nothing (SCP-8).
DIED = "part: of a person who died, as other words say"
#: Why a count of people shot counts for nothing beside one of people wounded.
OPEN = "part: dead or wounded, and others tell the wounded apart"
#: Why "no one was hurt" counts for nothing where people are told of as hurt.
NOBODY = "nobody else: people are told of one by one"
#: Why a person told of far down in one report counts for nothing (SCP-8).
PASSING = "in passing: far behind the people with whom the report begins"


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
    told, passing = without_passing(case, node, people(case, node))
    keys = {*own, *told.everyone(own)}
    for child in case.children(node):
        keys |= set(pools(case, child.id))
    aside = dict.fromkeys(told.died, DIED) | dict.fromkeys(_left_open(own), OPEN)
    aside |= dict.fromkeys(_nobody_else(own, told), NOBODY)
    aside |= dict.fromkeys(passing, PASSING)
    found = []
    for metric, population in sorted(keys):
        pool = own.get((metric, population)) or Pool(
            node=node, metric=metric, population=population
        )
        pool = replace(pool, totals=[c for c in pool.totals if c.id not in aside])
        settled = _settled(case, pool, told, profile, as_of)
        if settled is not None:
            found.append(settled)
    found = with_ordinals(case, node, found, profile, as_of)
    found = with_survivors(case, found, profile, as_of)
    found = with_deaths(case, found, told, profile, as_of)
    found = with_patients(case, node, found, told, profile, as_of)
    found = with_attackers(case, found, told)
    found = with_doubts(without_glimpses(found, told))
    return with_exclusions(case, node, found, aside, profile, as_of)


def _left_open(own: Mapping[tuple[str, str], Pool]) -> list[str]:
    """Return the counts of people shot, beside counts of those who were wounded."""
    pool = own.get(("injured", "persons"))
    told = [c for c in pool.totals if not single(c)] if pool else []
    sure = [c for c in told if _number(c) and not c.setting.open_fate]
    return [c.id for c in told if c.setting.open_fate] if sure else []


def _number(claim: Claim) -> int | None:
    payload = claim.payload
    return payload.value if isinstance(payload, Figure | Means) else None


def _nobody_else(own: Mapping[tuple[str, str], Pool], told: People) -> list[str]:
    """Return the counts of nobody at all, beside people who are told of singly."""
    return [
        claim.id
        for (metric, population), pool in own.items()
        if metric in _HARM and told.of(metric, population)
        for claim in pool.totals
        if _number(claim) == 0
    ]


def _settled(
    case: Case, pool: Pool, told: People, profile: ProfileRule, as_of: str | None
) -> Settled | None:
    """Choose how a pool is settled: by totals, by a legal sum, by persons."""
    totals = _counted([c for c in pool.totals if not _empty(case, c)])
    if any(_added(case, c) for c in totals):
        totals = [c for c in totals if not _added(case, c)]
    singly = told.of(pool.metric, pool.population)
    only_singles = all(single(c) for c in totals)
    if only_singles and totals and not singly and pool.population == "attackers":
        return None
    if totals and not (only_singles and _several(told, singly, pool)):
        return by_totals(case, replace(pool, totals=totals), profile, as_of)
    added = [] if totals else sums(case, pool.node, pool.metric, pool.population)
    if added:
        return by_sum(case, pool, added, profile, as_of)
    if singly or count(told, singly, pool.metric, pool.population)[0]:
        return by_persons(case, pool, told, profile, as_of)
    return by_totals(case, pool, profile, as_of) if pool.totals else None


def _added(case: Case, claim: Claim) -> bool:
    """Whether it adds to who is told before it: "his son and 15 others" (NUM-13)."""
    metric = (metric_of(claim) or ("",))[0]
    return beside(claim) and any(
        (metric_of(other) or ("",))[0] in covered(metric)
        and sentence_of(other) == sentence_of(claim)
        and other.span.start < claim.span.start
        and role_of(other) != "background"
        for other in case.claims
    )


def _counted(totals: list[Claim]) -> list[Claim]:
    """Leave out who is told singly where several are counted: he is one of them."""
    several = [c for c in totals if not single(c)]
    return several if any(_least(c) > 1 for c in several) else totals


def _least(claim: Claim) -> int:
    payload = claim.payload
    return payload.low or 0 if isinstance(payload, Figure | Means) else 0


def _empty(case: Case, claim: Claim) -> bool:
    """Whether a total gives no number at all ("many were killed")."""
    return case.reading(claim).stated is None


def _several(told: People, singly: Sequence[Person], pool: Pool) -> bool:
    """Whether people told one by one are more than the one whom a total tells of."""
    return count(told, singly, pool.metric, pool.population)[0] > 1
