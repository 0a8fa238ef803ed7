"""Counts told one after the other that add up to the number of the lead (SCP-3).

"Seven were killed ... The first blast killed three ... Four died in the second": where
the numbers make up the whole exactly, they are its parts, whatever else is told of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.told import Told

#: The smallest whole of which parts are told, and the most parts that it is told in.
WHOLE = 3
MOST = 8
#: Sentences within which the next part is told.
NEAR = 3
#: Metrics of people hit together.
PEOPLE = frozenset({"killed", "injured"})
EXACT = frozenset({"eq", "ge", "approx"})


def summed(own: Sequence[Told]) -> frozenset[int]:
    """Return the identities of the drafts that add up to a total of the lead.

    ``own`` are the figures of the report's own incident. With a part go the counts of
    another kind in its sentence: "killing three and wounding five others".
    """
    found: set[int] = set()
    for metric in sorted({t.figure.metric for t in own}):
        for whole, run in _runs(own, metric):
            found.update(id(t.draft) for t in run)
            found.update(id(t.draft) for t in _beside(run, own, whole))
    return frozenset(found)


def _runs(own: Sequence[Told], metric: str) -> Iterator[tuple[Told, Sequence[Told]]]:
    """Yield a whole and its parts, those who did it counted only where they must."""
    told = sorted((t for t in own if _counts(t, metric)), key=_place)
    whole = max((t for t in told if t.early), key=_number, default=None)
    if whole is None or whole.number < WHOLE:
        return
    victims = [t for t in told if not t.attacker]
    if run := _run(whole, victims) or _run(whole, told):
        yield whole, run


def _beside(run: Sequence[Told], own: Sequence[Told], whole: Told) -> Iterator[Told]:
    """Yield the hurt told with the dead of one part, or the dead with the hurt."""
    told_in = {t.clause.sentence.index for t in run}
    told_in -= {whole.clause.sentence.index}
    for other in own:
        if (
            other.clause.sentence.index in told_in
            and other.figure.metric in PEOPLE - {run[0].figure.metric}
            and other.number > 1
        ):
            yield other


def _counts(told: Told, metric: str) -> bool:
    """Whether it counts people of a metric, not some taken out of others."""
    if told.figure.metric != metric or not told.figure.value:
        return False
    if told.draft.part in words("hints", "always"):
        return False
    toll = pattern("parts", "toll", "before").search(told.clause.before)
    return told.figure.comparator in EXACT and not (toll and not told.early)


def _run(whole: Told, same: Sequence[Told]) -> Sequence[Told]:
    """Return the shortest run of counts behind the whole that adds up to it."""
    after = [t for t in same if _place(t) > _place(whole) and t.number < whole.number]
    for size in range(2, MOST + 1):
        for first in range(len(after) - size + 1):
            run = after[first : first + size]
            if sum(t.number for t in run) == whole.number and _are_apart(run):
                return run
    return ()


def _are_apart(run: Sequence[Told]) -> bool:
    """Whether the counts stand in sentences near each other, each a count of its own."""
    told_in = [t.clause.sentence.index for t in run]
    near = all(right - left <= NEAR for left, right in pairwise(told_in))
    if not near or len(set(told_in)) == 1 or all(t.single for t in run):
        return False
    return not _is_older_toll(run) and (len(run) > 2 or all(map(_is_counted, run)))


def _is_counted(told: Told) -> bool:
    """Whether it is a number, not one person described: he may be who did it."""
    counted = pattern("parts", "counted", "pattern").search(told.clause.quote)
    return not told.single or counted is not None


def _is_older_toll(run: Sequence[Told]) -> bool:
    """Whether more are told first, and then the toll that they were added to."""
    more = [pattern("parts", "increment", "counts").search(t.clause.quote) for t in run]
    return more[0] is not None and more[-1] is None


def _number(told: Told) -> int:
    return told.number


def _place(told: Told) -> tuple[int, int]:
    return told.clause.sentence.index, told.span.start
