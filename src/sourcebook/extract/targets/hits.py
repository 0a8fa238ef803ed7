"""Whether the words tie a facility to what happened."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.parsed import Sentence
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import (
    TargetKind,
    instrument_phrases,
)

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


_AT = frozenset(
    {
        "in",
        "at",
        "inside",
        "outside",
        "on",
        "near",
        "into",
        "against",
        "onto",
        "aboard",
        "through",
        "under",
        "by",
        "beside",
        "within",
        "to",
        "around",
        "toward",
        "towards",
        "behind",
        "of",
        "from",
        "across",
        "along",
        "opposite",
    }
)


_INNER = frozenset(
    {
        "in",
        "at",
        "inside",
        "outside",
        "on",
        "into",
        "against",
        "aboard",
        "within",
        "through",
        "near",
    }
)


#: Steps from the facility to the word that tells what happened there.
_REACH = 7


@lru_cache(maxsize=256)
def lemmas(sentence: Sentence) -> tuple[str, ...]:
    """Return the lemmas of a sentence, empty for finite verbs.

    Plurals of headline names are undone; participles stay as written.
    """
    return tuple([_singular(token) for token in sentence.tokens])


def _singular(token: Token) -> str:
    found = lemma(token)
    if token.tag_ in ("VBD", "VBZ", "VBP", "VB"):
        return ""
    if (
        token.pos_ in ("NOUN", "PROPN")
        and found == token.lower_
        and found.endswith("s")
        and not found.endswith("ss")
    ):
        return found[:-1] if len(found) > 4 else found
    if token.pos_ == "VERB" and token.tag_ == "VBG":
        return str(token.lower_)
    return found


def happenings(sentence: Sentence) -> frozenset[int]:
    """Tokens that tell harm: verbs and nouns of harm, and instruments."""
    found = {t.i for t in sentence.tokens if _tells_harm(t)}
    for _, end, _ in instrument_phrases().find(lemmas(sentence)):
        found.add(sentence.tokens[end - 1].i)
    return frozenset(found)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("targets")[name])


def _tells_harm(token: Token) -> bool:
    if token.pos_ == "VERB":
        return lemma(token) in _list("verbs")
    return token.pos_ in ("NOUN", "PROPN") and _singular(token) in _list("nouns")


def is_hit(head: Token, kind: TargetKind, happened: frozenset[int]) -> bool:
    """Whether the words tie the facility to what happened."""
    if head.dep_ in ("compound", "nmod") and not head.head.i - head.i > 2:
        return (
            head.head.i in happened
            and not kind.mobile
            and not kind.weak
            and head.head.pos_ != "VERB"
        )
    if kind.mobile:
        return not _is_of_attacker(head) and _is_moved(head, kind, happened)
    if _is_cut_off(head):
        return True
    step, inner = head, False
    for _ in range(_REACH):
        above = step.head
        if above == step:
            return False
        if step.dep_ == "prep":
            if step.lower_ not in _AT or (kind.care and step.lower_ == "to"):
                return False
            if step.lower_ == "from" and lemma(above) not in _list("taking"):
                return False
            inner = inner or step.lower_ in _INNER
        if above.i in happened:
            return not _is_find(above) and _fits(step, above, kind, inner=inner)
        if above.pos_ in ("VERB", "AUX"):
            return _of_verb(step, above, kind, happened, inner=inner)
        step = above
    return False


def _is_cut_off(head: Token) -> bool:
    """The parser hung "after A and B" apart from "were attacked" behind it."""
    first = head
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ != "pobj" or first.head.lower_ not in (
        "after",
        "when",
        "as",
        "before",
        "since",
    ):
        return False
    for token in head.doc[head.i : head.sent.end]:
        if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
            own = any(c.dep_ == "nsubjpass" for c in token.children)
            return lemma(token) in _list("hitting") and not own
    return False


def _fits(step: Token, event: Token, kind: TargetKind, *, inner: bool) -> bool:
    if kind.care and _is_care(event):
        return False
    if step.dep_ in ("dobj", "nsubjpass"):
        return lemma(event) in _list("hitting") and not (
            kind.weak and lemma(event) in ("hit", "strike", "leave")
        )
    if step.dep_ in ("nsubj", "conj", "relcl", "advcl", "acl"):
        return (
            step.dep_ == "nsubj"
            and lemma(event) in ("collapse", "burn", "explode", "catch", "erupt")
        ) or (step.dep_ in ("conj", "acl") and inner)
    return inner or not kind.weak


def _of_verb(
    step: Token, verb: Token, kind: TargetKind, happened: frozenset[int], *, inner: bool
) -> bool:
    """A plain verb counts where a thing or deed of harm is its subject or object."""
    if lemma(verb) in _list("elsewhere") or (kind.care and _is_care(verb)):
        return False
    subjects = [
        c
        for c in verb.children
        if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and c != step
    ]
    if verb.dep_ == "relcl":
        subjects.append(verb.head)
    harmed = any(c.i in happened or _singular(c) in _list("doers") for c in subjects)
    if lemma(verb) == "include":
        return any(_singular(c) in ("target", "site") for c in subjects)
    return (
        harmed
        and (inner or step.dep_ in ("dobj", "nsubjpass"))
        and not (kind.weak and not inner)
    )


def _is_find(event: Token) -> bool:
    """Whether weapons, and not the dead, were found there."""
    things = [c for c in event.children if c.dep_ in ("dobj", "nsubjpass")]
    return lemma(event) == "find" and any(
        _singular(thing) in instrument_phrases().by_last for thing in things
    )


def _is_care(event: Token) -> bool:
    near = [event, *event.children, event.head]
    return any(lemma(t) in _list("caring") for t in near)


def _is_of_attacker(head: Token) -> bool:
    """Whether the vehicle is the means: laden with explosives, driven into others."""
    if any(c.lower_ in _list("laden") for c in head.children):
        return True
    above = head.head
    driven = head.dep_ == "dobj" and lemma(above) in _list("driving")
    return driven and any(c.lower_ in ("into", "at", "through") for c in above.children)


def _is_moved(head: Token, kind: TargetKind, happened: frozenset[int]) -> bool:
    """A vehicle is a target where it is hit; one that crashes or sinks is not.

    A car that explodes is the bomb, a bus or a plane what was bombed.
    """
    above = head.head
    key = lemma(above)
    if head.dep_ in ("dobj", "nsubjpass") and above.i in happened:
        return key in _list("hitting")
    if head.dep_ == "nsubj":
        return key in _list("bursting") and kind.kind != "vehicle"
    if head.dep_ == "conj":
        noun = above.pos_ in ("NOUN", "PROPN")
        return noun and _is_moved(above, kind, happened)
    if head.dep_ == "pobj" and above.lower_ in (
        "in",
        "on",
        "aboard",
        "inside",
        "at",
        "into",
        "under",
        "of",
        "against",
    ):
        event = above.head
        if event.i not in happened or (above.lower_ == "at" and event.pos_ == "NOUN"):
            return False
        if kind.kind == "vehicle" and (
            lemma(event) in _list("charges") or _is_find(event)
        ):
            return False
        by_doer = any(
            c.dep_ == "nsubj"
            and _singular(c) in ("attacker", "gunman", "bomber", "suspect")
            for c in event.children
        )
        return not by_doer and not (
            above.lower_ == "in" and lemma(event) in ("arrive", "flee")
        )
    return False
