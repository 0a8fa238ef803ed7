"""Whether a clause is dated away from the report's own incident."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sourcebook.extract.scope.clauses import OWN_TIME, Clause, path
from sourcebook.extract.scope.lexicon import event_classes, pattern
from sourcebook.extract.scope.moments import YEAR, Moments, moments
from sourcebook.extract.scope.profile import Profile

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Days by which a date must lie before the incident's to be another event's:
#: victims die, and are found, some days after.
APART = timedelta(days=3)
#: The same within the lead, which tells what became known of it later.
LATE = timedelta(days=30)
#: Days by which a date without a year misses its own where it lies just after the
#: publication: "0130 GMT on 7 May" in a report filed on the 6th.
WRAPPED = range(362, 369)
#: Characters before a date in which "since" governs it.
NEARBY = 10
#: Day of the month up to which "in March" may still be the incident's in April.
EARLY = 7
#: A month or year right before "when".
DATED = re.compile(
    r"\b(?:in|during|since|of|last|early|late) (?:(?:early|late|mid) )?(?:[a-z]+ )?"
    r"(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|year|month),? ?$"
)
WEEK = re.compile(r"\bweek")
#: "Since 2019" spans the years up to the incident; the cues judge it.
SINCE = re.compile(r"\bsince (?:\w+ ){0,2}(?:19|20)\d\ds?\b")


def other_date(clause: Clause, profile: Profile) -> bool:
    """Whether the stretch is dated away from the report's own incident."""
    if clause.sentence.index in profile.core:
        return False
    if pattern("background", "carry", "began").match(clause.whole):
        return False
    onward = moments(_antecedent(clause))
    said = onward | moments(SINCE.sub(" ", clause.stretch))
    if years := onward.years | _years(said, clause):
        return _other_year(years, said, profile) or (
            years == {profile.year} and _month_apart(said, profile)
        )
    return (
        _other_relative(said, profile)
        or _other_month(said, profile)
        or _other_day(clause, profile)
    )


def _other_day(clause: Clause, profile: Profile) -> bool:
    """Whether a date in the stretch lies days before the one that the core names."""
    if profile.day is None or profile.followup:
        return False
    dated = profile.dated.get(clause.sentence.index, ())
    passage = clause.sentence.passage
    characters = passage.report.characters(passage.field)
    own = [
        last
        for span, last in dated
        if clause.reach.overlaps(span)
        and "since" not in characters[max(0, span.start - NEARBY) : span.end].lower()
    ]
    late = clause.sentence.index in profile.lead and not _opens_anew(clause)
    apart = LATE if late else APART
    if not own or (profile.day - max(own)).days in WRAPPED:
        return False
    return max(own) < profile.day - apart


def _antecedent(clause: Clause) -> str:
    """The date that a clause goes on from: "in July 1983, when hundreds died"."""
    if clause.opener != OWN_TIME:
        return ""
    before = clause.upto[: len(clause.upto) - len(clause.before)]
    found = DATED.search(before)
    return found.group() if found else ""


def _opens_anew(clause: Clause) -> bool:
    """Whether a sentence opens with its date and tells of people not told before."""
    if not pattern("background", "carry", "on_date").match(clause.whole):
        return False
    return pattern("background", "carry", "known").match(clause.quote) is None


def _years(said: Moments, clause: Clause) -> frozenset[int]:
    if not said.years:
        return said.years
    doc = clause.sentence.tokens.doc
    way = {token.i for token in path(clause.anchor)}
    governing = set()
    for token in doc[clause.first : clause.last]:
        if YEAR.fullmatch(token.lower_) and _governs(token, way):
            governing.add(int(token.lower_[:4]))
    return frozenset(governing & said.years)


def _governs(token: Token, way: set[int]) -> bool:
    for head in path(token)[1:]:
        if head.i in way or head.pos_ in {"VERB", "AUX"}:
            return head.i in way or head.dep_ not in {"relcl", "acl"}
        if head.lower_ in event_classes():
            return True
    return True


def _other_year(years: frozenset[int], said: Moments, profile: Profile) -> bool:
    if years & profile.moments.years or years <= _last_year(profile):
        return False
    latest = profile.year
    if latest is None:
        return profile.moments.recent and not (profile.followup or said.recent)
    return max(years) < latest


def _last_year(profile: Profile) -> frozenset[int]:
    """The year before the report's own, where its lead tells of last year."""
    if profile.published is None or "last year" not in profile.moments.relative:
        return frozenset()
    return frozenset({profile.published[0] - 1})


def _other_relative(said: Moments, profile: Profile) -> bool:
    other = said.relative - profile.moments.relative
    if not other or said.recent:
        return False
    if all(WEEK.search(each) for each in other):
        return profile.moments.recent
    return profile.moments.recent or not profile.moments.relative


def _other_month(said: Moments, profile: Profile) -> bool:
    return not said.years and _month_apart(said, profile)


def _month_apart(said: Moments, profile: Profile) -> bool:
    if not said.months:
        return False
    own = profile.moments.months
    if own:
        return not said.months & own
    if not profile.moments.recent:
        return False
    if profile.published is None:
        return not profile.followup
    _, month, day = profile.published
    late = day > EARLY and not profile.moments.relative
    near = {month} if late else {month, (month - 2) % 12 + 1}
    return not said.months & near
