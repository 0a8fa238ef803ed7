"""The people of one node told one by one, over all metrics: who they are, who died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.model.claim import Claim
from sourcebook.reconcile.beside import beside
from sourcebook.reconcile.case import DEVICES, Case, metric_of, role_of
from sourcebook.reconcile.distinct import in_sentence
from sourcebook.reconcile.mentions import sentence_of, single
from sourcebook.reconcile.persons import Person, persons
from sourcebook.reconcile.sides import take_sides
from sourcebook.reconcile.sums import exact
from sourcebook.schema.profiles import vocabulary

#: Metrics whose people are told one by one with a fate of their own.
_FATES = ("killed", "injured", "critical", "hospitalized")
#: Metrics that count nobody who died of it.
_HURT = ("injured", "critical")
#: Who is critically injured is injured.
_COVERS = {"injured": frozenset({"injured", "critical"})}
_ATTACKERS = "attackers"
#: Men are no population of their own, but are counted beside women and children.
_MEN = "men"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Persons of a node, attackers apart, and the groups counted beside them.

    ``died`` holds the claims that say "injured" of a person who died, as another
    mention says. ``groups`` gives the largest count of a population without a total,
    by metric and population; ``told_together`` are counts of some beside others.
    """

    told: Mapping[tuple[str, bool], tuple[Person, ...]] = field(default_factory=dict)
    died: frozenset[str] = frozenset()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], Claim] = field(default_factory=dict)
    told_together: tuple[Claim, ...] = ()

    def of(self, metric: str, population: str) -> list[Person]:
        """Return those told of a metric; "persons" are all but attackers."""
        everyone = self.told.get((_family(metric), population == _ATTACKERS), ())
        return [p for p in everyone if self.inputs([p], metric, population)]

    def patients(self) -> list[Claim]:
        """Return a claim for each who is told singly as in hospital and not as dead."""
        alive = [p for p in self.told.get(("harm", False), ()) if _lives(p)]
        told = [
            self.inputs([p], "injured", "persons")
            or self.inputs([p], "hospitalized", "persons")
            for p in alive
        ]
        return [claims[0] for claims in told if claims]

    def everyone(self, keys: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
        """Yield a pool of all persons for each metric told of some population singly.

        Who is told one by one is counted among all persons too (SCP-8), as are
        groups that are told side by side (NUM-13).
        """
        for metric, population in keys:
            if population not in ("persons", _ATTACKERS) and self.of(
                metric, population
            ):
                yield metric, "persons"
        for claim in self.told_together:
            key = metric_of(claim)
            if key is not None and key[1] != _ATTACKERS:
                yield key[0], "persons"

    def inputs(
        self, people: Iterable[Person], metric: str, population: str
    ) -> list[Claim]:
        """Return the claims that tell a metric of these persons, by id."""
        told = {c for p in people for c in p.claims}
        return [
            claim
            for id_, claim in sorted(self.claims.items())
            if id_ in told
            and id_ not in self.died
            and _counts(claim, metric, population)
        ]


def _lives(person: Person) -> bool:
    """Whether somebody is told of as hurt or in hospital, and never as dead."""
    told = person.mentions
    hurt = any(m.fate == "lived" or m.metric == "hospitalized" for m in told)
    return hurt and not person.died


def people(case: Case, node: str) -> People:
    """Return the people of a node: mentions of one person merged over all metrics."""
    told: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    groups: dict[tuple[str, str], Claim] = {}
    some: list[Claim] = []
    for claim in (here := case.at(node)):
        key = metric_of(claim)
        if key is None or claim.modality in ("denied", "hypothetical"):
            continue
        if role_of(claim) not in ("incident_total", "part_of_total"):
            continue
        if single(claim):
            told[_family(key[0]), key[1] == _ATTACKERS].append(claim)
        else:
            group = (key[0], _kind_of(claim, key[1]))
            if _larger(claim, groups.get(group)):
                groups[group] = claim
            if key[1] != DEVICES and _is_some(claim):
                some.append(claim)
    merged = {
        key: tuple(persons(in_sentence(case, c, here) for c in claims))
        for key, claims in sorted(told.items())
    }
    take_sides(merged)
    return People(
        told=merged,
        died=frozenset(c for found in merged.values() for c in _died(found)),
        claims={c.id: c for claims in told.values() for c in claims},
        groups=dict(sorted(groups.items())),
        told_together=tuple(some),
    )


def _is_some(claim: Claim) -> bool:
    """Whether it counts some beside others: "three others", "two men and a boy"."""
    return beside(claim) or claim.setting.part == "group"


def _kind_of(claim: Claim, population: str) -> str:
    """Return the population of a group; "two men" beside others are one too."""
    words = claim.quote.lower().split()
    men = any(word in vocabulary("persons", "men") for word in words)
    return _MEN if population == "persons" and men else population


def _family(metric: str) -> str:
    """Return the key under which mentions of one person may have different fates."""
    return "harm" if metric in _FATES else metric


def count(
    told: People, found: Sequence[Person], metric: str, population: str
) -> tuple[int, list[Claim]]:
    """Return how many people are told of, and the counts of groups among them.

    A group ("two women") holds the persons of its population who are told singly,
    and may hold those who are only named, or told without age and sex.
    """
    if _mostly_one(told, found, metric, population):
        return 1, []
    if population != "persons":
        return len(found), []
    kinds: dict[str, int] = defaultdict(int)
    for person in found:
        kinds[_kind(person, told)] += 1
    room = 0
    used: list[Claim] = []
    for (counted, who), claim in told.groups.items():
        if counted != metric or who in ("persons", _ATTACKERS):
            continue
        size = exact(claim)
        if size and size > kinds[who]:
            room += size - kinds[who]
            kinds[who] = size
            used.append(claim)
    unsure = sum(1 for p in found if _kind(p, told) == "persons" and _is_open(p))
    number = sum(kinds.values()) - min(room, unsure)
    together, claims = _together(told, found, metric)
    if together > number:
        return together, [*used, *claims]
    return (number, used) if number else _group_alone(told, metric)


def _group_alone(told: People, metric: str) -> tuple[int, list[Claim]]:
    """Return the largest group that is told where nobody is counted or told singly."""
    claim = told.groups.get((metric, "persons"))
    size = exact(claim) if claim is not None and metric in _FATES[:2] else None
    return (size, [claim]) if claim is not None and size else (0, [])


def _together(
    told: People, found: Sequence[Person], metric: str
) -> tuple[int, list[Claim]]:
    """Return how many people one sentence tells of side by side (NUM-13).

    "Dana Vale, her son and three others", "two parents and four children".
    """
    sentences: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in told.told_together:
        key = metric_of(claim)
        if key is not None and key[0] == metric and key[1] != _ATTACKERS:
            sentences[sentence_of(claim)].append(claim)
    sums = []
    for at, claims in sorted(sentences.items()):
        first = min(claim.span.start for claim in claims)
        singly = sum(
            any(
                m.sentence == at and m.metric in covered(metric) and m.start < first
                for m in p.mentions
            )
            for p in found
        )
        if singly + len(claims) > 1:
            sums.append((singly + sum(exact(c) or 0 for c in claims), claims))
    return max(sums, key=lambda each: each[0], default=(0, []))


def _mostly_one(
    told: People, found: Sequence[Person], metric: str, population: str
) -> bool:
    """Whether as many reports tell of one victim only as tell of several (NUM-20)."""
    by_report: dict[str, list[Person]] = defaultdict(list)
    for person in found:
        used = {c.id for c in told.inputs([person], metric, population)}
        for report in {m.report for m in person.mentions if m.claim in used}:
            by_report[report].append(person)
    one = several = 0
    for report, people in by_report.items():
        here = [m for p in people for m in p.mentions if m.report == report]
        several += len(people) > 1
        one += len(people) == 1 and all(m.sole for m in here)
    return one >= several > 0


def _is_open(person: Person) -> bool:
    """Whether the words leave open to which group a person belongs."""
    if any(m.name for m in person.mentions):
        return True
    return not any(m.sex or m.age or m.young is not None for m in person.mentions)


def _kind(person: Person, told: People) -> str:
    known = sorted(
        {
            key[1]
            for m in person.mentions
            if (key := metric_of(told.claims[m.claim])) and key[1] != "persons"
        }
    )
    if known:
        return known[0]
    return _MEN if any(m.sex == "male" for m in person.mentions) else "persons"


def _larger(claim: Claim, known: Claim | None) -> bool:
    size = exact(claim)
    if not size:
        return False
    return known is None or size > (exact(known) or 0)


def covered(metric: str) -> frozenset[str]:
    """Return the metrics that count some of a metric's people: critical of injured."""
    return _COVERS.get(metric, frozenset({metric}))


def _counts(claim: Claim, metric: str, population: str) -> bool:
    key = metric_of(claim)
    if key is None or key[0] not in covered(metric):
        return False
    return population in ("persons", _ATTACKERS) or key[1] == population


def _died(found: Iterable[Person]) -> Iterable[str]:
    for person in found:
        if person.died:
            yield from (m.claim for m in person.mentions if m.metric in _HURT)
