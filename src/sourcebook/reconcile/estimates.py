"""Estimates of one tree: every metric and population of every node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Bounds, Estimate, Excluded, Step
from sourcebook.reconcile.case import DEVICES, Case, metric_of
from sourcebook.reconcile.choose import Chosen, choose
from sourcebook.reconcile.current import Current, Ways, current
from sourcebook.reconcile.explain import explain, explain_persons, explain_sum
from sourcebook.reconcile.independence import independent
from sourcebook.reconcile.people import People, count, people
from sourcebook.reconcile.persons import Person, single
from sourcebook.reconcile.pools import Pool, left_out, pools
from sourcebook.reconcile.ranges import ever
from sourcebook.reconcile.reading import Reading
from sourcebook.reconcile.sums import Sum, sums
from sourcebook.schema.profiles import ProfileRule, vocabulary

#: Why a claim of an injury counts for nothing (SCP-8).
DIED = "part: of a person who died, as other words say"
#: Why a count of people shot counts for nothing beside one of people wounded.
OPEN = "part: dead or wounded, and others tell the wounded apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A pool with what the rules made of it; contradictions are read off it."""

    pool: Pool
    readings: tuple[Reading, ...]
    now: Current
    ways: Ways
    estimate: Estimate


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
    return _with_exclusions(case, node, found, aside, profile, as_of)


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
    settled = _derived(
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
        return _by_totals(case, replace(pool, totals=totals), profile, as_of)
    added = [] if totals else sums(case, pool.node, pool.metric, pool.population)
    if added:
        return _by_sum(case, pool, added, profile, as_of)
    if singly:
        return _by_persons(case, pool, told, profile, as_of)
    return _by_totals(case, pool, profile, as_of) if pool.totals else None


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


def _ways(case: Case, metric: str) -> Ways:
    return Ways(
        metric=metric,
        parties=case.parties,
        own_count=vocabulary("lineages", "own_count"),
    )


def _by_totals(
    case: Case, pool: Pool, profile: ProfileRule, as_of: str | None
) -> Settled:
    """Settle by the claims that total the node (REC-1 to REC-6, REC-10)."""
    readings = tuple(case.reading(c) for c in pool.totals)
    ways = _ways(case, pool.metric)
    now = current(readings, ways)
    chosen = choose(profile, now, readings, ways)
    inputs = sorted(r.claim for r in now.stands)
    claims = {c.id: c for c in pool.totals}
    over = ever(readings)
    estimate = Estimate(
        incident=pool.node,
        metric=pool.metric,
        population=pool.population,
        profile=profile.name,
        as_of=as_of or _latest(case, pool.totals),
        ever=Bounds(low=over.low, high=over.high),
        low=chosen.low,
        best=chosen.best,
        high=chosen.high,
        high_open=chosen.open,
        rule=_rules(now, chosen, profile),
        explanation=explain(case, claims, now, chosen, profile, ways),
        inputs=tuple(inputs),
        excluded=tuple(_superseded(now)),
        lineages=independent(claims[c] for c in inputs),
        history=_history(case, pool.totals, now),
        vague_only=now.vague_only,
    )
    return Settled(pool=pool, readings=readings, now=now, ways=ways, estimate=estimate)


def _rules(now: Current, chosen: Chosen, profile: ProfileRule) -> str:
    rules = ["REC-10" if now.vague_only else "REC-3"]
    if not now.vague_only and not any(r.exact for r in now.stands):
        rules.append("REC-4")
    return "+".join([*rules, profile.rule])


def _superseded(now: Current) -> list[Excluded]:
    out = [
        Excluded(claim=claim, reason=f"superseded by {aside.by.claim}: {aside.why}")
        for claim, aside in sorted(now.superseded.items())
    ]
    beside = [
        Excluded(claim=r.claim, reason="vague beside a numbered figure")
        for r in now.vague
    ]
    return [*out, *beside]


def _history(case: Case, claims: Iterable[Claim], now: Current) -> tuple[Step, ...]:
    """Return the claims of a pool by publication, undated last (REC-7)."""
    ordered = sorted(
        claims,
        key=lambda c: (
            (at := case.moment(c)) is None,
            at.start.isoformat() if at else "",
            at.end.isoformat() if at else "",
            c.report,
            c.field,
            c.span,
            c.id,
        ),
    )
    return tuple(
        Step(
            claim=claim.id,
            published=case.published(claim),
            lineage=claim.lineage,
            low=getattr(claim.payload, "low", None),
            high=getattr(claim.payload, "high", None),
            superseded_by=aside.by.claim
            if (aside := now.superseded.get(claim.id))
            else None,
        )
        for claim in ordered
    )


def _latest(case: Case, claims: Iterable[Claim]) -> str | None:
    dated = [(at.end, c) for c in claims if (at := case.moment(c)) is not None]
    if not dated:
        return None
    last = max(end for end, _ in dated)
    return max(case.published(c) or "" for end, c in dated if end == last) or None


def _by_sum(
    case: Case, pool: Pool, added: list[Sum], profile: ProfileRule, as_of: str | None
) -> Settled:
    """Settle by what one source's exact counts of all parts add up to (SCP-4)."""
    values = [each.value for each in added]
    ids = sorted({c for each in added for c in each.claims})
    claims = [c for c in case.claims if c.id in set(ids)]
    best = min(values) if profile.best != "none" else None
    if profile.best == "newest" and len(set(values)) > 1:
        best = None
    return _derived(
        case,
        pool,
        claims,
        Chosen(low=min(values), best=best, high=max(values), open=False),
        profile=profile,
        as_of=as_of,
        rule="SCP-4",
        explanation=explain_sum(case, added, claims),
    )


def _by_persons(
    case: Case, pool: Pool, told: People, profile: ProfileRule, as_of: str | None
) -> Settled:
    """Settle by counting the people told one by one, at least (SCP-8)."""
    found = told.of(pool.metric, pool.population)
    number, groups = count(told, found, pool.metric, pool.population)
    claims = [*told.inputs(found, pool.metric, pool.population), *groups]
    best = None if profile.best == "none" else number
    return _derived(
        case,
        pool,
        claims,
        Chosen(low=number, best=best, high=number, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-8",
        explanation=explain_persons(case, number, claims, pool.population),
    )


def _derived(
    case: Case,
    pool: Pool,
    claims: Sequence[Claim],
    chosen: Chosen,
    *,
    profile: ProfileRule,
    as_of: str | None,
    rule: str,
    explanation: str,
    derived: bool = True,
) -> Settled:
    estimate = Estimate(
        incident=pool.node,
        metric=pool.metric,
        population=pool.population,
        profile=profile.name,
        as_of=as_of or _latest(case, claims),
        ever=Bounds(low=chosen.low, high=chosen.high),
        low=chosen.low,
        best=chosen.best,
        high=chosen.high,
        high_open=chosen.open,
        rule=f"{rule}+{profile.rule}",
        explanation=explanation,
        inputs=tuple(sorted({c.id for c in claims})),
        excluded=(),
        lineages=independent(claims),
        derived=derived,
    )
    return Settled(
        pool=pool,
        readings=(),
        now=Current(stands=[]),
        ways=_ways(case, pool.metric),
        estimate=estimate,
    )


def _with_exclusions(
    case: Case,
    node: str,
    found: list[Settled],
    aside: Mapping[str, str],
    profile: ProfileRule,
    as_of: str | None,
) -> list[Settled]:
    """Complete ``excluded``: every figure of the tree is used or listed (REC-13).

    Figures of populations without an estimate are listed at the metric's main one:
    that of all persons, else the one that rests on most claims.
    """
    everything = list(found)
    if node == case.root.id:
        everything += _unsettled(case, found, profile, as_of)
    result = []
    for settled in everything:
        peers = [s for s in everything if s.pool.metric == settled.pool.metric]
        others = [s for s in peers if s is not settled]
        told = {c for s in [*peers] for c in _named(s)}
        rest = [
            replace(e, reason=aside[e.claim]) if e.claim in aside else e
            for e in left_out(
                case, node, settled.pool.metric, settled.pool.population, told
            )
        ]
        if settled is not max(peers, key=_weight):
            rest = [e for e in rest if _counts(case, e.claim, settled.pool.population)]
        else:
            elsewhere = {s.pool.population for s in others}
            rest = [
                e
                for e in rest
                if not any(_counts(case, e.claim, each) for each in elsewhere)
            ]
        excluded = sorted([*settled.estimate.excluded, *rest], key=lambda e: e.claim)
        estimate = replace(settled.estimate, excluded=tuple(excluded))
        result.append(replace(settled, estimate=estimate))
    return result


def _counts(case: Case, claim: str, population: str) -> bool:
    return any(
        c.id == claim and (metric_of(c) or ("", ""))[1] == population
        for c in (*case.claims, *case.cut)
    )


def _unsettled(
    case: Case, found: Iterable[Settled], profile: ProfileRule, as_of: str | None
) -> list[Settled]:
    """Return an empty estimate for each metric that only parts or background give."""
    known = {s.pool.metric for s in found}
    keys = sorted(
        key for c in (*case.claims, *case.cut) if (key := metric_of(c)) is not None
    )
    missing: dict[str, str] = {}
    for metric, population in keys:
        if metric not in known and missing.get(metric) not in ("persons", DEVICES):
            missing[metric] = population
    nothing = Chosen(low=None, best=None, high=None, open=True)
    return [
        _derived(
            case,
            Pool(node=case.root.id, metric=metric, population=population),
            [],
            nothing,
            profile=profile,
            as_of=as_of,
            rule="REC-1",
            explanation="No report gives a total for the whole incident.",
            derived=False,
        )
        for metric, population in sorted(missing.items())
    ]


def _weight(settled: Settled) -> tuple[bool, int, str]:
    estimate = settled.estimate
    return (
        estimate.population == "persons",
        len(estimate.inputs),
        estimate.population,
    )


def _named(settled: Settled) -> list[str]:
    """Return the claims that an estimate uses or lists itself."""
    estimate = settled.estimate
    return [*estimate.inputs, *(e.claim for e in estimate.excluded)]
