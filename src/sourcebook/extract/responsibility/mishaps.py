"""Mishaps: a driver or pilot is told to have caused the accident."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import (
    bearer,
    lemma,
    subject,
)
from sourcebook.extract.responsibility.actor_words import hedge_at
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    Finding,
    is_unreal,
)
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


from sourcebook.extract.responsibility.accused import relation_by


def mishap(verb: Token, actors: Actors) -> Iterator[Finding]:
    """A driver or pilot is told to have caused the accident ("fell asleep")."""
    rests = _mishaps().get(lemma(verb), [])
    if not rests or not _has_any(verb, rests):
        return
    doer = subject(verb)
    if doer is None or not actors.operates(doer):
        return
    above = _teller(verb)
    relation, hedge = _weighed(verb, above, actors)
    yield Finding(
        actor=doer, relation=relation, anchor=above or verb, hedge=hedge, told=verb
    )


@cache
def _mishaps() -> dict[str, list[list[str]]]:
    """What must stand beside each verb that tells a mishap."""
    found: dict[str, list[list[str]]] = {}
    for told in sorted(words("mishaps")):
        verb, *rest = told.split()
        found.setdefault(verb, []).append(rest)
    return found


def _teller(verb: Token) -> Token | None:
    """The outermost verb of saying or thinking over a clause."""
    step, found = verb, None
    while step.dep_ in (
        "ccomp",
        "xcomp",
        "advcl",
        "relcl",
        "conj",
    ) and step.head.pos_ in ("VERB", "AUX"):
        step = step.head
        if lemma(step) in _TELLING:
            found = step
    return found


def _is_confessed(verb: Token, actors: Actors) -> bool:
    """Whether the driver is told to say of himself that he did."""
    doer = bearer(verb)
    if doer is None or doer.pos_ != "PRON":
        return False
    tellers = (bearer(t) for t in verb.ancestors if lemma(t) in _SAYING)
    return any(t is not None and lemma(t) in words("operators") for t in tellers)


_SAYING = frozenset({"say", "tell", "admit", "confess", "claim"})


def _weighed(
    verb: Token, above: Token | None, actors: Actors
) -> tuple[Relation, str | None]:
    """The relation by who tells it: the operator, those who look into it, others."""
    hedge = hedge_at(verb)
    if _is_confessed(verb, actors):
        return "claimed", hedge
    if above is None:
        return (
            ("suspected", hedge)
            if hedge or is_unreal(verb)
            else ("reported_as_fact", None)
        )
    steps = [
        t
        for t in verb.ancestors
        if lemma(t)
        in ("investigate", "examine", "probe", "look", "believe", "appear", "seem")
    ]
    if steps or is_unreal(verb):
        return "suspected", hedge or (steps[0].text if steps else None)
    teller = bearer(above)
    told_by = (
        lemma(above) == "tell" and teller is not None and not actors.operates(teller)
    )
    if teller is not None and actors.operates(teller) and not told_by:
        return "claimed", hedge
    return relation_by(above), hedge


_TELLING = frozenset(
    {
        "say",
        "tell",
        "claim",
        "think",
        "believe",
        "admit",
        "report",
        "investigate",
        "examine",
        "probe",
        "confess",
        "suggest",
        "add",
        "allege",
    }
)


def _has_any(verb: Token, rests: list[list[str]]) -> bool:
    held = {t.lower_ for t in verb.subtree} | {lemma(t) for t in verb.subtree}
    return any(held.issuperset(rest) for rest in rests)
