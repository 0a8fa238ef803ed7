"""Dates of a report, and which one says when it happened (TIM-1 to TIM-3).

Weekdays and the like are worked out against the day of publication, or the
dateline's date where the report names none. Without either they have no date and
yield nothing; a missing year stays ``XXXX`` (TIM-2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.time_roles import (
    evidence,
    is_ahead,
    is_future,
    is_late,
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


@dataclass(frozen=True, slots=True)
class _Dated:
    passage: Passage
    expression: DateExpression
    tokens: Tokens
    edtf: str
    role: TimeRole | None
    weight: float


def find_times(parsed: Parsed) -> tuple[Draft, ...]:
    """Return a draft for every date that can be resolved, the dateline's first."""
    filed = dateline(parsed.report.text.characters)
    anchor = _anchor(parsed, filed)
    late = is_late(parsed.passages)
    dated = [d for p in parsed.passages for d in _read(p, anchor, late=late)]
    events = _event_dates(dated)
    found = [_draft(d, _role(d, events)) for d in dated]
    if filed is not None and filed.date is not None:
        found = [*_filed(parsed, filed, filed.date), *found]
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


def _read(passage: Passage, anchor: str | None, *, late: bool) -> Iterator[_Dated]:
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
        weight = evidence(passage, tokens, expression, edtf, anchor, late=late)
        yield _Dated(passage, expression, tokens, edtf, role, weight)


def _event_dates(dated: list[_Dated]) -> frozenset[str]:
    """Return the dates on which it happened: the best supported, and its equals."""
    weights: dict[str, float] = defaultdict(float)
    direct: dict[str, float] = defaultdict(float)
    for d in dated:
        if d.role is None and d.weight > 0:
            weights[d.edtf] += d.weight
            direct[d.edtf] = max(direct[d.edtf], d.weight)
    if not weights:
        return frozenset()
    best = max(weights, key=lambda e: (weights[e], e))
    equal = {e for e in weights if direct[e] >= 3 and weights[e] >= 0.8 * weights[best]}
    if len(best) == len("XXXX-00-00"):
        equal = {e for e in equal if len(e) == len(best)}
    return frozenset({best} | equal)


def _role(dated: _Dated, events: frozenset[str]) -> TimeRole:
    if dated.role is not None:
        return dated.role
    if dated.weight >= 0 and any(_within(dated.edtf, event) for event in events):
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


def _draft(dated: _Dated, role: TimeRole) -> Draft:
    start, span = dated.passage.start, dated.expression.span
    root: Token = dated.tokens.root
    return Draft(
        passage=dated.passage,
        span=Span(start=start + span.start, end=start + span.end),
        payload=Time(edtf=dated.edtf, role=role, basis=dated.expression.basis),
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
