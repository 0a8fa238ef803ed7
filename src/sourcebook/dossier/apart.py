"""What is kept apart: background figures, and figures that no estimate rests on."""

from __future__ import annotations

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.phrases import counted_words
from sourcebook.dossier.reasons import background_words, reason_words
from sourcebook.dossier.values import LeftOut
from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.wording import number as told_number


def background_of(basis: Basis) -> tuple[LeftOut, ...]:
    """Return the figures about a wider or another event, with what they count."""
    told = [
        (claim, background_words(claim.setting.background))
        for claim in basis.claims
        if claim.role == "background" and isinstance(claim.payload, Figure)
    ]
    return _rows(basis, told)


def left_out_of(basis: Basis) -> tuple[LeftOut, ...]:
    """Return every figure of people that an estimate leaves out (REC-13).

    The reason is that of the widest node which leaves it out; a figure that totals a
    part of the incident says of which.
    """
    reasons: dict[str, str] = {}
    totals: dict[str, str] = {}
    for _, node in basis.tree:
        for estimate in basis.index.estimates[node.id]:
            for out in estimate.excluded:
                reasons.setdefault(out.claim, reason_words(out.reason, basis.marks))
            if node.id != basis.root.id:
                totals.update(dict.fromkeys(estimate.inputs, node.label))
    told = [
        (
            claim,
            f"the toll of {totals[claim.id]}, not of the whole"
            if claim.id in totals
            else reason,
        )
        for claim in basis.claims
        if (reason := reasons.get(claim.id))
        and isinstance(claim.payload, Figure)
        and claim.role != "background"
    ]
    return _rows(basis, told)


def unplaced_of(basis: Basis) -> list[Claim]:
    """Return figures and means that belong to the incident, nobody can say where."""
    return [
        claim
        for claim in basis.claims
        if claim.incident is None
        and claim.role != "background"
        and claim.review != "rejected"
        and claim.type in ("figure", "means")
    ]


def what_counted(claim: Claim) -> str:
    """Return what a figure counts, in words: "more than 33 killed"."""
    payload = claim.payload
    if not isinstance(payload, Figure):
        return ""
    number = told_number(claim) if claim.quote else "a number withheld"
    if payload.value is not None or payload.low is not None:
        number = told_number(claim)
    return counted_words(number, payload.metric, payload.population)


def _rows(basis: Basis, told: list[tuple[Claim, str]]) -> tuple[LeftOut, ...]:
    """Return a row for each quotation of claims that say and mean the same."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim, why in told:
        groups.setdefault((what_counted(claim), why), []).append(claim)
    return tuple(
        LeftOut(what=what, why=why, quote=quote)
        for (what, why), claims in groups.items()
        for quote in basis.quotes(claims)
    )
