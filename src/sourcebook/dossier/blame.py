"""Who says who did it: one row an actor, a way and a source; never a winner (N6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.values import Blame
from sourcebook.dossier.wording import RELATIONS, joined
from sourcebook.model.claim import Claim, Responsibility, Statement
from sourcebook.schema.sources import resolve

_ORDER = list(RELATIONS)
_BY_THEMSELVES = ("claimed", "denied")
_BY_AUTHORITY = "accused_by_authority"
#: What is said of a claim's source where its words name nobody.
NO_AUTHORITY = "an authority that is not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sourced:
    """A claim of responsibility with who says it, and whose word that is."""

    claim: Claim
    source: str
    lineage: str | None
    own_voice: bool = False


def blame_of(basis: Basis) -> tuple[Blame, ...]:
    """Return the rows, claims of responsibility first."""
    groups: dict[tuple[str, str, str], list[_Sourced]] = {}
    for claim in basis.placed:
        if isinstance(claim.payload, Responsibility):
            told = _sourced(basis, claim)
            whose = told.lineage if _particular(told.lineage) else None
            key = (
                claim.payload.actor,
                claim.payload.relation,
                whose or _plain(told.source),
            )
            groups.setdefault(key, []).append(told)
    rows = [_row(basis, told) for told in _joined(groups)]
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.way), r.actor, r.source)))


def _particular(lineage: str | None) -> bool:
    return lineage is not None and not lineage.startswith("unnamed")


def _joined(
    groups: dict[tuple[str, str, str], list[_Sourced]],
) -> list[list[_Sourced]]:
    """Return the groups, those that name one source in the same words as one."""
    found: dict[tuple[str, str, str], list[_Sourced]] = {}
    for (actor, relation, _), told in groups.items():
        best = max((each.source for each in told), key=telling)
        found.setdefault((actor, relation, _plain(best)), []).extend(told)
    return list(found.values())


def _row(basis: Basis, told: Sequence[_Sourced]) -> Blame:
    claims = [each.claim for each in told]
    payloads = [c.payload for c in claims if isinstance(c.payload, Responsibility)]
    hedges = dict.fromkeys(f"“{p.hedge}”" for p in payloads if p.hedge)
    lineages = {each.lineage if _particular(each.lineage) else "" for each in told}
    return Blame(
        actor=payloads[0].actor,
        relation=RELATIONS[payloads[0].relation],
        way=payloads[0].relation,
        hedge=joined(list(hedges)),
        source=max((each.source for each in told), key=telling),
        lineage=(lineages.pop() or "") if len(lineages) == 1 else "",
        own_voice=all(each.own_voice for each in told),
        quotes=basis.quotes(claims),
    )


def telling(source: str) -> tuple[int, int, str]:
    """Return a key that is highest for the name that tells most."""
    words = source.split()
    return (sum(word[:1].isupper() for word in words), len(source), source)


def _plain(source: str) -> str:
    return resolve(source).name.casefold()


def _sourced(basis: Basis, claim: Claim) -> _Sourced:
    """Return who says it: the originator, else whoever the words show to say it.

    A claim of responsibility is the actor's own; behind a reported accusation stands
    the speaker whose accusation the same words are.
    """
    link = claim.originator
    if link is not None:
        name = link.name or "somebody not told"
        return _Sourced(claim=claim, source=name, lineage=claim.lineage)
    payload = claim.payload
    if isinstance(payload, Responsibility) and payload.relation in _BY_THEMSELVES:
        return _Sourced(claim=claim, source=payload.actor, lineage=None)
    accusation = _accusation(basis, claim)
    if accusation is not None and isinstance(accusation.payload, Statement):
        speaker = accusation.payload.speaker
        return _Sourced(claim=claim, source=speaker, lineage=accusation.lineage)
    if isinstance(payload, Responsibility) and payload.relation == _BY_AUTHORITY:
        return _Sourced(claim=claim, source=NO_AUTHORITY, lineage=None)
    outlet = basis.outlet(claim.report)
    return _Sourced(claim=claim, source=outlet, lineage=None, own_voice=True)


def _accusation(basis: Basis, claim: Claim) -> Claim | None:
    """Return the accusation, a statement, that a claim's words report."""
    told = [
        other
        for other in basis.placed
        if other.report == claim.report
        and isinstance(other.payload, Statement)
        and other.payload.act == "accuse"
        and other.field == claim.field
        and other.span.overlaps(claim.span)
    ]
    return told[0] if told else None
