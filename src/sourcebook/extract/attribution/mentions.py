"""Mentions: the words of a report that name or describe somebody who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.bodies import (
    body_in,
    headed_by,
    named_beside,
    person_beside,
    person_in,
    principal_in,
)
from sourcebook.extract.attribution.credits import without_credit
from sourcebook.extract.attribution.wording import apposition, clean, phrase_around
from sourcebook.extract.parsed import Passage
from sourcebook.schema.sources import is_known

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens


#: Words at most by which a listed name goes on behind its head.
_REST = 4

Kind = Literal["person", "body", "people", "pronoun"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Mention:
    """Words that stand for a source, with what they tell about it.

    ``name`` is the name or description as resolved so far; ``body`` the
    organisation a person speaks or works for; ``principal`` is set for a
    spokesperson of a person (DOMAIN STM-3).
    """

    passage: Passage
    tokens: Tokens
    head: Token
    kind: Kind
    name: str
    named: bool = False
    plural: bool = False
    body: str | None = None
    spokesperson: bool = False
    principal: str | None = None


def mention_at(passage: Passage, head: Token, limit: int | None = None) -> Mention:
    """Read the noun phrase around a head noun; ``limit`` is the cue's position."""
    tokens = _to_its_end(without_credit(phrase_around(head, limit), head))
    if head.pos_ == "PRON" and not cues.is_hidden_name(head):
        return Mention(
            passage=passage,
            tokens=tokens,
            head=head,
            kind="pronoun",
            name=head.lower_,
            plural=_is_plural(head),
        )
    if _is_conjoined(tokens, head):
        return _together(passage, tokens, head)
    person = None if is_known(tokens.text) else person_in(tokens, head)
    beside = apposition(tokens, head, limit)
    if person is None and beside is not None:
        person = person_beside(beside) or (
            named_beside(beside) if cues.lemma(head) in cues.nouns("persons") else None
        )
        if person is not None and _is_of_next_clause(head, person):
            person = beside = None
        if person is not None:
            tokens = tokens.doc[
                min(tokens.start, person.start) : max(tokens.end, person.end)
            ]
            beside = None
    body = _body_told(tokens, beside, head, person)
    several = any(t.lower_ == "and" for t in tokens) and head.pos_ != "PROPN"
    if person is None and several and body is not None and " and " not in body:
        body = None
    spokes = any(cues.is_spokesperson(t) for t in (*tokens, *(beside or ())))
    if person is not None:
        name = clean(passage.quote(person))
        body = body if passage.field == "text" else None  # headlines mislead the tagger
        return Mention(
            passage=passage,
            tokens=tokens,
            head=head,
            kind="person",
            name=name,
            named=True,
            body=body,
            spokesperson=spokes,
        )
    return _described(passage, tokens, head, body, spokesperson=spokes)


def _to_its_end(tokens: Tokens) -> Tokens:
    """Take in the rest of a listed name: "Doctors" of "Doctors Without Borders"."""
    if not tokens or not tokens[-1].text[:1].isupper() or is_known(tokens.text):
        return tokens
    for less, more in product(range(min(_REST, tokens.start + 1)), range(_REST)):
        longer = tokens.doc[tokens.start - less : tokens.end + more]
        outer = longer[0].text[:1] + longer[-1].text[:1]
        if outer.isupper() and is_known(longer.text):
            return longer
    return tokens


def _is_of_next_clause(head: Token, person: Tokens) -> bool:
    """Whether the name is no apposition: "according to police, Poe was shot"."""
    subject = person.root.dep_ in ("nsubj", "nsubjpass")
    held = head.dep_ in ("pobj", "dobj")
    return cues.is_statement(head) or (held and subject)


def _body_told(
    tokens: Tokens, beside: Tokens | None, head: Token, person: Tokens | None
) -> str | None:
    """The body that the phrase tells, or the apposition to a single person."""
    body = body_in(tokens, head, person)
    single = person is not None or (
        cues.lemma(head) in cues.nouns("persons") and not _is_plural(head)
    )
    if body is None and beside is not None and single:
        return body_in(beside, beside.root, None)
    if body is None and person is not None:
        return headed_by(head, person)
    return body


def _is_conjoined(tokens: Tokens, head: Token) -> bool:
    """Whether the phrase names several people."""
    others = [t for t in head.children if t.dep_ == "conj" and t.i < tokens.end]
    return bool(others) and all(
        t.ent_type_ == "PERSON" and t.i >= tokens.start for t in (head, *others)
    )


def _together(passage: Passage, tokens: Tokens, head: Token) -> Mention:
    """Several people who say the same at once are one source."""
    return Mention(
        passage=passage,
        tokens=tokens,
        head=head,
        kind="people",
        name=clean(passage.quote(tokens)),
        named=True,
        plural=True,
    )


def _described(
    passage: Passage,
    tokens: Tokens,
    head: Token,
    body: str | None,
    *,
    spokesperson: bool,
) -> Mention:
    """A source without a personal name: a body, or people who are described."""
    words = clean(passage.quote(tokens))
    named = _has_name(tokens, head)
    principal = principal_in(tokens) if spokesperson else None
    told = principal or body
    if spokesperson and told:
        return Mention(
            passage=passage,
            tokens=tokens,
            head=head,
            kind="person",
            name=told,
            named=named,
            plural=_is_plural(head),
            body=body,
            spokesperson=True,
            principal=principal,
        )
    kind: Kind = "body" if _is_body(head, named=named) else "people"
    plural = _is_plural(head)
    return Mention(
        passage=passage,
        tokens=tokens,
        head=head,
        kind="person" if kind == "people" and not plural else kind,
        name=words,
        named=named and kind == "body",
        plural=plural,
        body=None if kind == "body" else body,
    )


def _is_body(head: Token, *, named: bool) -> bool:
    if cues.lemma(head) in cues.nouns("persons") and head.pos_ != "PROPN":
        return cues.lemma(head) in ("police", "monitor") and named
    return named or cues.lemma(head) in cues.nouns("bodies")


def _has_name(tokens: Tokens, head: Token) -> bool:
    """Whether the phrase holds a proper name that is more than an origin."""
    proper = [t for t in tokens if t.pos_ == "PROPN" and t.text[:1].isupper()]
    if head.pos_ == "PROPN":
        return bool(proper)
    return len(proper) > 0 and cues.lemma(head) in cues.nouns("bodies")


def _is_plural(head: Token) -> bool:
    if head.lower_ in ("they", "police", "authorities", "people", "media"):
        return True
    return "Plur" in head.morph.get("Number", []) and head.pos_ != "PROPN"
