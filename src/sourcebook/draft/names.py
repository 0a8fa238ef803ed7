"""The names in words: of places, of what was hit, of people; and those shared."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from sourcebook.link.words import normalised
from sourcebook.model.claim import Claim, Figure, Place, Responsibility, Statement
from sourcebook.model.claim import Target as TargetHit
from sourcebook.model.incident import Incident
from sourcebook.schema import sources
from sourcebook.schema.load import table

WORD = re.compile(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: The first word of a sentence has a capital, a name or not.
FIRST = re.compile(r"^\W*\w+")
#: Words of the longest name of a place that is looked for.
LONGEST = 4
#: Sources that speak of many incidents: their names tell none.
_TELLERS = ("outlet", "wire", "official", "igo", "ngo")


def places_of(node: Incident) -> frozenset[str]:
    """Return the places in the name of a node's place: "Arden and Bay City" has two."""
    told = re.split(r", | and ", node.place.name) if node.place is not None else ()
    return frozenset(map(normalised, told)) - {""}


def told_names(claim: Claim) -> frozenset[str]:
    """Return the names that a claim tells: where, what was hit, who.

    Of countries and of sources that speak of anything, none.
    """
    payload = claim.payload
    if isinstance(payload, Place | TargetHit):
        return told_places(claim)
    if isinstance(payload, Responsibility | Statement):
        named = (
            payload.actor if isinstance(payload, Responsibility) else payload.speaker
        )
        known = sources.resolve(named).type in _TELLERS
        return frozenset() if known else _names(named)
    person = isinstance(payload, Figure) and claim.setting.person
    return _names(claim.quote) if person else frozenset()


def told_places(claim: Claim) -> frozenset[str]:
    """Return the names of where it was, and of what was hit, that a claim tells."""
    payload = claim.payload
    if isinstance(payload, Place):
        wide = payload.precision in ("country", "region")
        places = () if wide else (claim.quote, payload.name)
        return frozenset(form for place in places for form in _forms(place))
    return _names(payload.name or "") if isinstance(payload, TargetHit) else frozenset()


def _forms(place: str) -> list[str]:
    """Return the ways to name a place: "Bay City Harbour" is "Bay City" too."""
    told = place.split()
    return [
        normalised(" ".join(told[:end]))
        for end in range(min(2, len(told)), len(told) + 1)
    ]


def phrases(characters: str) -> frozenset[str]:
    """Return the runs of words that begin with a capital letter."""
    told = WORD.findall(characters)
    runs = (
        " ".join(told[at : at + length])
        for at, word in enumerate(told)
        for length in range(1, LONGEST + 1)
        if word[:1].isupper()
    )
    return frozenset(map(normalised, runs)) - _generic()


def _names(words: str) -> frozenset[str]:
    """Return the capitalised words, small, without those of any office."""
    capitals = (w for w in WORD.findall(words) if w[0].isupper())
    return frozenset(map(normalised, capitals)) - _generic() - _common()


def _generic() -> frozenset[str]:
    return frozenset(table("draft")["generic"])


def _common() -> frozenset[str]:
    """Return the words in names of what was hit that many places have."""
    return frozenset(table("draft")["common"])


def shared_names(one: str, other: str) -> frozenset[str]:
    """Return the names and years that two sentences share.

    >>> sorted(shared_names("In 2019 in Arden", "At Arden in May 2019"))
    ['2019', 'arden']
    >>> sorted(shared_names("More died", "More were hurt"))
    []
    """
    named = (_names(FIRST.sub("", words)) for words in (one, other))
    return frozenset.intersection(*named) | (
        frozenset(_YEAR.findall(one)) & frozenset(_YEAR.findall(other))
    )


def all_names(labels: Iterable[str]) -> frozenset[str]:
    """Return the names and years in some labels."""
    whole = " ".join(labels)
    return _names(whole) | frozenset(_YEAR.findall(whole))


def weighed(told: Counter[str], whole: int) -> dict[str, float]:
    """Return how much a name speaks for each incident: rare names, told often, most."""
    most = max(told.values())
    share = {root: told[root] / most for root in sorted(told)}
    rare = math.log(whole / sum(share.values()))
    return {root: max(rare, 0.0) * part for root, part in share.items()}


def weighed_in(
    characters: str, names: Mapping[str, Mapping[str, float]]
) -> Counter[str]:
    """Return how much the names in some words speak for each incident."""
    found: Counter[str] = Counter()
    for name in sorted(phrases(characters)):
        for root, weight in names.get(name, {}).items():
            found[root] += weight  # type: ignore[assignment]
    return found


def only_of(score: Counter[str], known: set[str]) -> Counter[str]:
    """Return the evidence for some incidents only."""
    return Counter({root: n for root, n in score.items() if root in known})
