"""Actors: the words of a report for those who are said to have done it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.clauses import after, entities, following, lemma
from sourcebook.extract.names import Names, entity_words
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.responsibility.actor_words import (
    called,
    entity_words_of,
    is_aged,
    is_nature,
    is_of_some_group,
    is_one_person,
    is_rite,
    is_said_before,
    is_told_apart,
    is_unnamed,
    members_of,
    names_at,
    names_body,
    seats_of,
    unnamed_words,
)
from sourcebook.extract.responsibility.agreement import agrees
from sourcebook.extract.responsibility.kin import kin_of_doers
from sourcebook.extract.responsibility.naming import canonical, capitals, is_state
from sourcebook.extract.responsibility.wars import states_at_war, towns
from sourcebook.extract.responsibility.words import people, words
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

Kind = Literal["group", "named", "described", "state", "anonymous"]
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_STATES = frozenset({"GPE"})
_PERSONAL = frozenset({"he", "she", "him", "her"})
_COLLECTIVE = frozenset({"it", "they"})
_EMPTY = frozenset({"no", "any", "neither", "which", "what"})


class Actors:
    """Who can be an actor in a report, and under which words.

    Groups are known by the schema, or learnt from the report itself: whoever
    claims or carries out an attack there can stand before "attack" too.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._names = Names(parsed)
        self.learnt: set[str] = set()
        self._known: dict[tuple[int, int], bool] = {}
        self.spokesmen: dict[str, str] = {}
        self.claimant: str | None = None

    def kind(self, token: Token) -> Kind | None:
        """Return how the noun names an actor, None if it cannot be one."""
        if any(c.lower_ in _EMPTY and c.dep_ == "det" for c in token.children):
            return None
        head = lemma(token)
        if token.i + 1 < len(token.doc) and token.nbor(1).text == ":":
            return None
        if is_nature(token) or is_rite(token):
            return None
        if self.is_group(token):
            return "group"
        if token.ent_type_ in _PEOPLE and token.pos_ in ("PROPN", "NOUN", "ADJ"):
            town = token.ent_type_ == "ORG" and entity_words_of(token) in self._towns
            return "named" if token.text[:1].isupper() and not town else None
        if is_aged(token):
            return "described"
        if is_unnamed(token):
            return "anonymous"
        if token.text in self._surnames and not token.ent_type_:
            return "named"
        if token.pos_ == "PROPN" and token.ent_type_ in _STATES:
            return "state" if is_state(entity_words_of(token)) else None
        if head in words("doers") or head in words("agents"):
            return self._described(token, head)
        if head in words("anonymous"):
            nominal = token.pos_ in ("NOUN", "INTJ")
            return self._described(token, head) if nominal else None
        return "described" if token.pos_ == "NOUN" and head in people() else None

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Last words of the persons named in full, for a parser that misses one."""
        ends = (
            entity[-2:]
            for p in self._parsed.passages
            for entity in entities(p.doc)
            if entity.label_ == "PERSON" and len(entity) > 1
        )
        return frozenset(end[-1].text for end in ends if end[-1].text[:1].isupper())

    def is_group(self, token: Token) -> bool:
        """Whether the token or the name around it is that of an armed group."""
        key = (id(token.doc), token.i)
        held = self._known.get(key)
        if held is None:
            known = words("groups")
            held = any(n in known or n in self.learnt for n in names_at(token))
            self._known[key] = held
        return held

    def names_group(self, token: Token) -> bool:
        """Whether the token itself, not a word before it, names an armed group."""
        return token.lower_ in words("groups") or token.lower_ in self.learnt

    def _described(self, token: Token, head: str) -> Kind:
        if head == "suspect":
            return "anonymous"
        if head not in words("anonymous"):
            return "described"
        return "described" if is_told_apart(token) else "anonymous"

    def spoken_for(self, speaker: Token, group: Token) -> str | None:
        """Return the group for which a person speaks, and remember it by surname."""
        beside = [c for c in speaker.children if c.dep_ == "appos"]
        for person in (speaker, *beside):
            if group != speaker and person.ent_type_ == "PERSON":
                self.spokesmen[person.lower_] = canonical(group.text, group)
        if group != speaker:
            return canonical(group.text, group)
        if self.claimant is not None and is_of_some_group(speaker):
            for person in (speaker, *beside):
                if person.ent_type_ == "PERSON":
                    self.spokesmen[person.lower_] = self.claimant
            return self.claimant
        return self.spokesmen.get(speaker.lower_)

    def side(self, name: str) -> str | None:
        """Return the group that a source is, or speaks for, by the source's name."""
        folded = name.lower().removeprefix("the ")
        if folded in words("groups"):
            return self.spokesmen.get(folded) or str(
                table("responsibility")["names"].get(folded, name)
            )
        return self.spokesmen.get(folded.split()[-1]) if folded else None

    def is_spokesman(self, speaker: Token) -> bool:
        """Whether the report told before for which group this person speaks."""
        return speaker.ent_type_ == "PERSON" and speaker.lower_ in self.spokesmen

    def operates(self, token: Token) -> bool:
        """Whether somebody drives or flies, by the noun or whom a pronoun stands for."""
        if token.pos_ == "PRON":
            passage = next(p for p in self._parsed.passages if p.doc is token.doc)
            token = self.antecedent(passage, token)
        return lemma(token) in words("operators")

    def group_behind(self, token: Token) -> str | None:
        """Return the name of the armed group that "it" or "they" stands for."""
        if token.lower_ not in _COLLECTIVE or token.pos_ != "PRON":
            return None
        passage = next(p for p in self._parsed.passages if p.doc is token.doc)
        found = self._names.before(passage, token, self._is_body)
        if found is None or not self.is_group(found[1]):
            return None
        return self.name(*found)

    @cached_property
    def states_at_war(self) -> frozenset[str]:
        """States that the report tells to strike, raid or shell; by their names."""
        return states_at_war(self._parsed)

    def is_kin(self, person: Token) -> bool:
        """Whether the report tells of somebody by a tie to who did it ("his brother")."""
        return " ".join(entity_words_of(person).split()) in self._kin

    @cached_property
    def _kin(self) -> frozenset[str]:
        return kin_of_doers(self._parsed)

    @cached_property
    def _towns(self) -> frozenset[str]:
        return towns(self._parsed)

    def learn(self, token: Token) -> None:
        """Remember a named actor of this report."""
        if self.claimant is None and self.names_group(token):
            self.claimant = canonical(token.text, token)
        if token.ent_type_ in ("ORG", "NORP") and token.pos_ == "PROPN":
            self.learnt.update(names_at(token))
            self._known.clear()

    def split(self, token: Token) -> Iterator[Token]:
        """Yield the actors that a noun and its conjuncts name (RSP-6: one claim each)."""
        for noun in following(token):
            seats = list(seats_of(noun))
            members = [
                m for m in members_of(noun) if self.kind(m) not in (None, "anonymous")
            ]
            if seats and self.kind(noun) != "group":
                yield from seats
            elif members and noun.ent_type_ not in ("ORG", "PERSON"):
                yield members[0]
            else:
                yield noun

    def name(self, passage: Passage, token: Token) -> str | None:
        """Return the words for an actor: the fullest name, else the description."""
        if token.lower_ in ("someone", "somebody"):
            return "unidentified person"
        if is_unnamed(token):
            return unnamed_words(passage, token)
        if token.pos_ == "PRON":
            return self._antecedent(passage, token)
        if is_said_before(token):
            return self._group_before(passage, token)
        close = (c for c in token.children if c.dep_ == "appos")
        beside = next(
            (c for c in close if c.ent_type_ == "PERSON" or names_body(token, c)), None
        )
        if token.ent_type_ == "PERSON":
            return self._names.of(passage, token)
        beside = beside or called(token)
        if beside is not None:
            return canonical(self._names.of(passage, beside), beside)
        if token.ent_type_ == "GPE":
            return canonical(self._country(entity_words(passage, token)), token)
        state = self._sender(token)
        if state is not None:
            rest = passage.doc[token.i + 1 : max(state.i, token.i) + 1]
            told = [self._names.of(passage, token), *passage.quote(rest).split()]
            return " ".join(told)
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is not None and owner.pos_ in ("NOUN", "PROPN"):
            whole = passage.doc[owner.left_edge.i : token.i + 1]
            return passage.quote(whole).removeprefix("the ").removeprefix("The ")
        return canonical(self._names.of(passage, token), token)

    def _sender(self, token: Token) -> Token | None:
        """The state or group of fighters ("aircraft from Norland", "men of the Front")."""
        fighters = [
            t for t in (token, *members_of(token)) if lemma(t) in words("doers")
        ]
        for sender in (s for t in fighters for s in after(t, "from", "of")):
            state = sender.ent_type_ == "GPE" and is_state(entity_words_of(sender))
            if state or self.is_group(sender):
                return sender
        return None

    def _group_before(self, passage: Passage, token: Token) -> str:
        """The armed group told last that "the group" or "this organization" means."""
        found = self._names.before(
            passage, token, lambda t: t.pos_ == "PROPN" and self.is_group(t)
        )
        if found is not None and found[1].head != token:
            return canonical(self._names.of(*found), found[1])
        return self._names.of(passage, token)

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
        fits = is_one_person if word in _PERSONAL else self._is_body
        if token.head.lemma_.lower() in words("deeds") - words("bare"):
            fits = is_one_person if word in _PERSONAL else self._are_they
        found = self._names.before(
            passage, token, lambda noun: fits(noun) and agrees(word, noun)
        )
        return self.name(*found) if found is not None else None

    def antecedent(self, passage: Passage, token: Token) -> Token:
        """Return the noun that a pronoun stands for, else the token itself."""
        if token.lower_ not in _PERSONAL:
            return token
        found = self._names.before(
            passage,
            token,
            lambda noun: is_one_person(noun) and agrees(token.lower_, noun),
        )
        return found[1] if found is not None else token

    def _are_they(self, token: Token) -> bool:
        """Whether "they" can stand for a noun: a body, or attackers told together."""
        several = token.tag_ == "NNS" and lemma(token) in words("doers")
        return several or (self._is_body(token) and self.is_group(token))

    def _is_body(self, token: Token) -> bool:
        if token.ent_type_ == "PERSON" or token.dep_ == "poss":
            return False
        return self.kind(token) in ("group", "state", "named")
