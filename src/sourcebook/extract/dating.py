"""How much a date speaks for the day of the incident (TIM-3).

Each mention of a date has signs: what it hangs from, what stands beside it, where in
the report it stands, how long before publication it lies. Their weights are data,
learned from reports whose day a register gives (``training.dating``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Passage
from sourcebook.extract.place_words import cue, event_nouns
from sourcebook.schema.load import table
from sourcebook.text.dates import DateExpression
from sourcebook.text.days import anchor_day, days

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

#: Words before and after a date that are looked at for words of harm.
_BESIDE = 14
#: Days before publication, the most of each step, and what the step is called.
_BACK = (
    (-1, "ahead"),
    (0, "same day"),
    (1, "day before"),
    (3, "days before"),
    (7, "week before"),
    (31, "month before"),
    (120, "months before"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One date in a report: its words, the day they mean, what days count from.

    ``late`` says that the report is about a trial, ``first`` that no date stands
    before it.
    """

    passage: Passage
    tokens: Tokens
    expression: DateExpression
    edtf: str
    anchor: str | None
    late: bool
    first: bool


def likelihood(mention: Mention) -> float:
    """Return how likely the date is that of the incident, from 0 to 1."""
    weights: Mapping[str, float] = table("dating")["weights"]
    told = sum(weights.get(sign, 0.0) for sign in signs(mention))
    return 1 / (1 + math.exp(-told))


def signs(mention: Mention) -> tuple[str, ...]:
    """Return the names of the signs that a mention has, some of them in pairs."""
    base, where, back = hangs(mention.tokens.root), _where(mention), _back(mention)
    kind = _kind(mention.expression)
    single = [base, where, back, kind, *_beside(mention)]
    if mention.first:
        single.append("first date")
    court = "court" if mention.late else "no court"
    pairs = [
        f"{base}, {where}",
        f"{base}, {back}",
        f"{court}, {back}",
        f"{kind}, {back}",
        f"{court}, {base}",
    ]
    return ("start", *single, *pairs)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("calendar")[name])


def hangs(root: Token) -> str:
    """Return of what kind the word is that the date hangs from."""
    step = root
    for _ in range(5):
        if step.head is step:
            break
        step = step.head
        if step.lower_ in _words("background_nouns"):
            return "on background"
        if step.lower_ in event_nouns() | _words("harm_nouns"):
            return "on an event"
        if step.pos_ in ("VERB", "AUX", "NOUN"):
            found = _by_lemma(step.lemma_.lower())
            if found:
                return found
    return "on nothing known"


def _by_lemma(lemma: str) -> str:
    if lemma in _words("background_verbs"):
        return "on background"
    if lemma in _words("later_verbs"):
        return "on a later act"
    if lemma in _words("aftermath_verbs"):
        return "on saying"
    return "on an event verb" if lemma in cue("event_verbs") else ""


def _where(mention: Mention) -> str:
    if mention.passage.field == "title":
        return "title"
    index = mention.passage.index
    return ("lead", "second", "third")[index] if index < 3 else "further down"


def _back(mention: Mention) -> str:
    """Return how long before publication the date lies."""
    day, told = anchor_day(mention.anchor), list(days(mention.edtf))
    if day is None or not told:
        return "unknown before"
    gone = (day - told[-1]).days
    return next((name for most, name in _BACK if gone <= most), "long before")


def _kind(expression: DateExpression) -> str:
    if expression.kind == "date":
        if expression.day is None:
            return "month told"
        return "date with year" if expression.year else "date"
    return expression.kind


def _beside(mention: Mention) -> Iterable[str]:
    doc, start, end = mention.tokens.doc, mention.tokens.start, mention.tokens.end
    sentence = mention.tokens.root.sent
    left = doc[max(sentence.start, start - _BESIDE) : start]
    right = doc[end : min(sentence.end, end + _BESIDE)]
    if any(map(_is_harm, left)):
        yield "harm before"
    if any(map(_is_harm, right)):
        yield "harm after"
    near = [t.lower_ for t in doc[max(sentence.start, start - 3) : start]]
    if near:
        yield f"after {near[-1]}" if near[-1] in _words("before_dates") else "bare"
    if _words("elsewhere_dates") & {t.lower_ for t in left}:
        yield "another event"
    around = doc[max(sentence.start, start - 2) : min(sentence.end, end + 2)]
    if any(t.lemma_.lower() in _words("saying_dates") for t in around):
        yield "beside saying"
    hour = doc[max(0, start - 4) : end + 1]
    if any(t.lower_ in _words("hours") for t in hour):
        yield "hour told"


def _is_harm(token: Token) -> bool:
    return token.lower_ in event_nouns() or token.lemma_.lower() in cue("event_verbs")
