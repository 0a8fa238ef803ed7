"""How many people a report's own incident hit, and who is told one by one (NUM-20)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.extract.draft import Draft
from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.model.claim import Figure

#: Metrics whose counts are not of people hit.
UNHARMED = frozenset(
    {"rescued", "released", "survivors", "detained", "affected", "displaced"}
)
AGE = re.compile(r"\b(\d{1,3})[- ]?years?[- ]old\b|,\s*(\d{1,3})$")
AGE_AFTER = re.compile(
    r"\s*,\s*(?:also |aged? )?(\d{1,3})\b(?=[,.]|$|\s+(?:of|was|is|from|who|died|and)\b)"
)
#: Characters within which two people told with "and" are two.
CLOSE = 40
JOINED = re.compile(r"\b(?:and|as well as)\s*$")
WORD = re.compile(r"[a-z][a-z'’-]*")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A figure of the report's own incident with the words around it.

    ``early`` is true in title and lead.
    """

    draft: Draft
    figure: Figure
    clause: Clause
    early: bool

    @property
    def attacker(self) -> bool:
        """Whether it counts those who did it."""
        if self.figure.population == "attackers":
            return True
        spoken = pattern("parts", "attacker", "words")
        return spoken.search(self.clause.quote) is not None

    @property
    def single(self) -> bool:
        """Whether it tells of one person."""
        return self.figure.value == 1 and self.figure.comparator == "eq"


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one person from another."""

    names: frozenset[str]
    age: int | None
    gender: str | None
    apart: bool

    def clashes(self, other: Person) -> bool:
        """Whether the two cannot be one person."""
        if self.names and other.names and not self.names & other.names:
            return True
        if self.age and other.age and self.age != other.age:
            return True
        return bool(self.gender and other.gender and self.gender != other.gender)

    def joined(self, other: Person) -> Person:
        """Return what both mentions tell."""
        return Person(
            self.names | other.names,
            self.age or other.age,
            self.gender or other.gender,
            apart=False,
        )


def only_victim(told: Sequence[Told]) -> bool:
    """Whether the report's own incident hit one person, as far as it tells.

    A person told after the lead counts as another only where words set him beside
    those told before ("also", "another"): else it may be an aside.
    """
    hit = [t for t in told if t.figure.metric not in UNHARMED and not t.attacker]
    if any(_several(t.figure) for t in hit):
        return False
    singles = [t for t in hit if t.single]
    if any(t.early for t in singles):
        singles = [t for t in singles if t.early or _beside(t)]
    return _persons(singles) <= 1


def only_one(told: Sequence[Told], metric: str) -> bool:
    """Whether all figures of a metric tell of one person."""
    same = [t for t in told if t.figure.metric == metric]
    if any(_several(t.figure) for t in same):
        return False
    return _persons([t for t in same if t.single]) <= 1


def largest(told: Iterable[Told], metric: str) -> int:
    """Return the largest number told of a metric, 0 where there is none."""
    numbers = [
        t.figure.value or t.figure.low or 0
        for t in told
        if t.figure.metric == metric and not t.attacker
    ]
    return max(numbers, default=0)


def _beside(told: Told) -> bool:
    return pattern("parts", "apart", "beside").search(told.clause.whole) is not None


def _several(figure: Figure) -> bool:
    if figure.value is not None:
        return figure.value > 1
    return figure.low != 0


def _persons(mentions: Sequence[Told]) -> int:
    clusters: list[Person] = []
    for i, told in enumerate(mentions):
        person = person_in(told)
        beside = any(_side_by_side(told, other) for other in mentions[:i])
        for place, known in enumerate(clusters):
            if not person.clashes(known) and not (person.apart or beside):
                clusters[place] = known.joined(person)
                break
        else:
            if not clusters or person.apart or beside or _distinct(person, clusters):
                clusters.append(person)
    return len(clusters)


def _distinct(person: Person, clusters: Sequence[Person]) -> bool:
    return all(person.clashes(known) for known in clusters)


def _side_by_side(told: Told, other: Told) -> bool:
    """Whether two mentions are coordinated: one sentence, one predicate, "and"."""
    if told.clause.sentence.index != other.clause.sentence.index:
        return False
    if told.figure.metric != other.figure.metric or told.draft.span.overlaps(
        other.draft.span
    ):
        return False
    first, second = sorted((told, other), key=lambda each: each.draft.span)
    between = words_between(first, second)
    return len(between) < CLOSE and JOINED.search(between) is not None


def words_between(first: Told, second: Told) -> str:
    """Return the characters between two figures of one field."""
    passage = first.draft.passage
    characters = passage.report.characters(passage.field)
    return characters[first.draft.span.end : second.draft.span.start]


def person_in(told: Told) -> Person:
    """Read name, age and gender out of a mention and its closest words."""
    age = AGE.search(told.clause.quote) or AGE_AFTER.match(told.clause.after)
    return Person(
        names=_names(told),
        age=int(next(filter(None, age.groups()))) if age else None,
        gender=_gender(told.clause.quote),
        apart=pattern("parts", "apart", "patterns").search(told.clause.quote)
        is not None,
    )


def _names(told: Told) -> frozenset[str]:
    """Names of persons, but not of the town in "the Norwood boy"."""
    tokens = told.draft.passage.tokens(told.draft.span)
    if tokens is None:
        return frozenset()
    names: set[str] = set()
    pending: set[str] = set()
    for token in tokens:
        if token.pos_ == "PROPN" and len(token) > 2:
            pending |= {token.lower_} if token.ent_type_ == "PERSON" else set()
        else:
            names |= pending if token.pos_ != "NOUN" else set()
            pending = set()
    return frozenset(names | pending)


def _gender(quote: str) -> str | None:
    found = [w for w in WORD.findall(quote) if w not in words("gender", "possessive")]
    for gender in ("male", "female"):
        if any(w in words("gender", gender) for w in found):
            return gender
    return None
