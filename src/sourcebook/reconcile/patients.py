"""The injured as those who were taken to hospital, where nobody counts them (SCP-8)."""

from __future__ import annotations

from sourcebook.model.claim import Claim
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import Case, metric_of
from sourcebook.reconcile.choose import Chosen
from sourcebook.reconcile.mentions import sentence_of, single
from sourcebook.reconcile.people import People
from sourcebook.reconcile.pools import Pool
from sourcebook.reconcile.settled import Settled, derived
from sourcebook.reconcile.sums import exact
from sourcebook.schema.profiles import ProfileRule


def with_patients(
    case: Case,
    node: str,
    found: list[Settled],
    told: People,
    profile: ProfileRule,
    as_of: str | None,
) -> list[Settled]:
    """Add an estimate of the injured where only people in hospital are told.

    Who is in hospital and did not die was hurt; there may be more, so the number is
    a floor. A count of patients that may hold the dead is not used.
    """
    by = {(s.pool.metric, s.pool.population): s for s in found}
    hurt = by.get(("injured", "persons"))
    if hurt is not None and not _weak(hurt):
        return found
    known = _known(hurt)
    dead = by.get(("killed", "persons"))
    claims = [
        claim
        for metric in ("hospitalized", "critical", "casualties")
        for claim in _counted(case, by.get((metric, "persons")), dead)
    ]
    number = max((exact(c) or 0 for c in claims), default=0)
    patients = told.patients()
    if known == 0 and len(patients) > number:
        claims, number = patients, len(patients)
    if number <= known or profile.best == "none":
        return found
    verb = "was" if number == 1 else "were"
    settled = derived(
        case,
        Pool(node=node, metric="injured", population="persons"),
        claims,
        Chosen(low=number, best=number, high=number, open=True),
        profile=profile,
        as_of=as_of,
        rule="SCP-8",
        explanation=f"Derived: nobody counts the injured, {number} {verb} told of as "
        "hurt or in hospital; there may be more.",
    )
    return sorted(
        [*(s for s in found if s is not hurt), settled],
        key=lambda s: (s.pool.metric, s.pool.population),
    )


def _weak(hurt: Settled) -> bool:
    """Whether the injured are told one by one, or in words that give no number.

    Counts that clash have no best value, and are counts all the same.
    """
    estimate = hurt.estimate
    return estimate.derived or estimate.vague_only or estimate.low is None


def _known(hurt: Settled | None) -> int:
    """Return how many are known to be hurt at least."""
    if hurt is None or hurt.estimate.vague_only:
        return 0
    return hurt.estimate.best or hurt.estimate.low or 0


def _counted(case: Case, patients: Settled | None, dead: Settled | None) -> list[Claim]:
    """Return the counts that hold no dead.

    Those of patients where nobody died, of "others" beside the dead, and of the
    critically hurt that a sentence tells beside the dead.
    """
    if patients is None:
        return []
    metric = patients.pool.metric
    deaths = dead is not None and bool(dead.estimate.best)
    totals = [c for c in patients.pool.totals if exact(c) and not single(c)]
    if not deaths:
        return [c for c in totals if metric != "casualties"]
    apart = {
        sentence_of(c)
        for c in case.at(patients.pool.node)
        if metric == "critical" and (metric_of(c) or ("",))[0] == "killed"
    }
    return [c for c in totals if beside(c) or sentence_of(c) in apart]
