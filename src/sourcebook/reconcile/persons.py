"""Which mentions are of one person: within a report first, then over reports (SCP-8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcebook.reconcile.distinct import side_by_side, told_apart
from sourcebook.reconcile.mentions import Mention, same_name


@dataclass(slots=True, kw_only=True)
class Person:
    """Mentions that fall together."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that mention the person, sorted."""
        return tuple(sorted({m.claim for m in self.mentions}))

    @property
    def name(self) -> tuple[str, ...]:
        """The longest name told, empty where none is."""
        return max((m.name for m in self.mentions), key=len, default=())

    @property
    def full_name(self) -> tuple[str, ...]:
        """The longest name told, empty where no first name is told with it."""
        return self.name if len(self.name) > 1 else ()

    @property
    def died(self) -> bool:
        """Whether any mention says so: later, or in another report."""
        return any(m.fate == "died" for m in self.mentions)

    @property
    def attacker(self) -> bool:
        """Whether any words are those for who did it (NUM-19)."""
        return any(m.attacker for m in self.mentions)

    @property
    def sole(self) -> bool:
        """Whether the words tell of nobody else (NUM-20)."""
        return all(m.sole for m in self.mentions)


def persons(mentions: Iterable[Mention]) -> list[Person]:
    """Merge mentions into as few people as their words allow (SCP-8).

    A report that tells of one victim only tells of one person, however often; the
    report that tells of most people is the frame into which the others are read.
    The result does not depend on order (REC-8).
    """
    reports: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        reports[each.report].append(each)
    told = [_of_report(reports[report]) for report in sorted(reports)]
    found: list[Person] = []
    for people in sorted(told, key=lambda people: (-len(people), _first(people))):
        _read_into(found, people)
    return found


def _first(people: Sequence[Person]) -> str:
    return min(m.report for p in people for m in p.mentions)


def _of_report(mentions: Sequence[Mention]) -> list[Person]:
    """Merge the mentions of one report.

    Names come first, then descriptions with an age, then bare ones, so that "the
    man" joins whoever it can be.
    """
    if all(m.sole for m in mentions) and not side_by_side(mentions):
        return [Person(mentions=sorted(mentions, key=_rank))]
    found: list[Person] = []
    for each in sorted(mentions, key=_rank):
        fits = [p for p in found if _fits(each, p)]
        best = max(fits, key=lambda p: _likeness(each, p), default=None)
        if best is None:
            best = Person()
            found.append(best)
        best.mentions.append(each)
    return found


def _rank(each: Mention) -> tuple[object, ...]:
    return (
        -min(len(each.name), 2),
        each.age is None,
        each.name,
        each.age or 0,
        each.fate is None,
        each.apart is not None,
        each.sex or "",
        each.report,
        each.start,
        each.claim,
    )


def _read_into(found: list[Person], people: Sequence[Person]) -> None:
    """Read the people of one more report into those known, each into another one."""
    free = list(range(len(found)))
    pairs = sorted(
        (_distance(p, found[j]), i, j)
        for i, p in enumerate(people)
        for j in free
        if _compatible(p, found[j])
    )
    placed: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in placed and j not in placed.values():
            placed[i] = j
    for i, person in enumerate(people):
        if i in placed:
            found[placed[i]].mentions.extend(person.mentions)
        elif person.sole and found and len(people) == 1:
            nearest = min(found, key=lambda known: _distance(person, known))
            nearest.mentions.extend(person.mentions)
        else:
            found.append(person)


def alike(one: Person, other: Person) -> bool:
    """Whether two are surely one by what is told of them: age, or being children."""
    if one.name and other.name and not _share_name(one, other):
        return False
    if _sexes(one) and _sexes(other) and not _sexes(one) & _sexes(other):
        return False
    ages, others = _ages(one), _ages(other)
    if ages and others:
        return bool(ages & others)
    return True in _grown(one) and True in _grown(other)


def _compatible(person: Person, known: Person) -> bool:
    """Whether two reports may tell of one person in these words.

    Reports differ by a year on somebody's age, and on who is a boy and who a man.
    """
    if person.name and known.name:
        return _share_name(person, known)
    if any(
        one.attacker and one.died and not other.attacker and not other.died
        for one, other in ((person, known), (known, person))
    ):
        return False
    if _fates_differ(person, known) and not _has_likeness(person, known):
        return False
    ages, others = _ages(person), _ages(known)
    if ages and others and min(abs(a - b) for a in ages for b in others) > 1:
        return False
    return not _sexes(person) or not _sexes(known) or _sexes(person) == _sexes(known)


def _fates_differ(one: Person, other: Person) -> bool:
    """Whether the one died while the other is told of as alive, and neither alone."""
    lived = [any(m.fate == "lived" for m in p.mentions) for p in (one, other)]
    apart = (one.died and lived[1]) or (other.died and lived[0])
    return apart and not (one.sole or other.sole)


def _has_likeness(one: Person, other: Person) -> bool:
    """Whether age or sex speaks for one person, not only nothing against it."""
    return bool(_ages(one) & _ages(other) or _sexes(one) & _sexes(other))


def _distance(person: Person, known: Person) -> tuple[bool, ...]:
    """Return what tells two people apart, weightiest first; False is likeness."""
    ages, sexes = _ages(person) & _ages(known), _sexes(person) & _sexes(known)
    young, grown = _grown(person), _grown(known)
    return (
        not _share_name(person, known),
        not ages,
        person.died != known.died,
        not sexes,
        bool(young and grown and not young & grown),
    )


def _share_name(person: Person, known: Person) -> bool:
    mine = {m.name for m in person.mentions if m.name}
    return any(
        same_name(name, m.name) for m in known.mentions if m.name for name in mine
    )


def _ages(person: Person) -> set[int]:
    return {m.age for m in person.mentions if m.age is not None}


def _sexes(person: Person) -> set[str]:
    return {m.sex for m in person.mentions if m.sex}


def _grown(person: Person) -> set[bool]:
    return {m.young for m in person.mentions if m.young is not None}


def _likeness(each: Mention, person: Person) -> tuple[bool, ...]:
    """How surely a mention is of a person: words, name, age, death, sex, metric."""
    told = person.mentions
    return (
        any((each.sentence, each.start) == (m.sentence, m.start) for m in told),
        bool(each.name) and any(m.name for m in told),
        each.age is not None and any(each.age == m.age for m in told),
        each.fate == "died" and person.died,
        each.sex is not None and any(each.sex == m.sex for m in told),
        any(each.metric == m.metric for m in told),
    )


def _fits(each: Mention, person: Person) -> bool:
    if each.name and person.name:
        return same_name(each.name, person.name)
    if _other_fate(each, person):
        return False
    return all(not told_apart(each, m) for m in person.mentions)


def _other_fate(each: Mention, person: Person) -> bool:
    """Whether the report says that the one died and that the other lived.

    "The victim" may be who was told of before: a definite phrase sets nobody apart.
    """
    if each.definite or each.fate is None:
        return False
    here = [m for m in person.mentions if not m.definite]
    if each.fate == "died":
        return not person.died and any(m.fate == "lived" for m in here)
    return any(m.fate == "died" for m in here)
