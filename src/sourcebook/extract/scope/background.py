"""Whether a clause tells of something else than the report's own incident (SCP-2)."""

from __future__ import annotations

import re

from sourcebook.extract.scope.clauses import Clause, path
from sourcebook.extract.scope.lexicon import Cue, cues, event_classes, pattern
from sourcebook.extract.scope.moments import YEAR, Moments, moments
from sourcebook.extract.scope.profile import Profile, classes_in

#: Weak signs needed to call a clause background.
ENOUGH = 2
#: How many times the lead's own number a figure must be to look like another event's.
FAR_ABOVE = 1.6

INDEFINITE = re.compile(r"\b(?:a|an)\W+((?:[\w'’.-]+\W+){1,5})")
WEEK = re.compile(r"\bweeks?\b")


def cue_of(
    clause: Clause, profile: Profile, *, metric: str | None, told: int | None
) -> str | None:
    """Return the key of the cue that makes a clause background, None where none does.

    ``metric`` and ``told`` are the figure's metric and number, None for a clause
    without one.
    """
    if clause.quote and _lead_name(clause, profile):
        return None
    for cue in cues():
        if _speaks(cue, clause, profile, metric):
            return cue.name
    if other_date(clause, profile):
        return "other_date"
    if _weak_signs(clause, profile, metric, told) >= ENOUGH:
        return "other_event"
    return None


def _lead_name(clause: Clause, profile: Profile) -> bool:
    """Whether the words counted name a person of the lead."""
    tokens = clause.sentence.passage.tokens(clause.span)
    return tokens is not None and any(
        t.text in profile.names and t.pos_ == "PROPN" for t in tokens
    )


def _speaks(cue: Cue, clause: Clause, profile: Profile, metric: str | None) -> bool:
    index = clause.sentence.index
    if not cue.lead and index in profile.opening:
        return False
    if cue.metrics and metric not in cue.metrics:
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
        case "quote_on":
            return clause.quote + clause.after


def _after_superlative(words: str, start: int) -> bool:
    window = words[max(0, start - 60) : start]
    return pattern("background", "superlative", "pattern").search(window) is not None


def _own_moment(found: str, clause: Clause, profile: Profile) -> bool:
    """Whether the words only date by a moment that the report's lead gives."""
    if clause.sentence.index in profile.lead:
        return False
    said = moments(found)
    return bool(said.relative) and said.relative <= profile.moments.relative


def other_date(clause: Clause, profile: Profile) -> bool:
    """Whether the stretch is dated away from the report's own incident."""
    if clause.sentence.index in profile.lead:
        return False
    said = moments(clause.stretch)
    if years := _years(said, clause):
        return _other_year(years, profile)
    return _other_relative(said, profile) or _other_month(said, profile)


def _years(said: Moments, clause: Clause) -> frozenset[int]:
    doc = clause.sentence.tokens.doc
    way = {token.i for token in path(clause.anchor)}
    governing = set()
    for token in doc[clause.first : clause.last]:
        if YEAR.fullmatch(token.lower_) and _governs(token, way, clause):
            governing.add(int(token.lower_[:4]))
    return frozenset(governing & said.years)


def _governs(token, way: set[int], clause: Clause) -> bool:  # type: ignore[no-untyped-def]
    for head in path(token)[1:]:
        if head.i in way or head.pos_ in {"VERB", "AUX"}:
            return head.i in way or head.dep_ not in {"relcl", "acl"}
        if head.lower_ in event_classes():
            return True
    return True


def _other_year(years: frozenset[int], profile: Profile) -> bool:
    if years & profile.moments.years:
        return False
    latest = profile.year
    return latest is not None and max(years) < latest


def _other_relative(said: Moments, profile: Profile) -> bool:
    other = said.relative - profile.moments.relative
    if not other or said.recent:
        return False
    if all(WEEK.search(each) for each in other):
        return profile.moments.recent
    return profile.moments.recent or not profile.moments.relative


def _other_month(said: Moments, profile: Profile) -> bool:
    if not said.months or said.years:
        return False
    own = profile.moments.months
    if own:
        return not said.months & own
    if profile.published is None or not profile.moments.recent:
        return False
    month = profile.published[1]
    return not said.months & {month, (month - 2) % 12 + 1}


def _weak_signs(
    clause: Clause, profile: Profile, metric: str | None, told: int | None
) -> int:
    if clause.sentence.index in profile.opening:
        return 0
    if moments(clause.whole).recent:
        return 0
    return (
        _new_event(clause, profile)
        + _other_place(clause, profile)
        + _far_above(metric, told, profile)
    )


def _new_event(clause: Clause, profile: Profile) -> int:
    """An event told with an indefinite article; 2 where it is of another class."""
    for found in INDEFINITE.finditer(clause.before):
        kinds = classes_in(found.group(1))
        if kinds and profile.classes:
            apart = not kinds & profile.classes and "any" not in kinds
            return 2 if apart else 1
    return 0


def _other_place(clause: Clause, profile: Profile) -> int:
    doc = clause.sentence.tokens.doc
    for ent in doc[clause.first : clause.last].ents:
        if ent.label_ not in {"GPE", "LOC"} or ent.text.lower() in profile.place_words:
            continue
        if ent.root.dep_ == "pobj" and ent.root.head.lower_ in {
            "in",
            "near",
            "at",
            "outside",
        }:
            return 1
    return 0


def _far_above(metric: str | None, told: int | None, profile: Profile) -> int:
    own = profile.totals.get(metric or "")
    return int(bool(own and told and told > FAR_ABOVE * own and own > 1))
