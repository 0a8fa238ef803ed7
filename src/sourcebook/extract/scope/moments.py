"""Words that say when: of a stretch, and of the report's own incident."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.schema.load import table

YEAR = re.compile(
    r"(?<![\w$£€.,-])((?:19|20)\d\d)(?:s\b|\b)(?![,.]?\d)(?! (?:block|people|block|miles|feet|[a-z]+ (?:street|avenue|road)))"
)
RELATIVE_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Moments:
    """What a string of lower-cased words says about when.

    ``years`` as numbers, ``months`` as numbers 1 to 12 ("in April", not "April 4"
    alone), ``relative`` the words themselves ("last month").
    """

    years: frozenset[int]
    months: frozenset[int]
    relative: frozenset[str]
    recent: bool

    def __or__(self, other: Moments) -> Moments:
        return Moments(
            self.years | other.years,
            self.months | other.months,
            self.relative | other.relative,
            self.recent or other.recent,
        )


NONE = Moments(frozenset(), frozenset(), frozenset(), recent=False)


def moments(words: str) -> Moments:
    """Read the time words of a lower-cased string.

    >>> moments("in april 2009, before last summer").years
    frozenset({2009})
    """
    return Moments(
        frozenset(int(found) for found in YEAR.findall(words)),
        frozenset(_month(found) for found in _months().findall(words)),
        frozenset(
            RELATIVE_SPACES.sub(" ", found.group())
            for found in pattern("background", "moments", "relative").finditer(words)
        ),
        pattern("background", "moments", "recent").search(words) is not None,
    )


@cache
def _months() -> re.Pattern[str]:
    names = "|".join(table("background")["moments"]["months"])
    return re.compile(rf"\b(?:in|last|since|of|late|early|mid-|on)[ -]({names})\b")


def _month(name: str) -> int:
    months: list[str] = table("background")["moments"]["months"]
    return months.index(name) + 1
