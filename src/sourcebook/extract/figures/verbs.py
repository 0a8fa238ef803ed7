"""The verbs whose subject a count of people is, near or far, from the parse.

Words next to the people are surer (rightward); these reach what a clause says
later: "the boy walked in and was shot", "she was taken away after being hit".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.sexes import MEN, WOMEN
from sourcebook.extract.parsed import Passage

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_SUBJECT = ("nsubj", "nsubjpass")
_BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")
_TIME = frozenset(
    ("after", "before", "when", "while", "as", "once", "where", "because")
)
_BOUNDS = _TIME | {"only"}
#: Verbs that only report what their complement says: "appeared to have been shot".
_RAISING = frozenset(
    (
        "appear",
        "appeared",
        "appears",
        "seem",
        "seemed",
        "seems",
        "believed",
        "found",
        "reported",
        "said",
        "confirmed",
        "thought",
        "feared",
        "suspected",
        "presumed",
        "left",
        "known",
        "understood",
        "ended",
        "happened",
    )
)
_PRONOUNS = {"he": WOMEN, "him": WOMEN, "she": MEN, "her": MEN}
_DEPTH = 6
_REACHED = ("VERB", "AUX", "ADP", "SCONJ", "ADJ")


@dataclass(frozen=True, slots=True)
class Verb:
    """Where the words of a verb start, after its subject and with its auxiliaries."""

    start: int
    kind: Literal["clause", "relative", "time", "participle"]


def verbs_of(mention: Mention) -> tuple[Verb, ...]:
    """Return the verbs that the people are the subject of, in order, each once."""
    tokens = mention.passage.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    if tokens is None or not len(tokens):
        return ()
    root = _first_conjunct(tokens.root)
    found = [*_relative(tokens.root)]
    if root.dep_ in _SUBJECT and root.head.i > root.i:
        found += _clauses(root.head, mention, "clause", _DEPTH)
        found += _where(root.head, mention)
    once = {verb.start: verb for verb in sorted(found, key=lambda v: -v.start)}
    return tuple(sorted(once.values(), key=lambda v: v.start))


def _shares_subject(verb: Token, child: Token) -> bool:
    """Whether a conjunct or complement has the subject of the verb above it."""
    if child.dep_ == "xcomp":
        return verb.lower_ in _RAISING
    if child.dep_ not in ("conj", "acomp") or _subject(child) is not None:
        return False
    first = _opening(child)
    between = [t for t in verb.doc[verb.i + 1 : child.i] if t.idx < first]
    joins = [i for i, t in enumerate(between) if t.dep_ == "cc"]
    own = between[joins[-1] + 1 :] if joins else []
    return not any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") for t in own)


def _goes_on_with(child: Token, mention: Mention) -> bool:
    """Whether a clause goes on with the same people: "but they only suffered"."""
    subject = _subject(child) if child.dep_ == "conj" else None
    several = not mention.single and mention.number.value != 1
    return several and subject is not None and subject.lower_ == "they"


def _where(verb: Token, mention: Mention) -> Iterator[Verb]:
    """Yield the verb of "taken to a hospital, where he died"."""
    if _acts_upon(verb):
        return
    for token in verb.subtree:
        if token.dep_ in ("relcl", "advcl") and token.i > verb.i:
            subject = _subject(token)
            where = any(c.lower_ == "where" for c in token.lefts)
            others = [a for a in _up_to(token, verb) if _subject(a) is not None]
            if others or subject is None or not where:
                continue
            if _stands_for(subject, mention):
                yield Verb(_opening(token), "time")


def _acts_upon(verb: Token) -> bool:
    """Whether somebody else is brought there: "a friend took him to a hospital, where"."""
    return any(
        c.dep_ == "dobj" and (c.lower_ in ("him", "her") or c.ent_type_ == "PERSON")
        for c in verb.children
    )


def _up_to(token: Token, verb: Token) -> Iterator[Token]:
    """Yield what stands between a token and the verb above it, the verb left out."""
    for above in token.ancestors:
        if above is verb or above.i == verb.i:
            return
        yield above


def subject_at(passage: Passage, position: int) -> Token | None:
    """Return the subject of the nearest verb above a place, else None."""
    found = passage.doc.char_span(position, position + 1, alignment_mode="expand")
    token = found[0] if found is not None else None
    for _ in range(_DEPTH):
        if token is None or token.head is token:
            break
        if _subject(token) is not None:
            break
        token = token.head
    return _subject(token) if token is not None else None


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        token = token.head
    return token


def _relative(root: Token) -> Iterator[Verb]:
    """Yield the verbs of "who was killed in ..."."""
    for child in root.children:
        if child.dep_ == "relcl" and child.i > root.i:
            subjects = [c for c in child.children if c.dep_ in _SUBJECT]
            if any(c.lower_ in ("who", "that", "which") for c in subjects):
                yield Verb(_opening(child), "relative")
                for conjunct in child.conjuncts:
                    if conjunct.pos_ in ("VERB", "AUX") and not _subject(conjunct):
                        yield Verb(_opening(conjunct), "relative")


def _clauses(
    verb: Token,
    mention: Mention,
    kind: Literal["clause", "relative", "time", "participle"],
    depth: int,
) -> Iterator[Verb]:
    """Yield a verb and those that share its subject: conjuncts, times, complements."""
    yield Verb(_opening(verb), kind)
    for child in verb.children if depth else ():
        if child.i < verb.i or child.pos_ not in _REACHED:
            continue
        if _shares_subject(verb, child) or _goes_on_with(child, mention):
            yield from _clauses(child, mention, kind, depth - 1)
        elif child.dep_ in ("xcomp", "acomp"):
            below = _clauses(child, mention, kind, depth - 1)
            yield from (v for v in below if v.kind == "time")
        elif child.dep_ == "prep" and child.lower_ in _TIME:
            for inner in child.children:
                if inner.dep_ == "pcomp" and not _subject(inner):
                    yield from _clauses(inner, mention, "time", depth - 1)
        elif child.dep_ == "advcl" and _is_timed(child):
            if _acts_upon(verb) and any(c.lower_ == "where" for c in child.lefts):
                continue
            subject = _subject(child)
            if subject is None or _stands_for(subject, mention):
                yield from _clauses(child, mention, "time", depth - 1)


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECT), None)


def _is_timed(verb: Token) -> bool:
    return any(c.lower_ in _TIME for c in verb.children if c.i < verb.i)


def _stands_for(pronoun: Token, mention: Mention) -> bool:
    """Whether a pronoun in a clause of time may mean the people of the main clause."""
    low = pronoun.lower_
    if not mention.single and mention.number.value != 1:
        return low == "they"
    if low == "they":
        head = mention.head
        return head is not None and (head.dep_ == "conj" or any(head.conjuncts))
    head_word = mention.head.lower_ if mention.head is not None else ""
    return low in ("he", "she") and head_word not in _PRONOUNS[low]


def _opening(verb: Token) -> int:
    """Return where the auxiliaries and adverbs right before a verb start."""
    before = {c.i for c in verb.lefts if c.dep_ in _BEFORE_VERB}
    first = verb.i
    while first - 1 in before and verb.doc[first - 1].lower_ not in _BOUNDS:
        first -= 1
    return int(verb.doc[first].idx)
