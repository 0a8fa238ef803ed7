"""People, streets and ages that a report mentions, read from its words.

Those who died, were hurt or stand accused are told with name and age, and streets
with a kind of street; two reports that share them tell of one incident even when
months and words lie between them. Used to group, never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.link.words import normalised

_NAME = r"[A-Z][\w'’]+(?:-[A-Z]\w+)?(?: (?:[A-Z]\.|\"?[A-Z][\w'’.-]+\"?|de|la|al|bin)){0,3} [A-Z][\w'’-]+"
_AGED = re.compile(
    rf"({_NAME})(?:,? [JS]r\.?)?,? (?:\(?aged? )?\(?\d{{1,2}}\b(?! (?:people|others|killed|dead))"
    rf"|\d{{1,2}}[- ]years?[- ]old,? (?:\w+ ){{0,2}}?({_NAME})"
    rf"|\b(?:victims?|suspects?|gunm[ae]n|shooter|attacker|bomber|named|identified (?:\w+ ){{0,5}}as|"
    rf"charged|arrested|sentenced|convicted|killed|shot|death of|murder of) ({_NAME})"
)
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_STREET = re.compile(
    r"\b((?:(?:North|South|East|West|N|S|E|W)\.? )?(?:[A-Z0-9][\w'’]* ){1,3})"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Highway|Parkway|Terrace|Square|Circle|Court|Way)\b"
)
_BLOCK = re.compile(r"\b(\d{2,5})(?:th)? block\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b(\d{1,2})[- ](?:years?|months?)[- ]old\b|, (\d{1,2}),"
    r"|\bage[ds]? (?:between )?(\d{1,2})\b(?:(?:,? and | to |, )(\d{1,2})\b)?",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"^(?:north|south|east|west|n|s|e|w)\.? |^(?:block|the|of|and|on|at) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Persons by surname and full name, streets, block numbers and ages."""

    persons: frozenset[str]
    surnames: frozenset[str]
    streets: frozenset[str]
    blocks: frozenset[str]
    ages: frozenset[str]


def mentions(title: str, text: str) -> Mentions:
    """Read who and which streets a report mentions.

    >>> found = mentions("", "Ana B. Gray, 40, was shot on East Mill Street.")
    >>> sorted(found.persons), sorted(found.streets)
    (['ana gray'], ['mill'])
    """
    persons = set(filter(None, map(_person, _AGED.findall(f"{title}\n{text}"))))
    return Mentions(
        persons=frozenset(persons),
        surnames=frozenset(name.split()[-1] for name in persons),
        streets=frozenset(map(_street, _STREET.findall(text))),
        blocks=frozenset(_BLOCK.findall(text)),
        ages=frozenset(age for found in _AGE.findall(text) for age in found if age),
    )


def _person(groups: tuple[str, ...]) -> str | None:
    told = normalised(next(filter(None, groups))).replace(",", "").split()
    told = [word.strip(".\"'") for word in told]
    told = [word for word in told if word not in _SUFFIX and len(word) > 1]
    return f"{told[0]} {told[-1]}" if len(told) > 1 else None


def _street(name: str) -> str:
    plain = normalised(name).strip()
    while (shorter := _DIRECTION.sub("", plain)) != plain:
        plain = shorter
    return plain.split()[-1] if plain else plain
