"""Recasing for the parser: headlines in title case, old wires in capitals.

The parser was trained on running text. It reads "Taliban Attack Kills Six" badly, so
it is given a recased copy of the same length; spans always point into the original.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def recase_title(title: str, body: str) -> str:
    """Lower-case the words of a title-case headline that the body writes so.

    Names stay capitalised because the body capitalises them too. The result has
    the length of the title; a title that is not in title case returns unchanged.

    >>> recase_title("Taliban Attack Kills Six", "The attack by the Taliban kills six.")
    'Taliban attack kills six'
    """
    words = [m for m in _WORD.finditer(title) if len(m.group()) > 3]
    capitalised = sum(m.group()[0].isupper() for m in words)
    if len(words) < 3 or capitalised < 0.7 * len(words):
        return title
    plain = {m.group() for m in _WORD.finditer(body) if m.group().islower()}
    letters = list(title)
    for match in _WORD.finditer(title):
        low = match.group().lower()
        if match.start() and low in plain and len(low) == len(match.group()):
            letters[match.start() : match.end()] = low
    return "".join(letters)
