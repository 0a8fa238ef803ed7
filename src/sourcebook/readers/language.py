"""Which language a report is written in."""

from __future__ import annotations

from importlib import import_module

#: Fewer letters than this tell no language; the model then guesses at names.
_SHORTEST = 60
#: Characters looked at: the model settles well before.
_LONGEST = 1500


def language_of(title: str, characters: str) -> str | None:
    """Return the ISO 639-1 code of the language, or None for a short text.

    >>> language_of("", "Seven dead") is None
    True
    """
    sample = f"{title}\n{characters}"[:_LONGEST]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    if sum(map(str.isupper, sample)) > sum(map(str.islower, sample)):
        sample = sample.lower()  # wires in capitals; the model learned running text
    return str(import_module("py3langid").classify(sample)[0])
