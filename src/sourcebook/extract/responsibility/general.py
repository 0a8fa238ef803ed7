"""What is told in general, or only aimed at: no deed of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_HABIT = frozenset(
    {
        "frequently",
        "often",
        "regularly",
        "routinely",
        "usually",
        "generally",
        "occasionally",
        "sometimes",
        "periodically",
        "traditionally",
        "habitually",
    }
)
#: Verbs of those who want deeds to end, or to be kept from happening.
_ENDING = frozenset(
    {
        "stop",
        "stamp",
        "prevent",
        "end",
        "halt",
        "curb",
        "combat",
        "counter",
        "deter",
        "quell",
        "suppress",
        "thwart",
        "foil",
        "avert",
        "repel",
        "fight",
        "contain",
        "reduce",
        "eliminate",
        "protect",
        "avoid",
        "discourage",
        "tackle",
        "renounce",
        "fear",
        "threaten",
    }
)
#: What armed forces do to places, which is no harm by itself.
_ENTERING = frozenset({"raid", "storm", "invade", "overrun", "besiege", "board"})
_HARM = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "shoot",
        "fire",
        "bomb",
        "die",
        "beat",
        "burn",
        "destroy",
        "massacre",
        "hurt",
        "open",
        "shell",
        "dead",
        "demolish",
        "free",
    }
)


def is_habit(verb: Token) -> bool:
    """Whether a verb tells what somebody does as a habit ("often attack convoys")."""
    return any(c.lower_ in _HABIT for c in verb.children)


def is_aim(noun: Token) -> bool:
    """Whether a deed is told only as what others want to end ("to halt rebel attacks")."""
    step = noun
    while step.dep_ in ("conj", "pobj", "prep", "pcomp", "dobj") and step.head != step:
        step = step.head
        if step.pos_ == "VERB":
            return lemma(step) in _ENDING and step.tag_ in ("VB", "VBG")
    return False


def is_entry(verb: Token, doer: Token) -> bool:
    """Whether soldiers or police entered a place, with nobody told to be harmed by it."""
    if lemma(verb) not in _ENTERING or lemma(doer) not in _lawful():
        return False
    return not any(lemma(t) in _HARM for t in verb.sent)


def _lawful() -> frozenset[str]:
    return words("arms_of_state") | words("forces") | {"commando", "marine"}
