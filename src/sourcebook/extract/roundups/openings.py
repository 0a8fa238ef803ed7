"""How a stretch opens: with a label, as an item or heading, at a place that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.roundups.words import listed, spoken
from sourcebook.extract.scope.lexicon import event_classes
from sourcebook.model.claim import Claim, Place
from sourcebook.model.span import Span
from sourcebook.text.gazetteer import lookup

#: Words of the longest label, and of the longest heading.
LONGEST = 7
#: Precisions of places where an incident can be.
LOCAL = frozenset({"site", "city", "admin2", "admin1"})
#: Characters before a name that say how it belongs to what is told.
BEFORE = 60
#: Letters of the longest word that a name may hold in lower case: "San Juan de Dios".
SMALL = 3
#: Patterns that put an incident at a name, and whether at the head of a stretch.
_PUT = {"opens": True, "inside": False, "reached": False, "moved": False}
_STOPS = (".", "!", "?", '"', "”", ",", ";")


@dataclass(frozen=True, slots=True)
class Name:
    """A place as its name stands in the text; ``first`` where the stretch opens so."""

    words: str
    span: Span
    first: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the words of an entry, or over them."""

    words: str
    span: Span


def is_item(words: str) -> bool:
    """Whether a paragraph is an item of a list.

    >>> is_item("* MOSUL - Gunmen"), is_item("2) Lombok"), is_item("Gunmen fired")
    (True, True, False)
    """
    return any(spoken("labels", key).match(words) for key in ("bullet", "numbered"))


def marked_off(words: str, *marks: str) -> int:
    """Return where words begin behind the marks of an item, told in this order.

    >>> marked_off("3. Meta. Six died.", "bullet", "numbered")
    3
    """
    start = 0
    for mark in marks:
        found = spoken("labels", mark).match(words[start:])
        start += found.end() if found else 0
    return start


def label(words: str, at: int) -> Label | None:
    """Return the label before a paragraph's words, which begin at ``at``.

    >>> label("MOSUL - Gunmen fired.", 0).words
    'MOSUL'
    >>> label("3. Meta. Six died.", 0).words
    'Meta'
    """
    start = marked_off(words, "bullet", "numbered", "clock")
    match = spoken("labels", "label").match(words[start:])
    if match is None:
        return None
    told = match["label"]
    dotted = words[start + match.end("label")] == "."
    dated = "," in told and is_stamp(told)  # "3 May, Arden. A miner was crushed."
    if (dotted and not start and not dated) or not is_short(told):
        return None
    first = at + start + match.start("label")
    return Label(told, Span(start=first, end=first + len(told)))


def heading(words: str, at: int) -> Label | None:
    """Return a line that stands over others, without a stop: "Aleppo province"."""
    start = marked_off(words, "bullet", "numbered")
    told = words[start:].rstrip().removesuffix(":")
    if told.endswith(_STOPS) or not is_short(told):
        return None
    return Label(told, Span(start=at + start, end=at + start + len(told)))


def is_closed(words: str) -> bool:
    """Whether a paragraph ends as a sentence does; a link to another story does not."""
    return words.rstrip(" \"'”’)").endswith((".", "!", "?"))


def is_short(words: str) -> bool:
    """Whether words are few and begin as a name or date does."""
    told = words.split()
    if (
        not told
        or len(told) > LONGEST
        or not (told[0][0].isupper() or told[0].isdigit())
    ):
        return False
    return told[0].casefold().strip(",") not in listed("labels", "never")


def is_stamp(words: str) -> bool:
    """Whether a label tells a day or hour."""
    return spoken("labels", "stamp").search(words.casefold()) is not None


def is_stamped(words: str) -> bool:
    """Whether a paragraph opens with an hour, or with several of day, date and hour.

    >>> is_stamped("Tuesday, June 3, 10:20 p.m. Fire."), is_stamped("On Monday he left")
    (True, False)
    >>> is_stamped("00:40 - Colm. A missile hit a house.")
    True
    """
    bullet = spoken("labels", "bullet").match(words)
    told = words[bullet.end() :] if bullet else words
    if spoken("labels", "clock").match(told):
        return True
    return spoken("labels", "stamped").match(told.casefold()) is not None


def is_event(words: str) -> bool:
    """Whether a label names what happened: "Flash flood"."""
    told = words.casefold().split()
    return any(each in event_classes() for each in (" ".join(told), told[-1]))


def names(words: str) -> list[str]:
    """Return the parts of a label that may be names of places.

    >>> names("Lasbela district, 20 August")
    ['Lasbela']
    """
    found: list[str] = []
    for part in re.split(r"[,/()|]| and | & ", words):
        told = part.strip()
        kept = [w for w in told.split() if w.casefold() not in listed("labels", "area")]
        if told and not is_stamp(told) and not is_event(told):
            found += [n for n in (told, " ".join(kept)) if n and n not in found]
    return [name for name in found if is_name(name)]


def is_name(words: str) -> bool:
    """Whether words are written as a name is, and are no side of a town.

    >>> is_name("San Juan de la Maguana"), is_name("But earlier"), is_name("West Side")
    (True, False, False)
    """
    long = [w for w in words.split() if len(w) > SMALL]
    large = words[0].isupper() and all(w.casefold() != w for w in long)
    return large and not spoken("labels", "side").search(words.casefold())


def is_place(told: Label, places: Sequence[Claim]) -> bool:
    """Whether a part of a label is a place, told as one here or in the gazetteer."""
    known = {claim.quote for claim in places if told.span.contains(claim.span)}
    return any(
        name in known or lookup(name)
        for name in names(told.words)
        if not is_event(name)
    )


def named(text: str, span: Span) -> Name | None:
    """Return a name by which a stretch says where its incident was.

    That is "In Barawe, ..." at its head, else the first "in Raman, Yala province".
    """
    told = span.slice(text)
    for key, first in _PUT.items():
        for match in spoken("opening", key).finditer(told):
            name = match["name"]
            never = name.split()[0].casefold() in listed("opening", "never")
            if not never and is_name(name):
                start = span.start + match.start("name")
                return Name(name, Span(start=start, end=start + len(name)), first)
    return None


def local(claim: Claim) -> bool:
    """Whether a claim is a place where an incident can be."""
    place = claim.payload
    return (
        isinstance(place, Place)
        and claim.field == "text"
        and place.role != "dateline"
        and place.precision in LOCAL
    )


def is_beside(span: Span, text: str) -> bool:
    """Whether a place is only near, or where somebody came from or was taken."""
    before = text[max(0, span.start - BEFORE) : span.start].casefold()
    return any(spoken("opening", key).search(before) for key in ("near", "off"))


def is_off(span: Span, text: str) -> bool:
    """Whether a place is where somebody came from or was taken."""
    before = text[max(0, span.start - BEFORE) : span.start].casefold()
    return spoken("opening", "off").search(before) is not None
