"""Groups told behind a lead that tells of one person hit: of another event (SCP-2).

"A councillor was shot dead ... Two councillors have been murdered in a fortnight." A
report that has more people of its own incident says so in its lead, or points back:
"both", "three others", "in the attack", "he and two friends".
"""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.person import person_in
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import UNHARMED, persons

#: Metrics of the dead and hurt of whom there may be none.
TREATED = frozenset({"killed", "injured", "casualties"})
#: From how many on a count is of a group.
SEVERAL = 2


def elsewhere(own: Sequence[Told]) -> frozenset[int]:
    """Return the identities of the drafts that count people of another event.

    ``own`` are all figures that nothing else puts aside.
    """
    hit = [t for t in own if t.figure.metric not in UNHARMED and not t.attacker]
    lead = [t for t in hit if t.early]
    if not lead or not all(map(_is_described, lead)) or persons(lead) > 1:
        return frozenset()
    groups = [t for t in hit if not t.early and _is_group(t)]
    known = frozenset[str]().union(*(person_in(t).names for t in lead))
    apart = {
        t.clause.sentence.index
        for t in groups
        if not any(_points_back(o, known) for o in _beside(t, groups))
    }
    return frozenset(id(t.draft) for t in hit if t.clause.sentence.index in apart)


def unhurt(own: Sequence[Told]) -> frozenset[int]:
    """Return the identities of the drafts by which another event hurt nobody.

    "No casualties were reported", told behind a lead that tells of casualties; nobody
    hurt at a place of its own is of one scene of several.
    """
    if not any(t.early and t.number and t.figure.metric in TREATED for t in own):
        return frozenset()
    return frozenset(
        id(t.draft)
        for t in own
        if t.figure.value == 0
        and not t.early
        and t.figure.metric in TREATED
        and pattern("parts", "elsewhere", "nobody").fullmatch(t.clause.quote)
        and not pattern("parts", "elsewhere", "there").search(t.clause.stretch)
    )


def _is_described(told: Told) -> bool:
    """Whether one person is told of, and not as a number: "one person"."""
    counted = pattern("parts", "counted", "pattern").search(told.clause.quote)
    return told.single and counted is None


def _is_group(told: Told) -> bool:
    return told.number >= SEVERAL or told.figure.value is None


def _beside(told: Told, groups: Sequence[Told]) -> list[Told]:
    return [o for o in groups if o.clause.sentence.index == told.clause.sentence.index]


def _points_back(told: Told, known: frozenset[str]) -> bool:
    """Whether words tie a group to the report's own incident or its victim."""
    clause = told.clause
    if pattern("parts", "elsewhere", "anaphors").search(clause.quote):
        return True
    if pattern("parts", "elsewhere", "ties").search(clause.whole):
        return True
    tokens = clause.sentence.tokens
    return any(token.lower_ in known for token in tokens)
