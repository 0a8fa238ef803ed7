"""Sentences that turn to another event: "Elsewhere, ...", "Earlier Tuesday, ..." (SCP-2)."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.extract.draft import Draft
from sourcebook.extract.scope.background import (
    DISASTER,
    is_of_series,
    is_one_more,
    unknown_place,
)
from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.events import ANY
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.locating import is_placed
from sourcebook.extract.scope.profile import Profile, classes_in
from sourcebook.extract.scope.struck import struck_on
from sourcebook.model.claim import Figure

#: A toll that a larger number of other people, told in passing, is not likely to exceed.
MANY = 10


def is_apart(said: str) -> bool:
    """Whether words open with a turn to something else: "in other violence"."""
    return pattern("background", "away", "apart").match(said) is not None


def turns(clause: Clause, profile: Profile, draft: Draft | None = None) -> bool:
    """Whether a sentence behind the lead turns to another event.

    It opens with "elsewhere" and its like, or with an hour or "meanwhile" and goes on
    to new people, fewer than the lead's, hit at a place or by a deed that is none of the
    lead's; or its people were hit on another weekday. ``draft`` is the figure that the
    clause gives, None for a sentence by itself.
    """
    if clause.sentence.index in profile.core or is_of_series(clause, profile):
        return False
    if DISASTER in profile.core_classes:
        return False
    if is_apart(clause.whole):
        return not is_one_more(clause, profile)
    figure = draft.payload if draft else None
    if draft is not None and isinstance(figure, Figure):
        if _is_known(clause, profile, figure):
            return False
        if _is_of_other_day(draft, profile):
            return True
    elif not pattern("background", "incident", "words").search(clause.whole):
        return False
    return _turns_away(clause) and _is_elsewhere(clause, profile)


def turned(told: Iterable[tuple[Clause, Draft]], profile: Profile) -> dict[int, bool]:
    """Return for each sentence with figures whether one of them is of another event."""
    found: dict[int, bool] = {}
    for clause, draft in told:
        if isinstance(draft.payload, Figure):
            index = clause.sentence.index
            found[index] = found.get(index, False) or turns(clause, profile, draft)
    return found


def _turns_away(clause: Clause) -> bool:
    return pattern("background", "away", "turn").match(clause.whole) is not None


def _is_known(clause: Clause, profile: Profile, figure: Figure) -> bool:
    """Whether it may count the lead's people again: by its words or its number."""
    known = pattern("background", "carry", "known").match(clause.quote)
    found = pattern("background", "carry", "found").search(clause.quote)
    if known or found or clause.quote in profile.counted or not profile.core_totals:
        return True
    number = figure.value or figure.low or 0
    own = profile.core_totals.get(figure.metric, 0)
    return 1 < own == number or MANY <= own <= number


def _is_of_other_day(draft: Draft, profile: Profile) -> bool:
    """Whether people were hit on another weekday than those of whom the core tells."""
    if not profile.struck or profile.followup:
        return False
    days = struck_on(draft)
    return bool(days) and not days & profile.struck


def _is_elsewhere(clause: Clause, profile: Profile) -> bool:
    known = profile.places_beside(clause.sentence.index)
    if unknown_place(clause, known) or _is_other_deed(clause, profile):
        return True
    doc = clause.sentence.tokens.doc
    named = (t.lower_ for t in doc[clause.first : clause.last] if is_placed(t))
    return any(not any(name in each for each in known) for name in named)


def _is_other_deed(clause: Clause, profile: Profile) -> bool:
    """Whether what happened is of another class than what the lead tells."""
    own = profile.core_classes - {ANY}
    told = classes_in(clause.whole) - {ANY}
    return bool(own and told) and not own & told
