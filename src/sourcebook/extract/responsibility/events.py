"""Which event a claim of responsibility is about: the one told, or an avenged one.

Whom an attack avenges had done something else before: what is said of that deed belongs
to another event (RSP-3). A claim of "the attack" is about the one told, also where its
sentence names an earlier deed or an earlier day as its reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed
from sourcebook.extract.responsibility.motives import avenged_in, in_motive
from sourcebook.extract.responsibility.naming import canonical
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Responsibility, Statement

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Notes of a draft by which scope knows its event.
OWN, OTHER = "event:own", "event:other"
#: A picture of a series, with the year in which it was taken.
_PICTURED = re.compile(r"\s*\d{1,3}\s*/\s*\d{1,3}\s+((?:19|20)\d\d)\b")
_OTHERS = frozenset(
    {"similar", "other", "another", "previous", "earlier", "last", "past", "recent"}
)
_BOUNDS = frozenset({"relcl", "acl", "advcl"})


def noted(draft: Draft, parsed: Parsed) -> Draft:
    """Return the draft with a note on its event, where the words tell which."""
    note = None
    if _is_avenged(draft, parsed) or _is_pictured(draft):
        note = OTHER
    elif _is_of_the_event(draft):
        note = OWN
    return draft if note is None else replace(draft, notes=(*draft.notes, note))


def _is_pictured(draft: Draft) -> bool:
    """Whether a caption tells by its year that its picture shows another event."""
    found = _PICTURED.match(draft.passage.text)
    published = draft.passage.report.published
    return bool(found and published and found[1] not in str(published))


def _is_avenged(draft: Draft, parsed: Parsed) -> bool:
    """Whether the deed of those on whom the report's attack takes revenge is told."""
    payload = draft.payload
    if not isinstance(payload, Responsibility) or payload.relation == "denied":
        return False
    if in_motive(draft.anchor):
        return True
    actor = payload.actor.lower() + " "
    return any(actor.startswith(f"{name} ") for name in sorted(_avenged(parsed)))


@lru_cache(maxsize=1)
def _avenged(parsed: Parsed) -> frozenset[str]:
    """The names of those on whom revenge is told to be taken, but for who takes it."""
    hit: set[str] = set()
    takers: set[str] = set()
    for passage in parsed.passages:
        for token in passage.doc:
            below = avenged_in(token)
            if not below:
                continue
            hit |= {n for t in below if t.ent_type_ in _BODIES for n in _names(t)}
            hit |= {"coalition"} & {lemma(t) for t in below}
            doers = (bearer(v) for v in token.ancestors if v.pos_ == "VERB")
            takers |= {n for t in doers if t is not None for n in _names(t)}
    return frozenset(hit - takers)


_BODIES = frozenset({"GPE", "NORP", "ORG"})


def _names(token: Token) -> set[str]:
    """The names under which a body, or its forces, may be told."""
    return {token.lower_, canonical(token.text, token).lower()}


def _is_of_the_event(draft: Draft) -> bool:
    payload = draft.payload
    if isinstance(payload, Responsibility):
        if payload.relation not in ("claimed", "denied"):
            return False
    elif not isinstance(payload, Statement) or payload.act not in _ACTS:
        return False
    event = _event_of(draft.anchor)
    return event is not None and _is_definite(event)


_ACTS = frozenset({"claim_responsibility", "state_motive"})


def _event_of(anchor: Token) -> Token | None:
    """The event that a claim is about: its object, or the subject of what is said."""
    for verb in (anchor, *(c for c in anchor.children if c.dep_ == "ccomp")):
        for noun in (c for c in verb.children if c.dep_ in _ARGUMENTS):
            for told in (noun, *after(noun, "for"), *after(verb, "for")):
                if _is_event(told) and not in_motive(told):
                    return told
    return None


_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "oprd", "attr"})


def _is_event(token: Token) -> bool:
    plain = token.pos_ == "NOUN" and lemma(token) in words("event_nouns")
    return plain or (token.lower_ == "it" and token.dep_ in ("dobj", "nsubj"))


def _is_definite(event: Token) -> bool:
    """ "The attack", without a day, place or word that makes it another one."""
    if event.lower_ == "it":
        return True
    if not any(c.lower_ in ("the", "this", "both") for c in event.children):
        return False
    near = [c for c in event.children if c.dep_ not in _BOUNDS]
    return not any(
        t.lower_ in _OTHERS or t.ent_type_ in ("DATE", "GPE", "LOC", "FAC")
        for c in near
        for t in (c, *c.children)
    )
