"""What the words around a date say about its part in the report."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Passage
from sourcebook.extract.place_words import cue, event_nouns
from sourcebook.schema.load import table
from sourcebook.text.dates import DateExpression
from sourcebook.text.days import anchor_day, days

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

#: Lines from the top of a page, title included, among which its time stamp stands.
_STAMP_LINES = 4
_STAMP_TOKENS = 24
#: Days ahead of publication that news tells of without a year.
_AHEAD = 62
#: Days before publication after which a date in passing tells of another event.
_LONG_AGO = 45


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("calendar")[name])


def is_planned(tokens: Tokens, expression: DateExpression) -> bool:
    """Whether the date lies ahead of the report: "is due in court on Friday"."""
    if expression.forward:
        return True
    verb = _verb(tokens.root)
    around = {t.lower_ for t in tokens.doc[max(0, tokens.start - 5) : tokens.start]}
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    if around & _words("ahead") or before in ("until", "through"):
        return True
    if verb is None:
        return False
    own = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    return (
        "will" in own or "shall" in own or verb.lower_ in ("scheduled", "slated", "due")
    )


def is_publication(tokens: Tokens) -> bool:
    """Whether the date is that of the page: "Updated May 4", "Posted:"."""
    before = tokens.doc[max(0, tokens.start - 4) : tokens.start]
    return any(t.lower_ in _words("publication") for t in before)


def is_stamp(passage: Passage) -> bool:
    """Whether a line at the head of a page holds its date and hour and nothing else."""
    if passage.index >= _STAMP_LINES or len(passage.doc) > _STAMP_TOKENS:
        return False
    return stamp_words(passage) <= _words("stamp") | _words("publication")


def stamp_words(passage: Passage) -> set[str]:
    """Return the words of a line, without figures and marks."""
    return {t.lower_.strip(".") for t in passage.doc if t.text[:1].isalpha()}


def is_own_page(tokens: Tokens) -> bool:
    """Whether "today" is the page's: "today's headlines", "Harbour Today"."""
    if tokens[0].lower_ != "today":
        return False
    after = tokens.doc[tokens.end : tokens.end + 3]
    of_page = len(after) > 1 and after[0].lower_ in ("'s", "’s")
    if of_page and any(t.lower_ in _words("pages") for t in after):
        return True
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    named = before is not None and before.text[:1].isupper() and before.is_alpha
    return named and tokens[0].text[:1].isupper()


def is_ahead(
    tokens: Tokens, expression: DateExpression, edtf: str, anchor: str | None
) -> bool:
    """Whether a day without a year lies weeks ahead rather than most of a year back.

    News gives the year of what was so long ago, unless it tells the harm itself.
    """
    undated = expression.kind == "date" and expression.year is None and expression.day
    day, told = anchor_day(anchor), list(days(edtf))
    if not undated or expression.weekday is not None or day is None or not told:
        return False
    return (day - told[0]).days > 365 - _AHEAD and _predicate(tokens) < 3


def is_future(tokens: Tokens, edtf: str, anchor: str | None) -> bool:
    """Whether the day lies after that of the report and no harm is told of it."""
    day, told = anchor_day(anchor), list(days(edtf))
    if day is None or not told:
        return False
    verb = _verb(tokens.root)
    present = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return (told[0] - day).days > 1 and (present or _predicate(tokens) < 3)


def is_late(passages: Iterable[Passage]) -> bool:
    """Whether title and lead tell of the courts, long after the incident."""
    lead = [p for p in passages if p.index < 2]
    return any(t.lower_ in _words("court") for p in lead for t in p.doc)


def evidence(
    passage: Passage,
    tokens: Tokens,
    expression: DateExpression,
    edtf: str,
    anchor: str | None,
    *,
    late: bool,
) -> float:
    """Return how much a date speaks for the day of the incident; below 0 against.

    ``late`` says that the report is about a trial: old dates are then likely, and
    a bare weekday is that of the court.
    """
    weight = -3.0 if _since(tokens) else _predicate(tokens)
    if weight < 0 and weight > -3:
        weight += _hour(tokens) + (1.5 if expression.kind == "date" else 0.0)
    if weight < 0:
        return weight
    weight += _position(passage)
    if late and expression.kind != "date" and weight < 3:
        return -1.0
    if not late and not _recent(edtf, anchor):
        weight -= 2.0 if weight >= 3 and expression.day else 3.0
    if expression.day is None and expression.kind in ("date", "month", "year"):
        weight -= 3.0
    return weight


def _since(tokens: Tokens) -> bool:
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return before == "since"


def _hour(tokens: Tokens) -> float:
    near = tokens.doc[max(0, tokens.start - 4) : tokens.end + 1]
    return 1.5 if any(t.lower_ in _words("hours") for t in near) else 0.0


def _position(passage: Passage) -> float:
    if passage.field == "title":
        return 1.0
    return max(0.0, 2.0 - 0.4 * passage.index)


def _recent(edtf: str, anchor: str | None) -> bool:
    day = anchor_day(anchor)
    told = list(days(edtf))
    if day is None or not told:
        return True
    return (day - told[0]).days <= _LONG_AGO


def _verb(token: Token) -> Token | None:
    for _ in range(6):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _predicate(tokens: Tokens) -> float:
    """Return weight for the word that the date hangs from."""
    step = tokens.root
    for _ in range(5):
        if step.head is step:
            break
        step = step.head
        if step.lower_ in _words("background_nouns"):
            return -3.0
        if step.lower_ in event_nouns() | _words("harm_nouns"):
            return 3.0
        if step.pos_ not in ("VERB", "AUX", "NOUN"):
            continue
        found = _by_lemma(step)
        if found is not None:
            return found
    return 0.5


def _by_lemma(step: Token) -> float | None:
    lemma = step.lemma_.lower()
    if lemma in _words("background_verbs") | _words("later_verbs"):
        return -3.0
    if lemma in _words("aftermath_verbs"):
        return -1.0
    if lemma in cue("event_verbs"):
        return 3.0
    return None
