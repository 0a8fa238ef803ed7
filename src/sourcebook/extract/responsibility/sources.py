"""Who says who did it: the chain of a claim, the claimant or accuser itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import AttributionLink, Responsibility

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sourcebook.extract.attribution import Attributions


def sourced(draft: Draft, attributions: Attributions, actors: Actors) -> Draft:
    """Return the draft with its chain, and authorities told by the chain (RSP-1).

    Where nobody else is told to state it, whoever claims, denies or accuses by the
    verb itself is the source.
    """
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    chain = attributions.chain(draft)
    if not chain:
        chain = _by_verb(draft, payload, actors)
    if payload.relation == "accused" and _is_authority(chain):
        payload = replace(payload, relation="accused_by_authority")
    return replace(draft, attribution=chain, payload=payload)


def _is_authority(chain: tuple[AttributionLink, ...]) -> bool:
    name = chain[-1].name if chain else None
    return name is not None and any(
        word in words("authorities") for word in name.lower().split()
    )


def _by_verb(
    draft: Draft, payload: Responsibility, actors: Actors
) -> tuple[AttributionLink, ...]:
    verb = draft.anchor
    if verb.pos_ != "VERB" or lemma(verb) not in _speaking():
        return ()
    who = agent(verb) if is_passive(verb) else bearer(verb)
    if who is None or who.pos_ not in ("NOUN", "PROPN"):
        return ()
    own = payload.relation in ("claimed", "denied")
    return (_link(draft, who, payload.actor if own else None, actors),)


def _speaking() -> frozenset[str]:
    return words("claiming") | words("accusing") | words("denying") | {"suspect"}


def _link(
    draft: Draft, who: Token, name: str | None, actors: Actors
) -> AttributionLink:
    span = draft.passage.span(who)
    quote = draft.passage.quote(who)
    return AttributionLink(
        name=name or actors.name(draft.passage, who) or quote,
        quote=quote,
        field=draft.passage.field,
        start=span.start,
        end=span.end,
        relation="says",
        named=bool(who.ent_type_) or who.pos_ == "PROPN",
    )
