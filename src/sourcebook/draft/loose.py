"""Figures of a draft that the extractor leaves: labels, and numbers carried over.

A draft is short and its book is known, so more may be guessed than in a report: a number
counts what a word of harm in its clause tells, else what the figure before it counted
("Police put it at 30").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from sourcebook.draft.about import asked, topic
from sourcebook.draft.ages import is_age
from sourcebook.draft.harm import harm, metric_of
from sourcebook.draft.naming import telling
from sourcebook.draft.nouns import device_of, group_of
from sourcebook.draft.sentences import clause, sentences
from sourcebook.model.claim import Claim, Figure, Means, Metric, Role, Setting
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import instruments
from sourcebook.text.numbers import Number, find_numbers

#: The maker of claims that only the check of drafts reads.
DRAFT, DRAFT_VERSION = "draft", "1"
#: Sentences after which a figure is not carried on.
REACH = 2
#: Characters between a number and the word of harm that says what it counts.
NEAR = 45
#: What follows a number that stands for itself: "of them", "were", "dead", a comma.
_BARE = re.compile(
    r"\s*(?:[^\w\s]|$|(?:of (?:them|these|those|whom|the)|and|or|but|in|on|at|by|from|to|"
    r"for|with|as|after|before|during|until|near|outside|inside|across|aboard|under|over|"
    r"within|because|since|when|who|were|was|are|is|have|had|has|more|others?|so|now|"
    r"then|while|later|people|persons|alone|there|overall|altogether)\b)"
)
#: A label before a number: "Dead in the two towns: 33".
_LABEL = re.compile(r"([^;:=\d]+)[:=]\s*$")
#: A year, or the time of a day.
_YEAR = re.compile(r"\d{4}")
#: "Two more than it had counted before": a step, and no count.
_STEP = re.compile(r"\s+(?:more|fewer|less|higher|lower|up|down)\s+(?:than|from|on)\b")
#: "Two died and seven were hurt": the word before is of another number.
_AND = re.compile(r",?\s+(?:and|but|while)\s+(?:that\s+)?")
_PART = re.compile(r"\s*(?:\w+\s+)?of (?:them|these|those|whom|the)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\b(?:among|including|among them|of them|of whom|of these|of those|of the \w+)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"[^.;]*\b(?:are|were|was|is)\s+among\b", re.IGNORECASE)


def loosely_read(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims for the numbers of a draft that no count of ``claims`` holds."""
    text = report.text.characters
    counted = [c for c in claims if isinstance(c.payload, Figure | Means)]
    told = list(sentences(text))
    found: list[Claim] = []
    for at, number in _numbers(text, told):
        if number.ordinal or any(number.bare.overlaps(c.span) for c in counted):
            continue
        if not (number.value or number.low):
            continue
        near = told[max(0, at - REACH) : at + 1]
        before = [c for c in (*counted, *found) if c.span.start < number.span.start]
        if _STEP.match(text, number.span.end) or is_age(text, number):
            continue
        carried = asked(text, told, at) or _metrics(before, near)
        for payload in _counts(text, number, told[at], carried):
            found.append(_claim(report, number, told[at], payload))
    return found


def counted_at(text: str, sentence: Span) -> Iterator[tuple[Number, frozenset[str]]]:
    """Yield the numbers of a sentence, each with what a word beside it says it counts."""
    for _, number in _numbers(text, [sentence]):
        told = _counts(text, number, sentence, ())
        yield number, frozenset(_what(payload) for payload in told)


def is_bare(after: str) -> bool:
    """Whether a number stands for itself, with no noun of its own after it.

    >>> is_bare(" in Arden, where"), is_bare(" houses burned")
    (True, False)
    """
    return group_of(after) is None and _BARE.match(after) is not None


@cache
def counted_in(text: str) -> frozenset[tuple[str, int | None]]:
    """Return what the numbers of a text may count, read as loosely."""
    told = list(sentences(text))
    found: set[tuple[str, int | None]] = set()
    for at, number in _numbers(text, told):
        for payload in _counts(text, number, told[at], ()):
            found.add((_what(payload), payload.value))
    return frozenset(found)


def _numbers(text: str, told: Sequence[Span]) -> Iterator[tuple[int, Number]]:
    """Yield the numbers, each with its sentence; one is no part of that before."""
    for at, sentence in enumerate(told):
        for number in find_numbers(sentence.slice(text)):
            yield (
                at,
                replace(
                    number,
                    span=_moved(number.span, sentence.start),
                    bare=_moved(number.bare, sentence.start),
                ),
            )


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)


def _metrics(claims: Iterable[Claim], near: Sequence[Span]) -> list[str]:
    """Return what the counts before a number count, the last one first."""
    held = [
        c
        for c in claims
        if isinstance(c.payload, Figure | Means)
        and c.setting.person is None
        and any(s.contains(c.span) for s in near)
    ]
    held.sort(key=lambda c: (c.span.end, c.id), reverse=True)
    return list(dict.fromkeys(_what(cast("Figure | Means", c.payload)) for c in held))


def _what(payload: Figure | Means) -> str:
    return payload.metric if isinstance(payload, Figure) else payload.instrument


