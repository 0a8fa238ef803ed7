"""Notes beside a number: attackers among the dead, and what contradicts it."""

from __future__ import annotations

from sourcebook.dossier.basis import Basis
from sourcebook.model.claim import Claim
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.reconcile.attackers import counted_in


def notes_of(basis: Basis, node: Incident, estimate: Estimate) -> tuple[str, ...]:
    """Return what must stand beside a number: NUM-17 and SCP-5."""
    notes = []
    if estimate.rule.endswith("SCP-5"):
        notes.append("more than the whole: one of the two is wrong")
    if attackers := attackers_words(basis, node, estimate):
        notes.append(attackers)
    return tuple(notes)


def attackers_words(basis: Basis, node: Incident, estimate: Estimate) -> str:
    """Return whether attackers who died are counted, empty where none is told of.

    They may be told of at a part of the node.
    """
    if (estimate.metric, estimate.population) != ("killed", "persons"):
        return ""
    dead = [
        e
        for _, each in basis.index.tree(node)
        for e in basis.index.estimates[each.id]
        if (e.metric, e.population) == ("killed", "attackers") and e.inputs
    ]
    if estimate.holds_attackers:
        return "attackers who died are counted"
    claims = basis.of_ids(estimate.inputs)
    if claims and any(_apart(basis, claim) for claim in claims):
        return "attackers who died are not counted"
    if not dead:
        return ""
    one = sum(e.best or e.low or 1 for e in dead) == 1
    who = "the attacker who died is" if one else "the attackers who died are"
    return f"no report says whether {who} counted"


def _apart(basis: Basis, claim: Claim) -> bool:
    """Whether the words leave attackers out of a count."""
    report = basis.index.report[claim.report]
    characters = report.characters(claim.field)
    end = max(claim.span.end, claim.setting.sentence.end)
    return counted_in(characters[claim.span.end : end]) == "no"
