"""One person told twice before one predicate: "her cousin, John Smith, died"."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.drafted import figure_of, is_noun

_CLOSED = re.compile(
    r"[^.;,]{0,40},\s+(?:is|was|has|had|died|remains|remained|suffered|survived)\b",
    re.I,
)


def merged(drafts: list[Draft]) -> list[Draft]:
    """Join "her cousin, John Smith": one person named twice before one predicate."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.passage.index, d.span)):
        at = _beside(kept, draft)
        if at is None:
            kept.append(draft)
            continue
        last = kept[at]
        kept[at] = replace(
            last,
            span=replace(last.span, end=draft.span.end),
            person=_better(last, draft),
        )
    return kept


def _beside(kept: list[Draft], draft: Draft) -> int | None:
    """Return which of the last drafts, of one place or fate each, tells the same."""
    for at in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
        if _apposed(kept[at], draft):
            return at
    return None


def _apposed(first: Draft, second: Draft) -> bool:
    if first.passage is not second.passage or first.anchor.i != second.anchor.i:
        return False
    if not _name_beside_noun(first, second):
        return False
    if {first.part, second.part} != {"single_person"} or figure_of(
        first
    ).metric != figure_of(second).metric:
        return False
    text = first.passage.text
    gap = text[
        first.span.end - first.passage.start : second.span.start - second.passage.start
    ]
    return re.fullmatch(r"\s*,?\s*(?:\d+,\s*)?(?:of\s[^,]{2,30},\s*)?", gap) is not None


def _name_beside_noun(first: Draft, second: Draft) -> bool:
    """Whether one names and the other describes: "mother, father" are two persons."""
    if (second.person or "").split()[:1] in (
        ["his"],
        ["her"],
        ["their"],
        ["whose"],
    ):
        return False
    return is_noun(first) != is_noun(second) or _described(first, second)


def _described(first: Draft, second: Draft) -> bool:
    """Whether "the assassin, a 16-year-old youth, is" describes one by two nouns."""
    words = [(d.person or "").lower().split()[:1] for d in (first, second)]
    if words[0] not in (["the"], ["his"], ["her"]) or words[1] not in (["a"], ["an"]):
        return False
    behind = second.passage.text[second.span.end - second.passage.start :]
    return _CLOSED.match(behind) is not None


def _better(first: Draft, second: Draft) -> str | None:
    for draft in (first, second):
        if draft.person and draft.person.split()[-1][:1].isupper():
            return draft.person
    return first.person
