"""The letters that the matches of a pattern begin with, to be looked for first.

Where case is ignored, a search tries every alternative at the edge of every word. A look
at their first letters, written as a tree, leaves nearly all of these words out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.text.alternatives import alternatives, either

#: An escape, a set of characters, or one character.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
#: Characters that stand for themselves, none of which may be missing.
_PLAIN = re.compile(r"(?:[a-z0-9 '’-](?![?*{]))+")
_MAY_BE_MISSING = re.compile(r"(?:[?*]|\{0,\d*\})[?+]?")


def guarded(patterns: Iterable[str]) -> str:
    r"""Return a pattern that matches wherever one of the patterns does, and sooner.

    It does not tell which, as it tries them in another order.

    >>> guarded(["wounded", "(?:was|were) hurt", r"\w+ died"])
    '(?:(?=w(?:ounded|ere|as))(?:(?:wounded)|(?:(?:was|were) hurt))|(?:\\w+ died))'
    """
    told = {pattern: heads(pattern) for pattern in patterns}
    letters = sorted(frozenset[str]().union(*told.values()), key=lambda w: (-len(w), w))
    known = either(pattern for pattern, begun in told.items() if begun)
    rest = either(pattern for pattern, begun in told.items() if not begun)
    first = f"(?={alternatives(letters, space=' ')})(?:{known})" if known else ""
    return f"(?:{'|'.join(each for each in (first, rest) if each)})"


def heads(pattern: str) -> frozenset[str]:
    r"""Return letters with which all that a pattern matches begins.

    Empty where the pattern does not tell them.

    >>> sorted(heads(r"(?:was |were )?burn(?:ed|t)\b")), sorted(heads(r"\w+ed|hurt"))
    (['burn', 'was ', 'were '], [])
    """
    begun = [_begun(branch.removeprefix(r"\b")) for branch in _branches(pattern)]
    return frozenset[str]().union(*begun) if all(begun) else frozenset()


def _begun(branch: str) -> frozenset[str]:
    """Return the heads of a pattern without a bar outside its groups."""
    if not branch.startswith("(?:"):
        found = _PLAIN.match(branch)
        return frozenset({found.group()} if found else ())
    behind = _behind_group(branch)
    inner, rest = branch[3 : behind - 1], branch[behind:]
    missing = _MAY_BE_MISSING.match(rest)
    return heads(f"{inner}|{rest[missing.end() :]}" if missing else inner)


def _branches(pattern: str) -> list[str]:
    """Return what stands between the bars outside groups."""
    found, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return found


def _behind_group(pattern: str) -> int:
    """Return where the group that opens a pattern has ended."""
    at = depth = 0
    for piece in _PIECE.findall(pattern):
        at += len(piece)
        depth += (piece == "(") - (piece == ")")
        if not depth:
            break
    return at
