"""What a pattern found: an actor, a relation and the word whose clause says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import following, lemma
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Relation

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """One way in which the words tie an actor to a deed; ``name`` if known already.

    ``noun`` findings span the noun phrase of the anchor ("Taliban attack"), others
    its clause. ``told`` is the verb that tells it, where the anchor tells who says so
    ("said he fell asleep").
    """

    actor: Token
    relation: Relation
    anchor: Token
    hedge: str | None = None
    noun: bool = False
    name: str | None = None
    told: Token | None = None


def is_event(token: Token | None) -> bool:
    """Whether a noun, or one joined to it, tells what happened."""
    return token is not None and any(
        lemma(t) in words("event_nouns") for t in following(token)
    )


def tells_event(token: Token) -> bool:
    """Whether a complement speaks of harm: an event noun or a verb of harm."""
    return any(
        (t.pos_ in ("NOUN", "PROPN") and lemma(t) in words("event_nouns"))
        or (
            t.pos_ == "VERB"
            and lemma(t) in words("deeds")
            and lemma(t) not in words("light")
        )
        for t in token.subtree
    )


#: Light verbs of which one is accused for other conduct too.
_COMMON = frozenset({"burn", "hit", "seize", "destroy", "capture"})


def tells_deed(complement: Token) -> bool:
    """Whether what somebody is accused of is the harm itself (RSP-3).

    "Of harbouring the gunman" and "of meddling in talks" are other conduct.
    """
    if lemma(complement) == "be" and complement.pos_ in ("VERB", "AUX"):
        return any(
            c.lower_ in ("responsible", "behind") or lemma(c) in words("culprits")
            for c in complement.children
        )
    if complement.pos_ == "VERB":
        key = lemma(complement)
        if key in words("partaking"):
            return tells_event(complement)
        return key in words("deeds") and (
            key not in words("light")
            or tells_event(complement)
            or (key not in _COMMON and is_deed(complement))
        )
    return any(
        lemma(t) in words("event_nouns") or lemma(t) in words("offences")
        for t in following(complement)
    )


def is_negated(verb: Token) -> bool:
    """Whether a verb stands under a negation, its own or its subject's."""
    joined = verb.dep_ == "conj" and any(c.lower_ == "or" for c in verb.head.children)
    if joined and verb.head.pos_ == "VERB" and is_negated(verb.head):
        return True  # "did not torture or kill anyone"
    return is_done_by_none(verb) or any(
        child.dep_ == "neg" or child.lower_ in ("never", "neither")
        for child in verb.children
    )


def is_done_by_none(verb: Token) -> bool:
    """Whether the subject tells that nobody did it ("no group has claimed it")."""
    for doer in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        if doer.lower_ in _NOBODY:
            return True
        if any(c.lower_ in ("no", "neither") and c.i < doer.i for c in doer.children):
            return True
    goes_on = verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX")
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return goes_on and not own and is_done_by_none(verb.head)


def is_told_by_none(token: Token) -> bool:
    """Whether it is told as what nobody says or did ("no group said it did it")."""
    step = token
    while not is_done_by_none(step):
        if step.dep_ not in ("ccomp", "xcomp") or step.head == step:
            return False
        step = step.head
    return True


def is_likened(verb: Token) -> bool:
    """Whether the words only say what it is like: "it is as if he had killed us"."""
    return any(c.dep_ == "mark" and c.lower_ == "like" for c in verb.children) or {
        "as",
        "if",
    } <= {c.lower_ for c in verb.children if c.dep_ == "mark"}


_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "noone"})


def possibly(verb: Token) -> str | None:
    """Return the word that leaves open whether it was so ("may have fired")."""
    modal = next((c for c in verb.children if c.lower_ in _OPEN), None)
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return modal.text if modal is not None and perfect else None


_OPEN = frozenset({"may", "might", "could"})
#: Verbs whose infinitive tells what was done, or tried.
_DOING = frozenset(
    {"begin", "start", "continue", "proceed", "try", "attempt", "manage", "go", "help"}
)
#: Verbs under which a gerund tells what did not happen.
_AVERTING = frozenset(
    {
        "prevent",
        "stop",
        "keep",
        "deter",
        "cease",
        "halt",
        "end",
        "bar",
        "avoid",
        "refrain",
        "consider",
        "discuss",
    }
)


def is_averted(verb: Token) -> bool:
    """Whether a gerund tells what was kept from happening ("stopped him from firing")."""
    above = verb.head
    if verb.dep_ == "pcomp":
        return above.lower_ == "from" and lemma(above.head) in _AVERTING
    return verb.dep_ == "xcomp" and verb.tag_ == "VBG" and lemma(above) in _AVERTING


def is_unreal(verb: Token) -> bool:
    """Whether the verb tells what would, should or is meant to happen."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in (
            "would",
            "could",
            "should",
            "might",
            "may",
            "can",
            "will",
            "must",
            "to",
            "shall",
            "'ll",
        ):
            perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
            return not (child.lower_ == "to" and perfect) and not (
                child.lower_ == "to" and lemma(verb.head) in _DOING
            )
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        return is_unreal(verb.head)
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether")
        for c in verb.children
    )
