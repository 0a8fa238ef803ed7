"""Patterns for any of many words, shared beginnings written once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def alternatives(words: Iterable[str], *, space: str = r"\s+") -> str:
    r"""Return a pattern that matches as the words joined by "|" would, and sooner.

    ``space`` is the pattern of a space. Words are tried in their order; words of
    different beginnings never compete, so that sharing beginnings keeps it.

    >>> alternatives(["killed", "kill", "car bomb"])
    '(?=[ck])(?:kill(?:ed|)|car\\s+bomb)'
    """
    listed = list(dict.fromkeys(words))
    rows = [
        tuple(space if letter == " " else re.escape(letter) for letter in word)
        for word in listed
    ]
    if any(word != word.lower() for word in listed) or () in rows:
        # a pattern that ignores case would let these compete
        return f"(?:{'|'.join(''.join(row) for row in rows)})"
    first = sorted({row[0] for row in rows})
    if len(first) < 2 or space in first:
        return _tree(rows)
    return f"(?=[{''.join(first)}]){_tree(rows)}"


def _tree(rows: Sequence[tuple[str, ...]]) -> str:
    """Return a pattern of the rows, grouped by their first units."""
    branches: list[str] = []
    groups: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        if row:
            groups.setdefault(row[0], []).append(row[1:])
        else:  # what comes later must not be tried before the end
            branches += [*_branches(groups), ""]
            groups = {}
    branches += _branches(groups)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _branches(groups: dict[str, list[tuple[str, ...]]]) -> list[str]:
    return [unit + _tree(rests) for unit, rests in groups.items()]
