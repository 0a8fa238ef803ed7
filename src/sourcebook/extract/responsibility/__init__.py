"""Responsibility: who did it, according to whom (DOMAIN 3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import clause_span, lemma, noun_span
from sourcebook.extract.draft import Draft
from sourcebook.extract.holders import Holders, holders_of
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.responsibility.accusations import accusations
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.claims import own_words
from sourcebook.extract.responsibility.deeds import DOING, deeds
from sourcebook.extract.responsibility.definite import in_group, known_by_group
from sourcebook.extract.responsibility.events import noted
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_likened,
    is_told_by_none,
)
from sourcebook.extract.responsibility.men import own_group
from sourcebook.extract.responsibility.motives import in_motive, motive_in
from sourcebook.extract.responsibility.own_side import own_quotations
from sourcebook.extract.responsibility.persons import by_name
from sourcebook.extract.responsibility.sources import is_of_another, sourced
from sourcebook.model.claim import Relation, Responsibility

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions
    from sourcebook.extract.syntax import Token

__all__ = ["actors_of", "find_responsibility"]

#: Relations of one kind: of two claims in one sentence the first kind is kept.
_SAME: dict[Relation, str] = {
    "accused": "accused",
    "accused_by_authority": "accused",
    "suspected": "accused",
}

#: Words that open no name; the parser may hand them over as one.
_NO_NAMES = frozenset({"that", "which", "who", "what", "this", "there"})


def find_responsibility(
    parsed: Parsed, attributions: Attributions
) -> tuple[Draft, ...]:
    """Return who is said to have done it, one draft an actor, relation and sentence.

    The relation follows the decision tree of RSP-1; plural actors are split into
    one draft each; accusations of other conduct give none (RSP-3).
    """
    actors = actors_of(parsed)
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        found = [
            sourced(draft, attributions, told)
            for draft, told in _once(sentence, actors)
        ]
        drafts += _each_once([d for d in found if not is_of_another(d)])
    told = {_key(draft) for draft in drafts}
    drafts += [
        draft
        for draft in own_quotations(parsed, attributions, actors)
        if _key(draft) not in told
    ]
    holders = holders_of(parsed)
    drafts = by_name((_in_full(draft, holders) for draft in drafts), parsed)
    drafts = known_by_group(in_group(drafts))
    return tuple(noted(draft, parsed) for draft in drafts)


def _in_full(draft: Draft, holders: Holders) -> Draft:
    """The draft with the actor's full name, where the report tells it elsewhere."""
    payload = draft.payload
    assert isinstance(payload, Responsibility)
    name = holders.of(payload.actor)
    letters, _, rest = payload.actor.partition(" ")
    if rest and letters.isupper() and not rest.isupper() and len(letters) > 2:
        body = holders.of(letters)  # "a PTN squad": whose squad it was
        name = f"{body} {rest}" if body != letters else name
    if name == payload.actor:
        return draft
    return replace(draft, payload=replace(payload, actor=name))


@lru_cache(maxsize=1)
def actors_of(parsed: Parsed) -> Actors:
    """Return the actors of a report, those learnt who claim, deny or are accused."""
    actors = Actors(parsed)
    for sentence in parsed.sentences:
        for finding in _told_by_verbs(sentence, actors):
            if finding.relation != "reported_as_fact":
                actors.learn(finding.actor)
    return actors


def _key(draft: Draft) -> tuple[object, ...]:
    """The passage and sentence of a claim: told there once."""
    sentence = draft.anchor.sent.start
    return draft.passage.index, sentence, getattr(draft.payload, "relation", "")


def _told_by_verbs(sentence: Sentence, actors: Actors) -> Iterator[Finding]:
    verbs = [token for token in sentence.tokens if token.pos_ in ("VERB", "AUX")]
    for verb in verbs:
        yield from own_words(verb, actors)
    for verb in verbs:
        yield from accusations(verb, actors)


def _all(sentence: Sentence, actors: Actors) -> Iterator[Finding]:
    yield from _told_by_verbs(sentence, actors)
    for token in sentence.tokens:
        if token.pos_ not in DOING:
            continue
        for finding in deeds(token, actors):
            if not in_motive(finding.anchor):
                yield finding


def _is_prefixed(actor: Token) -> bool:
    """Whether a headline names its source so: "Police: man shot", "Man shot: police"."""
    doc, first, last = actor.doc, actor.sent.start, actor.sent.end - 1
    if actor.i == first and first < last:
        return bool(doc[first + 1].text == ":")
    return bool(actor.i == last and first < last and doc[last - 1].text == ":")


def _only_says(finding: Finding) -> bool:
    """Whether the actor only tells it: "Shooting wounds two in Norwick, police say"."""
    actor, told = finding.actor, finding.anchor
    teller = actor.dep_ == "nsubj" and lemma(actor.head) in ("say", "report", "confirm")
    return teller and told.dep_ == "ccomp" and told.head == actor.head


def _once(sentence: Sentence, actors: Actors) -> Iterator[tuple[Draft, Token | None]]:
    """Each actor and kind of relation once a sentence, the telling one first.

    Beside each draft stands the verb that tells it, where its anchor does not.
    """
    seen: set[tuple[str, str]] = set()
    for finding in _all(sentence, actors):
        if is_told_by_none(finding.anchor) or is_likened(finding.anchor):
            continue
        if _is_prefixed(finding.actor) or _only_says(finding):
            continue
        side = own_group(finding.actor, actors)
        named = finding.actor if side is None else side
        name = finding.name or actors.name(sentence.passage, named)
        if name is None or name.lower().split()[0] in _NO_NAMES:
            continue
        kind = _SAME.get(finding.relation, finding.relation)
        key = (name.lower().split()[-1], kind)
        if key in seen:
            continue
        seen.add(key)
        yield _draft(sentence, finding, name), finding.told


def _each_once(drafts: list[Draft]) -> list[Draft]:
    """Leave out what turned out to be the same relation of the same actor."""
    seen: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        payload = draft.payload
        assert isinstance(payload, Responsibility)
        kind = _SAME.get(payload.relation, payload.relation)
        seen.setdefault((payload.actor.lower().split()[-1], kind), draft)
    return list(seen.values())


def _draft(sentence: Sentence, finding: Finding, name: str) -> Draft:
    span = noun_span if finding.noun else clause_span
    passage = sentence.passage
    motive = motive_in(finding.anchor) if finding.relation == "claimed" else None
    return Draft(
        passage=passage,
        span=span(passage, finding.anchor),
        anchor=finding.anchor,
        payload=Responsibility(
            actor=name,
            relation=finding.relation,
            hedge=finding.hedge,
            motive=passage.quote(motive) if motive is not None else None,
        ),
        modality="hedged"
        if finding.hedge
        else "denied"
        if finding.relation == "denied"
        else "asserted",
    )
