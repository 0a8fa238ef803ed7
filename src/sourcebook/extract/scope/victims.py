"""How many people a report's own incident hit (NUM-20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.extract.figures.lexicon import people
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.persons import clusters, is_sure
from sourcebook.extract.scope.told import Told
from sourcebook.model.claim import Figure

#: Metrics whose counts are not of people hit.
UNHARMED = frozenset(
    {"rescued", "released", "survivors", "detained", "affected", "displaced"}
)


def only_victim(told: Sequence[Told], *, attackers: bool = False) -> bool:
    """Whether the report's own incident hit one person, as far as it tells.

    With ``attackers`` those count too who did it: of a man who only shot himself.
    """
    harmed = [t for t in told if t.figure.metric not in UNHARMED]
    told_as = [] if attackers else [t for t in harmed if t.attacker]
    hit = [t for t in harmed if t not in told_as]
    killers = persons([t for t in told_as if t.single])
    if any(_several(t, killers) or _with_more(t) for t in hit):
        return False
    return persons([t for t in hit if t.single]) <= 1


def only_one(told: Sequence[Told], metric: str) -> bool:
    """Whether all figures of a metric tell of one person."""
    same = [t for t in told if t.figure.metric == metric]
    if any(_several(t, 0) for t in same):
        return False
    return persons([t for t in same if t.single]) <= 1


def persons(mentions: Sequence[Told]) -> int:
    """Count the persons told one by one, but those that may be slips.

    A person told once only counts as another where words set him beside the one who
    is told most: else it may be an aside, or no victim.
    """
    found = clusters([told for told in mentions if not _speaks(told)])
    if not found:
        return 0
    base = max(found, key=lambda c: (c.early, c.sentences))
    return 1 + sum(is_sure(c, base) for c in found if c is not base)


def _with_more(told: Told) -> bool:
    """Whether others stand beside one person without a number: "and other priests"."""
    tokens = told.draft.passage.tokens(told.span)
    if not tokens:
        return False
    noun = tokens.root
    return any(
        other.i > noun.i and other.tag_ == "NNS" and other.lower_ in people()
        for other in noun.conjuncts
    )


def _speaks(told: Told) -> bool:
    """Whether one told as dead says something there: a spokesman taken for a victim."""
    tokens = told.draft.passage.tokens(told.span)
    if told.figure.metric != "killed" or not tokens or tokens.root.dep_ != "nsubj":
        return False
    return tokens.root.head.lemma_.lower() in words("doers", "says")


def largest(told: Iterable[Told], metric: str) -> int:
    """Return the largest number told of a metric, 0 where there is none."""
    numbers = [t.number for t in told if t.figure.metric == metric and not t.attacker]
    return max(numbers, default=0)


def _several(told: Told, killers: int) -> bool:
    """Whether a count is of several people, without attackers that it takes in."""
    figure: Figure = told.figure
    if figure.value is None:
        return figure.low != 0
    whole = pattern("parts", "counted", "whole").search(told.clause.quote)
    return figure.value - (killers if whole else 0) > 1
