"""Whether a name is that of a person or of a body (DOMAIN N21).

Who is quoted by name without any office is a private person, unless the words say
that the name is no person's: a word such as Front or Ministry in it, an article
before it, "which" or "the group" beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sourcebook.schema.source_words import vocabulary
from sourcebook.schema.sources import is_known

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AGED = re.compile(r"\s*(?:,\s+(?:aged\s+)?\d{1,3}\b|,\s+who\b|\s+\(\d{1,3}\))")
_THING = re.compile(r"\s*,\s+which\b|\s+and\s+its\b")
#: Words after a family name that follows an article: "the Vale family".
_OF_PERSONS = frozenset(
    [
        "family",
        "families",
        "brothers",
        "sisters",
        "twins",
        "couple",
        "home",
        "house",
        "household",
        "murder",
        "killing",
        "shooting",
        "case",
        "trial",
        "estate",
        "siblings",
    ]
)
#: Characters on either side of a name in which it is told what it names.
_NEAR = 60


def is_persons(name: str, texts: Iterable[str]) -> bool:
    """Return whether a name is a person's, by its words and those around it.

    ``texts`` are the reports that use it. A name of one word needs evidence that it
    is a person's, one of several words that it is not.

    >>> is_persons("Oren Vale", ["Oren Vale saw it."])
    True
    >>> is_persons("Grey Tide", ["The armed group Grey Tide claimed it."])
    False
    >>> is_persons("Harbour Front", []), is_persons("Attar", ["Attar, 54, wept."])
    (False, True)
    >>> is_persons("Vale", ["It was Oren Vale. Vale fled."]), is_persons("Apple", [])
    (True, False)
    """
    words = _LETTERS.findall(name)
    if is_known(name) or any(w.casefold() in vocabulary("body") for w in words):
        return False
    told = {kind for text in texts for kind in _told(name, text)}
    if "person" in told:
        return True
    return "body" not in told and len(words) > 1


def _told(name: str, text: str) -> Iterator[str]:
    """Yield "person" or "body" for each use of the name that tells which it is."""
    for match in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        words = _LETTERS.findall(before)
        last = words[-1] if before.endswith((" ", ". ")) and words else ""
        after = text[match.end() : match.end() + _NEAR]
        titled = last.casefold() in vocabulary("honorific") or _AGED.match(after)
        alone = " " not in name and before.endswith(f"{last} ")
        if titled or (alone and _first(last, text)):
            yield "person"
        elif _grouped(last.casefold(), after):
            yield "body"


def _grouped(last: str, after: str) -> bool:
    if last in vocabulary("band") or _THING.match(after) or _described(after):
        return True
    return last == "the" and not _is_of_persons(after)


def _first(word: str, text: str) -> bool:
    """Whether the word before a family name is a first name: never in small letters."""
    if not word[:1].isupper() or word.casefold() in vocabulary("body"):
        return False
    return not re.search(rf"\b{re.escape(word.lower())}\b", text)


def _is_of_persons(after: str) -> bool:
    words = _LETTERS.findall(after)
    return bool(words) and words[0].casefold() in _OF_PERSONS


def _described(after: str) -> bool:
    """Whether "..., a militant group" follows: the noun within five words."""
    if not re.match(r"\s*,\s+(?:an?|the)\s", after):
        return False
    clause = re.split(r"[.;:]|,\s", after.lstrip(" ,"))[0]
    return any(w.casefold() in vocabulary("band") for w in _LETTERS.findall(clause)[:6])
