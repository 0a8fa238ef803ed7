"""Deaths that leave fewer wounded than were counted or told of (SCP-6, SCP-8)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model.claim import Claim
from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.mentions import single
from sourcebook.reconcile.people import People
from sourcebook.reconcile.settled import Settled, derived
from sourcebook.reconcile.sums import exact
from sourcebook.schema.profiles import ProfileRule

#: A toll that rose by more rose for other reasons too: bodies found, counts corrected.
DIED_LATER = 3


def with_deaths(
    case: Case,
    found: list[Settled],
    told: People,
    profile: ProfileRule,
    as_of: str | None,
) -> list[Settled]:
    """Take those who died from the wounded, where they were counted among them.

    Who was shot, and is not said to have lived, is among the dead where more died
    than are told one by one. Who died after the wounded were counted was one of
    them, where nobody has counted them since.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    dead, hurt = by.get(("killed", "persons")), by.get(("injured", "persons"))
    if dead is None or hurt is None or not dead.estimate.best or not hurt.estimate.best:
        return found
    if hurt.estimate.rule.startswith("SCP-8") or _told_singly(case, hurt):
        fewer = _untold(case, told, hurt, dead.estimate.best)
        words = "who were shot are among the dead, of whom more are counted than told"
    elif hurt.estimate.derived:
        return found
    else:
        fewer = _since(case, told, hurt, dead)
        words = "counted as injured died later"
    if not 0 < fewer <= hurt.estimate.best:
        return found
    left = hurt.estimate.best - fewer
    rest = [s for s in found if s is not hurt]
    if left == 0:
        return rest
    ids = {*hurt.estimate.inputs, *dead.estimate.inputs}
    settled = derived(
        case,
        hurt.pool,
        [c for c in case.claims if c.id in ids],
        Chosen(low=left, best=left, high=left, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-6",
        explanation=f"Derived: of {left + fewer}, {fewer} {words}.",
    )
    return sorted([*rest, settled], key=lambda s: (s.pool.metric, s.pool.population))


def _told_singly(case: Case, hurt: Settled) -> bool:
    return all(single(c) for c in _inputs(case, hurt))


def _untold(case: Case, told: People, hurt: Settled, killed: int) -> int:
    """Return how many who were shot must be among the dead."""
    named = len(told.of("killed", "persons")) + len(told.of("killed", "attackers"))
    unsure = sum(
        all(m.fate is None for m in p.mentions) for p in told.of("injured", "persons")
    )
    if all(c.setting.open_fate for c in _inputs(case, hurt)):
        unsure = hurt.estimate.best or 0
    return min(unsure, max(0, killed - named))


def _since(case: Case, told: People, hurt: Settled, dead: Settled) -> int:
    """Return how many died after the wounded were counted for the last time.

    None where the toll rose by more than the wounded explain.
    """
    counted = _inputs(case, hurt)
    deaths = _inputs(case, dead)
    if not counted or not deaths or any(exact(c) is None for c in counted):
        return 0
    if not all(_after(case, death, counted) for death in deaths):
        return 0
    before = max(_killed(case, told, c.report) for c in counted)
    since = max(0, (dead.estimate.best or 0) - before)
    return since if since <= DIED_LATER else 0


def _after(case: Case, death: Claim, counted: Iterable[Claim]) -> bool:
    at = case.moment(death)
    return at is not None and all(
        (m := case.moment(c)) is not None and m.before(at) for c in counted
    )


def _killed(case: Case, told: People, report: str) -> int:
    """Return how many dead a report tells of at most, by count or one by one."""
    counts = [
        exact(c) or 0
        for c in case.claims
        if c.report == report
        and (metric_of(c) or ("", ""))[0] == "killed"
        and role_of(c) != "background"
    ]
    singly = [
        p
        for p in told.of("killed", "persons")
        if any(m.report == report and m.fate == "died" for m in p.mentions)
    ]
    return max([*counts, len(singly)])


def _inputs(case: Case, settled: Settled) -> list[Claim]:
    used = set(settled.estimate.inputs)
    return [c for c in case.claims if c.id in used]
