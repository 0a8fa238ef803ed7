"""What tells the role of a figure, as plain values for a trained classifier."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.scope.background import (
    BEYOND,
    FAR_ABOVE,
    MANY,
    names_any,
    unknown_place,
)
from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.dating import other_date
from sourcebook.extract.scope.events import new_event
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.moments import moments
from sourcebook.extract.scope.parts import groups, is_hospital
from sourcebook.extract.scope.profile import Profile
from sourcebook.extract.scope.told import Told
from sourcebook.extract.scope.victims import (
    UNHARMED,
    largest,
    only_one,
    only_victim,
    persons,
)
from sourcebook.model.claim import AttributionLink, Role, Setting

Value = float | str

#: The weight of a sure sign.
SURE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A figure with what the rules say of it and what they weighed it against.

    ``own`` are the figures of the report's own incident, ``aside`` the cue of the
    digression that the sentence stands in, ``where`` how far down the report it
    stands, from 0 to 1.
    """

    told: Told
    own: Sequence[Told]
    chain: Sequence[AttributionLink]
    setting: Setting
    role: Role
    profile: Profile
    aside: str | None
    where: float


def features(judged: Judged) -> dict[str, Value]:
    """Return the values by name: strings are categories, numbers are numbers.

    Every call returns the same names. "none" stands for what is not told.
    """
    return {
        **_by_rule(judged),
        **_of_figure(judged.told),
        **_of_place(judged),
        **_of_clause(judged),
        **_of_event(judged),
    }


def _by_rule(judged: Judged) -> dict[str, Value]:
    return {
        "rule_role": judged.role,
        "rule_part": judged.setting.part or "none",
        "rule_cue": judged.setting.background or "none",
        "basis": judged.setting.basis,
        "aside": judged.aside or "none",
    }


def _of_figure(told: Told) -> dict[str, Value]:
    figure, quote = told.figure, told.clause.quote
    counted = pattern("parts", "counted", "pattern").search(quote)
    return {
        "metric": figure.metric,
        "comparator": figure.comparator,
        "population": figure.population.split(":")[0],
        "hint": told.draft.part or "none",
        "log_number": math.log1p(told.number),
        "single": float(told.single),
        "counted": float(counted is not None),
        "zero": float(figure.value == 0),
        "attacker": float(told.attacker),
        "increment": float(told.draft.increment),
        "definite": float(quote.startswith(("the ", "his ", "her ", "their "))),
        "indefinite": float(quote.startswith(("a ", "an "))),
        "others": float("other" in quote),
        "group": float(bool(groups(told))),
        "of_some": float(" of " in f" {quote} " or told.clause.after.startswith(" of")),
    }


def _of_place(judged: Judged) -> dict[str, Value]:
    told, profile = judged.told, judged.profile
    index = told.clause.sentence.index
    return {
        "title": float(told.draft.passage.field == "title"),
        "opening": float(index in profile.opening),
        "core": float(index in profile.core),
        "lead": float(told.early),
        "where": judged.where,
        "roundup": float(profile.roundup),
        "followup": float(profile.followup),
        "incident": float(profile.incident),
    }


def _of_clause(judged: Judged) -> dict[str, Value]:
    told, profile = judged.told, judged.profile
    clause, figure = told.clause, told.figure
    when = moments(clause.stretch)
    return {
        "other_date": float(other_date(clause, profile)),
        "new_event": float(new_event(clause, profile)),
        "unknown_place": float(unknown_place(clause, profile.place_words)),
        "turns_away": float(_turns_away(clause)),
        "above": float(_above(clause, figure.metric, figure.value, profile)),
        "known_name": float(names_any(clause, profile.names)),
        "year": float(bool(when.years)),
        "month": float(bool(when.months)),
        "relative": float(bool(when.relative)),
        "recent": float(when.recent),
        "perfect": float(" have " in clause.stretch or " has " in clause.stretch),
        "hospital": float(any(is_hospital(link) for link in judged.chain)),
        "sourced": float(len(judged.chain)),
    }


def _of_event(judged: Judged) -> dict[str, Value]:
    told, own = judged.told, judged.own
    hit = [o for o in own if o.figure.metric not in UNHARMED and not o.attacker]
    others = [o for o in hit if o.draft is not told.draft]
    metric = told.figure.metric
    most = largest(others, metric)
    return {
        "only_victim": float(only_victim(own)),
        "only_one": float(only_one(own, metric)),
        "persons": float(persons([o for o in hit if o.single])),
        "counts": float(sum(o.number > 1 for o in others)),
        "early_counts": float(sum(o.number > 1 and o.early for o in others)),
        "same_metric": float(sum(o.figure.metric == metric for o in others)),
        "same_sentence": float(
            sum(
                o.clause.sentence.index == told.clause.sentence.index
                for o in others
                if not o.span.overlaps(told.span)
            )
        ),
        "killers": float(sum(o.attacker and o.single for o in own)),
        "share": told.number / most if most else 1.0,
        "share_of_all": told.number / (max((o.number for o in hit), default=0) or 1),
    }


def _turns_away(clause: Clause) -> bool:
    """Whether the sentence opens with "meanwhile" and its like."""
    return pattern("background", "away", "opening").match(clause.whole) is not None


def _above(
    clause: Clause, metric: str | None, told: int | None, profile: Profile
) -> int:
    """Weigh a number that is larger than the one that the lead tells as its own."""
    own = profile.totals.get(metric or "")
    if not own or not told or told <= own:
        return 0
    if told >= max(BEYOND * own, MANY) and not profile.roundup:
        return SURE
    if pattern("background", "above", "of").search(clause.before):
        return SURE
    return int(told > FAR_ABOVE * own and own > 1)
