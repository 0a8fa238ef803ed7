"""Members told one after another who make up the count before: "four died: a pilot, two".

Only a list that adds up to the number before it is taken, so a wrong parse of a name or
a place among the members cannot make people of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading

Said = dict[int, tuple[Reading, ...]]
#: What opens the list, straight behind the people or behind what is said of them.
_BEHIND_PEOPLE = re.compile(r"\s*(?:,|--|[–—(:-])\s*(?:all\s+of\s+them\s+|namely\s+)?")
_BEHIND_HARM = re.compile(
    r"[^.;:()—–]{0,90}?\s*(?:--|[–—(:])\s*(?:they\s+(?:were|are)\s+)?"
)
#: Between two members, with an age or a home of the first: "a pilot, 40, of Leeds, and".
_BETWEEN = re.compile(
    r"(?:\s*,\s*(?:aged?\s+)?\d{1,3})?(?:\s*\([^()]{1,30}\))?"
    r"(?:\s*,?\s+(?:of|from|in|with)\s+[^.;:,]{2,40}?)?"
    r"\s*(?:,\s+(?:and\s+|plus\s+)?|;\s+(?:and\s+)?|\s+and\s+)(?:also\s+)?"
)
_MOST = 12


def unfold(mentions: Sequence[Mention], said: Said) -> None:
    """Give the members of a list what is said of the count that they add up to."""
    for at, host in enumerate(mentions):
        told, value = said.get(id(host), ()), host.number.value
        if host.single or not told or value is None or not 1 < value <= _MOST:
            continue
        for member in _members(host, told[0], mentions[at + 1 :], value):
            if not said.get(id(member)):
                said[id(member)] = told


def _members(
    host: Mention, told: Reading, behind: Sequence[Mention], value: int
) -> list[Mention]:
    """Return the mentions of the list behind a count, none where they add up to another."""
    text = host.passage.text
    openings = [_BEHIND_PEOPLE.match(text, host.end)]
    if told.side in ("right", "noun", "tree") or told.end > host.end:
        openings.append(_BEHIND_HARM.match(text, max(told.end, host.end)))
    for opening in openings:
        found = _list_at(opening.end(), behind, text) if opening is not None else []
        for length in range(len(found), 1, -1):
            if sum(m.number.value or 0 for m in found[:length]) == value:
                return found[:length]
    return []


def _list_at(position: int, behind: Sequence[Mention], text: str) -> list[Mention]:
    """Return the mentions that stand in a row from a place on."""
    found: list[Mention] = []
    for mention in behind:
        if mention.start < position:
            continue
        first = not found and not text[position : mention.start].strip()
        next_ = bool(found) and _BETWEEN.fullmatch(text, found[-1].end, mention.start)
        if (
            not (first or next_)
            or mention.inner is not None
            or not mention.number.value
        ):
            break
        found.append(mention)
    return found
