"""The nouns after a number: people of a group, devices."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import instruments

#: Words after a number among which that of people or devices is looked for.
_NOUN = 4
_WORDS = re.compile(r"[A-Za-z][\w'’-]*")

#: Where the noun of a number ends: "14 people to the bombs" counts no bombs.
_FURTHER = re.compile(r"\b(?:to|by|in|at|on|from|with|for|after)\b", re.IGNORECASE)


def group_of(after: str) -> str | None:
    """Return the population that the words after a number name, None for none."""
    found = (_populations().get(word) for word in nouns_after(after))
    return next((group for group in found if group is not None), None)


def groups_in(words: str) -> frozenset[str]:
    """Return the populations that some words name.

    >>> sorted(groups_in("Eighteen of those who died were children"))
    ['children']
    """
    found = (_populations().get(_singular(word)) for word in _WORDS.findall(words))
    return frozenset(
        group for group in found if group is not None and group != "persons"
    )


def device_of(after: str) -> str | None:
    """Return the instrument that a word right after a number names, None for none."""
    words = nouns_after(_FURTHER.split(after, maxsplit=1)[0])
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            name = _instruments().get(" ".join(words[start:end]))
            next_word = words[end] if end < len(words) else ""
            if name is not None and next_word not in table("draft")["devices"]["none"]:
                return name
    return None


def nouns_after(after: str) -> list[str]:
    """Return the first words after a number, in the singular, up to a break."""
    head = re.split(r"[,;:.()—]", after, maxsplit=1)[0]
    return [_singular(word) for word in _WORDS.findall(head)[:_NOUN]]


@cache
def _instruments() -> dict[str, str]:
    return {word: row.name for row in instruments().values() for word in row.words}


@cache
def _populations() -> dict[str, str]:
    rows = table("populations")
    groups = [
        key for key, row in rows.items() if isinstance(row, dict) and "nouns" in row
    ]
    found: dict[str, str] = {}
    for key in _GROUPS:
        if key in groups:
            for noun in rows[key]["nouns"]:
                found.setdefault(noun, "persons" if key == "people" else key)
    return found


_GROUPS = (
    "children",
    "women",
    "civilians",
    "combatants",
    "attackers",
    "security_forces",
    "medics",
    "journalists",
    "people",
)


def _singular(word: str) -> str:
    """Return a noun in the singular, as the vocabularies have it.

    >>> [_singular(w) for w in ("Rifles", "AK-47s", "children", "bodies")]
    ['rifle', 'ak-47', 'child', 'body']
    """
    small = word.lower()
    for one, many in table("populations")["plurals"].items():
        if small == many:
            return str(one)
    if small.endswith("ies"):
        return small[:-3] + "y"
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small
