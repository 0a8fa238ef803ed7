"""What the words of a mention tell that a later "he" or "the agency" asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.mentions import Mention
from sourcebook.extract.clauses import entities
from sourcebook.extract.parsed import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def can_be_they(subject: Token) -> bool:
    """Whether a later pronoun can stand for a subject: names, and people told plainly."""
    if subject.ent_type_ in ("PERSON", "ORG") or subject.pos_ == "PROPN":
        return True
    plural = "Plur" in subject.morph.get("Number", []) or subject.lower_ == "police"
    return plural and cues.lemma(subject) in cues.nouns("persons")


def is_kind(held: Mention, head: str) -> bool:
    """Whether a body may be called by the noun ("the agency")."""
    return head in cues.words("general_bodies") or head in held.name.casefold().split()


def is_of_country(mention: Mention) -> bool:
    """Whether a body is told by "the country's" or "its", not by a name."""
    owners = [c for c in mention.head.children if c.dep_ == "poss"]
    return any(
        cues.lemma(c) in cues.words("owners") or c.lower_ == "its" for c in owners
    )


def tells_whose(held: Mention) -> bool:
    """Whether the words of a body tell more than its kind ("Norvan ministry")."""
    words = held.name.split()
    return len(words) > 1 and any(w[:1].isupper() for w in words[:-1])


def is_called(held: Mention, head: str) -> bool:
    """Whether the earlier words used the noun ("spokesman") of that person."""
    near = held.tokens.doc[
        max(0, held.tokens.start - 8) : min(len(held.tokens.doc), held.tokens.end + 12)
    ]
    return any(cues.lemma(token) == head for token in near)


def may_be_name(held: Mention) -> bool:
    """Whether two or three capitalised words may be a name the tagger missed."""
    words = [token for token in held.tokens if token.is_alpha]
    capitals = all(word.text[:1].isupper() for word in words)
    return held.head.pos_ == "PROPN" and capitals and len(words) in (2, 3)


def is_definite(mention: Mention) -> bool:
    """Whether the mention takes up somebody told before ("the agency")."""
    return mention.tokens[0].lower_ in ("the", "this", "that", "its")


def entities_in(sentence: Sentence) -> list[Tokens]:
    """Return the named entities that begin in a sentence."""
    start, end = sentence.tokens.start, sentence.tokens.end
    return [e for e in entities(sentence.tokens.doc) if start <= e.start < end]


def dies(subject: Token) -> bool:
    """Whether the clause says of its subject that he or she is dead."""
    told = "dying" if subject.dep_ == "nsubj" else "killing"
    return cues.lemma(subject.head) in cues.words(told)


def last_name(mention: Mention) -> str:
    """Return the last word of a name, in lower case."""
    return mention.name.casefold().split()[-1] if mention.name.split() else ""
