"""What the words around a place's name say about its part in the incident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.place_names import Mention, cue, event_nouns, located

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d$")
#: Passages that count as title and lead.
_LEAD = 4


def evidence(mention: Mention) -> tuple[float, bool]:
    """Return how much a mention speaks for the place of the incident.

    Above 0 for, below 0 against; the second value says that its clause tells of
    another, earlier event.
    """
    if mention.authority:
        return 1.0, False
    background = _background(mention)
    weight = _named_event(mention) + _clause(mention)
    if weight > 0 or (located(mention.tokens) and weight == 0):
        weight += _position(mention)
    return (0.0 if background else weight), background


def _position(mention: Mention) -> float:
    if mention.passage.field == "title":
        return 2.0
    return max(0.0, 1.6 - 0.4 * mention.passage.index) if mention.passage.index < _LEAD else 0.0


def _named_event(mention: Mention) -> float:
    """Return weight for "the Orlando shooting" and "Orlando's nightclub attack"."""
    root = mention.root
    if root.dep_ in ("compound", "poss", "nmod", "amod", "npadvmod"):
        head = root.head
        if head.lower_ in event_nouns() and head.i > root.i:
            return 3.0
    return 0.0


def _clause(mention: Mention) -> float:
    """Return weight for the predicate that the name hangs from by a preposition."""
    steps = list(_upward(mention))
    if not steps:
        return 0.0
    preposition = steps[0].lower_ if steps[0].pos_ in ("ADP", "SCONJ") else ""
    if preposition in cue("towards"):
        return -1.0
    for step in steps:
        if step.lemma_.lower() in cue("other_verbs") and step.pos_ == "VERB":
            return -2.0
        if step.lower_ in cue("other_nouns") and not _harmed(step):
            return -1.5
        if step.lower_ in cue("relative") and step.lower_ != "outskirts":
            return -0.5
        if step.lower_ in event_nouns() or step.lemma_.lower() in cue("event_verbs"):
            return 3.0 if preposition else 1.0
    return 0.5 if preposition in cue("locative") else 0.0


def _harmed(step: Token) -> bool:
    """Whether what happened is said of the thing itself: "a hospital hit in ..."."""
    return step.head.lemma_.lower() in cue("event_verbs") and step.dep_ in (
        "nsubjpass",
        "pobj",
        "dobj",
    )


def _upward(mention: Mention) -> Iterator[Token]:
    """Yield the words that the name hangs from, nearest first, within its clause."""
    token, count = mention.root, 0
    while token.head is not token and count < 7:
        token = token.head
        count += 1
        yield token


def _background(mention: Mention) -> bool:
    """Whether the clause is dated or marked as another event's."""
    root = mention.root
    for word in root.sent:
        if abs(word.i - root.i) > 14:
            continue
        if _YEAR.match(word.text) and word.head.lower_ in ("in", "since", "of", "from"):
            return True
        if word.lower_ in cue("earlier") and mention.passage.index >= 2:
            return True
    return False
