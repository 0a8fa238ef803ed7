"""What the words around a date say about its part in the report."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.dating import hangs
from sourcebook.extract.parsed import Passage
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
    return (day - told[0]).days > 365 - _AHEAD and not is_of_harm(tokens)


def is_future(tokens: Tokens, edtf: str, anchor: str | None) -> bool:
    """Whether the day lies after that of the report and no harm is told of it."""
    day, told = anchor_day(anchor), list(days(edtf))
    if day is None or not told:
        return False
    verb = _verb(tokens.root)
    present = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return (told[0] - day).days > 1 and (present or not is_of_harm(tokens))


def is_late(passages: Iterable[Passage]) -> bool:
    """Whether title and lead tell of the courts, long after the incident."""
    lead = [p for p in passages if p.index < 2]
    return any(t.lower_ in _words("court") for p in lead for t in p.doc)


def _verb(token: Token) -> Token | None:
    for _ in range(6):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def is_of_harm(tokens: Tokens) -> bool:
    """Whether the date hangs from a word of harm."""
    return hangs(tokens.root) in ("on an event", "on an event verb")