def _claim(
    report: Report, number: Number, sentence: Span, payload: Figure | Means
) -> Claim:
    text = report.text.characters
    link = telling(report, number.span, sentence)
    return Claim.at(
        report,
        "text",
        number.span,
        payload=payload,
        setting=Setting(sentence=sentence),
        extractor=DRAFT,
        version=DRAFT_VERSION,
        attribution=(link,) if link is not None else (),
        role=_role(text, number, sentence) if isinstance(payload, Figure) else None,
    )


def _role(text: str, number: Number, sentence: Span) -> Role:
    before = text[sentence.start : number.span.start]
    after = text[number.span.end : sentence.end]
    some = _PART.match(after) or _AMONG_THEM.match(after) or _AMONG.search(before)
    return "part_of_total" if some else "incident_total"


def _labelled(text: str, number: Number, sentence: Span) -> Means | None:
    """Return a count of devices that a label names: "Rockets in Arden: three"."""
    label = _LABEL.search(text[sentence.start : number.span.start])
    return _device(number, label.group(1)) if label else None


def _device(number: Number, after: str) -> Means | None:
    """Return a count of devices, where a word right after the number names some."""
    name = device_of(after)
    return _means(number, name) if name is not None else None


def _counts(
    text: str, number: Number, sentence: Span, before: Sequence[str]
) -> list[Figure | Means]:
    """Return what a number may count: one thing, or what any figure before counts."""
    after = text[number.span.end : sentence.end]
    device = _device(number, after) or _labelled(text, number, sentence)
    if device is not None:
        return [device]
    group = group_of(after)
    if group is None and not _BARE.match(after):
        return []
    metric = _metric(text, number, sentence)
    if metric is None and not _may_go_on(text, number, sentence, group):
        return []
    if metric is not None:
        return [_figure(number, metric, group)]
    return [
        _means(number, each)
        if each in instruments()
        else _figure(number, cast(Metric, each), group)
        for each in topic(text, number, sentence) or before
    ]


def _means(number: Number, instrument: str) -> Means:
    return Means(
        instrument=instrument,
        comparator=number.comparator,
        value=number.value,
        low=number.low,
        high=number.high,
    )


def _figure(number: Number, metric: Metric, group: str | None) -> Figure:
    return Figure(
        metric=metric,
        population=group or "persons",
        comparator=number.comparator,
        value=number.value,
        low=number.low,
        high=number.high,
    )


def _metric(text: str, number: Number, sentence: Span) -> Metric | None:
    """Return what the nearest word of harm in the number's clause tells."""
    here = clause(text, sentence, number.span)
    return _nearest(text, number, here) or _label(text, number, sentence)


def _nearest(text: str, number: Number, here: Span) -> Metric | None:
    told = []
    for match in harm().finditer(text, here.start, here.end):
        ahead = match.start() >= number.span.end
        gap = (
            match.start() - number.span.end
            if ahead
            else number.span.start - match.end()
        )
        if gap <= NEAR and not _crosses(text, number, match):
            joined = not ahead and _AND.fullmatch(text, match.end(), number.span.start)
            told.append((gap + NEAR * bool(joined), not ahead, metric_of(match)))
    return min(told)[2] if told else None


def _crosses(text: str, number: Number, match: re.Match[str]) -> bool:
    """Whether another number stands between one and a word of harm, to which it belongs."""
    span = number.span
    between = (
        text[span.end : match.start()]
        if match.start() >= span.end
        else text[match.end() : span.start]
    )
    joined = re.match(r"\W*(?:to|or|and|of|out of)\b|\W*[-–]", between)
    return not joined and bool(find_numbers(between))


def _label(text: str, number: Number, sentence: Span) -> Metric | None:
    """Return what a label before a colon says: "Dead in the two towns: 33"."""
    head = text[sentence.start : number.span.start]
    match = _LABEL.search(head)
    found = list(harm().finditer(match.group(1))) if match else []
    return metric_of(found[0]) if found else None


def _may_go_on(text: str, number: Number, sentence: Span, group: str | None) -> bool:
    """Whether a number without a noun of its own may count what one before counted."""
    after = text[number.span.end : sentence.end]
    is_year = _YEAR.fullmatch(number.bare.slice(text)) is not None
    own_noun = group is not None and not _PART.match(after)
    answers = text[: sentence.start].rstrip().endswith("?")
    goes_on = _goes_on(text, sentence) or answers
    return (
        not is_year
        and not own_noun
        and goes_on
        and not _is_labelled(text, number, sentence)
    )


def _is_labelled(text: str, number: Number, sentence: Span) -> bool:
    """Whether a label in small letters says what a number counts: "Reports used: 4"."""
    match = _LABEL.search(text[sentence.start : number.span.start])
    told = match.group(1).split() if match else []
    return len(told) > 1 and all(word.islower() for word in told[1:])


def _goes_on(text: str, sentence: Span) -> bool:
    told = _tells().search(text, sentence.start, sentence.end)
    return told is not None or "=" in sentence.slice(text)


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')['carried']['tells'])})\b", re.I)
