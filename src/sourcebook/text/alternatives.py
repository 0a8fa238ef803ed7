"""Patterns for any of many words, shared beginnings written once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

_EDGE = r"\b"
#: What a top-level bar must not be looked for in: escapes and sets of characters.
_OPAQUE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


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


def either(patterns: Iterable[str]) -> str:
    r"""Return a pattern that matches as the patterns joined by "|" would, and sooner.

    Those that begin at the edge of a word ask for it together: elsewhere none is tried.

    >>> either([r"\bdied\b", r"\bdead\b", "killed"])
    '\\b(?:(?:died\\b)|(?:dead\\b))|(?:killed)'
    """
    joined = []
    for edged, group in groupby(patterns, _begins_at_edge):
        rest = [each.removeprefix(_EDGE) if edged else each for each in group]
        told = "|".join(f"(?:{each})" for each in rest)
        joined.append(f"{_EDGE}(?:{told})" if edged else told)
    return "|".join(joined)


def _begins_at_edge(pattern: str) -> bool:
    """Whether all that a pattern matches begins at the edge of a word."""
    if not pattern.startswith(_EDGE):
        return False
    depth = 0
    for mark in _OPAQUE.sub("", pattern):
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            return False
    return True


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
