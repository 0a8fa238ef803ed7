"""Wording: how far the words of a source reach, and how a name is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import entities
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Doc, Token, Tokens

_TRIM_LEFT = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "and", "but", "while", "as"}
)
_OUTSIDE = frozenset({"relcl", "acl", "advcl", "punct", "parataxis"})
BREAKS = frozenset(',;:()[]—–"“”') | {"--", "-", "``", "''"}
_AFFILIATING = frozenset({"of", "for", "from", "at", "with", "in"})
_POSSESSIVE = re.compile(r"['’]s?$")
_PERSON_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|prof|rev)\.?\s+)+", re.IGNORECASE
)


def phrase_around(head: Token, limit: int | None) -> Tokens:
    """The noun phrase without clauses and appositions behind it."""
    doc = head.doc
    inside = {token.i for token in head.subtree}
    start, end = head.i, head.i + 1
    while start - 1 in inside and _belongs(doc[start - 1], head):
        start -= 1
    while end in inside and _belongs(doc[end], head) and end != limit:
        end += 1
    while start - 1 > head.sent.start and _joins(doc[start - 1]):
        start -= 2
    if head.pos_ == "NOUN":
        while end < head.sent.end and _is_name(doc[end]) and end != limit:
            end += 1
    while start < head.i and doc[start].lower_ in (
        "and",
        "but",
        "while",
        "as",
        "meanwhile",
    ):
        start += 1
    return _widened(doc, start, end)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


def _widened(doc: Doc, start: int, end: int) -> Tokens:
    """Extend to whole names that the parser has cut."""
    for entity in entities(doc):
        if entity.label_ not in ("PERSON", "ORG"):
            continue
        if start <= entity.start < end <= entity.end:
            end = _before_bracket(doc, end, entity.end)
    while end - 1 > start and doc[end - 1].text in ("'s", "’s", "'", "’"):
        end -= 1
    return doc[start:end]


def _before_bracket(doc: Doc, start: int, end: int) -> int:
    """Where a name ends that the tagger carried into an open bracket."""
    for index in range(start, end):
        if doc[index].text == "(":
            return index
    return end


def _joins(token: Token) -> bool:
    """A hyphen inside a word ("war-torn")."""
    if token.text not in ("-", "–") or token.i == 0:
        return False
    return not token.whitespace_ and not token.nbor(-1).whitespace_


def _belongs(token: Token, head: Token) -> bool:
    """Whether a token of the subtree is part of the phrase itself."""
    if token.text in BREAKS and not _joins(token):
        return False
    step = token
    while step != head:
        if step.dep_ in _OUTSIDE and not _joins(step):
            return False
        if step.dep_ == "prep" and step.lower_ not in _AFFILIATING and step.i > head.i:
            return False
        step = step.head
    return True


def apposition(tokens: Tokens, head: Token, limit: int | None) -> Tokens | None:
    """The words between commas behind the phrase ("X, head of Y, said")."""
    doc = tokens.doc
    start = tokens.end
    if start >= len(doc) or doc[start].text not in (",", "(", "-", "–", "—"):
        return None
    end = start + 1
    sentence_end = head.sent.end
    while (
        end < sentence_end
        and end != limit
        and doc[end].text not in (")", "—", '"', "“")
    ):
        if end > start + 1 and doc[end].text == "," and _closes(doc, end, limit):
            break
        end += 1
    if end - start < 2 or end - start > 25 or doc[start + 1].lower_ in ("who", "which"):
        return None
    return doc[start + 1 : end]


def _closes(doc: Doc, comma: int, limit: int | None) -> bool:
    if limit is None or limit <= comma:
        return True
    return limit - comma <= 3


def clean(words: str) -> str:
    """Drop articles, possessive endings and courtesy titles; join white space."""
    kept = " ".join(words.split()).strip(" ,.;:\"“”'‘’-–—×•*|>")
    while True:
        first, _, rest = kept.partition(" ")
        if first.lower() in _TRIM_LEFT and rest:
            kept = rest
        else:
            break
    return _PERSON_TITLES.sub("", _POSSESSIVE.sub("", kept)) or kept


def runs(passage: Passage, positions: Iterable[int]) -> list[Span]:
    """Return the spans of unbroken runs of tokens that hold a word or a number."""
    doc = passage.doc
    spans: list[Span] = []
    run: list[int] = []
    for index in [*sorted(positions), -1]:
        if run and index != run[-1] + 1:
            if any(doc[i].is_alpha or doc[i].like_num for i in run):
                spans.append(passage.span(doc[run[0] : run[-1] + 1]))
            run = []
        run.append(index)
    return spans
