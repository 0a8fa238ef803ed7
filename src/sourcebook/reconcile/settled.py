"""A pool of claims settled into an estimate: by totals, by a sum, by persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Bounds, Estimate, Excluded, Step
from sourcebook.reconcile.case import Case
from sourcebook.reconcile.choose import Chosen, choose
from sourcebook.reconcile.current import Current, Ways, current
from sourcebook.reconcile.explain import explain, explain_persons, explain_sum
from sourcebook.reconcile.independence import independent
from sourcebook.reconcile.people import People, count
from sourcebook.reconcile.pools import Pool
from sourcebook.reconcile.ranges import ever
from sourcebook.reconcile.reading import Reading
from sourcebook.reconcile.sums import Sum
from sourcebook.schema.profiles import ProfileRule, vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A pool with what the rules made of it; contradictions are read off it."""

    pool: Pool
    readings: tuple[Reading, ...]
    now: Current
    ways: Ways
    estimate: Estimate


def _ways(case: Case, metric: str) -> Ways:
    return Ways(
        metric=metric,
        parties=case.parties,
        own_count=vocabulary("lineages", "own_count"),
        admitted=case.admitted,
    )


def by_totals(
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


def by_sum(
    case: Case, pool: Pool, added: list[Sum], profile: ProfileRule, as_of: str | None
) -> Settled:
    """Settle by what one source's exact counts of all parts add up to (SCP-4)."""
    values = [each.value for each in added]
    ids = sorted({c for each in added for c in each.claims})
    claims = [c for c in case.claims if c.id in set(ids)]
    best = min(values) if profile.best != "none" else None
    if profile.best == "newest" and len(set(values)) > 1:
        best = None
    return derived(
        case,
        pool,
        claims,
        Chosen(low=min(values), best=best, high=max(values), open=False),
        profile=profile,
        as_of=as_of,
        rule="SCP-4",
        explanation=explain_sum(case, added, claims),
    )


def by_persons(
    case: Case, pool: Pool, told: People, profile: ProfileRule, as_of: str | None
) -> Settled:
    """Settle by counting the people told one by one, at least (SCP-8)."""
    found = told.of(pool.metric, pool.population)
    number, groups = count(told, found, pool.metric, pool.population)
    claims = [*told.inputs(found, pool.metric, pool.population), *groups]
    best = None if profile.best == "none" else number
    return derived(
        case,
        pool,
        claims,
        Chosen(low=number, best=best, high=number, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-8",
        explanation=explain_persons(case, number, claims, pool.population),
    )


def derived(
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
    """Return an estimate that no single claim gives, with the rule that gives it."""
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
