"""Names: the fullest name that a report gives for somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import entity_at, noun_span
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Sentences back in which a pronoun finds the one it stands for.
REACH = 4
_OWNERS = frozenset({"NORP", "GPE", "ORG"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir"})


class Names:
    """The names of one report, and whom its pronouns stand for."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed

    def of(self, passage: Passage, token: Token) -> str:
        """Return the fullest name of the noun, else its phrase without articles."""
        if token.ent_type_ == "PERSON":
            return self.fullest(entity_words(passage, token))
        span = _whole(passage, token, noun_span(passage, token, bare=True))
        words = " ".join(span.slice(passage.report.characters(passage.field)).split())
        return _plain(words) or passage.quote(token)

    def fullest(self, name: str) -> str:
        """Return the longest name told in the report that ends in the same word.

        A first name alone finds nobody; "Mr" and the like are dropped.
        """
        kept = [w for w in name.split() if w.lower() not in _TITLES] or name.split()
        name = " ".join(kept)
        held = [n for n in self._persons if n.split()[-1].lower() == kept[-1].lower()]
        if not held and len(kept) == 1:
            held = [n for n in self._persons if n.split()[0].lower() == kept[0].lower()]
        longest = max(held, key=lambda n: len(n.split()), default=name)
        return longest if len(longest.split()) > len(kept) else name

    def body(self, name: str) -> str:
        """Return the named body that a description means, where just one fits.

        After "the Northland interior ministry", "the country's ministry" is that.
        """
        last = name.split()[-1].lower()
        held = {b for b in self._bodies if b.lower().endswith(" " + last)}
        return held.pop() if len(held) == 1 else name

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Phrases of subjects that a name stands in, without being one alone."""
        found = set()
        for passage in self._parsed.passages:
            for token in passage.doc:
                if token.dep_ in _SUBJECTS and token.pos_ == "NOUN":
                    words = self.of(passage, token)
                    near = [t for c in token.lefts for t in c.subtree]
                    named = any(
                        t.pos_ == "PROPN" or t.ent_type_ in _OWNERS for t in near
                    )
                    if named and any(w[:1].isupper() for w in words.split()[:-1]):
                        found.add(words)
        return frozenset(found)

    def person_at(self, link: AttributionLink) -> str | None:
        """Return the person that a source told as "he" or "she" stands for."""
        if link.start is None or link.end is None or link.quote is None:
            return None
        if link.quote.lower() not in ("he", "she"):
            return None
        span = Span(start=link.start, end=link.end)
        for passage in self._parsed.passages:
            inside = 0 <= span.start - passage.start < len(passage.doc.text)
            if not inside or passage.field != link.field:
                continue
            tokens = passage.tokens(span)
            if tokens is not None and passage.quote(tokens) == link.quote:
                found = self.before(passage, tokens[0], _is_person)
                return self.of(*found) if found is not None else None
        return None

    def before(
        self, passage: Passage, token: Token, fits: Callable[[Token], bool]
    ) -> tuple[Passage, Token] | None:
        """Return the nearest noun before a pronoun that it can stand for."""
        for found in self._nouns_before(passage, token):
            if fits(found):
                return self._passage_of(found), found
        return None

    @cached_property
    def _persons(self) -> list[str]:
        found: list[str] = []
        for passage in self._parsed.passages:
            for entity in passage.doc.ents:
                if entity.label_ == "PERSON":
                    name = _plain(passage.quote(entity))
                    if 2 <= len(name.split()) <= 4 and name not in found:
                        found.append(name)
        return found

    def _nouns_before(self, passage: Passage, token: Token) -> Iterator[Token]:
        """Subjects of this and the last sentences, then other nouns, nearest first."""
        here = self._parsed.sentence_at(passage.field, passage.span(token).start).index
        others: list[Token] = []
        for sentence in reversed(
            self._parsed.sentences[max(0, here - REACH) : here + 1]
        ):
            nouns = [
                t
                for t in sentence.tokens
                if t.pos_ in ("NOUN", "PROPN")
                and (sentence.index < here or t.i < token.i)
            ]
            subjects = [t for t in nouns if t.dep_ in _SUBJECTS]
            yield from reversed(subjects) if sentence.index == here else subjects
            others += [
                t for t in nouns if t.dep_ not in _SUBJECTS and t.dep_ != "compound"
            ]
        yield from others

    def _passage_of(self, token: Token) -> Passage:
        return next(p for p in self._parsed.passages if p.doc is token.doc)


def _is_person(noun: Token) -> bool:
    """Whether a name is a person's, and not of a place that was taken for one."""
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "near")
    return noun.ent_type_ == "PERSON" and not inside


def _whole(passage: Passage, token: Token, span: Span) -> Span:
    """A name that goes on behind its head ("Committee of the Red Cross") is whole."""
    if token.pos_ != "PROPN":
        return span
    entity = entity_at(token)
    if entity is None or entity.label_ != "ORG":
        return span
    end = passage.span(entity).end
    bracket = passage.quote(entity).find("(")
    if bracket > 0:
        end = passage.span(entity).start + bracket
    return Span(start=span.start, end=max(span.end, end))


def entity_words(passage: Passage, token: Token) -> str:
    """Return the words of the named entity around a token."""
    entity = entity_at(token)
    return _plain(passage.quote(entity)) if entity is not None else passage.quote(token)


def _plain(words: str) -> str:
    joined = " ".join(words.split()).strip(" ,;:\"“”'‘")
    return (
        joined.removesuffix("'s")
        .removesuffix("’s")
        .removesuffix("’")
        .removeprefix("the ")
        .removeprefix("The ")
    )
