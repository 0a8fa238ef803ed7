"""Fighters told again by a plain noun: "the militants" are the gunmen told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Responsibility

if TYPE_CHECKING:
    from sourcebook.extract.draft import Draft

#: Relations of those of whom it is told as fact, or who claim it.
_DOING = frozenset({"reported_as_fact", "claimed", "suspected", "accused"})
_PLURALS = frozenset(
    {
        "militants", "rebels", "guerrillas", "gunmen", "attackers", "assailants",
        "hijackers", "kidnappers", "terrorists", "insurgents", "raiders", "bandits",
        "fighters", "extremists", "separatists", "robbers", "pirates", "abductors",
        "hostage-takers", "captors", "bombers", "killers", "group", "gang", "same group",
        "same gang", "organization", "organisation", "movement",
    }
)  # fmt: skip


def in_group(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, fighters told by a plain noun named as they were before.

    Only where one group alone of fighters was told before by more than a plain noun.
    """
    told: list[Draft] = []
    before: dict[str, str] = {}
    for draft in drafts:
        payload = draft.payload
        assert isinstance(payload, Responsibility)
        actor = payload.actor
        plain = actor.lower().removeprefix("the ")
        if plain in _PLURALS and _is_definite(draft) and len(before) == 1:
            name = next(iter(before.values()))
            draft = replace(draft, payload=replace(payload, actor=name))
        elif plain not in _PLURALS and payload.relation in _DOING and _fights(actor):
            before.setdefault(actor.lower(), actor)
        told.append(draft)
    return told


def known_by_group(drafts: list[Draft]) -> list[Draft]:
    """Leave out a nameless suicide bomber where the report tells whose he was.

    He is how it was done; who did it is the group that claims it or is blamed.
    """
    groups = any(
        isinstance(d.payload, Responsibility)
        and d.payload.relation in _SAID
        and (
            d.payload.relation == "claimed"
            or d.payload.actor.lower() in words("groups")
        )
        for d in drafts
    )
    return [d for d in drafts if not (groups and _is_bomber(d))]


_SAID = frozenset({"claimed", "accused", "accused_by_authority"})


def _is_bomber(draft: Draft) -> bool:
    told = getattr(draft.payload, "actor", "").lower()
    plain = told in ("bomber", "bombers") or told.startswith("suicide ")
    return plain and getattr(draft.payload, "relation", "") == "reported_as_fact"


def _fights(actor: str) -> bool:
    """Whether an armed group or fighters of some kind are meant."""
    folded = actor.lower()
    last = folded.split()[-1].removesuffix("s")
    several = last in words("doers") - words("suspects") - words("arms")
    return several or folded in words("groups")


def _is_definite(draft: Draft) -> bool:
    anchor = draft.anchor
    doer = agent(anchor) if is_passive(anchor) else bearer(anchor)
    if doer is not None and doer.lower_ == "they":
        return True
    nouns = [doer] if doer is not None else list(anchor.children)
    return any(
        c.lower_ in ("the", "these", "those", "same")
        for noun in nouns
        for c in noun.children
    )
