"""Building contradictions; their ids rest on kind, incident and claims."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Contradiction, ContradictionKind, Severity
from sourcebook.model.ids import identify
from sourcebook.reconcile.wording import cap


def finding(
    kind: ContradictionKind,
    node: str,
    claims: Iterable[Claim],
    explanation: str,
    *,
    severity: Severity,
) -> Contradiction:
    """Return a contradiction between claims at a node, with its sentence."""
    ids = sorted({claim.id for claim in claims})
    return Contradiction(
        id=identify(kind, node, ids),
        kind=kind,
        severity=severity,
        incident=node,
        claims=tuple(ids),
        explanation=cap(explanation),
    )
