"""Dates of a report, and which one says when it happened (TIM-1 to TIM-3).

Weekdays and the like are worked out against the day of publication, or the
dateline's date where the report names none. Without either they have no date and
yield nothing; a missing year stays ``XXXX`` (TIM-2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.dating import Mention, likelihood
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.time_roles import (
    is_ahead,
    is_future,
    is_late,
    is_of_harm,
    is_own_page,
    is_planned,
    is_publication,
    is_stamp,
    stamp_words,
)
from sourcebook.model.claim import Time
from sourcebook.model.span import Span
from sourcebook.text.datelines import Dateline, dateline
from sourcebook.text.dates import DateExpression, find_dates, resolve
from sourcebook.text.days import days

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

TimeRole = Literal["event", "publication", "background", "planned"]

#: How likely the day of the incident must be, and a mention of it to tell of it.
LEAST, MENTIONED = 0.5, 0.2
#: What a week or a month is worth beside a day.
WIDE = 0.3
#: A second day is one of the incident where it is likely in itself, and about as
#: likely as the first.
LIKELY, NEARLY = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a report; ``role`` is what its own words say of it, if anything."""

    mention: Mention
    role: TimeRole | None

    @property
    def edtf(self) -> str:
        """The day or days that are meant."""
        return self.mention.edtf


def find_times(parsed: Parsed) -> tuple[Draft, ...]:
    """Return a draft for every date that can be resolved, the dateline's first."""
    filed = dateline(parsed.report.text.characters)
    dated = dates(parsed)
    likely = {id(d): _likely(d) for d in dated if d.role is None}
    events = _event_dates([(d.edtf, likely[id(d)]) for d in dated if d.role is None])
    found = [_draft(d, _role(d, events, likely.get(id(d), 0.0))) for d in dated]
    if filed is not None and filed.date is not None:
        found = [*_filed(parsed, filed, filed.date), *found]
    return tuple(found)


def dates(parsed: Parsed) -> tuple[Dated, ...]:
    """Return the dates of a report that can be resolved, in the order of the text."""
    anchor = _anchor(parsed, dateline(parsed.report.text.characters))
    late = is_late(parsed.passages)
    found: list[Dated] = []
    for passage in parsed.passages:
        for tokens, expression, edtf, role in _read(passage, anchor):
            mention = Mention(
                passage, tokens, expression, edtf, anchor, late, first=not found
            )
            found.append(Dated(mention, role))
    return tuple(found)


def _anchor(parsed: Parsed, filed: Dateline | None) -> str | None:
    """Return the day that relative dates count from, None where none is known."""
    if parsed.report.published is not None:
        return parsed.report.published
    told = filed.date if filed is not None else None
    if told is not None:
        return None if told.startswith("X") else told
    return next((day for p in parsed.passages for day in _stamped(p)), None)


def _stamped(passage: Passage) -> Iterator[str]:
    """Yield the full dates of a line that is nothing but the page's time stamp."""
    if not is_stamp(passage):
        return
    worded = bool(stamp_words(passage))
    for expression in find_dates(passage.doc.text):
        edtf = resolve(expression, None)
        full = edtf is not None and expression.day is not None and "X" not in edtf
        if edtf is not None and full and (worded or _is_plain(passage, expression)):
            yield edtf


def _is_plain(passage: Passage, expression: DateExpression) -> bool:
    """Whether figures can be only one date: 7/22/2013 and not 7/8/2013."""
    month, day = expression.month or 0, expression.day or 0
    written = expression.span.slice(passage.doc.text)
    return "/" not in written or day > 12 or month == day


def _read(
    passage: Passage, anchor: str | None
) -> Iterator[tuple[Tokens, DateExpression, str, TimeRole | None]]:
    for expression in find_dates(passage.doc.text):
        tokens = passage.doc.char_span(
            expression.span.start, expression.span.end, alignment_mode="expand"
        )
        if tokens is None:
            continue
        planned = is_planned(tokens, expression)
        edtf = resolve(expression, anchor, forward=planned)
        if edtf is None or (is_own_page(tokens) and tokens[0].text[0].isupper()):
            continue
        if not planned and is_ahead(tokens, expression, edtf, anchor):
            planned = True
            edtf = resolve(expression, anchor, forward=True) or edtf
        planned = planned or is_future(tokens, edtf, anchor)
        role: TimeRole | None = "planned" if planned else None
        if is_publication(tokens) or is_stamp(passage) or is_own_page(tokens):
            role = role if expression.forward else "publication"
        yield tokens, expression, edtf, role


def _likely(dated: Dated) -> float:
    """Return how likely the date is the incident's; a bare month only where it says so.

    A bare year ("the 2011 attack") tells of another.
    """
    expression = dated.mention.expression
    if expression.day is None and expression.kind in ("date", "month", "year"):
        of_harm = is_of_harm(dated.mention.tokens)
        if (expression.month is None and expression.kind != "month") or not of_harm:
            return 0.0
    return likelihood(dated.mention)


def _event_dates(told: Iterable[tuple[str, float]]) -> frozenset[str]:
    """Return the dates on which it happened: the likeliest, and its equals."""
    likely: dict[str, float] = defaultdict(float)
    for edtf, chance in told:
        worth = chance if _is_day(edtf) else WIDE * chance
        likely[edtf] = max(likely[edtf], worth)
    best = max(likely, key=lambda e: (likely[e], e), default=None)
    if best is None or likely[best] < LEAST * (1.0 if _is_day(best) else WIDE):
        return frozenset()
    least = max(LIKELY, NEARLY * likely[best])
    return frozenset({best, *(e for e in likely if likely[e] >= least)})


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("XXXX-00-00")


def _role(dated: Dated, events: frozenset[str], likely: float) -> TimeRole:
    if dated.role is not None:
        return dated.role
    if likely >= MENTIONED and any(_within(dated.edtf, event) for event in events):
        return "event"
    return "background"


def _within(one: str, other: str) -> bool:
    if one == other:
        return True
    inner, outer = list(days(one)), list(days(other))
    if not inner or not outer:
        return False
    narrow = (outer[1] - outer[0]).days < 8
    return narrow and outer[0] <= inner[0] and inner[1] <= outer[1]


def _draft(dated: Dated, role: TimeRole) -> Draft:
    mention = dated.mention
    start, span = mention.passage.start, mention.expression.span
    root: Token = mention.tokens.root
    return Draft(
        passage=mention.passage,
        span=Span(start=start + span.start, end=start + span.end),
        payload=Time(edtf=dated.edtf, role=role, basis=mention.expression.basis),
        anchor=root,
    )


def _filed(parsed: Parsed, filed: Dateline, edtf: str) -> Iterator[Draft]:
    passage = next((p for p in parsed.passages if p.field == "text"), None)
    if passage is None or filed.date_span is None:
        return
    yield Draft(
        passage=passage,
        span=filed.date_span,
        payload=Time(edtf=edtf, role="publication", basis="explicit"),
        anchor=passage.doc[0],
    )
