"""Counts of instruments: numbers, articles, parts of a total (NUM-11, NUM-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.parsed import Sentence
from sourcebook.model.claim import Comparator
from sourcebook.schema.vocabulary import instruments
from sourcebook.text.numbers import Number

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


_ONE = frozenset({"a", "an", "one", "another", "single"})


_KNOWN = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "such",
        "no",
        "any",
        "each",
        "every",
        "some",
        "whose",
        "my",
        "our",
        "your",
        "which",
        "what",
    }
)


#: Tokens between a total of explosions and "including" (NUM-14).
_NEAR = 9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counted:
    """An instrument with its count; ``first`` and ``last`` are token indices."""

    instrument: str
    first: int
    last: int
    head: Token
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None


def with_count(
    sentence: Sentence, first: Token, head: Token, key: str, numbers: Sequence[Number]
) -> Iterator[Counted]:
    """Yield an instrument with its count, and a second count of the same kind."""
    number = _number_before(first, head, numbers)
    if number is not None:
        start = sentence.passage.doc.char_span(
            number.span.start, number.span.end, alignment_mode="expand"
        )
        yield _numbered(key, start.start if start else first.i, head.i, head, number)
    else:
        single = _single(first, head, key)
        if single is not None:
            yield single
    yield from _elliptic(sentence, head, key, numbers)


def _numbered(key: str, first: int, last: int, head: Token, number: Number) -> Counted:
    return Counted(
        instrument=key,
        first=first,
        last=last,
        head=head,
        comparator=number.comparator,
        value=number.value,
        low=number.low,
        high=number.high,
    )


def _number_before(
    first: Token, head: Token, numbers: Sequence[Number]
) -> Number | None:
    """The count in the noun phrase of the instrument."""
    left = min(
        (t.idx for t in head.subtree if t.i <= head.i and not _is_clausal(t, head)),
        default=first.idx,
    )
    inside = [
        n
        for n in numbers
        if left <= n.bare.start and n.bare.end <= head.idx and not n.ordinal
    ]
    between = [
        n
        for n in inside
        if not any(
            t.is_punct and t.text not in "-–'\"“”‘’"
            for t in head.doc[_at(head, n.bare.end) : first.i]
        )
    ]
    return between[-1] if between else None


def _at(token: Token, character: int) -> int:
    """The first token from a character of the passage on."""
    step = token
    while step.i > 0 and step.nbor(-1).idx >= character:
        step = step.nbor(-1)
    return int(step.i)


def _is_clausal(token: Token, head: Token) -> bool:
    step = token
    while step != head:
        if step.dep_ in ("relcl", "acl", "appos", "conj", "advcl"):
            return True
        step = step.head
    return False


def _single(first: Token, head: Token, key: str) -> Counted | None:
    """One, by the article or the bare singular of headlines (NUM-11); else vague."""
    determiners = {
        c.lower_
        for c in head.children
        if c.dep_ in ("det", "poss", "nummod", "predet") or c.tag_ == "PRP$"
    }
    start = min(
        [c.i for c in head.children if c.dep_ == "det" and c.i < first.i] or [first.i]
    )
    if determiners & _KNOWN or (determiners and not determiners & _ONE):
        return None
    plural = head.tag_ in ("NNS", "NNPS")
    if plural or (
        (
            not determiners
            and key in ("shell", "torture", "fire", "chemical", "dynamite")
        )
        or _is_mass(head, determiners)
    ):
        if key == "explosion" or instruments()[key].generic:
            return None
        return Counted(
            instrument=key,
            first=start,
            last=head.i,
            head=head,
            comparator="vague",
            value=None,
            low=None,
            high=None,
        )
    return Counted(
        instrument=key,
        first=start,
        last=head.i,
        head=head,
        comparator="eq",
        value=1,
        low=1,
        high=1,
    )


def _is_mass(head: Token, determiners: set[str]) -> bool:
    return not determiners and lemma(head) in (
        "fire",
        "explosive",
        "shelling",
        "bombardment",
        "bombing",
        "gunfire",
    )


def _elliptic(
    sentence: Sentence, head: Token, key: str, numbers: Sequence[Number]
) -> Iterator[Counted]:
    """ "Four explosions in A, and five in B": the second count is of the same."""
    for token in sentence.tokens[head.i - sentence.tokens.start + 1 :]:
        after = token.nbor(1) if token.i + 1 < sentence.tokens.end else None
        if (
            token.pos_ != "NUM"
            or after is None
            or after.lower_ != "in"
            or token.dep_
            not in ("conj", "appos", "npadvmod", "dep", "attr", "dobj", "pobj")
        ):
            continue
        if token.nbor(-1).lower_ not in ("and", ",", ";", "another") or not _is_place(
            after
        ):
            continue
        number = next((n for n in numbers if n.bare.start == token.idx), None)
        if number is not None and key == "explosion":
            yield _numbered(key, token.i, token.i, token, number)


def _is_place(preposition: Token) -> bool:
    following = (
        preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    )
    return following is not None and following.text[:1].isupper()


def parts_of_totals(sentence: Sentence, counted: list[Counted]) -> list[Counted]:
    """NUM-14: parts after "including" are exact only if they add up to the total."""
    ordered = sorted(counted, key=lambda c: c.last)
    result = list(ordered)
    for token in sentence.tokens:
        if token.lower_ != "including":
            continue
        totals = [
            c
            for c in ordered
            if c.last < token.i <= c.last + _NEAR
            and c.instrument == "explosion"
            and c.comparator == "eq"
        ]
        if not totals:
            continue
        total = totals[-1]
        later = [
            c.first
            for c in ordered
            if c.instrument == "explosion" and c.first > token.i
        ]
        parts = [
            c
            for c in ordered
            if token.i < c.first < min(later, default=sentence.tokens.end)
        ]
        told = sum(c.value or 0 for c in parts)
        rest = (total.value or 0) - told
        if parts and rest > 0 and all(c.comparator == "eq" for c in parts):
            for part in parts:
                assert part.value is not None
                result[result.index(part)] = replace(
                    part, comparator="ge", low=part.value, high=part.value + rest
                )
    return result
