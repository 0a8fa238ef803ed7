"""Who says who did it: the chain of a claim, the claimant or accuser itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.responsibility.harm import SELF, is_deed
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import AttributionLink, Responsibility

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sourcebook.extract.attribution import Attributions


def is_of_another(draft: Draft) -> bool:
    """Whether "he" in somebody's own words was taken for the one who speaks.

    Who speaks of himself there says "I"; only reported words say "said he did it".
    """
    payload, chain = draft.payload, draft.attribution
    doer = bearer(draft.anchor)
    if not chain or doer is None or doer.lower_ not in ("he", "she"):
        return False
    assert isinstance(payload, Responsibility)
    told = lemma(draft.anchor) in words("deeds") | words("gun_accidents")
    direct = told and draft.anchor.dep_ == "ROOT"
    return direct and _is_told_of_oneself(payload, chain)


def sourced(
    draft: Draft, attributions: Attributions, told: Token | None = None
) -> Draft:
    """Return the draft with its chain, and authorities told by the chain (RSP-1).

    Whoever claims, denies or accuses by the verb itself is the originator; ``told`` is
    the verb that tells the deed, where the draft's own tells who says so.
    """
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    stated = draft if told is None else replace(draft, anchor=told)
    chain = attributions.chain(stated)
    own = _by_verb(draft, payload, attributions)
    if own and not _is_within(own, chain):
        at = draft.passage.span(draft.anchor).start
        chain = attributions.reached(draft.passage.field, at, own)
    if chain and lemma(draft.anchor) in words("planning"):
        payload = replace(payload, relation="accused")
    verbal = draft.anchor.pos_ in ("VERB", "AUX")
    fact = payload.relation == "reported_as_fact"
    if fact and chain and verbal and _is_told_of_oneself(payload, chain):
        payload = replace(payload, relation="claimed")
    elif fact and chain and verbal and not _is_own_harm(draft):
        payload = _told_by_others(payload, chain)
    if payload.relation == "accused" and is_authority(chain):
        payload = replace(payload, relation="accused_by_authority")
    return replace(draft, attribution=chain, payload=payload)


def _is_within(
    own: tuple[AttributionLink, ...], chain: tuple[AttributionLink, ...]
) -> bool:
    """Whether the originator of a chain is the one who claims or denies it."""
    return bool(chain) and _last(chain[-1]) == _last(own[-1])


def _last(link: AttributionLink) -> str:
    return " ".join((link.name or "").lower().split()[-1:])


def _is_own_harm(draft: Draft) -> bool:
    """Whether somebody harmed himself: nobody is accused of that."""
    hit = [
        c
        for t in draft.anchor.subtree
        if is_deed(t)
        for c in t.children
        if c.dep_ == "dobj"
    ]
    return bool(hit) and all(t.lower_ in SELF for t in hit)


def _is_told_of_oneself(
    payload: Responsibility, chain: tuple[AttributionLink, ...]
) -> bool:
    """Whether the one who states it is the one who did it (RSP-1: admitted)."""
    own = payload.actor.lower().split()[-1]
    return any(
        told.lower().split()[-1] == own
        for told in (chain[-1].name, chain[-1].body)
        if told
    )


def _told_by_others(
    payload: Responsibility, chain: tuple[AttributionLink, ...]
) -> Responsibility:
    """What an authority says of somebody who is told apart is an accusation (RSP-1).

    What a body says of its own people is an admission.
    """
    last = _singular(payload.actor.lower().split()[-1])
    if not is_authority(chain):
        known = last not in words("anonymous") | words("forces")
        accuser = chain[-1].named and known
        return replace(payload, relation="accused") if accuser else payload
    speaker = f"{chain[-1].name or ''} {chain[-1].body or ''}".lower()
    if payload.actor.lower() in speaker:
        return replace(payload, relation="claimed")
    if last in words("forces"):
        return payload
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
