"""Claims by what one's own people did: "a rebel commander said his men shot it down"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import after, bearer, lemma, subject
from sourcebook.extract.responsibility.finding import Finding, is_negated, is_unreal
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.naming import state_of
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.responsibility.actors import Actors
    from sourcebook.extract.syntax import Token

_TELLING = words("telling_claims") | words("confessing") | {"confirm", "add"}
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})


def by_own_men(verb: Token, actors: Actors) -> Iterator[Finding]:
    """Yield the claim of who tells that his people did it: his side, else himself."""
    speaker = bearer(verb) if lemma(verb) in _TELLING else None
    if speaker is None or is_negated(verb):
        return
    for told in (c for c in verb.children if c.dep_ == "ccomp"):
        doer = subject(told)
        if doer is None or not are_own_men(doer) or is_negated(told) or is_unreal(told):
            continue
        if is_deed(told) or _is_behind(told):
            side = side_of(speaker, actors)
            yield Finding(actor=side or speaker, relation="claimed", anchor=verb)
            return


def are_own_men(doer: Token) -> bool:
    """Whether the fighters told are the speaker's own ("his men", "two of our pilots")."""
    if doer.lower_ in ("one", "some", "two", "three"):
        doer = next(after(doer, "of"), doer)
    own = any(
        c.dep_ == "poss" and (c.lower_ in _OWN or lemma(c) in words("groupings"))
        for c in doer.children
    )  # "one of the movement's fighters"
    return own and lemma(doer) in words("own_people")


def own_group(noun: Token, actors: Actors) -> Token | None:
    """Return whom "his organisation" or "their movement" means: the speaker's side."""
    own = any(c.dep_ == "poss" and c.lower_ in _OWN for c in noun.children)
    if not own or lemma(noun) not in words("groupings"):
        return None
    for above in noun.ancestors:
        if above.pos_ == "VERB" and lemma(above) in _TELLING | words("denying"):
            return side_of(bearer(above), actors)
    return None


def side_in_title(person: Token) -> str | None:
    """Return the state of an official by the adjective before his office.

    "Norlandic Defence Minister Jan Poe" speaks for Norland.
    """
    if person.ent_type_ != "PERSON" and person.pos_ != "PROPN":
        return None
    office = any(lemma(c) in words("authorities") for c in person.subtree)
    for word in person.subtree:
        if office and word.i < person.i and word.ent_type_ in ("NORP", "GPE"):
            state = state_of(word.text.removesuffix("'s"))
            if state is not None:
                return state
    return None


def _is_behind(told: Token) -> bool:
    return lemma(told) == "be" and any(c.lower_ == "behind" for c in told.children)


def side_of(speaker: Token | None, actors: Actors) -> Token | None:
    """Return for whom one speaks: "a spokesman for the rebels", "al-Norda's spokesman"."""
    if speaker is None:
        return None
    held = speaker.head if speaker.dep_ == "appos" else speaker
    sides = [*after(held, "for", "of"), *(c for c in held.children if c.dep_ == "poss")]
    sides += (c for c in held.children if c.dep_ == "compound")
    fighters = words("doers") | words("groupings")
    return next(
        (
            side
            for side in sides
            if actors.kind(side) == "group"
            or lemma(side) in fighters
            or (side.pos_ == "PROPN" and side.ent_type_ in ("ORG", "NORP"))
        ),
        None,
    )
