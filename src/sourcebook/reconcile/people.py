"""The people of one node told one by one, over all metrics: who they are, who died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sourcebook.model.claim import Claim
from sourcebook.reconcile.case import Case, metric_of, role_of
from sourcebook.reconcile.persons import Person, mention, persons, single
from sourcebook.reconcile.sums import exact

#: Metrics whose people are told one by one with a fate of their own.
_FATES = ("killed", "injured", "critical")
#: Who is critically injured is injured.
_COVERS = {"injured": frozenset({"injured", "critical"})}
_ATTACKERS = "attackers"


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Persons of a node, attackers apart, and the groups counted beside them.

    ``died`` holds the claims that say "injured" of a person who died, as another
    mention says. ``groups`` gives the largest count of a population without a total,
    by metric and population.
    """

    told: Mapping[tuple[str, bool], tuple[Person, ...]] = field(default_factory=dict)
    died: frozenset[str] = frozenset()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], Claim] = field(default_factory=dict)

    def of(self, metric: str, population: str) -> list[Person]:
        """Return those told of a metric; "persons" are all but attackers."""
        everyone = self.told.get((_family(metric), population == _ATTACKERS), ())
        return [p for p in everyone if self.inputs([p], metric, population)]

    def everyone(self, keys: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
        """Yield a pool of all persons for each metric told of some population singly.

        Who is told one by one is counted among all persons too (SCP-8).
        """
        for metric, population in keys:
            if population not in ("persons", _ATTACKERS) and self.of(
                metric, population
            ):
                yield metric, "persons"

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


def people(case: Case, node: str) -> People:
    """Return the people of a node: mentions of one person merged over all metrics."""
    told: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    groups: dict[tuple[str, str], Claim] = {}
    for claim in case.at(node):
        key = metric_of(claim)
        if key is None or claim.modality in ("denied", "hypothetical"):
            continue
        if role_of(claim) not in ("incident_total", "part_of_total"):
            continue
        if single(claim):
            told[_family(key[0]), key[1] == _ATTACKERS].append(claim)
        elif _larger(claim, groups.get(key)):
            groups[key] = claim
    merged = {
        key: tuple(persons(mention(c) for c in claims))
        for key, claims in sorted(told.items())
    }
    _move_attackers(merged)
    return People(
        told=merged,
        died=frozenset(c for found in merged.values() for c in _died(found)),
        claims={c.id: c for claims in told.values() for c in claims},
        groups=dict(sorted(groups.items())),
    )


def _move_attackers(
    merged: dict[tuple[str, bool], tuple[Person, ...]],
) -> None:
    """Count persons by the full name of an attacker among the attackers (NUM-19)."""
    for family, attacker in [key for key in merged if key[1]]:
        known = {p.full_name for p in merged[family, attacker]} - {()}
        victims = merged.get((family, False), ())
        same = tuple(p for p in victims if p.full_name in known)
        if not same:
            continue
        for person in same:
            own = next(
                p for p in merged[family, attacker] if p.full_name == person.full_name
            )
            own.mentions.extend(person.mentions)
        merged[family, False] = tuple(p for p in victims if p not in same)


def _family(metric: str) -> str:
    """Return the key under which mentions of one person may have different fates."""
    return "harm" if metric in _FATES else metric


def count(
    told: People, found: Sequence[Person], metric: str, population: str
) -> tuple[int, list[Claim]]:
    """Return how many people are told of, and the counts of groups among them.

    A group ("two women") holds the persons of its population who are told singly,
    and may hold those who are only named.
    """
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
    named = sum(
        1
        for p in found
        if _kind(p, told) == "persons" and any(m.name for m in p.mentions)
    )
    return sum(kinds.values()) - min(room, named), used


def _kind(person: Person, told: People) -> str:
    known = sorted(
        {
            key[1]
            for m in person.mentions
            if (key := metric_of(told.claims[m.claim])) and key[1] != "persons"
        }
    )
    return known[0] if known else "persons"


def _larger(claim: Claim, known: Claim | None) -> bool:
    size = exact(claim)
    if not size:
        return False
    return known is None or size > (exact(known) or 0)


def _counts(claim: Claim, metric: str, population: str) -> bool:
    key = metric_of(claim)
    if key is None or key[0] not in _COVERS.get(metric, {metric}):
        return False
    return population in ("persons", _ATTACKERS) or key[1] == population


def _died(found: Iterable[Person]) -> Iterable[str]:
    for person in found:
        if person.died:
            yield from (m.claim for m in person.mentions if m.metric != "killed")
