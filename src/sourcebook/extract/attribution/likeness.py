"""What the words of a mention tell that a later "he" or "the agency" asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.mentions import Mention
from sourcebook.extract.clauses import entities
from sourcebook.extract.parsed import Sentence
from sourcebook.schema.sources import resolve

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens


def can_be_they(subject: Token) -> bool:
    """Whether a later pronoun can stand for a subject: names, and people told plainly."""
    if subject.ent_type_ in ("PERSON", "ORG") or subject.pos_ == "PROPN":
        return True
    plural = "Plur" in subject.morph.get("Number", []) or subject.lower_ == "police"
    return plural and cues.lemma(subject) in cues.nouns("persons")


def is_kind(held: Mention, head: str) -> bool:
    """Whether a body may be called by the noun ("the agency")."""
    return head in cues.words("general_bodies") or head in held.name.casefold().split()


def is_body_of(held: Mention, head: str) -> bool:
    """Whether the noun calls the body that people told before are of ("the mission")."""
    told = (held.body or "").split()
    named = any(word[:1].isupper() for word in told[:-1])
    return held.kind != "body" and named and told[-1].casefold() == head


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


def is_armed(mention: Mention) -> bool:
    """Whether the words can only mean people under arms ("the militant group")."""
    return any(cues.lemma(t) in cues.words("armed") for t in mention.tokens)


def is_of_side(held: Mention, mention: Mention) -> bool:
    """Whether a body may be meant: no state is "the group", none but fighters are armed."""
    source = resolve(held.name, held.body)
    if is_armed(mention):
        named = set(held.name.casefold().split()) & cues.words("fighting_names")
        return source.party == "armed_group" or bool(named)
    if cues.lemma(mention.head) not in cues.words("groups"):
        return True
    return source.party != "government" and source.type not in ("official", "hospital")


def is_the(held: Mention, mention: Mention) -> bool:
    """Whether "the spokesman" is that person; "the Tern spokesman" speaks for Tern."""
    if mention.body is not None:
        words = set(mention.body.casefold().split())
        if not words & set((held.body or held.name).casefold().split()):
            return False
    return is_called(held, cues.lemma(mention.head))


def surname_of(mention: Mention, known: Iterable[Mention]) -> Mention | None:
    """Return the person meant by a last name alone that no tagger knows."""
    if mention.head.pos_ != "PROPN" or len(mention.name.split()) > 1:
        return None
    people = [held for held in known if held.kind == "person" and held.named]
    fits = [held for held in people if last_name(held) == mention.name.casefold()]
    return fits[-1] if fits else None


def has_initials(held: Mention, mention: Mention) -> bool:
    """Whether "the DPO" is he whom the report called "DPO Iven Bask"."""
    person = held.kind == "person" and held.named
    if not is_definite(mention) or not mention.head.text.isupper():
        return False
    return person and any(t.text == mention.head.text for t in held.tokens)


def is_called(held: Mention, head: str) -> bool:
    """Whether the earlier words used the noun ("spokesman") of that person.

    It stands in the person's own words or beside them, with no verb between; "the
    brother of X" and "X's brother" are others than X.
    """
    if held.head.dep_ in ("pobj", "poss"):
        return False
    doc, start, end = held.tokens.doc, held.tokens.start, held.tokens.end
    sentence = held.head.sent
    if any(cues.lemma(token) == head for token in held.tokens):
        return True
    behind = doc[end : min(sentence.end, end + 12)]
    ahead = doc[max(sentence.start, start - 8) : start]
    return _names_first(behind, head) or _names_first(reversed(ahead), head)


def _names_first(words: Iterable[Token], head: str) -> bool:
    """Whether the noun comes before any finite verb."""
    for token in words:
        if cues.lemma(token) == head:
            return True
        if token.tag_ in ("VBD", "VBP", "MD") or (
            token.tag_ == "VBZ" and cues.lemma(token) != "be"
        ):
            return False
    return False


def may_be_name(held: Mention) -> bool:
    """Whether two or three capitalised words may be a name the tagger missed."""
    words = [token for token in held.tokens if token.is_alpha]
    capitals = all(word.text[:1].isupper() for word in words)
    return held.head.pos_ == "PROPN" and capitals and len(words) in (2, 3)


def is_definite(mention: Mention) -> bool:
    """Whether the mention takes up somebody told before ("the agency").

    "An earlier statement" is one more of who made the one told before.
    """
    again = cues.is_account(mention.head) and any(
        token.lower_ in ("earlier", "previous", "later", "initial", "second", "new")
        for token in mention.tokens
    )
    return again or mention.tokens[0].lower_ in ("the", "this", "that", "its")


def is_bare_account(mention: Mention) -> bool:
    """Whether the words are a text and no more: "the police report" is nobody else's."""
    told = any(
        child.dep_ in ("compound", "poss", "nmod") for child in mention.head.children
    )
    return cues.is_account(mention.head) and not told


def owner_of(mention: Mention) -> str | None:
    """Return "he" or "she" where the words are a person's own body ("his office")."""
    if cues.lemma(mention.head) not in cues.nouns("bodies"):
        return None
    owners = {"his": "he", "her": "she"}
    return owners.get(mention.tokens[0].lower_)


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
