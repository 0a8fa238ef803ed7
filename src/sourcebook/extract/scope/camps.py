"""The two camps of a fight, each of which counts its own people (SCP-3).

"Five rebels and two soldiers died in the clash" gives a total for each camp. Who was
hit together without a fight, by a bomb or in a crash, is of one whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.told import Told
from sourcebook.schema.load import table

#: From how many on a count is of a camp, not of one person of it.
SEVERAL = 2
#: Characters within which a report says what happened.
HEAD = 500
#: Camps that a fight sets against each other, and those who stand between them.
FORCES, REBELS, CROWD = "security_forces", "combatants", "crowd"
CAMPS = frozenset({FORCES, REBELS, CROWD})
BETWEEN = "civilians"


def unopposed(told: Told, own: Sequence[Told]) -> Sequence[Told]:
    """Return the figures that are not of the camp which fought the figure's own.

    Rebels are a camp of their own also beside civilians, hit by a raid.
    """
    if told.number < SEVERAL:
        return own
    fight = f"{head_of(told)} {told.clause.whole}"
    side = _camp(told, fight)
    if not side or not pattern("parts", "camps", "fight").search(fight):
        return _without_civilians(own) if REBELS in side else own
    against = [o for o in own if _is_against(side, _camp(o, fight))]
    if not against:
        return own
    return _without_civilians([o for o in own if o not in against])


def _without_civilians(own: Sequence[Told]) -> Sequence[Told]:
    return [o for o in own if o.figure.population != BETWEEN]


def head_of(told: Told) -> str:
    """The title and the first characters of the report, which say what it was."""
    report = told.draft.passage.report
    return f"{report.title} {report.characters('text')[:HEAD]}".lower()


def _camp(told: Told, fight: str) -> frozenset[str]:
    """The camp counted: forces, rebels or a crowd, else the people it is named after."""
    if told.figure.population in CAMPS:
        return frozenset({told.figure.population})
    for camp in (REBELS, FORCES):
        if pattern("parts", "camps", camp).search(told.clause.quote):
            return frozenset({camp})
    if not pattern("parts", "camps", "clash").search(fight):
        return frozenset()
    if pattern("parts", "camps", "crowd").search(told.clause.quote):
        return frozenset({CROWD})
    tokens = told.draft.passage.tokens(told.span) or ()
    return peoples(t.lower_ for t in tokens)


def peoples(words: Iterable[str]) -> frozenset[str]:
    """Return the countries after whose people words in lower case are."""
    known = _nationalities()
    return frozenset(known[word] for word in words if word in known)


def _is_against(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two camps are known and differ; a people may be either armed camp."""
    return bool(one and other) and not one & other


@cache
def _nationalities() -> dict[str, str]:
    """Adjectives and names of peoples, with their plurals, by country."""
    codes: dict[str, str] = table("populations")["nationalities"]
    return codes | {f"{name}s": code for name, code in codes.items()}
