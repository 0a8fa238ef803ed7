"""Single persons: which of the candidates a report really says to be harmed (NUM-20).

Every figure of one person told without a number passes :func:`said_harmed`, so a
further check of a candidate has one place to stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.parsed import Parsed
from sourcebook.schema.load import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NATURAL = (
    "die",
    "died",
    "dies",
    "death",
    "deaths",
    "pass",
    "passed",
    "lost",
    "loss",
    "passing",
)
_OF_NATURE = re.compile(
    r"\w+(?:\s+away)?\s+(?:(?:[^.;]{0,40}\s)?(?:of|from)\s+(?:\w+\s+)?(?:cancer|old\s+age"
    r"|natural|a\s+heart|heart\s+(?:attack|failure|disease)|pneumonia|leukemia|aids|a\s+stroke"
    r"|an?\s+(?:long\s+)?illness|kidney\s+failure|covid\S*)\b"
    r"|(?:[^.;]{0,40}\s)?after\s+a\s+(?:long|short|brief|lengthy)\s+(?:illness|battle\s+with)"
    r"|(?:peacefully|in\s+(?:his|her)\s+sleep)\b|(?:at|in)\s+[^.;]{0,30}?\bat\s+(?:the\s+)?age"
    r"|(?:\w+\s+){0,3}?(?:years|decades)\s+ago\b|this\s+year\b|at\s+the\s+age\b)",
    re.I,
)
#: A convict's death behind bars is no incident unless somebody did it.
_IN_PRISON = re.compile(
    r"\w+\s+(?:\w+day\s+)?(?:while\s+)?(?:in|behind|serving)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?"
    r"(?:prison|jail|bars|penitentiary|sentence|term)\b",
    re.I,
)
#: "Died of a heart attack after being shot."
_ATTACKED = re.compile(
    r"\b(?:shot|stabbed|beaten|bomb\w*|blasts?|explosion|crash\w*|hostages?|captors|kidnappers"
    r"|gunm[ae]n|gunfire|raid|clash\w*|tear\s?gas|stampede|earthquake|quake)\b",
    re.I,
)
_BY_FORCE = re.compile(
    r"\b(?:kill|murder|stab|shot|shoot|beat|fight|riot|attack|hang|hung|suicide|strangl|fire"
    r"|guard|inmates)",
    re.I,
)


def said_harmed(parsed: Parsed, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the single persons whom no incident harmed."""
    told = [d for d in drafts if figure_of(d).value != 1 or not _long_ago(d)]
    single = [d for d in told if d.part == "single_person"]
    counted = [d for d in told if d.part != "single_person"]
    kept = {id(d) for d in counted}
    if _harmful(parsed, [*counted, *single]):
        kept |= {id(d) for d in single}
    return [d for d in drafts if id(d) in kept]


def _long_ago(draft: Draft) -> bool:
    """Whether a single person died of age or illness in another time."""
    if draft.anchor.lower_ not in _NATURAL:
        return False
    text, at = draft.anchor.doc.text, draft.anchor.idx
    if _OF_NATURE.match(text, at):
        return _ATTACKED.search(draft.anchor.sent.text) is None
    jailed = _IN_PRISON.match(text, at)
    return jailed is not None and not _BY_FORCE.search(draft.anchor.sent.text)


def _harmful(parsed: Parsed, drafts: list[Draft]) -> bool:
    """Whether a report tells of an incident at all, not of sport, film or old age."""
    words = frozenset(
        _WORD.findall(f"{parsed.report.title} {parsed.report.text.characters}".lower())
    )
    strong = len(words & _terms("strong"))
    played = max(len(words & _terms("sport")), len(words & _terms("fiction")))
    if any(d.passage.field == "title" for d in drafts):
        return True
    if played >= 3 and strong < played:
        return False
    if words & _terms("incident") or any(
        d.anchor.lower_ not in _NATURAL for d in drafts
    ):
        return True
    told = parsed.report.text.characters.lower()
    return any(" " in term and term in told for term in sorted(_terms("incident")))


@cache
def _terms(kind: str) -> frozenset[str]:
    found: set[str] = set()
    for pack in ("harm_conflict", "harm_disaster"):
        data = table(pack)
        listed = (
            data.get("incident", {}).get("words", ())
            if kind == "incident"
            else data.get("screen", {}).get(kind, ())
        )
        found.update(listed)
    return frozenset(found)
