"""Targets: what was hit, or the facility where it happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.targets.hits import happenings, is_hit, lemmas
from sourcebook.model.claim import Target
from sourcebook.schema.vocabulary import (
    TargetKind,
    target_kinds,
    target_phrases,
)

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

__all__ = ["find_targets"]


def find_targets(parsed: Parsed) -> tuple[Draft, ...]:
    """Return the facilities that were hit or where it happened, with their names.

    Places to which the hurt are taken are left out, and so are places that the
    report mentions without anything having happened there.
    """
    return tuple(draft for sentence in parsed.sentences for draft in _in(sentence))


def _in(sentence: Sentence) -> Iterator[Draft]:
    hits = target_phrases().find(lemmas(sentence))
    if not hits:
        return
    happened = happenings(sentence)
    for start, end, key in hits:
        kind = target_kinds()[key]
        head = sentence.tokens[end - 1]
        if (
            head.pos_ in ("NOUN", "PROPN")
            and not _goes_on(head)
            and is_hit(head, kind, happened)
        ):
            yield _draft(sentence.passage, sentence.tokens[start], head, kind)


def _goes_on(head: Token) -> bool:
    """The word is the beginning of another name ("University of X Hospital")."""
    after = head.doc[head.i + 1 : head.i + 3]
    if head.pos_ != "PROPN" or not len(after):
        return False
    behind = after[0]
    if (
        behind.pos_ == "PROPN"
        and behind.dep_ != "appos"
        and behind.ent_type_ == head.ent_type_
    ):
        return True
    return (
        behind.lower_ == "of"
        and len(after) > 1
        and after[1].pos_ == "PROPN"
        and after[1].ent_type_ == head.ent_type_ != ""
    )


def _draft(passage: Passage, first: Token, head: Token, kind: TargetKind) -> Draft:
    start = _name_start(first, head)
    span = passage.span(head.doc[min(start, first.i) : head.i + 1])
    name = None
    if start < first.i or any(
        t.pos_ == "PROPN" for t in head.doc[first.i : head.i + 1]
    ):
        words = span.slice(passage.report.characters(passage.field))
        several = len(words.split()) > 1
        name = (
            " ".join(words.split())
            if several and any(w[:1].isupper() for w in words.split())
            else None
        )
    return Draft(
        passage=passage,
        span=span,
        anchor=head,
        payload=Target(kind=kind.kind, name=name),
    )


def _name_start(first: Token, head: Token) -> int:
    """Where a name before the facility word begins ("Harbour Road school")."""
    start = first.i
    doc = head.doc
    while start > head.sent.start:
        before = doc[start - 1]
        if (
            (
                before.pos_ == "PROPN"
                and before.text[:1].isupper()
                and before.ent_type_ not in ("DATE", "TIME")
            )
            or (
                before.text in ("'s", "’s")
                and start - 1 > head.sent.start
                and doc[start - 2].ent_type_ in ("FAC", "ORG")
                and doc[start - 2].ent_type_ == head.ent_type_
            )
            or (
                before.pos_ == "ADJ"
                and before.ent_type_ in ("FAC", "ORG")
                and before.text[:1].isupper()
            )
        ):
            start -= 1
        else:
            break
    return start
