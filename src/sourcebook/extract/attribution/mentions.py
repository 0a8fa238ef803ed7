"""Mentions: the words of a report that name or describe somebody who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.attribution import cues
from sourcebook.extract.parsed import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Kind = Literal["person", "body", "people", "pronoun"]

_TRIM_LEFT = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "and", "but", "while", "as"}
)
_OUTSIDE = frozenset({"relcl", "acl", "advcl", "punct", "appos", "parataxis"})
_BREAKS = frozenset(',;:()[]—–"“”') | {"--", "-", "``", "''"}
_AFFILIATING = frozenset({"of", "for", "from", "at", "with", "in"})
_POSSESSIVE = re.compile(r"['’]s?$")
_PERSON_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|prof|rev)\.?\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, eq=False)
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
    named: bool
    plural: bool
    body: str | None = None
    spokesperson: bool = False
    principal: str | None = None


def mention_at(passage: Passage, head: Token, limit: int | None = None) -> Mention:
    """Read the noun phrase around a head noun; ``limit`` is the cue's position."""
    tokens = _phrase(head, limit)
    if head.pos_ == "PRON":
        return Mention(
            passage, tokens, head, "pronoun", head.lower_, False, _is_plural(head)
        )
    person = _person_in(tokens, head)
    beside = _apposition(tokens, head, limit)
    if person is None and beside is not None:
        person = _person_beside(beside)
        if person is not None:
            tokens = tokens.doc[
                min(tokens.start, person.start) : max(tokens.end, person.end)
            ]
            beside = None
    body = _body(tokens, head, person)
    single = person is not None or (
        cues.lemma(head) in cues.nouns("persons") and not _is_plural(head)
    )
    if body is None and beside is not None and single:
        body = _body(beside, beside.root, None)
    spokes = any(cues.is_spokesperson(t) for t in (*tokens, *(beside or ())))
    if person is not None:
        name = _clean(passage.quote(person))
        return Mention(
            passage, tokens, head, "person", name, True, False, body or None, spokes
        )
    return _described(passage, tokens, head, body or None, spokesperson=spokes)


