"""What an estimate leaves out: every figure of the tree is used or listed (REC-13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sourcebook.reconcile.case import DEVICES, Case, metric_of
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.pools import Pool, left_out
from sourcebook.reconcile.settled import Settled, derived
from sourcebook.schema.profiles import ProfileRule


def with_exclusions(
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
        derived(
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
