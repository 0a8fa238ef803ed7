"""What was said: statements, one row each, grouped by act (STM-1)."""

from __future__ import annotations

from sourcebook.dossier.basis import Basis
from sourcebook.dossier.values import Said
from sourcebook.model.claim import Claim, Statement

#: Acts in words, in the order in which they are told.
ACTS = {
    "claim_responsibility": "Claims of responsibility",
    "state_motive": "Motives stated",
    "accuse": "Accusations",
    "deny": "Denials",
    "condemn": "Condemnations",
    "condole": "Condolences",
    "express_concern": "Concern",
    "demand": "Demands",
    "call_for_talks": "Calls for talks",
    "pledge": "Pledges",
    "offer": "Offers",
    "announce_investigation": "Investigations announced",
    "thank": "Thanks",
    "comment": "Comments",
}


def said_of(basis: Basis) -> tuple[Said, ...]:
    """Return the statements by act; what copies repeat stands once."""
    acts: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    for claim in basis.placed:
        payload = claim.payload
        if isinstance(payload, Statement):
            told = acts.setdefault(payload.act, {})
            key = (payload.speaker, payload.addressee or "")
            told.setdefault(key, []).append(claim)
    return tuple(
        Said(
            act=words,
            rows=tuple(
                (speaker, addressee, quote)
                for (speaker, addressee), claims in acts[act].items()
                for quote in basis.quotes(claims)
            ),
        )
        for act, words in ACTS.items()
        if act in acts
    )
