"""An invented world to fill templates from: towns, people, words, outlets.

Everything is made of syllables by a seeded generator, so no name is anybody's. As in
news, few names and words are frequent and many are rare.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from random import Random
from typing import TypeVar

from sourcebook.model.claim import Place

#: How many of each there are, however many reports are made.
TOWNS, FIRST_NAMES, SURNAMES, STREETS, WORDS, OUTLETS = (
    3000,
    400,
    12000,
    3000,
    9000,
    300,
)
_LANDS = "AR BR CO DE EG ES FR GB ID IN IQ IT JP KE MX NG PH PK SY TR UA US VE YE ZA"
_HEADS = "b br c d dr f fl g gr h j k l m n p pr r s st t tr v w"
_HEARTS = "a e i o u ai ea ou"
_TAILS = ["", "", "", "n", "r", "l", "s", "m", "nd", "rk"]

T = TypeVar("T")


class World:
    """Names and words in order of their frequency; equal seeds give equal worlds."""

    def __init__(self, seed: int) -> None:
        self._made = Random(seed)
        self.towns = [self._town(name) for name in self._names(TOWNS)]
        self.first = self._names(FIRST_NAMES)
        self.surnames = self._names(SURNAMES)
        self.streets = self._names(STREETS)
        self.words = [name.lower() for name in self._names(WORDS)]
        self.papers = self._names(OUTLETS)

    @cached_property
    def pick(self) -> Callable[[Random, Sequence[str]], str]:
        """Draw a word or name, the first ones most often (Zipf's law)."""
        weights: dict[int, list[float]] = {}

        def draw(random: Random, told: Sequence[str]) -> str:
            size = len(told)
            if size not in weights:
                weights[size] = list(accumulate(1 / (n + 8) for n in range(size)))
            return random.choices(told, cum_weights=weights[size])[0]

        return draw

    def town(self, random: Random) -> Place:
        """Draw a town; large towns come up more often."""
        return self.towns[min(int(random.paretovariate(0.6)) - 1, TOWNS - 1)]

    def person(self, random: Random) -> str:
        """Draw a first name and a surname."""
        return f"{self.pick(random, self.first)} {self.pick(random, self.surnames)}"

    def word(self, random: Random) -> str:
        """Draw a word that is no name."""
        return self.pick(random, self.words)

    def _names(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found.setdefault(self._name())
        return list(found)

    def _name(self) -> str:
        parts = [
            self._made.choice(_HEADS.split())
            + self._made.choice(_HEARTS.split())
            + self._made.choice(_TAILS)
            for _ in range(self._made.choice((2, 2, 3)))
        ]
        return "".join(parts).capitalize()

    def _town(self, name: str) -> Place:
        land = self._made.choice(_LANDS.split())
        return Place(
            name=name,
            country=land,
            admin1=f"{land}.{self._made.randrange(20):02}",
            lat=round(self._made.uniform(-55, 65), 3),
            lon=round(self._made.uniform(-170, 170), 3),
            precision="city",
            role="event",
        )
