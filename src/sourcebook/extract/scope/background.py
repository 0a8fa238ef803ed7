"""Whether a clause tells of something else than the report's own incident (SCP-2)."""

from __future__ import annotations

from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.dating import other_date
from sourcebook.extract.scope.events import new_event, other_kind
from sourcebook.extract.scope.lexicon import Cue, cues, pattern
from sourcebook.extract.scope.moments import moments, weekdays
from sourcebook.extract.scope.profile import Profile

#: Weak signs needed to call a clause background.
ENOUGH = 2
#: The cue of totals over a wider area, which a roundup tells as its own.
WIDER = "wider_total"
#: Cues by which a roundup goes on to the next of its own events.
ROUNDUP = frozenset({"other_event", "several_events"})
#: The cue of a war's toll, by which a report may call its own victims of today.
WAR = "war_toll"
PLACES = frozenset({"GPE", "LOC"})
LOCATIVE = frozenset({"in", "near", "at", "outside"})
#: How many times the lead's own number a figure must be to look like another event's,
#: and how many times, from what number on, to be one without another sign.
FAR_ABOVE = 1.6
BEYOND = 10
MANY = 20


def cue_of(
    clause: Clause, profile: Profile, *, metric: str | None, told: int | None
) -> str | None:
    """Return the key of the cue that makes a clause background, None where none does.

    ``metric`` and ``told`` are the figure's metric and number, None for a clause
    without one.
    """
    for cue in cues():
        if _speaks(cue, clause, profile, metric):
            return cue.name
    if other_date(clause, profile):
        return "other_date"
    if _weak_signs(clause, profile, metric, told) >= ENOUGH:
        return "other_event"
    return None


def names_any(clause: Clause, known: frozenset[str]) -> bool:
    """Whether the words counted name one of these persons."""
    tokens = clause.sentence.passage.tokens(clause.span) or ()
    return any(token.text in known for token in tokens)


def _speaks(cue: Cue, clause: Clause, profile: Profile, metric: str | None) -> bool:
    index = clause.sentence.index
    if not cue.lead and index in profile.core:
        return False
    goes_on = cue.where == "told" and cue.name in ROUNDUP
    if profile.roundup and (goes_on or cue.name == WIDER):
        return False
    if cue.metrics and metric not in cue.metrics:
        return False
    if cue.name == WAR and index in profile.opening and moments(clause.whole).recent:
        return False
    words = _words(cue, clause)
    for found in cue.pattern.finditer(words):
        if cue.guarded and _after_superlative(words, found.start()):
            continue
        if _own_moment(found.group(), clause, profile):
            continue
        return True
    return False


def _words(cue: Cue, clause: Clause) -> str:
    match cue.where:
        case "before":
            return clause.before
        case "after":
            return clause.after
        case "stretch":
            return clause.stretch
        case "sentence":
            return clause.upto
        case "told":
            return clause.upto + clause.quote
        case "quote_on":
            return clause.quote + clause.after


def _after_superlative(words: str, start: int) -> bool:
    window = words[max(0, start - 60) : start]
    return pattern("background", "superlative", "pattern").search(window) is not None


def _own_moment(found: str, clause: Clause, profile: Profile) -> bool:
    """Whether the words only date by a moment that the report's lead gives."""
    if clause.sentence.index in profile.core:
        return False
    said = moments(found)
    return bool(said.relative) and said.relative <= profile.moments.relative


def _weak_signs(
    clause: Clause, profile: Profile, metric: str | None, told: int | None
) -> int:
    if clause.sentence.index in profile.opening or _tells_later(profile):
        return 0
    event = new_event(clause, profile)
    away = unknown_place(clause, profile.place_words)
    if away and other_kind(clause, profile):
        return ENOUGH
    if event < ENOUGH and _is_own_day(clause, profile):
        return 0
    return event + away + turns_away(clause) + above(clause, metric, told, profile)


def _tells_later(profile: Profile) -> bool:
    """Whether a trial's report leaves its deed, and who was hit, to what follows."""
    return profile.followup and not profile.totals


def _is_own_day(clause: Clause, profile: Profile) -> bool:
    """Whether the sentence is of these days, and of no weekday but the lead's."""
    if not moments(clause.whole).recent:
        return False
    said = weekdays(clause.whole)
    return not said or not profile.weekdays or bool(said & profile.weekdays)


def turns_away(clause: Clause) -> bool:
    """Whether the sentence opens with "meanwhile" and its like."""
    return pattern("background", "away", "opening").match(clause.whole) is not None


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


def above(
    clause: Clause, metric: str | None, told: int | None, profile: Profile
) -> int:
    """Weigh a number that is larger than the one that the lead tells as its own."""
    own = profile.totals.get(metric or "")
    if not own or not told or told <= own:
        return 0
    if told >= max(BEYOND * own, MANY) and not profile.roundup:
        return ENOUGH
    if pattern("background", "above", "of").search(clause.before):
        return ENOUGH
    return int(told > FAR_ABOVE * own and own > 1)