def _described(
    passage: Passage,
    tokens: Tokens,
    head: Token,
    body: str | None,
    *,
    spokesperson: bool,
) -> Mention:
    """A source without a personal name: a body, or people who are described."""
    words = _clean(passage.quote(tokens))
    named = _has_name(tokens, head)
    if spokesperson and body:
        principal = _principal(tokens)
        told = principal or body
        return Mention(
            passage, tokens, head, "person", told, named, False, body, True, principal
        )
    kind: Kind = "body" if _is_body(head, named=named) else "people"
    single = kind == "people" and not _is_plural(head)
    return Mention(
        passage,
        tokens,
        head,
        "person" if single else kind,
        words,
        named and kind == "body",
        _is_plural(head),
        None if kind == "body" else body,
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
    return "Plur" in head.morph.get("Number") and head.pos_ != "PROPN"


def _phrase(head: Token, limit: int | None) -> Tokens:
    """The noun phrase without clauses and appositions behind it."""
    doc = head.doc
    inside = {token.i for token in head.subtree}
    start, end = head.i, head.i + 1
    while start - 1 in inside and _belongs(doc[start - 1], head):
        start -= 1
    while end in inside and _belongs(doc[end], head) and end != limit:
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


def _widened(doc: Doc, start: int, end: int) -> Tokens:
    """Extend to whole names that the parser has cut."""
    for entity in doc.ents:
        if entity.label_ in ("PERSON", "ORG") and entity.start < end <= entity.end:
            if start <= entity.start:
                end = entity.end
    while end - 1 > start and doc[end - 1].text in ("'s", "’s", "'", "’"):
        end -= 1
    return doc[start:end]


def _belongs(token: Token, head: Token) -> bool:
    """Whether a token of the subtree is part of the phrase itself."""
    if token.text in _BREAKS:
        return False
    step = token
    while step != head:
        if step.dep_ in _OUTSIDE and not (step.dep_ == "appos" and step.i < head.i):
            return False
        if step.dep_ == "prep" and step.lower_ not in _AFFILIATING and step.i > head.i:
            return False
        step = step.head
    return True


def _person_in(tokens: Tokens, head: Token, *, strict: bool = False) -> Tokens | None:
    """The personal name that the phrase is about, not one it mentions."""
    found = None
    for entity in tokens.doc.ents:
        if entity.label_ != "PERSON" or entity.end <= tokens.start:
            continue
        if entity.start >= tokens.end:
            break
        if entity.start <= head.i < entity.end:
            found = entity
    if found is None:
        return _name_after_title(tokens, head) if not strict else None
    return _without_title(found) if not cues.speaks(found.root) else None


def _person_beside(beside: Tokens) -> Tokens | None:
    """A personal name that an apposition begins or ends with."""
    for entity in beside.doc.ents:
        if entity.label_ != "PERSON" or entity.start < beside.start:
            continue
        if entity.end > beside.end:
            break
        lead = beside.doc[beside.start : entity.start]
        if all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET") for t in lead):
            return _without_title(entity)
    return None


def _without_title(entity: Tokens) -> Tokens:
    start, end = entity.start, entity.end
    titles = cues.nouns("titles")
    while start < end - 1 and entity.doc[start].lower_.rstrip(".") in titles:
        start += 1
    while end - 1 > start and not entity.doc[end - 1].text[:1].isalnum():
        end -= 1
    return entity.doc[start:end]


def _name_after_title(tokens: Tokens, head: Token) -> Tokens | None:
    """Proper nouns behind a title or a person noun ("police chief Adan Yare")."""
    if head.pos_ != "PROPN" or cues.speaks(head):
        return None
    start = head.i
    while start > tokens.start and tokens.doc[start - 1].pos_ == "PROPN":
        if tokens.doc[start - 1].lower_.rstrip(".") in cues.nouns("titles"):
            break
        start -= 1
    before = tokens.doc[start - 1] if start > tokens.start else None
    if before is None:
        return None
    titled = before.lower_.rstrip(".") in cues.nouns("titles")
    if titled or cues.lemma(before) in cues.nouns("persons"):
        return tokens.doc[start : head.i + 1]
    return None


def _apposition(tokens: Tokens, head: Token, limit: int | None) -> Tokens | None:
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


def _body(tokens: Tokens, head: Token, person: Tokens | None) -> str | None:
    """The organisation in a phrase about a person: a name, else a body noun."""
    held = None
    inside = set(range(person.start, person.end)) if person is not None else set()
    for entity in tokens.doc.ents:
        if entity.start < tokens.start or entity.end > tokens.end:
            continue
        if _owns(entity, head) or cues.lemma(head) in cues.nouns("kin"):
            continue
        if entity.label_ == "ORG" and entity.start not in inside:
            if held is None or entity.label_ == "ORG":
                held = entity
    office = _office(tokens, inside) if person is not None else None
    if office is not None and held is None:
        return office
    noun = _body_noun(tokens, inside, head, alone=person is None)
    if noun is not None and (held is None or not noun.start <= held.start < noun.end):
        if held is None or held.label_ != "ORG":
            return _clean(noun.text)
    if noun is not None and held is not None:
        return _clean(noun.text if len(noun.text) > len(held.text) else held.text)
    return _clean(held.text) if held is not None else None


def _office(tokens: Tokens, inside: set[int]) -> str | None:
    """A public office before or behind a name ("Norvan prime minister")."""
    words = [token for token in tokens if token.i not in inside]
    if not any(cues.lemma(token) in cues.nouns("offices") for token in words):
        return None
    run = [words[0]]
    for token in words[1:]:
        if token.i != run[-1].i + 1 or token.text in _BREAKS:
            break
        run.append(token)
    return _clean(tokens.doc[run[0].i : run[-1].i + 1].text)


def _owns(entity: Tokens, head: Token) -> bool:
    """Whether the name is an owner of somebody who does not speak for it."""
    return entity.root.dep_ == "poss" and not cues.is_spokesperson(head)


def _body_noun(
    tokens: Tokens, inside: set[int], head: Token, *, alone: bool
) -> Tokens | None:
    """A body noun with the words that make up its name ("regional police zone")."""
    doc = tokens.doc
    for token in reversed(tokens):
        if token.i in inside or (alone and token == head):
            continue
        if cues.lemma(token) in cues.nouns("bodies") and token.pos_ in (
            "NOUN",
            "PROPN",
        ):
            start = token.i
            while start > tokens.start and doc[start - 1].pos_ in (
                "PROPN",
                "ADJ",
                "NOUN",
            ):
                start -= 1
            return doc[start : token.i + 1]
    return None


def _principal(tokens: Tokens) -> str | None:
    """The person that an unnamed spokesperson speaks for."""
    for entity in tokens.doc.ents:
        inside = tokens.start <= entity.start and entity.end <= tokens.end
        if inside and entity.label_ == "PERSON":
            return _clean(entity.text)
    return None


def _clean(words: str) -> str:
    """Drop articles, possessive endings and courtesy titles; join white space."""
    kept = " ".join(words.split()).strip(" ,.;:\"“”'‘’-–—")
    while True:
        first, _, rest = kept.partition(" ")
        if first.lower() in _TRIM_LEFT and rest:
            kept = rest
        else:
            break
    return _PERSON_TITLES.sub("", _POSSESSIVE.sub("", kept)) or kept
