"""Clauses of a dependency parse: who does what to whom, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Doc, Token, Tokens

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVES = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "iobj"})
_AFTER_NOUN = frozenset({"relcl", "appos", "acl", "punct", "advcl", "parataxis"})


@lru_cache(maxsize=64)
def entities(doc: Doc) -> tuple[Tokens, ...]:
    """Return the named entities of a passage's parse, made once."""
    return tuple(doc.ents)


def entity_at(token: Token) -> Tokens | None:
    """Return the named entity around a token."""
    if not token.ent_type_:
        return None
    found = (e for e in entities(token.doc) if e.start <= token.i < e.end)
    return next(found, None)


def lemma(token: Token) -> str:
    """Return the lemma in lower case."""
    return token.lemma_.lower()


def conjuncts(token: Token) -> list[Token]:
    """Return a token and those joined to it by "and", in reading order."""
    return sorted([token, *token.conjuncts], key=lambda t: t.i)


def following(token: Token) -> list[Token]:
    """Return a token and the conjuncts that hang below it."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found += following(child)
    return found


def subject(verb: Token) -> Token | None:
    """Return who does it: the subject, also one shared with an earlier verb.

    Of a passive this is the agent ("by the army"). Participles and relative
    clauses take theirs from the noun or verb that they modify.
    """
    if is_passive(verb):
        return agent(verb)
    return bearer(verb)


def bearer(verb: Token) -> Token | None:
    """Return the grammatical subject of a verb, of whatever voice."""
    for child in verb.children:
        if child.dep_ in SUBJECTS or child.dep_ in PASSIVES:
            return antecedent(child)
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
        return verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "acl", "ccomp") and _shares(
        verb
    ):
        head = _governor(verb)
        return None if head == verb else bearer(head)
    return None


def _shares(verb: Token) -> bool:
    return verb.dep_ != "ccomp" or verb.tag_ in ("VBG", "VB")


def _governor(verb: Token) -> Token:
    head = verb.head
    while head.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") and head.head != head:
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else verb


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token."""
    if token.lower_ not in ("who", "which", "that"):
        return token
    verb = token.head
    while verb.dep_ in ("ccomp", "conj") and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, also as a bare participle ("shot by")."""
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "csubjpass"):
            return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ in ("VBN", "VBD"):
        alone = not any(
            (c.dep_ in _OBJECTS and c.ent_type_ not in ("DATE", "TIME"))
            or c.dep_ in SUBJECTS
            for c in verb.children
        )
        return alone and is_passive(verb.head)
    if verb.tag_ != "VBN":
        return False
    return not any(c.dep_ in ("aux", "nsubj") for c in verb.children)


def bearer_of_own(verb: Token) -> Token | None:
    """Return the verb's own subject, not a shared one."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS | PASSIVES), None)


def agent(verb: Token) -> Token | None:
    """Return the noun after "by" of a passive verb or a deed noun."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def undergoer(verb: Token) -> Token | None:
    """Return who or what it is done to."""
    if is_passive(verb):
        found = bearer(verb)
        if found is None and verb.dep_ in ("acl", "relcl"):
            found = verb.head
        return found
    return next((c for c in verb.children if c.dep_ in _OBJECTS), None)


def after(token: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the nouns or gerunds that hang from the token by a preposition."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))


def noun_span(passage: Passage, head: Token, *, bare: bool = False) -> Span:
    """Return the noun phrase of a head without its clauses and appositions.

    ``bare`` leaves out prepositional phrases and determiners too.
    """
    left = head
    right = head
    for child in head.children:
        if child.i < head.i and child.dep_ not in (
            "punct",
            "cc",
            "conj",
            "appos",
            "advmod",
        ):
            if not (bare and child.dep_ in ("det", "poss", "predet")):
                left = min(left, child.left_edge, key=lambda t: t.i)
        elif child.i > head.i and not bare and child.dep_ in ("prep", "nummod", "nmod"):
            if child.i <= right.i + 1 and not _clausal(child):
                right = max(right, child.right_edge, key=lambda t: t.i)
        elif child.i == head.i + 1 and child.dep_ in ("nummod", "nmod"):
            right = child
    return passage.span(head.doc[left.i : right.i + 1])


def _clausal(token: Token) -> bool:
    return any(t.dep_ in _AFTER_NOUN for t in token.subtree)


def clause_span(passage: Passage, verb: Token) -> Span:
    """Return where the clause of a verb stands, without loose ends."""
    first, last = verb.left_edge.i, verb.right_edge.i
    doc = verb.doc
    while first < last and (doc[first].is_punct or doc[first].dep_ in ("mark", "cc")):
        first += 1
    while last > first and doc[last].is_punct and not _closes(doc, first, last):
        last -= 1
    return passage.span(doc[first : last + 1])


def _closes(doc: Doc, first: int, last: int) -> bool:
    """Whether a bracket at the end belongs to one inside ("by IS (Daesh)")."""
    return doc[last].text == ")" and any(t.text == "(" for t in doc[first:last])


def sentence_span(passage: Passage, token: Token) -> Span:
    """Return where the sentence of a token stands."""
    return passage.span(token.sent)
