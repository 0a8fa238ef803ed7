"""Whether a figure counts all hit in its incident or some of them (SCP-3, NUM-13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.beside import is_of_other_sex, stands_beside
from sourcebook.extract.scope.clauses import flowing
from sourcebook.extract.scope.groups import is_some, is_whole_group
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.partitive import partitive_in
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import UNHARMED, largest, only_one, only_victim
from sourcebook.extract.scope.witnessed import is_seen, is_witnessed
from sourcebook.model.claim import AttributionLink
from sourcebook.schema.load import table

ZERO = 0
#: Characters behind a sentence in which a second person may be told.
NEXT = 60
#: Metrics of what became of the hurt.
OUTCOMES = frozenset({"hospitalized", "critical"})
TREATED = frozenset({"killed", "injured", "hospitalized", "critical", "casualties"})


def part_of(
    told: Told, others: Sequence[Told], chain: Sequence[AttributionLink]
) -> str | None:
    """Return the key of the cue that makes the figure a part, None for a total.

    ``others`` are all figures of the report's own incident, this one included.
    """
    hint = told.draft.part
    if told.attacker and told.single and told.figure.metric not in UNHARMED:
        return None if _alone(others) else "attacker"
    if told.single or hint in words("hints", "single"):
        return _single(told, others)
    if told.figure.value == ZERO:
        return _zero(told, others)
    if pattern("parts", "toll", "before").search(told.clause.before):
        return None
    if partitive := partitive_in(told, hint, others):
        return partitive
    if _is_kept(told):
        return "hospital"
    if is_whole_group(told, others):
        return None
    if is_seen(told, others):
        return "witnessed"
    if _hospital(told, others, chain):
        return "hospital"
    if _is_some_outcome(told, others):
        return "outcome"
    if _of_group(told) and _below_total(told, others):
        return "group"
    if told.number > 1 and any(is_of_other_sex(told, o) for o in _alike(told, others)):
        return "group"
    if stands_beside(told, others) or is_some(told, others):
        return "group"
    return "witnessed" if is_witnessed(told, chain) else None


def _is_kept(told: Told) -> bool:
    """ "Three wounded guards remain in hospital": the hurt who are left there."""
    kept = pattern("parts", "partitive", "kept")
    return (
        told.figure.metric == "injured" and kept.search(told.clause.stretch) is not None
    )


def _zero(told: Told, others: Sequence[Told]) -> str | None:
    """ "No children were hurt" is of a group, "nobody was hurt" there of one place."""
    if told.figure.metric not in TREATED:
        return None
    if _of_group(told):
        return "group"
    metric = told.figure.metric
    alike = TREATED if metric == "casualties" else {metric, "casualties"}
    early = [o for o in others if o.early]
    if told.early or not any(largest(early, each) for each in alike):
        return None
    return "narrower_place"


def _single(told: Told, others: Sequence[Told]) -> str | None:
    """NUM-20: a total where nobody else was hit, or none of the metric if counted.

    "One died and another is hurt" tells one of two, yet counts all of its metric.
    """
    counted = pattern("parts", "counted", "pattern").search(told.clause.quote)
    part = _one_of_several(told, others, counted=counted is not None)
    if part is None and counted and _has_another(told):
        return "beside_another"
    return part


def _one_of_several(told: Told, others: Sequence[Told], *, counted: bool) -> str | None:
    if _is_of_others(told):
        return "single_person"
    if stands_beside(told, others) or (counted and is_seen(told, others)):
        return "single_person"
    if counted and told.draft.passage.field == "title":
        early = [o for o in others if o.early]
        return "single_person" if largest(early, told.figure.metric) > 1 else None
    if counted or told.figure.metric in UNHARMED:
        near = [o for o in others if o.early] if told.early else others
        alone = only_one(near, told.figure.metric)
        if counted and _is_some_outcome(told, others):
            return "outcome"
        if alone and counted and _hospital(told, others, ()):
            return "hospital"
        return None if alone else "single_person"
    return None if only_victim(others) else "single_person"


def _has_another(told: Told) -> bool:
    """Whether a second person is told right behind: "one died and another is hurt"."""
    sentence = told.clause.sentence
    characters = told.draft.passage.report.characters(sentence.field)
    start = told.span.end
    rest = flowing(characters[start : max(start, sentence.span.end) + NEXT])
    return pattern("parts", "one_of", "another").search(rest) is not None


def _is_of_others(told: Told) -> bool:
    """Whether the words take one out of several: "a third victim", "one of the dead"."""
    if pattern("parts", "one_of", "quote").search(told.clause.quote):
        return True
    return pattern("parts", "one_of", "before").search(told.clause.upto) is not None


def _is_some_outcome(told: Told, others: Sequence[Told]) -> bool:
    """Whether it counts what became of some of the hurt: in hospital, critical."""
    metric, number = told.figure.metric, told.figure.value
    if metric not in OUTCOMES or not number or (metric == "critical" and number > 1):
        return False
    if _in_lead(told, others) or told.figure.comparator != "eq":
        return False
    share: float = table("parts")["outcome"]["share"]
    alive = largest(others, "casualties") - largest(others, "killed")
    hurt = (largest(others, "injured"), largest(others, "hospitalized"), alive)
    return number < share * max(hurt)


def _in_lead(told: Told, others: Sequence[Told]) -> bool:
    """Whether title or lead tells the number of its metric, as a total then."""
    same = [o for o in others if o.early and o.figure.metric == told.figure.metric]
    return told.early or any(o.number == told.number for o in same)


def _alone(others: Sequence[Told]) -> bool:
    """Whether it tells of the one person hit, by his own hand or by that of others."""
    return only_victim(others, attackers=True)


def _hospital(
    told: Told, others: Sequence[Told], chain: Sequence[AttributionLink]
) -> bool:
    if told.figure.metric not in TREATED:
        return False
    if pattern("parts", "hospital", "admitted").search(told.clause.whole):
        return True
    fewer = _is_fewer(told, others)
    if any(is_hospital(link) for link in chain):
        return fewer or told.figure.metric != "killed"
    if not fewer:
        return False
    return told.draft.part in words("hints", "hospital")


def _is_fewer(told: Told, others: Sequence[Told]) -> bool:
    """Whether more people are told: of the dead for the dead, else of all hit."""
    if not told.figure.value:
        return True
    alike = {"killed"} if told.figure.metric == "killed" else TREATED
    return told.number < max(largest(others, metric) for metric in alike)


def is_hospital(link: AttributionLink) -> bool:
    """Whether a hospital or its doctor is the source, not those of a whole city."""
    said = f"{link.name or ''} {link.quote or ''}".lower()
    if pattern("parts", "hospital", "all_over").search(said):
        return False
    return pattern("parts", "hospital", "source").search(said) is not None


def _of_group(told: Told) -> bool:
    """Whether the noun counted restricts the count to a group of people."""
    if told.draft.part in words("hints", "group"):
        return True
    nouns = re.findall(r"[a-z]+", told.clause.quote)
    if any(noun in words("people", "demographic") for noun in nouns):
        return True
    if told.figure.value == ZERO:
        return bool(nouns) and not any(
            n in words("people", "plain") | {"one", "nobody"} for n in nouns
        )
    return False


def _alike(told: Told, others: Sequence[Told]) -> list[Told]:
    """Return the counts of its metric of people on its side."""
    metric = told.figure.metric
    return [
        o
        for o in others
        if o.figure.metric == metric
        and o.attacker == told.attacker
        and o.number > 1
        and not o.span.overlaps(told.span)
    ]


def _below_total(told: Told, others: Sequence[Told]) -> bool:
    nouns = groups(told)
    alike = [o for o in others if o.attacker == told.attacker]
    wider = [o for o in alike if not (nouns & groups(o))]
    if told.early:
        wider = [o for o in wider if o.early]
    same = [o.number for o in wider if o.figure.metric == told.figure.metric]
    return told.number < max(same, default=0)


def groups(told: Told) -> frozenset[str]:
    """Return the nouns counted that name a group of people: children, soldiers."""
    found = re.findall(r"[a-z]+", told.clause.quote)
    return frozenset(found) & words("people", "demographic")
