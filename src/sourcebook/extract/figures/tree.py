"""What the parse says of a count of people: the last resort, over longer distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.figures import captivity, lexicon, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Modality

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


def tree_readings(mention: Mention) -> tuple[Reading, ...]:
    """Return what the governor of the counted noun says of it."""
    if mention.head is None or not mention.person:
        return ()
    told = _participle(mention.head)
    if told is None:
        told = _governor(_first_conjunct(mention.head))
    if told is None:
        return ()
    word, token = told
    text = mention.passage.text
    if mention.head.i < token.i and patterns.OBJECT.match(text, token.idx + len(token)):
        return ()
    longer = patterns.suffered().match(mention.passage.text, token.idx)
    if longer is not None:
        word = lexicon.look_up(longer.group(), "transitive")[0]
    return (
        Reading(
            metric=word.metric,
            start=token.idx,
            end=token.idx + len(token),
            side="tree",
            modality=_modality(token),
        ),
    )


def _participle(head: Token) -> tuple[lexicon.Word, Token] | None:
    """Return the participle of "a student from the north killed in a crash"."""
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and child.i > head.i:
            for word in lexicon.look_up(child.lower_, "transitive"):
                return word, child
    return None


def _first_conjunct(token: Token) -> Token:
    for _ in range(3):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    return token


def _governor(token: Token) -> tuple[lexicon.Word, Token] | None:
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ == "of" and _is_number(governor.head):
        return _governor(_first_conjunct(governor.head))
    words: tuple[lexicon.Word, ...] = ()
    if token.dep_ == "pobj" and governor.lower_ == "of":
        governor = governor.head
        asked = governor.lower_ == "release" and captivity.DEMANDED.search(
            token.doc.text, max(0, governor.idx - 90), governor.idx
        )
        attempted = any(c.lower_ == "attempted" for c in governor.children)
        if not (asked or attempted):
            words = lexicon.look_up(governor.lower_, "events")
    elif token.dep_ == "nsubjpass" or (
        token.dep_ in ("dobj", "obj") and not _is_passive(governor)
    ):
        words = _verb(governor)
    elif token.dep_ == "nsubj":
        words = lexicon.look_up(governor.lower_, "intransitive")
    return (words[0], governor) if words else None


def _is_number(token: Token) -> bool:
    """Whether "of" behind a noun only counts: "a large number of fighters"."""
    return token.lower_ in ("number", "numbers", "dozens", "scores", "hundreds", "tens")


def _verb(token: Token) -> tuple[lexicon.Word, ...]:
    """Return what a verb says with the words that belong to it: "wiping out"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before in ("fatally", "mortally"):
        return lexicon.look_up(f"{before} {token.lower_}", "transitive")
    longer = patterns.suffered().match(token.doc.text, token.idx)
    found = lexicon.look_up(longer.group(), "transitive") if longer else ()
    return found or lexicon.look_up(token.lower_, "transitive")


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _modality(verb: Token) -> Modality:
    words = {c.lower_ for c in verb.children if c.dep_ in ("neg", "aux")}
    if words & {"not", "n't", "n’t", "never"}:
        return "denied"
    if words & {"could", "would", "can", "should", "to"}:
        return "hypothetical"
    return "hedged" if words & {"may", "might", "must"} else "asserted"
