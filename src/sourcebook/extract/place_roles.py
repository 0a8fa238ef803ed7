"""What the words around a place's name say about its part in the incident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.place_names import Mention
from sourcebook.extract.place_words import cue, event_nouns, located, struck
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_YEAR = re.compile(r"(?:19|20)\d\d$")
#: Weight of "ten miles from ...": enough only where nothing names the place itself.
_NEARBY = 0.3
#: Weight of the home town of a person, and of a house that was only searched.
_RESIDENCE = -2.0
#: Passages that count as title and lead.
_LEAD = 4


def evidence(mention: Mention) -> tuple[float, bool]:
    """Return how much a mention speaks for the place of the incident.

    Above 0 for, below 0 against; the second value says that its clause tells of
    another, earlier event.
    """
    if mention.authority:
        return 1.0, False
    background = _background(mention) or avenged(mention)
    weight = _RESIDENCE if _resides(mention) else _clause(mention)
    if weight > 0 or (located(mention.tokens) and weight == 0):
        weight += _position(mention)
    return (0.0 if background else weight), background


def avenged(mention: Mention) -> bool:
    """Whether an attack is said to answer what happened there ("revenge for ...")."""
    root = mention.root
    return any(
        word.lower_ in cue("avenged")
        and word.i + 1 < root.i
        and word.nbor(1).lower_ in ("for", "to", "against", "over")
        for word in root.sent
        if word.i < root.i
    )


def _resides(mention: Mention) -> bool:
    """Whether a person is said to be from there: "Ann Poe, 25, of Harbour City"."""
    doc, at = mention.passage.doc, mention.tokens.start - 1
    if at < 2 or doc[at].lower_ not in ("of", "from") or doc[at - 1].text != ",":
        return False
    told = doc[at - 2]
    aged = told.text.isdigit() and len(told) < 3
    return aged or told.ent_type_ == "PERSON" or told.lower_ in cue("people")


def _position(mention: Mention) -> float:
    if mention.passage.field == "title":
        return 2.0
    return (
        max(0.0, 1.6 - 0.4 * mention.passage.index)
        if mention.passage.index < _LEAD
        else 0.0
    )


def _clause(mention: Mention) -> float:
    """Return weight for what the name hangs from, nearest word first."""
    preposition = ""
    for step in _upward(mention):
        if step.pos_ in ("ADP", "SCONJ") and not preposition:
            preposition = step.lower_
            if preposition == "from" and _measured(step):
                return _NEARBY
            if preposition != "to" and preposition in cue("towards"):
                return -1.0
        elif preposition in ("", "of") and step.lower_ in cue("settlements"):
            preposition = ""
        elif not preposition and step.lower_ in cue("sites"):
            continue
        else:
            told = _governor(step, preposition, mention)
            if told is not None:
                return told
    return 0.5 if preposition in cue("locative") else 0.0


def _governor(step: Token, preposition: str, mention: Mention) -> float | None:
    """Return weight for one word above the name, None where it says nothing."""
    lemma = step.lemma_.lower()
    if preposition == "to":
        return _arrival(step)
    if step.lower_ in event_nouns():
        return 3.0
    if not preposition and step.lower_ in cue("other_nouns"):
        return 0.0
    if not preposition and step.lower_ in cue("other_sites"):
        return 3.0 if _harmed(step) else 0.0
    if not preposition and lemma in cue("strikes") and step.pos_ == "VERB":
        return 3.0 if struck(mention.root) else 0.0
    if not preposition:
        return 0.7 if step.pos_ == "NOUN" else None
    if lemma in cue("speech") and step.pos_ == "VERB":
        return _told(step, mention)
    if lemma in cue("other_verbs") and step.pos_ == "VERB":
        return -2.0
    if step.lower_ in cue("relative"):
        return _NEARBY
    if step.lower_ in cue("offices"):
        return 0.2
    if step.lower_ in cue("searched") and step.head.lemma_.lower() in cue("searching"):
        return _RESIDENCE
    if step.lower_ in cue("people") | {"people", "person"}:
        return 2.5 if _is_victim(step) else 1.0
    if step.lower_ in cue("other_nouns"):
        return -1.5
    if step.lower_ in cue("other_sites") and not _harmed(step):
        return -1.5
    return 3.0 if lemma in cue("event_verbs") else None


def _is_victim(people: Token) -> bool:
    """Whether the people in the place are those harmed: "killed nine people in ..."."""
    harmed = people.dep_ in ("dobj", "nsubjpass")
    return harmed and people.head.lemma_.lower() in cue("event_verbs")


def _measured(preposition: Token) -> bool:
    """Whether a distance or direction stands before "from"."""
    before = preposition.doc[max(0, preposition.i - 1)]
    return {before.lower_, preposition.head.lower_} & cue("relative") != set()


def _arrival(step: Token) -> float | None:
    """Return weight for "called to a home in ...": help comes to the place itself."""
    if step.pos_ not in ("VERB", "AUX"):
        return -1.0 if step.lower_ in cue("other_nouns") | cue("other_sites") else None
    return 2.5 if step.lemma_.lower() in cue("arrivals") else -1.0


def _told(verb: Token, mention: Mention) -> float:
    """Return weight for a place that the parse hangs on who tells of it."""
    if verb.i < mention.tokens.start <= verb.i + 4:
        return -2.0
    return 2.0 if any(_happens(t) for t in verb.subtree) else 0.0


def _happens(token: Token) -> bool:
    if token.lower_ in event_nouns():
        return True
    return token.pos_ == "VERB" and token.lemma_.lower() in cue("event_verbs")


def _harmed(step: Token) -> bool:
    """Whether it happened to the site itself: "attack on a hospital in ..."."""
    above = [step.head, step.head.head, step.head.head.head]
    return any(
        t.lower_ in event_nouns() or t.lemma_.lower() in cue("strikes") for t in above
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
        if word.lower_ in ("after", "before", "since") and _long_after(word, root):
            return True
        if word.lower_ in cue("earlier") and mention.passage.index >= 2:
            return True
        if word.lower_ == "last" and _last_year(word, mention):
            return True
    return False


def _last_year(word: Token, mention: Mention) -> bool:
    """Whether "last year", below the lead also "last month", dates the clause."""
    after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return after in ("year", "decade") or (
        after == "month" and mention.passage.index > 1
    )


def _long_after(word: Token, root: Token) -> bool:
    """Whether "four months after the ... attacks" speaks of the name's event."""
    counted = word.i > 0 and word.doc[word.i - 1].lemma_ in table("calendar")["units"]
    return counted and word.i < root.i and word in root.ancestors
