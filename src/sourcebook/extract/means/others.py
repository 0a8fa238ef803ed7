"""Means that are not those of the attack: of the police, in works, kept or filming."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import instruments

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("instruments")["others"][name])


def is_of_others(first: Token, head: Token, key: str, verb: Token | None) -> bool:
    """Whether the words tell a device that did not carry out the attack.

    ``first`` and ``head`` bound its name, ``verb`` is the verb above it, if any.
    """
    words = {t.lower_ for t in head.sent}
    if any(c.lower_ == "controlled" for c in head.children):
        return True
    if key == "mine" and lemma(head) in ("blast", "explosion"):
        return bool(words & _words("mining"))
    if key == "bomb" and first == head and lemma(head) == "device":
        return not words & _words("exploding") or _is_used_by_police(verb)
    if key == "drone" and first == head:
        return not _strikes(head)
    if key in ("rocket", "missile") and words & _words("space"):
        return True
    kept = instruments()[key].generic and verb is not None
    return kept and verb is not None and lemma(verb) in _words("keeping")


def _is_used_by_police(verb: Token | None) -> bool:
    children = verb.children if verb is not None else ()
    return any(c.dep_ == "nsubj" and c.lower_ in _words("police") for c in children)


def _strikes(drone: Token) -> bool:
    """Whether a drone does harm itself: "a drone hit", "killed by drones"."""
    above = drone.head
    if drone.dep_ == "pobj" and above.lower_ in ("by", "with", "from"):
        above = above.head
    elif drone.dep_ != "nsubj":
        return False
    harming = table("targets")["verbs"]
    return lemma(above) in harming or lemma(above) in _words("dropping")


def laden(head: Token) -> Token | None:
    """Return the vehicle of "a car packed with explosives", None for other words."""
    above = head.head
    if lemma(head) != "explosive" or head.dep_ != "pobj" or above.lower_ != "with":
        return None
    filled = above.head
    if filled.lower_ not in _words("filled") or filled.head == filled:
        return None
    vehicle = filled.head
    return vehicle if lemma(vehicle) in _words("vehicles") else None
