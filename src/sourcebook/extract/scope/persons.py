"""Persons told one by one in a report: which mentions are of one of them (SCP-8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.person import Person, person_in
from sourcebook.extract.scope.told import Told, words_between

#: Characters within which two people told with "and" are two.
CLOSE = 40
#: Characters around a mention within which "also" is about it.
NEAR = 25
JOINED = re.compile(r"\b(?:and|as well as)\s*$")
#: What brings in somebody new, and what goes on to him within a sentence.
NEW = re.compile(r"(?:an?|another|his|her|their)\s")
GOES_ON = re.compile(
    r"(?:\b(?:and|while|but)|;|,\s*(?:killing|wounding|injuring|hurting|leaving))\s*$"
    r"|;\s*(?:and\s+)?$",
    re.IGNORECASE,
)
#: Characters within which a sentence goes on from one person to another.
APART = 150
#: Sentences that make a person told without other signs more than a slip.
OFTEN = 2
#: Words of a name that a person told once is known by.
FULL_NAME = 2
#: Words between two persons of one sentence who are both hit, and words that speak
#: against it: the one then only knows, finds or hits the other.
BOTH = re.compile(r"\b(?:and|while|but|as well as)\b|;|,\W+\w+\W+\w+", re.IGNORECASE)
ONE = re.compile(r"\b(?:after|when|who|that|by|of|for|as)\b", re.IGNORECASE)


@dataclass(slots=True)
class Cluster:
    """Mentions that may all be of one person."""

    person: Person
    mentions: list[Told]

    @property
    def early(self) -> bool:
        """Whether title or lead tells of the person."""
        return any(told.early for told in self.mentions)

    @property
    def sentences(self) -> int:
        """In how many sentences the person is told."""
        return len({told.clause.sentence.index for told in self.mentions})


def clusters(mentions: Sequence[Told]) -> list[Cluster]:
    """Group mentions of single persons, those that tell most of them first."""
    found: list[Cluster] = []
    told = [(t, person_in(t)) for t in mentions]
    for mention, person in sorted(told, key=lambda each: -each[1].telling):
        fitting = [
            c
            for c in found
            if not person.clashes(c.person)
            and not _is_another(c, mention)
            and not any(are_two(mention, other) for other in c.mentions)
        ]
        if person.apart or not fitting:
            found.append(Cluster(person, [mention]))
            continue
        best = max(
            fitting, key=lambda c: (bool(c.person.names & person.names), c.sentences)
        )
        best.person = best.person.joined(person)
        best.mentions.append(mention)
    return found


def _is_another(cluster: Cluster, before: Told) -> bool:
    """Whether "another man" opens the cluster after the mention was told."""
    return any(
        person_in(told).apart and _place(before) < _place(told)
        for told in cluster.mentions
    )


def _place(told: Told) -> tuple[int, int]:
    return told.clause.sentence.index, told.span.start


def is_sure(cluster: Cluster, base: Cluster) -> bool:
    """Whether a person beside the one told most is no slip of the reading.

    Sure is who is told often in words that do not fit the other, who has a full name
    in the lead, and who is set beside the other.
    """
    if cluster.person.apart or any(person_in(t).apart for t in cluster.mentions):
        return True
    if cluster.person.parted(base.person):
        return True
    other = [t for t in cluster.mentions if person_in(t).clashes(base.person)]
    if len({t.clause.sentence.index for t in other}) >= OFTEN:
        return True
    if cluster.early and len(cluster.person.names) >= FULL_NAME:
        return True
    if any(are_two(t, o) for t in cluster.mentions for o in base.mentions):
        return True
    return any(is_beside(t) or _shares(t, base) for t in cluster.mentions)


def is_beside(told: Told) -> bool:
    """Whether words next to it set a person beside those told before: "also"."""
    clause = told.clause
    if pattern("parts", "apart", "also").search(clause.stretch):
        return True
    near = f"{clause.before[-NEAR:]}{clause.quote}{clause.after[:NEAR]}"
    return pattern("parts", "apart", "beside").search(near) is not None


def _shares(told: Told, base: Cluster) -> bool:
    """Whether the sentence sets another person beside this one, who is hit too."""
    return any(_both_hit(told, other) for other in base.mentions)


def _both_hit(told: Told, other: Told) -> bool:
    if told.clause.sentence.index != other.clause.sentence.index:
        return False
    if told.span.overlaps(other.span):
        return False
    first, second = sorted((told, other), key=lambda each: each.span)
    between = words_between(first, second)
    return bool(BOTH.search(between)) and not ONE.search(between)


def side_by_side(told: Told, other: Told) -> bool:
    """Whether two mentions are coordinated: one sentence, one predicate, "and"."""
    if told.clause.sentence.index != other.clause.sentence.index:
        return False
    if told.figure.metric != other.figure.metric or told.span.overlaps(other.span):
        return False
    first, second = sorted((told, other), key=lambda each: each.span)
    between = words_between(first, second)
    return len(between) < CLOSE and JOINED.search(between) is not None


def are_two(told: Told, other: Told) -> bool:
    """Whether one sentence sets two persons apart, side by side or one after another."""
    return side_by_side(told, other) or _is_new(*sorted((told, other), key=_place))


def _is_new(first: Told, second: Told) -> bool:
    """Whether the second is brought in anew: "a student dead and a teacher hurt"."""
    if first.clause.sentence.index != second.clause.sentence.index:
        return False
    if first.span.overlaps(second.span) or not NEW.match(second.clause.quote):
        return False
    alike = first.clause.quote.split()[-1] == second.clause.quote.split()[-1]
    between = words_between(first, second)
    return not alike and len(between) < APART and GOES_ON.search(between) is not None
