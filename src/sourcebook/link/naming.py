"""By which names a report places its event, and which names it tells at all.

What no gazetteer knows is read from the words: a capitalised name after "in", "near" or
"off" in the title or lead. Used to compare reports, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern

from sourcebook.link.lexicon import listed
from sourcebook.link.words import cased, words
from sourcebook.model.claim import Claim, Place
from sourcebook.model.report import Report

#: A name as the set of its words in normal form.
Name = frozenset[str]
#: Characters at the head of a text that place its event.
LEAD = 500
_NAME = r"[A-Z][\w'’-]*\.?(?: (?:of |the |de |la |el |al[- ])*[A-Z][\w'’-]*)*"
_WHERE = re.compile(
    rf"\b(?:in|at|near|off|outside|inside|around|on) (?:[a-z]+ ){{0,3}}?({_NAME})"
)
_LAST = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Oo]ff) ({_NAME})(?=$|[,;:|])")
_CAPITAL = re.compile(r"\b[A-Z0-9][\w.'’-]*")
_SHORT = {"mt": "mount", "st": "saint", "ft": "fort", "saint": "saint"}


def name_of(told: str) -> Name:
    """Return a place's name as its words, without those that any place may have.

    >>> sorted(name_of("Mt. Sorrel County")), sorted(name_of("the North Side"))
    (['mount', 'sorrel'], ['north', 'side'])
    """
    plain = [_plain(word) for word in words(told)]
    kept = frozenset(w for w in plain if w not in listed("places", "generic"))
    return kept or frozenset(plain)


def capitals(report: Report) -> frozenset[str]:
    """Return the words of a report that stand capitalised somewhere, in normal form."""
    told = f"{report.title}\n{cased(report.text.characters)}"
    found = set(_CAPITAL.findall(told))
    return frozenset(chain.from_iterable(map(_forms, found)))


@lru_cache(maxsize=2**17)
def _forms(capital: str) -> tuple[str, ...]:
    told = words(capital)
    return tuple(_plain(part) for word in told for part in (word, *word.split("-")))


def unresolved(report: Report, claims: Iterable[Claim]) -> frozenset[Name]:
    """Return the names after words of place up front that no claim resolves."""
    known = {
        name_of(told)
        for claim in claims
        if isinstance(claim.payload, Place)
        for told in (claim.quote, claim.payload.name)
    }
    found = {name_of(told) for told in _told(report)}
    return frozenset(
        name
        for name in found - known
        if not name <= listed("places", "never") and not any(name < k for k in known)
    )


def _told(report: Report) -> Iterator[str]:
    title = report.title
    if any(word.islower() and len(word) > 4 for word in title.split()):
        yield from _WHERE.findall(title)
    else:  # where every word is capitalised, a name ends where the title does
        yield from (n for n in _LAST.findall(title) if not _tells_harm(n))
    yield from _WHERE.findall(cased(report.text.characters)[:LEAD])


def _tells_harm(name: str) -> bool:
    harm = listed("gate", "strong") | listed("gate", "weak")
    return not harm.isdisjoint(words(name))


def event_names(spots: Sequence[Place], claims: Iterable[Claim]) -> frozenset[Name]:
    """Return the names by which reports call these event places."""
    return frozenset(
        name_of(told)
        for claim in claims
        if isinstance(claim.payload, Place) and claim.payload in spots
        for told in (claim.quote, claim.payload.name)
    )


@lru_cache(maxsize=2**17)
def _plain(word: str) -> str:
    plain = intern(word.removesuffix("'s").strip(".'"))  # one of each in memory
    return _SHORT.get(plain, plain)
