"""The wounded as what the dead leave of all who were hit (SCP-6)."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model.claim import Claim
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.mentions import single
from sourcebook.reconcile.pools import Pool
from sourcebook.reconcile.settled import Settled, derived
from sourcebook.reconcile.sums import exact
from sourcebook.schema.profiles import ProfileRule

#: Characters between a count of the dead and that of the others beside them.
NEAR = 250
#: Counts of people hit who may live.
_HURT = (("injured", "persons"), ("casualties", "persons"))


def with_survivors(
    case: Case, found: list[Settled], profile: ProfileRule, as_of: str | None
) -> list[Settled]:
    """Take those killed from all hit where both are exact and no injured are counted.

    SCP-6 forbids this for bounds; "six shot, one fatally" leaves five. A count of
    injured that is that of all hit holds the dead, and one that leaves somebody
    of them out gives way.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    dead, hurt = by.get(("killed", "persons")), by.get(("injured", "persons"))
    unsure = hurt is not None and _is_open(hurt)
    hit = by.get(("casualties", "persons"))
    if hit is not None and not _some_died(case, dead, hit.pool.node):
        return _all_hurt(case, found, hit, hurt, profile, as_of)
    if hit is None or whole(hit) is None:
        hit = hurt if unsure or _holds_dead(case, hurt, dead) else None
    if hit is None or dead is None:
        return found
    total, killed = whole(hit), dead.estimate.best
    if unsure and total is not None and killed is not None and total <= killed:
        return [s for s in found if s is not hurt]
    if total is None or killed is None or not 0 < killed < total:
        return found
    left = total - killed
    if hurt is not None and not unsure and not _gives_way(case, hurt, hit, left):
        return found
    settled = _survivors(case, hit, dead, left, profile, as_of)
    return sorted(
        [*(s for s in found if s is not hurt), settled],
        key=lambda s: (s.pool.metric, s.pool.population),
    )


def _some_died(case: Case, dead: Settled | None, node: str) -> bool:
    """Whether anybody is told of as dead, if only in words without a number."""
    return (dead is not None and dead.estimate.best != 0) or any(
        (metric_of(c) or ("",))[0] == "killed" and _least(c) != 0 for c in case.at(node)
    )


def _least(claim: Claim) -> int | None:
    return getattr(claim.payload, "low", None)


def _all_hurt(
    case: Case,
    found: list[Settled],
    hit: Settled,
    hurt: Settled | None,
    profile: ProfileRule,
    as_of: str | None,
) -> list[Settled]:
    """Take all who were hit for hurt where nobody is said to have died.

    Only where fewer are told of one by one, or nobody.
    """
    total = whole(hit)
    known = hurt.estimate if hurt is not None else None
    told = 0 if known is None else known.best or known.low or 0
    if not total or total <= told or (known is not None and not known.derived):
        return found
    used = set(hit.estimate.inputs)
    settled = derived(
        case,
        Pool(node=hit.pool.node, metric="injured", population="persons"),
        [c for c in case.claims if c.id in used],
        Chosen(low=total, best=total, high=total, open=False),
        profile=profile,
        as_of=as_of,
        rule="SCP-6",
        explanation=f"Derived: {total} were hit, and nobody is said to have died.",
    )
    return sorted(
        [*(s for s in found if s is not hurt), settled],
        key=lambda s: (s.pool.metric, s.pool.population),
    )


def _survivors(
    case: Case,
    hit: Settled,
    dead: Settled,
    left: int,
    profile: ProfileRule,
    as_of: str | None,
) -> Settled:
    ids = {*hit.estimate.inputs, *dead.estimate.inputs}
    killed = dead.estimate.best or 0
    return derived(
        case,
        Pool(node=hit.pool.node, metric="injured", population="persons"),
        [c for c in case.claims if c.id in ids],
        Chosen(low=left, best=left, high=left, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-6",
        explanation=f"Derived: of {left + killed} hit, {killed} died.",
    )


def _gives_way(case: Case, hurt: Settled, hit: Settled, left: int) -> bool:
    """Whether the injured as counted are not those whom the dead leave."""
    told = hurt.estimate.best
    if told is None or told == left:
        return False
    if hurt.estimate.derived:
        return True
    if any(_still_stands(case, c, hit) for c in _inputs(hurt) if exact(c) == told):
        return False
    return told < left or whole(hurt) == whole(hit)


def _still_stands(case: Case, claim: Claim, hit: Settled) -> bool:
    """Whether it counts others than the dead ("five others"), with nothing newer."""
    at = case.moment(claim)
    later = [m for c in _inputs(hit) if (m := case.moment(c)) is not None]
    return beside(claim) and not any(at is not None and at.before(m) for m in later)


def _inputs(settled: Settled) -> Sequence[Claim]:
    used = set(settled.estimate.inputs)
    return [c for c in settled.pool.totals if c.id in used]


def _is_open(settled: Settled) -> bool:
    """Whether an estimate rests on counts of people shot, dead or wounded, alone."""
    used = _inputs(settled)
    return bool(used) and all(
        c.setting.open_fate and not single(c) and not beside(c) for c in used
    )


def _holds_dead(case: Case, hurt: Settled | None, dead: Settled | None) -> bool:
    """Whether the dead and "the others" make up the count of those injured (NUM-13)."""
    if hurt is None or dead is None or not dead.estimate.best:
        return False
    total = whole(hurt)
    others = {
        exact(c)
        for c in case.at(hurt.pool.node)
        if metric_of(c) in _HURT
        and role_of(c) != "background"
        and beside(c)
        and _told_with(case, c, dead)
    }
    if total is None or total in others:
        return False
    return total - dead.estimate.best in others


def _told_with(case: Case, others: Claim, dead: Settled) -> bool:
    """Whether "others" are counted beside these dead, where their report tells of any.

    Two numbers of one report that happen to add up are not the same people.
    """
    used = set(dead.estimate.inputs)
    deaths = [
        c
        for c in case.claims
        if c.report == others.report
        and (c.id in used or metric_of(c) == ("killed", "persons"))
    ]
    return not deaths or any(
        c.field == others.field and abs(c.span.start - others.span.start) <= NEAR
        for c in deaths
    )


def whole(settled: Settled) -> int | None:
    """Return the one exact number of a pool's totals, "others" left aside."""
    counts = {c.id for c in settled.pool.totals if not beside(c)}
    told = {r.floor for r in settled.readings if r.exact and r.claim in counts}
    return told.pop() if len(told) == 1 else None
