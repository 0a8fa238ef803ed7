"""Contradictions between figures (REC-7, REC-9, SCP-5; kinds of DOMAIN 2.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction
from sourcebook.reconcile.case import DEVICES, Case
from sourcebook.reconcile.estimates import Settled
from sourcebook.reconcile.finding import finding
from sourcebook.reconcile.loose import loosely_told
from sourcebook.reconcile.ranges import camps
from sourcebook.reconcile.reading import Reading
from sourcebook.reconcile.sums import exact
from sourcebook.reconcile.wholes import exceeded
from sourcebook.reconcile.wording import grouped, number, told
from sourcebook.schema.groups import group_words
from sourcebook.schema.profiles import growing_days

#: What is said of counts that exclude each other word for word, and mean one.
_LOOSE = " differ; “more than” is taken for loose words"
#: Metrics of patients, who leave hospital again.
_TREATED = ("hospitalized", "critical")
#: With more sides than this, one contradiction names them all.
SIDES = 3


def clashes(case: Case, settled: Settled) -> list[Contradiction]:
    """Return how the figures of one pool differ as of the date."""
    claims = {c.id: c for c in settled.pool.totals}
    stands = settled.now.stands
    if not claims or settled.now.vague_only:
        return []
    rivals = _rivals(case, settled, claims)
    rise = _rise(case, settled, claims)
    return [*(rivals or _bounds(case, settled, claims, stands)), *rise]


def _sides(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Group readings whose words say the same, lowest first."""
    sides: dict[tuple[int | None, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        sides[reading.words].append(reading)
    return sorted(sides.values(), key=lambda s: (s[0].least, s[0].most, s[0].claim))


def _rivals(
    case: Case, settled: Settled, claims: dict[str, Claim]
) -> list[Contradiction]:
    """REC-9: readings that exclude each other; soft where either is soft."""
    sides = _sides(settled.now.stands)
    pairs: list[tuple[list[Reading], ...]] = [
        (a, b)
        for a, b in combinations(sides, 2)
        if not a[0].agrees(b[0]) and not loosely_told(a[0], b[0], claims)
    ]
    involved = {side[0].claim: side for pair in pairs for side in pair}
    if len(involved) > SIDES:
        pairs = [tuple(sorted(involved.values(), key=lambda s: s[0].least))]
    found = []
    for pair in pairs:
        # A stock rises and falls: two counts of it need not be of one hour.
        stock = growing_days(settled.pool.metric) == 0
        soft = stock or any(r.soft for r in (pair[0][0], pair[-1][0]))
        told_by = [[claims[r.claim] for r in side] for side in pair]
        severity: Literal["hard", "soft"] = "soft" if soft else "hard"
        found.append(
            finding(
                severity,
                settled.pool.node,
                [c for side in told_by for c in side],
                f"{_counted(settled)}: "
                + " against ".join(told(case, side) for side in told_by),
                severity=severity,
            )
        )
    return found


def _bounds(
    case: Case,
    settled: Settled,
    claims: dict[str, Claim],
    stands: Sequence[Reading],
) -> list[Contradiction]:
    """REC-9: bounds that differ and can all hold."""
    by_words: dict[str, list[Claim]] = defaultdict(list)
    for side in _sides(stands):
        for reading in side:
            by_words[number(claims[reading.claim])].append(claims[reading.claim])
    told_by = list(by_words.values())
    if len(told_by) < 2:
        return []
    return [
        finding(
            "compatible_bounds",
            settled.pool.node,
            [c for side in told_by for c in side],
            f"{_counted(settled)}: "
            + " and ".join(told(case, side) for side in told_by)
            + (" differ and can all hold" if len(camps(stands)) == 1 else _LOOSE),
            severity="none",
        )
    ]


def _rise(
    case: Case, settled: Settled, claims: dict[str, Claim]
) -> list[Contradiction]:
    """REC-7: what later figures superseded is history, not a contradiction.

    What one report tells beside its own higher total is no earlier figure.
    """
    by = settled.now.superseded
    old = [
        r
        for r in settled.readings
        if r.claim in by
        and claims[r.claim].report != claims[by[r.claim].by.claim].report
    ]
    if not old:
        return []
    new = {by[r.claim].by.claim for r in old}
    new -= {r.claim for r in old}
    before = [claims[r.claim] for side in _sides(old) for r in side]
    after = [claims[c] for c in sorted(new)]
    return [
        finding(
            "temporal_update",
            settled.pool.node,
            [*before, *after],
            f"{_counted(settled)}: {told(case, before)} came before {told(case, after)}",
            severity="none",
        )
    ]


def _counted(settled: Settled) -> str:
    pool = settled.pool
    what = pool.metric.removeprefix("devices:").replace("_", " ")
    return " ".join(filter(None, (group_words(pool.population, one=False), what)))


def scope_mismatch(case: Case, settled: Settled) -> list[Contradiction]:
    """Return where one number is told once as the total and once as a part (REC-1).

    A group ("12 Americans") is always a part of all, and those still in hospital are a
    part of those taken there: neither is told at two scopes.
    """
    pool = settled.pool
    stock = growing_days(pool.metric) == 0 or pool.metric in _TREATED
    if stock or pool.population not in ("persons", DEVICES):
        return []
    totals: dict[int, list[Claim]] = defaultdict(list)
    parts: dict[int, list[Claim]] = defaultdict(list)
    for claims, by_value in ((pool.totals, totals), (pool.parts, parts)):
        for claim in claims:
            value = exact(claim)
            if value is not None and value > 1:
                by_value[value].append(claim)
    return [
        finding(
            "scope_mismatch",
            pool.node,
            [*totals[value], *parts[value]],
            f"{_counted(settled)}: {grouped(value)} is the total in "
            f"{told(case, totals[value])} and a part in {told(case, parts[value])}",
            severity="soft",
        )
        for value in sorted(set(totals) & set(parts))
    ]


def internal(case: Case, settled: Sequence[Settled]) -> list[Contradiction]:
    """SCP-5: neither the parts of a node nor a group exceed what the whole may be."""
    by_key = {
        (s.pool.node, s.pool.metric, s.pool.population): s
        for s in settled
        if s.estimate.inputs
    }
    found = []
    for (node, metric, population), whole in sorted(by_key.items()):
        parts = [
            part
            for child in case.children(node)
            if (part := by_key.get((child.id, metric, population))) is not None
        ]
        total = sum(part.estimate.low or 0 for part in parts)
        top = whole.estimate.high
        if top is not None and parts and total > top and not whole.estimate.high_open:
            found.append(_exceeded(case, whole, parts, total, top))
        group = population not in ("persons", DEVICES)
        if group and (all_told := exceeded(whole, by_key.values())) is not None:
            found.append(_larger_group(case, whole, all_told))
    return found


def _larger_group(case: Case, group: Settled, whole: Settled) -> Contradiction:
    ids = {*group.estimate.inputs, *whole.estimate.inputs}
    least, most = group.estimate.low or 0, whole.estimate.high or 0
    is_open = whole.estimate.high_open
    of_all = f"at least {grouped(most)}" if is_open else f"at most {grouped(most)}"
    return finding(
        "internal",
        group.pool.node,
        [c for c in case.claims if c.id in ids],
        f"{_counted(group)}: at least {grouped(least)}, more than the largest number "
        f"of persons that is told of the whole ({of_all})",
        severity="soft" if is_open else "hard",
    )


def _exceeded(
    case: Case, whole: Settled, parts: Sequence[Settled], total: int, top: int
) -> Contradiction:
    ids = {c for s in (whole, *parts) for c in s.estimate.inputs}
    labels = {n.id: n.label for n in case.nodes}
    named = " and ".join(labels[p.pool.node] for p in parts)
    return finding(
        "internal",
        whole.pool.node,
        [c for c in case.claims if c.id in ids],
        f"{_counted(whole)}: the parts ({named}) have at least {grouped(total)} "
        f"together, the whole at most {grouped(top)}",
        severity="soft" if whole.pool.population == DEVICES else "hard",
    )
