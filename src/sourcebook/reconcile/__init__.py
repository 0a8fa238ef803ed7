"""Claims of one incident into estimates, contradictions and history.

``reconcile`` takes trees of incidents with their placed claims and returns what the
rules of DOMAIN 3.6 make of them. One function a rule, named in its docstring. The
result does not depend on the order of anything (REC-8).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, Estimate, Profile
from sourcebook.model.ids import identify
from sourcebook.model.incident import Incident
from sourcebook.model.report import Report

__all__ = ["Reconciled", "reconcile", "reconcile_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What reconciling gives, sorted by incident, metric and id."""

    estimates: tuple[Estimate, ...]
    contradictions: tuple[Contradiction, ...]


def reconcile(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    *,
    profile: Profile = "conservative",
    as_of: str | None = None,
    admitted: Collection[str] = (),
) -> Reconciled:
    """Return the estimates and contradictions of all incidents.

    ``claims`` are placed (incident, role, lineage). ``as_of`` is an EDTF date:
    reports published after it are left out, those without a date stay. ``admitted``
    are claims of parties that a decision lets into best (SRC-4). An unknown profile
    raises ConfigError.
    """
    # Loaded when first used: looking at a book starts without its rules.
    from sourcebook.reconcile.case import cases
    from sourcebook.reconcile.contradictions import contradictions
    from sourcebook.reconcile.estimates import settle
    from sourcebook.schema.profiles import profile_rule

    rule = profile_rule(profile)
    known = {report.id: report for report in reports}
    estimates: list[Estimate] = []
    found: list[Contradiction] = []
    for case in cases(incidents, claims, known, as_of=as_of, admitted=admitted):
        settled = settle(case, rule, as_of=as_of)
        estimates.extend(each.estimate for each in settled)
        found.extend(contradictions(case, settled))
    return Reconciled(
        estimates=tuple(
            sorted(estimates, key=lambda e: (e.incident, e.metric, e.population))
        ),
        contradictions=tuple(sorted(found, key=lambda c: c.id)),
    )


def reconcile_claims(
    claims: Sequence[Claim], *, profile: Profile = "conservative"
) -> Reconciled:
    """Reconcile claims that stand in no book, as of one incident.

    Publication dates are unknown here, so no claim supersedes another. A claim
    without a lineage counts as its report's own voice, or as nobody's if it has an
    attribution: the linking stage was not run.
    """
    node = identify("claims", sorted({claim.id for claim in claims}))
    incident = Incident(
        id=node,
        parent=None,
        label="claims given",
        type="unknown",
        date=None,
        date_precision="unknown",
        place=None,
        reports=tuple(sorted({claim.report for claim in claims})),
        claims=tuple(sorted({claim.id for claim in claims})),
    )
    placed = [_placed(claim, node) for claim in claims]
    return reconcile([incident], placed, [], profile=profile)


def _placed(claim: Claim, node: str) -> Claim:
    from sourcebook.reconcile.case import role_of

    voice = None if claim.attribution else f"report:{claim.report}"
    return replace(
        claim, incident=node, role=role_of(claim), lineage=claim.lineage or voice
    )
