"""Notes beside a number: attackers among the dead, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.wording import number, plural
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.estimate import Estimate
from sourcebook.model.incident import Incident
from sourcebook.reconcile.attackers import BEHIND, apart_behind, counted_in


def notes_of(basis: Basis, node: Incident, estimate: Estimate) -> tuple[str, ...]:
    """Return what must stand beside a number: REC-11, NUM-17 and SCP-5."""
    notes = list(decided_words(estimate))
    if "SCP-5" in estimate.rule.split("+"):
        notes.append("more than the whole: one of the two is wrong")
    if attackers := attackers_words(basis, node, estimate):
        notes.append(attackers)
    return tuple(notes)


def decided_words(estimate: Estimate) -> Iterator[str]:
    """Yield what people's decisions had to do with an estimate (REC-11)."""
    computed = estimate.computed
    if computed is not None:
        ends = [number(n) for n in (computed.low, computed.high) if n is not None]
        told = " to ".join(dict.fromkeys(ends)) or "no number"
        best = "none" if computed.best is None else number(computed.best)
        yield f"a person's decision; the rules gave {told}, best {best}"
    elif estimate.decisions:
        count = len(estimate.decisions)
        yield f"rests on {plural(count, 'decision')} that people made about its claims"


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
    claims = basis.of_ids(estimate.inputs)
    if estimate.holds_attackers:
        told = any(_counted(basis, claim) == "yes" for claim in claims)
        return f"attackers who died {'are' if told else 'seem to be'} counted"
    if claims and any(_counted(basis, claim) == "no" for claim in claims):
        return "attackers who died are not counted"
    if not dead:
        return ""
    killers = sum(e.best or e.low or 1 for e in dead)
    one = killers == 1
    if _are_beside(basis, estimate, killers):
        return f"the attacker{'' if one else 's'} who died {'is' if one else 'are'} not counted"
    who = "the attacker who died is" if one else "the attackers who died are"
    return f"no report says whether {who} counted"


def _are_beside(basis: Basis, estimate: Estimate, killers: int) -> bool:
    """Whether a count that says it holds the attackers is larger by just these."""
    left_out = basis.of_ids(e.claim for e in estimate.excluded)
    return any(
        isinstance(c.payload, Figure)
        and c.payload.metric == "killed"
        and estimate.best is not None
        and c.payload.value == estimate.best + killers
        and _counted(basis, c) == "yes"
        for c in left_out
    )


def _counted(basis: Basis, claim: Claim) -> str:
    """Return whether the words have attackers in a count: yes, no or unknown."""
    payload = claim.payload
    if isinstance(payload, Figure) and payload.includes_perpetrators != "unknown":
        return payload.includes_perpetrators
    report = basis.index.report[claim.report]
    characters = report.characters(claim.field)
    end = max(claim.span.end, claim.setting.sentence.end)
    if apart_behind(characters[claim.span.end : end + BEHIND]):
        return "no"
    return counted_in(characters[claim.span.end : end])
