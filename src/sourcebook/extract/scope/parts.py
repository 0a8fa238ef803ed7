"""Whether a figure counts all hit in its incident or some of them (SCP-3, NUM-13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.scope.beside import is_of_other_sex, stands_beside
from sourcebook.extract.scope.camps import head_of, peoples
from sourcebook.extract.scope.clauses import flowing
from sourcebook.extract.scope.groups import is_some, is_whole_group
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.partitive import partitive_in
from sourcebook.extract.scope.sites import has_own_site, words_of
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import UNHARMED, largest, only_one, only_victim
from sourcebook.extract.scope.witnessed import is_seen, is_witnessed
from sourcebook.model.claim import AttributionLink
from sourcebook.schema.load import table

ZERO = 0
WORD = re.compile(r"[a-z]+")
#: No people that a count is named after.
NOBODY = "-"
#: Characters behind a sentence in which a second person may be told.
NEXT = 60
#: What opens the count of others.
OTHER_NUMBER = re.compile(
    r"[,;]\W*(?:and|while|but)?\W*(?:\w+ ){0,3}?\d|,? of (?:them|whom)\b"
)
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
    if _is_rest(told, others):
        return "group"
    if is_seen(told, others):
        return "witnessed"
    if _hospital(told, others, chain):
        return "hospital"
    if _is_some_outcome(told, others) and not _is_still(told):
        return "outcome"
    if _of_group(told) and _below_total(told, others):
        return "group"
    if told.number > 1 and any(is_of_other_sex(told, o) for o in _alike(told, others)):
        return "group"
    if stands_beside(told, others) or is_some(told, others):
        return "group"
    return "witnessed" if is_witnessed(told, chain) else None


def _is_rest(told: Told, others: Sequence[Told]) -> bool:
    """ "Three other people died": beside one whom the lead tells as dead."""
    if not pattern("parts", "rest", "quote").search(told.clause.quote):
        return False
    return any(
        o.single and o.early and o.span < told.span and not o.attacker
        for o in others
        if o.figure.metric == told.figure.metric == "killed"
        and o.draft.passage.field == told.draft.passage.field
    )


def _is_kept(told: Told) -> bool:
    """ "Three wounded guards remain in hospital": the hurt who are left there."""
    kept = pattern("parts", "partitive", "kept")
    said = OTHER_NUMBER.split(told.clause.stretch.partition(told.clause.quote)[2])[0]
    return told.figure.metric == "injured" and kept.search(said) is not None


def _is_still(told: Told) -> bool:
    """ "28 remain in hospital": all of those who do."""
    kept = pattern("parts", "partitive", "kept")
    return kept.search(told.clause.stretch) is not None


def _zero(told: Told, others: Sequence[Told]) -> str | None:
    """ "No children were hurt" is of a group, "nobody was hurt in Ada" of one place."""
    if told.figure.metric not in TREATED:
        return None
    if _of_group(told):
        return "group"
    if pattern("parts", "others", "else").search(told.clause.stretch):
        return "group"
    early = [o for o in others if o.early]
    if told.early or not early:
        return None
    scene = pattern("parts", "others", "scene").search(told.clause.stretch)
    return "narrower_place" if scene or has_own_site(told, words_of(early)) else None


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
    if told.draft.part in words("hints", "group") or _people(told):
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
    nouns, people = groups(told), _people(told) or NOBODY
    alike = [o for o in others if o.attacker == told.attacker]
    wider = [o for o in alike if not (nouns & groups(o)) and _people(o) != people]
    if told.early:
        wider = [o for o in wider if o.early]
    same = [o.number for o in wider if o.figure.metric == told.figure.metric]
    return told.number < max(same, default=0)


def _people(told: Told) -> str | None:
    """The country whose people it counts, which is not the one that the head is of."""
    kind, _, country = told.figure.population.partition(":")
    if kind != "nationality" or told.early:
        return None
    return None if country in peoples(WORD.findall(head_of(told))) else country


def groups(told: Told) -> frozenset[str]:
    """Return the nouns counted that name a group of people: children, soldiers."""
    found = re.findall(r"[a-z]+", told.clause.quote)
    return frozenset(found) & words("people", "demographic")
