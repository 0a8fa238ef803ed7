"""Nouns of one sex, for pronouns and for telling persons apart."""

from __future__ import annotations

#: Nouns of one sex, for pronouns and for telling persons apart.
WOMEN = frozenset(
    (
        "woman",
        "girl",
        "mother",
        "wife",
        "daughter",
        "sister",
        "grandmother",
        "aunt",
        "niece",
        "girlfriend",
        "widow",
        "mom",
        "lady",
        "nun",
        "actress",
        "mrs",
        "ms",
        "miss",
    )
)
MEN = frozenset(
    (
        "man",
        "boy",
        "father",
        "husband",
        "son",
        "brother",
        "grandfather",
        "uncle",
        "nephew",
        "boyfriend",
        "dad",
        "priest",
        "gunman",
        "policeman",
        "serviceman",
        "mr",
    )
)
