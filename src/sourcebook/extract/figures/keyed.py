"""Figures told by a key beside a number: "Fatal: 3", "5 KIA", a cell "K 5" of a table.

A legend says what its abbreviations count ("K = killed, W = wounded"), the head of a
table what its columns do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.parsed import Passage
from sourcebook.model.claim import Figure, Metric
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives
from sourcebook.text.numerals import NUMERAL, number_value

_NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|none|nil|{NUMERAL})(?![\w.:/-]*\d)"
)
_END = r"(?=\s*(?:[.,;|()\n]|$|and\b))"
#: Cells that the row of a table has at least.
CELLS = 3
_CELL = re.compile(r"\s*([^|\t\n]*?)\s*(?:[|\t\n]|$)")
_SIDES = re.compile(r"\s*\((?P<sides>[^()]{3,60})\)")
_SIDE = re.compile(r"(?:(?P<number>\d{1,5})\s+)?(?P<noun>[a-z][a-z ]+)")


def with_keyed(passages: Sequence[Passage], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those that keys tell, in the place of what they overlap."""
    abbreviations = _legend(passages)
    told = [draft for passage in passages for draft in _keyed(passage, abbreviations)]
    told += _columns(passages)
    known = {(d.passage.field, d.span, figure_of(d).metric) for d in drafts}
    added = [
        d for d in told if (d.passage.field, d.span, figure_of(d).metric) not in known
    ]
    kept = [d for d in drafts if not any(_is_over(d, other) for other in added)]
    return [*kept, *added]


def _is_over(draft: Draft, other: Draft) -> bool:
    """Whether a keyed count replaces a draft: its own words, or one person of a row."""
    if draft.passage is not other.passage:
        return False
    row = len(_cells(draft.passage)) >= CELLS and draft.person is not None
    return row or draft.span.overlaps(other.span)


def _cells(passage: Passage) -> list[tuple[int, int]]:
    """Return where the cells of a row stand in its passage, those at its edges."""
    text = passage.text
    if "|" not in text and "\t" not in text:
        return []
    found = [match.span(1) for match in _CELL.finditer(text)]
    return [at for at in found if at[1] > at[0]]


def _columns(passages: Iterable[Passage]) -> Iterator[Draft]:
    """Yield the numbers in the columns whose head is a key."""
    heads: dict[int, Metric] = {}
    width = 0
    for passage in passages:
        cells = _cells(passage)
        words = [lexicon.normal(passage.text[slice(*cell)]) for cell in cells]
        told = {n: _keys()[word] for n, word in enumerate(words) if word in _keys()}
        if told and len(cells) >= CELLS:
            heads, width = told, len(cells)
        elif len(cells) == width:
            for column, metric in heads.items():
                if words[column].isdigit():
                    number = int(words[column])
                    yield from _draft(passage, cells[column], metric, number, "persons")


@cache
def _keys() -> Mapping[str, Metric]:
    listed = table("keyed")["keys"]
    return {key: metric for metric, keys in listed.items() for key in keys}


@cache
def _written_out() -> re.Pattern[str]:
    keys = alternatives(sorted(_keys(), key=lambda key: (-len(key), key)))
    return re.compile(rf"(?<![\w-])(?P<key>{keys})\s*[:=]\s*{_NUMBER}{_END}", re.I)


@cache
def _meaning() -> re.Pattern[str]:
    keys = alternatives(sorted(_keys(), key=lambda key: (-len(key), key)))
    return re.compile(
        rf"(?<!\w)(?P<short>[A-Z]{{1,4}})\s*(?:=|:|-|–|means)\s*(?P<key>(?i:{keys}))(?=\s*(?:[,;.|)]|$))"
    )


def _legend(passages: Iterable[Passage]) -> dict[str, Metric]:
    """Return what each abbreviation of a report counts."""
    found: dict[str, Metric] = dict(table("keyed")["abbreviations"])
    for passage in passages:
        for match in _meaning().finditer(passage.text):
            found[match["short"]] = _keys()[lexicon.normal(match["key"])]
    return found


def _keyed(passage: Passage, abbreviations: Mapping[str, Metric]) -> Iterator[Draft]:
    for match in _written_out().finditer(passage.text):
        yield from _drafts(passage, match, _keys()[lexicon.normal(match["key"])])
    if not any(short in passage.text for short in abbreviations):
        return
    short = "|".join(sorted(abbreviations, key=lambda s: (-len(s), s)))
    for form in (
        rf"(?<![\w-])(?P<key>{short})\s*[:=]?\s*{_NUMBER}{_END}",
        rf"(?<![\w-])(?P<number>\d{{1,5}})\s*(?P<key>{short})\b",
    ):
        for match in re.finditer(form, passage.text):
            yield from _drafts(passage, match, abbreviations[match["key"]])


def _drafts(passage: Passage, match: re.Match[str], metric: Metric) -> Iterator[Draft]:
    """Yield the count of a key, and those of the sides in brackets behind it."""
    told = match["number"]
    value = 0 if told.lower() in ("none", "nil") else number_value(told)
    sides = _SIDES.match(passage.text, match.end())
    named = list(_sides(sides)) if sides else []
    whole = next((side for number, side, _ in named if number is None), "persons")
    yield from _draft(passage, match.span("number"), metric, value, whole)
    for number, side, at in named:
        if number is not None:
            yield from _draft(passage, at, metric, number, side)


def _sides(match: re.Match[str]) -> Iterator[tuple[int | None, str, tuple[int, int]]]:
    for told in _SIDE.finditer(match["sides"]):
        side = lexicon.people().get(told["noun"].strip())
        if side is not None:
            at = match.start("sides")
            number = int(told["number"]) if told["number"] else None
            yield number, side, (at + told.start(), at + told.end())


def _draft(
    passage: Passage,
    at: tuple[int, int],
    metric: Metric,
    value: int,
    population: str,
) -> Iterator[Draft]:
    span = Span(start=passage.start + at[0], end=passage.start + at[1])
    tokens = passage.tokens(span)
    if tokens is None or not len(tokens):
        return
    yield Draft(
        passage=passage,
        span=span,
        payload=Figure(
            metric=metric,
            population=population,
            comparator="eq",
            value=value,
            low=value,
            high=value,
        ),
        anchor=next(iter(tokens)),
    )
