"""Who says who did it: the chain of a claim, the claimant or accuser itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.responsibility.harm import SELF, is_deed
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import AttributionLink, Responsibility

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions
    from sourcebook.extract.syntax import Token


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
    chain = tuple(k for k in attributions.chain(stated) if k.name != "I")
    own = _by_verb(draft, payload, attributions, told)
    if own and not _is_within(own, chain):
        at = draft.passage.span(told or draft.anchor).start
        reached = attributions.reached(draft.passage.field, at, own)
        chain = tuple(link for link in reached if link.name != "I")
    if chain and lemma(draft.anchor) in words("planning"):
        payload = replace(payload, relation="accused")
    verbal = draft.anchor.pos_ in ("VERB", "AUX")
    fact = payload.relation == "reported_as_fact"
    if fact and chain and verbal and _is_told_of_oneself(payload, chain):
        payload = replace(payload, relation="claimed")
    elif fact and chain and verbal and not _is_own_harm(draft) | _is_on_duty(draft):
        payload = _told_by_others(payload, chain, definite=_is_definite(draft))
    if fact and chain and not verbal and _is_laid_by_name(payload, chain[-1]):
        payload = replace(payload, relation="accused")  # "attacks by X", says one
    told_so = payload.relation == "reported_as_fact" and lemma(draft.anchor) == "be"
    if told_so and chain:
        payload = replace(payload, relation="accused")  # "it was X", says one
    if fact and chain and payload.actor == "gangs":
        payload = replace(payload, relation="accused")  # "gang-related", says one
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


def _is_on_duty(draft: Draft) -> bool:
    """Whether a member of a force did it ("Deputy Carl Ames shot"): nobody accuses him."""
    doer = bearer(draft.anchor)
    titles = doer.children if doer is not None else ()
    return any(c.pos_ == "PROPN" and lemma(c) in words("forces") for c in titles)


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
    payload: Responsibility, chain: tuple[AttributionLink, ...], *, definite: bool
) -> Responsibility:
    """What an authority says of a person who is told apart is an accusation (RSP-1).

    What a body says of its own people is an admission; what fighters did in the field
    is news of it, whoever tells.
    """
    last = _singular(payload.actor.lower().split()[-1])
    if _are_of_army(payload.actor, chain[-1]):
        return replace(payload, relation="claimed")
    if not is_authority(chain):
        known = last not in words("anonymous") | words("forces")
        accuser = chain[-1].named and known
        return replace(payload, relation="accused") if accuser else payload
    speaker = f"{chain[-1].name or ''} {chain[-1].body or ''}".lower()
    if payload.actor.lower() in speaker:
        return replace(payload, relation="claimed")
    if last in words("forces") or _is_fighters(payload.actor.lower(), last):
        return payload
    anybody = {last, payload.actor.lower().split()[-1]} & words("anonymous")
    if anybody and not (_is_one_apart(payload.actor) or definite):
        return payload
    return replace(payload, relation="accused_by_authority")


def _is_laid_by_name(payload: Responsibility, link: AttributionLink) -> bool:
    """Whether a person by name, no authority, tells of attacks by an armed side."""
    person = bool(link.named and len((link.name or "").split()) > 1)
    outlet = any(w in (link.name or "").lower().split() for w in _OUTLETS)
    side = _is_fighters(payload.actor.lower(), payload.actor.lower().split()[-1])
    return person and side and not outlet and not is_authority((link,))


_OUTLETS = frozenset({"news", "agency", "radio", "television", "times", "post", "tv"})


def _are_of_army(actor: str, link: AttributionLink) -> bool:
    """Whether an army tells what soldiers did, and neither is told to be another's."""
    speaker = f"{link.name or ''} {link.body or ''} {link.quote or ''}".split()
    if not {_singular(word.lower()) for word in speaker} & _ARMIES:
        return False
    *before, last = actor.split()
    if last.istitle():
        return False  # "the Free Valley Army" is a name
    if _singular(last.lower()) not in words("arms_of_state") | _ARMIES | _MEN_AT_ARMS:
        return False
    whose = {w for w in before if w[:1].isupper()}
    return not whose or bool(whose & set(speaker)) or not _is_told_whose(speaker)


def _is_told_whose(speaker: list[str]) -> bool:
    """Whether words for an army tell of what country it is ("the Norland army")."""
    return any(
        word[:1].isupper() and _singular(following.lower()) in _ARMIES
        for word, following in pairwise(speaker)
    )


_MEN_AT_ARMS = frozenset({"marine", "commando", "sailor", "paratrooper", "ranger"})
#: Bodies whose own soldiers' deeds are told by them as theirs.
_ARMIES = frozenset(
    {"army", "military", "navy", "command", "pentagon", "coalition", "brigade"}
)


def _is_one_apart(actor: str) -> bool:
    """Whether one person without a name is told by age or town, or is the suspect."""
    *before, last = actor.split()
    one = last.lower() in words("singles") and last.lower() != "officer"
    told = any(w[:1].isupper() or w[:1].isdigit() for w in before)
    return one and (told or last.lower() == "suspect") and "male" not in before


def _is_definite(draft: Draft) -> bool:
    """Whether "the man" or "the gunman" did it, whom the report told of before."""
    doer = bearer(draft.anchor)
    return (
        doer is not None
        and doer.tag_ == "NN"
        and any(c.lower_ == "the" and c.dep_ == "det" for c in doer.children)
    )


def _is_fighters(actor: str, last: str) -> bool:
    """Whether an armed group is meant, by its name or by the noun for its men."""
    fighters = words("doers") | words("arms_of_state")
    forces = {_singular(word) for word in actor.split()} & words("arms_of_state")
    told = last in fighters - words("suspects") or bool(forces)
    return told or actor in words("groups")


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
    draft: Draft,
    payload: Responsibility,
    attributions: Attributions,
    told: Token | None,
) -> tuple[AttributionLink, ...]:
    verb = draft.anchor if told is None else _confessing(told)
    own = payload.relation in ("claimed", "denied")
    if verb is None or verb.pos_ != "VERB" or lemma(verb) not in _speaking(own=own):
        return ()
    who = agent(verb) if is_passive(verb) else bearer(verb)
    if who is None or who.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ()
    if who.pos_ == "PRON" and not (own and payload.actor != who.text):
        return ()
    if not own and who.i == draft.anchor.head.i:
        return ()  # "the woman accused of it" accuses nobody
    person = own and who.ent_type_ == "PERSON"
    link = attributions.source(draft.passage, who)
    return (link if person or not own else replace(link, name=payload.actor),)


def _confessing(told: Token) -> Token | None:
    """The verb by which a driver tells of himself ("the driver told her that he ...")."""
    for verb in told.ancestors:
        who = bearer(verb) if lemma(verb) in _TELLING else None
        if who is not None and (
            lemma(who) in words("operators") or who.lower_ in ("he", "she")
        ):
            return verb
    return None


_TELLING = frozenset({"say", "tell", "admit", "confess", "claim"})


def _speaking(*, own: bool) -> frozenset[str]:
    """Verbs whose subject says so itself: of its own part, or of others."""
    if own:
        return (
            words("claiming") | words("denying") | words("confessing")
            | words("telling_claims") | _TELLING | {"plead", "enter", "call", "describe"}
        )  # fmt: skip
    return words("accusing") | words("denying") | {"suspect"}
