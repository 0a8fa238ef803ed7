"""Whether a clause tells of something else than the report's own incident (SCP-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.dating import other_date
from sourcebook.extract.scope.events import ANY, new_event
from sourcebook.extract.scope.lexicon import Cue, Where, any_cue, cues, pattern
from sourcebook.extract.scope.moments import moments, weekdays
from sourcebook.extract.scope.profile import Profile, classes_in
from sourcebook.model.claim import Figure

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: The class of events that hit a whole region.
DISASTER = "disaster"
#: Weak signs needed to call a clause background.
ENOUGH = 2
#: The cue of totals over a wider area, which a roundup tells as its own.
WIDER = "wider_total"
#: The cue of a war's toll, by which a report may call its own victims of today.
WAR = "war_toll"
PLACES = frozenset({"GPE", "LOC"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
LOCATIVE = frozenset({"in", "near", "at", "outside"})
#: How many times the lead's own number another event's is at least if told elsewhere,
#: and how many times, and what number, if not.
FAR_ABOVE = 1.6
BEYOND = 10
MANY = 20
#: Characters over which "the first deaths" reaches to "since the truce began".
RANKED = 120


def cue_of(clause: Clause, profile: Profile, *, metric: str | None) -> str | None:
    """Return the key of the cue that makes a clause background, None where none does.

    ``metric`` is the figure's, None for a clause without one.
    """
    told: dict[Where, str] = {
        "before": clause.before,
        "after": clause.after,
        "stretch": clause.stretch,
        "sentence": clause.upto,
        "quote_on": clause.quote + clause.after,
    }
    spoken = {where for where, said in told.items() if any_cue(where).search(said)}
    for cue in cues():
        if cue.where in spoken and _speaks(
            cue, clause, profile, metric, told[cue.where]
        ):
            return cue.name
    if other_date(clause, profile):
        return "other_date"
    if _weak_signs(clause, profile) >= ENOUGH:
        return "other_event"
    return None


def names_any(clause: Clause, known: frozenset[str]) -> bool:
    """Whether the words counted name one of these persons, not a people: "Hutu rebels"."""
    tokens = clause.sentence.passage.tokens(clause.span) or ()
    return any(token.text in known and not _is_of_group(token) for token in tokens)


def _is_of_group(name: Token) -> bool:
    """Whether a name only says which group several are of."""
    return name.head.tag_ == "NNS" and name.head.i > name.i and name.dep_ in MODIFIERS


def _speaks(
    cue: Cue, clause: Clause, profile: Profile, metric: str | None, words: str
) -> bool:
    index = clause.sentence.index
    if not cue.lead and index in profile.core:
        return False
    if profile.roundup and cue.name == WIDER:
        return False
    if cue.metrics and metric not in cue.metrics:
        return False
    if cue.series and is_one_more(clause, profile):
        return False
    if cue.name == WAR and index in profile.opening and moments(clause.whole).recent:
        return False
    for found in cue.pattern.finditer(words):
        if not (cue.guarded and _after_superlative(words, found.start())):
            return True
    return False


def is_of_series(clause: Clause, profile: Profile) -> bool:
    """Whether a clause tells an event of the kind of which the lead tells several."""
    own = profile.core_classes - {ANY}
    return profile.roundup and bool(own & classes_in(clause.whole))


def is_one_more(clause: Clause, profile: Profile) -> bool:
    """Whether "another blast" may be one of the attacks of which the lead tells.

    A flood or a quake hits people in many places by many blows.
    """
    if DISASTER in profile.core_classes:
        return True
    if pattern("background", "carry", "one_more").search(clause.whole) is None:
        return False
    attacks = profile.roundup and not profile.core_classes - {ANY}
    return attacks or is_of_series(clause, profile)


def _after_superlative(words: str, start: int) -> bool:
    window = words[max(0, start - RANKED) : start]
    return pattern("background", "superlative", "pattern").search(window) is not None


def _weak_signs(clause: Clause, profile: Profile) -> int:
    if clause.sentence.index in profile.opening or is_of_series(clause, profile):
        return 0
    if _is_own_event(clause, profile):
        return 0
    event = new_event(clause, profile)
    away = unknown_place(clause, profile.place_words)
    if event < ENOUGH and _is_own_day(clause, profile):
        return 0
    return event + away + _is_other_day(clause, profile)


def _is_own_event(clause: Clause, profile: Profile) -> bool:
    """Whether the sentence is about "the Friday explosion", of the lead's own kind."""
    told = pattern("background", "carry", "own_event").match(clause.whole)
    own = profile.core_classes - {ANY}
    return told is not None and bool(own & classes_in(told.group()))


def _is_other_day(clause: Clause, profile: Profile) -> bool:
    """Whether it opens with another weekday than the lead's and tells of somebody new.

    A follow-up names the day of its own news first and comes to its incident later.
    """
    if profile.followup or not pattern("background", "carry", "on_day").match(
        clause.whole
    ):
        return False
    whose = clause.whole if clause.quote == clause.anchor.lower_ else clause.quote
    if pattern("background", "carry", "known").match(whose):
        return False
    if pattern("background", "carry", "dated").search(clause.whole):
        return False
    said = weekdays(clause.stretch)
    return bool(said and profile.weekdays) and not said & profile.weekdays


def _is_own_day(clause: Clause, profile: Profile) -> bool:
    """Whether the sentence is of these days, and of no weekday but the lead's."""
    if not moments(clause.whole).recent:
        return False
    said = weekdays(clause.whole)
    return not said or not profile.weekdays or bool(said & profile.weekdays)


def far_above(clause: Clause, figure: Figure, profile: Profile) -> bool:
    """Whether a number is too large beside the lead's own to be of its incident."""
    own, told = profile.totals.get(figure.metric), figure.value
    if not own or not told or clause.sentence.index in profile.opening:
        return False
    if _is_own_day(clause, profile):
        return False
    if told >= max(BEYOND * own, MANY) and not profile.roundup:
        return True
    away = unknown_place(clause, profile.place_words)
    return 1 < own < told / FAR_ABOVE and away


def unknown_place(clause: Clause, known: frozenset[str]) -> bool:
    """Whether the stretch happens in a place that is none of the known names."""
    doc = clause.sentence.tokens.doc
    return any(
        ent.label_ in PLACES
        and ent.root.dep_ == "pobj"
        and ent.root.head.lower_ in LOCATIVE
        and not _known_place(ent.text.lower(), known)
        for ent in doc[clause.first : clause.last].ents
    )


def _known_place(name: str, known: frozenset[str]) -> bool:
    return any(name in each or each in name for each in known)
