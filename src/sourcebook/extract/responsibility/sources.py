"""Who says who did it: the chain of a claim, the claimant or accuser itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.responsibility.harm import is_mishap
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import AttributionLink, Responsibility

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions


def sourced(draft: Draft, attributions: Attributions) -> Draft:
    """Return the draft with its chain, and authorities told by the chain (RSP-1).

    Where nobody else is told to state it, whoever claims, denies or accuses by the
    verb itself is the source.
    """
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    chain = attributions.chain(draft)
    if not chain:
        chain = _by_verb(draft, payload, attributions)
    if chain and lemma(draft.anchor) in words("planning"):
        payload = replace(payload, relation="accused")
    verbal = draft.anchor.pos_ in ("VERB", "AUX")
    fact = payload.relation == "reported_as_fact"
    if fact and chain and verbal and not is_mishap(draft.anchor):
        payload = _told_by_others(payload, chain)
    if payload.relation == "accused" and is_authority(chain):
        payload = replace(payload, relation="accused_by_authority")
    return replace(draft, attribution=chain, payload=payload)


def _told_by_others(
    payload: Responsibility, chain: tuple[AttributionLink, ...]
) -> Responsibility:
    """What an authority says of somebody who is told apart is an accusation (RSP-1).

    What a body says of its own people is an admission.
    """
    if not is_authority(chain):
        return payload
    speaker = f"{chain[-1].name or ''} {chain[-1].body or ''}".lower()
    if payload.actor.lower() in speaker:
        return replace(payload, relation="claimed")
    last = _singular(payload.actor.lower().split()[-1])
    if {last, payload.actor.lower().split()[-1]} & words("anonymous"):
        return payload
    return replace(payload, relation="accused_by_authority")


def is_authority(chain: tuple[AttributionLink, ...]) -> bool:
    """Whether the originator is an authority, by name or by the body told with it."""
    if not chain:
        return False
    told = f"{chain[-1].name or ''} {chain[-1].body or ''} {chain[-1].quote or ''}"
    return any(_singular(word) in words("authorities") for word in told.lower().split())


def _singular(word: str) -> str:
    plain = word.strip(",.").removesuffix("'s").removesuffix("’s")
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    known = plain in words("authorities") or plain in words("anonymous")
    return plain if known else plain.removesuffix("s")


def _by_verb(
    draft: Draft, payload: Responsibility, attributions: Attributions
) -> tuple[AttributionLink, ...]:
    verb = draft.anchor
    own = payload.relation in ("claimed", "denied")
    if verb.pos_ != "VERB" or not (own or lemma(verb) in _speaking()):
        return ()
    who = agent(verb) if is_passive(verb) else bearer(verb)
    if who is None or who.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    if who.pos_ == "PRON" and not (own and payload.actor != who.text):
        return ()
    person = own and who.ent_type_ == "PERSON"
    link = attributions.source(draft.passage, who)
    return (link if person or not own else replace(link, name=payload.actor),)


def _speaking() -> frozenset[str]:
    return words("claiming") | words("accusing") | words("denying") | {"suspect"}
