"""Means: devices and explosions with their count (DOMAIN NUM-11, NUM-12, NUM-14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.means.counting import Counted, parts_of_totals, with_count
from sourcebook.extract.means.others import is_of_others, laden
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.responsibility.motives import in_motive
from sourcebook.extract.targets.hits import lemmas
from sourcebook.model.claim import Means
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import instrument_phrases, instruments
from sourcebook.text.numbers import find_numbers

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

__all__ = ["find_means"]


def find_means(parsed: Parsed) -> tuple[Draft, ...]:
    """Return the instruments of attacks told, counted, in the order of the report.

    "A car bomb" is eq 1 (NUM-11); "one car bomb each" in two towns gives two
    drafts (NUM-12); parts of a total are exact only if they exhaust it (NUM-14).
    Definite mentions ("the blast") point back and give none.
    """
    return tuple(draft for sentence in parsed.sentences for draft in _in(sentence))


def _in(sentence: Sentence) -> Iterator[Draft]:
    counted = list(_counted(sentence))
    for found in parts_of_totals(sentence, counted):
        yield from _drafts(sentence, found)


def _counted(sentence: Sentence) -> Iterator[Counted]:
    hits = instrument_phrases().find(lemmas(sentence))
    if not hits:
        return
    numbers = find_numbers(sentence.passage.doc.text)
    suicide = any(key.startswith("suicide_") for _, _, key in hits)
    for start, end, key in hits:
        first, head = sentence.tokens[start], sentence.tokens[end - 1]
        if not _is_thing(head) or not _is_told(first, head, key) or in_motive(head):
            continue
        if key == "suicide_belt" and suicide and _is_worn(first):
            continue
        vehicle = laden(head)
        if vehicle is None:
            yield from with_count(sentence, first, head, key, numbers)
        elif not suicide:
            # "A car packed with explosives" is one device (NUM-11).
            kind = "car_bomb" if lemma(vehicle) == "car" else "vehicle_bomb"
            for one in with_count(sentence, vehicle, vehicle, kind, numbers):
                yield replace(one, last=max(one.last, head.i))


def _is_thing(head: Token) -> bool:
    """A noun of its own, not one that describes another ("bomb squad")."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    if head.dep_ in ("compound", "amod", "nmod") and head.head.i > head.i:
        return False
    return not any(c.dep_ == "neg" for c in head.children)


def _is_told(first: Token, head: Token, key: str) -> bool:
    """Whether the words tell an attack, not a kind of weapon in general."""
    if any(c.lower_ == "no" for c in head.children):
        return False
    verb = _verb_above(head)
    if is_of_others(first, head, key, verb):
        return False
    if verb is not None and (
        _is_denied(verb)
        or lemma(verb)
        in ("fear", "threaten", "prevent", "foil", "ban", "defuse", "search")
    ):
        return False
    if not instruments()[key].generic:
        return True
    tokens = [t for t in head.sent if t.pos_ in ("VERB", "ADJ")]
    using = head.dep_ in ("pobj", "dobj", "conj")
    return using and any(lemma(t) in _using() or t.lower_ == "armed" for t in tokens)


def _using() -> frozenset[str]:
    held = table("responsibility")
    return frozenset(held["deeds"]) | {
        "wield",
        "arm",
        "use",
        "brandish",
        "pull",
        "draw",
        "point",
    }


def _is_denied(verb: Token) -> bool:
    return any(
        c.dep_ == "neg"
        or (c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "may"))
        for c in verb.children
    )


def _verb_above(token: Token) -> Token | None:
    step = token
    while step.head != step and step.pos_ not in ("VERB", "AUX"):
        step = step.head
    return step if step.pos_ in ("VERB", "AUX") else None


def _is_worn(first: Token) -> bool:
    before = first.nbor(-1) if first.i else None
    return before is not None and before.lower_ in ("his", "her", "their", "a", "an")


def _drafts(sentence: Sentence, found: Counted) -> Iterator[Draft]:
    passage = sentence.passage
    doc = passage.doc
    payload = Means(
        instrument=found.instrument,
        comparator=found.comparator,
        value=found.value,
        low=found.low,
        high=found.high,
    )
    after = doc[found.last + 1] if found.last + 1 < len(doc) else None
    if after is None or after.lower_ != "each":
        yield Draft(
            passage=passage,
            span=_span(passage, found.first, found.last),
            anchor=found.head,
            payload=payload,
        )
        return
    places = _places_after(sentence, found.last)
    if len(places) < 2:
        yield Draft(
            passage=passage,
            span=_span(passage, found.first, after.i),
            anchor=found.head,
            payload=payload,
        )
    for place in places if len(places) > 1 else ():
        yield Draft(
            passage=passage,
            span=_span(passage, found.first, place.i),
            anchor=place,
            payload=payload,
            notes=(f"each:{passage.quote(place)}",),
        )


def _span(passage: Passage, first: int, last: int) -> Span:
    return passage.span(passage.doc[first : last + 1])


def _places_after(sentence: Sentence, last: int) -> list[Token]:
    """The last token of each place name after the count (NUM-12)."""
    tokens = [
        t
        for t in sentence.tokens
        if t.i > last and t.pos_ == "PROPN" and t.dep_ in ("pobj", "conj")
    ]
    return [t for t in tokens if t.ent_type_ not in ("DATE", "TIME")]
