"""Sources that stand beside their verb without being tied to it by the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_SKIP_BEFORE = frozenset({"ADV", "AUX", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def neighbour(token: Token) -> Token | None:
    """Return who stands beside a verb of reporting and is meant as its subject."""
    return _swallowed(token) or _beside(token) or _before_bracket(token)


def _beside(token: Token) -> Token | None:
    """A source right beside the verb that the parser did not tie to it."""
    if token.tag_ not in _FINITE and not _before_finite(token):
        return None
    doc, sent = token.doc, token.sent
    after = token.i + 1
    if after < sent.end and _may_be_inverted(token):
        for chunk in sent.noun_chunks:
            root = chunk.root
            told = root.pos_ != "PRON" and speaks_itself(root)
            stated = root.dep_ in ("nsubj", "nsubjpass") and root.head.head == token
            if chunk.start == after and told and not stated:
                return root
    held = _before_participle(token)
    if held is not None:
        return held
    before = token.i - 1
    while before > sent.start and doc[before].pos_ in _SKIP_BEFORE:
        before -= 1
    if before > sent.start and doc[before].text == ",":
        before -= 1
    for chunk in sent.noun_chunks:
        if chunk.end == before + 1 and speaks_itself(chunk.root):
            return _affiliated(chunk.root) or chunk.root
    beside = doc[before]
    told = speaks_itself(beside) or cues.is_statement(beside)
    return beside if told and beside.head == token else None


def _affiliated(body: Token) -> Token | None:
    """ "Ann Bell of the Tern Agency told us": she, not the agency."""
    of = body.head
    if body.dep_ != "pobj" or of.lower_ not in ("of", "from", "with", "at", "for"):
        return None
    named = of.head.pos_ == "PROPN" and of.head.ent_type_ not in ("GPE", "LOC", "ORG")
    return of.head if named and of.head.i < of.i else None


def _may_be_inverted(token: Token) -> bool:
    """Whether the source may stand behind the verb ("said Poe"): not a listener."""
    found = cues.lemma(token)
    return found in cues.words("speaking") and found not in cues.words("addressing")


def _before_bracket(token: Token) -> Token | None:
    """ "The Judicial Directorate [DIJIN] today said": the bracket parts the sentence."""
    if token.tag_ not in _FINITE or token.sent.start == 0:
        return None
    doc, start = token.doc, token.sent.start
    between = doc[start : token.i]
    passed = all(t.pos_ in _SKIP_BEFORE or t.ent_type_ == "DATE" for t in between)
    if not passed or doc[start - 1].text not in ("]", ")"):
        return None
    opening = start - 2
    while opening > 0 and start - opening < 8 and doc[opening].text not in ("[", "("):
        opening -= 1
    named = doc[max(0, opening - 1)]
    return named if named.is_alpha and speaks_itself(named) else None


def _before_finite(token: Token) -> bool:
    """ "Who police say shot two": the tagger takes the plain form for an infinitive."""
    bare = token.tag_ == "VB" and not any(
        c.tag_ in ("TO", "MD") for c in token.children
    )
    return bare and token.i + 1 < len(token.doc) and token.nbor().tag_ in _FINITE


def _swallowed(token: Token) -> Token | None:
    """The subject that the parser gave to a clause in front ("X, who fell, said Y").

    A clause on both sides of the verb is the sign: the one in front is then no
    clause that is stated but what is told of the source.
    """
    clauses = [child for child in token.children if child.dep_ == "ccomp"]
    if len(clauses) < 2 or not clauses[0].i < token.i < clauses[-1].i:
        return None
    subject = child_of(clauses[0], "nsubj")
    return subject if subject is not None and speaks_itself(subject) else None


def _before_participle(token: Token) -> Token | None:
    """ "Ann Bell, walking with a cane, said": the parser gives her to "walking"."""
    for child in token.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < token.i:
            subject = child_of(child, "nsubj")
            if subject is not None and subject.i < child.i:
                return subject
    return None


def speaks_itself(root: Token) -> bool:
    """Whether a noun is a person, a body or a pronoun that can speak."""
    return (
        root.ent_type_ in ("PERSON", "ORG", "NORP")
        or cues.speaks(root)
        or root.lower_ in ("he", "she", "they", "it")
    )


def child_of(token: Token, dep: str) -> Token | None:
    """The first child with a dependency label."""
    return next((child for child in token.children if child.dep_ == dep), None)
