"""Why a figure is left out of an estimate, in words that a person says (REC-13)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sourcebook.model.ids import ID_LENGTH
from sourcebook.schema.groups import group_words

_ID = re.compile(rf"\b[0-9a-f]{{{ID_LENGTH}}}\b")
_DECISION = "decision "
_BACKGROUND = {
    "war_toll": "the toll of a whole war",
    "long_run": "a count over a longer time",
    "rate": "a rate, not a count of this incident",
    "running_count": "a running count over several incidents",
    "statistic": "a statistic",
    "comparison": "another incident, told for comparison",
    "other_event": "another incident",
    "other_date": "another date",
    "other_place": "another place",
    "wider_total": "a wider total",
    "resident_population": "people who live there",
    "ongoing": "what goes on around the incident",
    "several_events": "several incidents together",
    "listed": "an incident in a list of others",
}
_PART = {
    "of a smaller place or event": "counts a smaller place or event inside this one",
    "single_person": "one person, told singly",
    "beside_another": "one person, told beside another",
    "hospital": "those in one or more hospitals only",
    "of_whom": "some of those counted already",
    "including": "some of those counted already",
    "partitive": "some of those counted already",
    "witnessed": "what one witness saw",
    "attacker": "an attacker",
    "group": "one group of people",
    "narrower_place": "a narrower place",
    "outcome": "what became of some of those hurt",
    "fewer": "fewer than the same report's total",
    "some of them": "some of them",
}
_WHOLE = {
    "denied": "the report says that it is not so",
    "hypothetical": "told as possible, not as a count",
    "vague beside a numbered figure": "told without a number, beside numbers",
    "published after the date": "published after the date asked for",
    "increment: newly added to an earlier count": "newly added to an earlier count",
}


def background_words(cue: str | None) -> str:
    """Return what a background figure counts instead of the incident.

    >>> background_words("war_toll"), background_words(None)
    ('the toll of a whole war', 'another or a wider event')
    """
    if cue is None or cue == "another event":
        return "another or a wider event"
    if cue.startswith(_DECISION):
        return f"another or a wider event, by {cue}"
    return _BACKGROUND.get(cue, cue.replace("_", " "))


def reason_words(reason: str, marks: Mapping[str, str]) -> str:
    """Return the reason of the reconciling stage in plain words.

    ``marks`` give the page's mark for each claim id that a reason names.

    >>> reason_words("part: single_person", {}), reason_words("population: women", {})
    ('one person, told singly', 'counts women only')
    """
    if reason in _WHOLE:
        return _WHOLE[reason]
    kind, _, rest = reason.partition(": ")
    if kind == "background":
        return background_words(rest)
    if kind == "part":
        if rest.startswith(_DECISION):
            return f"some of those counted already, by {rest}"
        return _PART.get(rest, rest.replace("_", " "))
    if kind == "population":
        return f"counts {group_words(rest, one=False) or 'all persons'} only"
    told = _ID.sub(lambda id: marks.get(id[0], "another figure"), reason)
    return told.replace("superseded by", "replaced by")
