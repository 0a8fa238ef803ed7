"""Means: devices and explosions with their count (DOMAIN NUM-11, NUM-12, NUM-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import lemma
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Passage, Sentence
from sourcebook.extract.targets import lemmas
from sourcebook.model.claim import Comparator, Means
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.schema.vocabulary import instrument_phrases, instruments
from sourcebook.text.numbers import Number, find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"a", "an", "one", "another", "single"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "such", "no", "any", "each", "every", "some", "whose", "my", "our", "your", "which", "what"})
#: Tokens between a total of explosions and "including" (NUM-14).
_NEAR = 9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Counted:
    """An instrument with its count; ``first`` and ``last`` are token indices."""

    instrument: str
    first: int
    last: int
    head: Token
    comparator: Comparator
    value: int | None
    low: int | None
    high: int | None


def find_means(parsed: Parsed) -> tuple[Draft, ...]:
    """Return the instruments of attacks told, counted, in the order of the report.

    "A car bomb" is eq 1 (NUM-11); "one car bomb each" in two towns gives two
    drafts (NUM-12); parts of a total are exact only if they exhaust it (NUM-14).
    Definite mentions ("the blast") point back and give none.
    """
    return tuple(draft for sentence in parsed.sentences for draft in _in(sentence))


def _in(sentence: Sentence) -> Iterator[Draft]:
    counted = list(_counted(sentence))
    for found in _parts_of_totals(sentence, counted):
        yield from _drafts(sentence, found)


def _counted(sentence: Sentence) -> Iterator[_Counted]:
    hits = instrument_phrases().find(lemmas(sentence))
    if not hits:
        return
    numbers = find_numbers(sentence.passage.doc.text)
    suicide = any(key.startswith("suicide_") for _, _, key in hits)
    for start, end, key in hits:
        first, head = sentence.tokens[start], sentence.tokens[end - 1]
        if not _is_thing(head) or not _is_told(first, head, key):
            continue
        if key == "suicide_belt" and suicide and _is_worn(first):
            continue
        yield from _with_count(sentence, first, head, key, numbers)


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
    if verb is not None and (_is_denied(verb) or lemma(verb) in ("fear", "threaten", "prevent", "foil", "ban", "defuse", "search")):
        return False
    if not instruments()[key].generic:
        return True
    tokens = [t for t in head.sent if t.pos_ in ("VERB", "ADJ")]
    using = head.dep_ in ("pobj", "dobj", "conj")
    return using and any(lemma(t) in _using() or t.lower_ == "armed" for t in tokens)


def _using() -> frozenset[str]:
    held = table("responsibility")
    return frozenset(held["deeds"]) | {"wield", "arm", "use", "brandish", "pull", "draw", "point"}


def _is_denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "may")) for c in verb.children)


def _verb_above(token: Token) -> Token | None:
    step = token
    while step.head != step and step.pos_ not in ("VERB", "AUX"):
        step = step.head
    return step if step.pos_ in ("VERB", "AUX") else None


def _is_worn(first: Token) -> bool:
    before = first.nbor(-1) if first.i else None
    return before is not None and before.lower_ in ("his", "her", "their", "a", "an")


def _with_count(
    sentence: Sentence, first: Token, head: Token, key: str, numbers: Sequence[Number]
) -> Iterator[_Counted]:
    number = _number_before(first, head, numbers)
    if number is not None:
        start = sentence.passage.doc.char_span(number.span.start, number.span.end, alignment_mode="expand")
        yield _numbered(key, start.start if start else first.i, head.i, head, number)
    else:
        single = _single(first, head, key)
        if single is not None:
            yield single
    yield from _elliptic(sentence, head, key, numbers)


def _numbered(key: str, first: int, last: int, head: Token, number: Number) -> _Counted:
    return _Counted(
        instrument=key, first=first, last=last, head=head, comparator=number.comparator, value=number.value, low=number.low, high=number.high
    )


def _number_before(first: Token, head: Token, numbers: Sequence[Number]) -> Number | None:
    """The count in the noun phrase of the instrument."""
    left = min((t.idx for t in head.subtree if t.i <= head.i and not _is_clausal(t, head)), default=first.idx)
    inside = [n for n in numbers if left <= n.bare.start and n.bare.end <= head.idx and not n.ordinal]
    between = [n for n in inside if not any(t.is_punct and t.text not in "-–'\"“”‘’" for t in head.doc[_at(head, n.bare.end) : first.i])]
    return between[-1] if between else None


def _at(token: Token, character: int) -> int:
    """The first token from a character of the passage on."""
    step = token
    while step.i > 0 and step.nbor(-1).idx >= character:
        step = step.nbor(-1)
    return int(step.i)


def _is_clausal(token: Token, head: Token) -> bool:
    step = token
    while step != head:
        if step.dep_ in ("relcl", "acl", "appos", "conj", "advcl"):
            return True
        step = step.head
    return False


def _single(first: Token, head: Token, key: str) -> _Counted | None:
    """One, by the article or the bare singular of headlines (NUM-11); else vague."""
    determiners = {c.lower_ for c in head.children if c.dep_ in ("det", "poss", "nummod", "predet") or c.tag_ == "PRP$"}
    start = min([c.i for c in head.children if c.dep_ == "det" and c.i < first.i] or [first.i])
    if determiners & _KNOWN or (determiners and not determiners & _ONE):
        return None
    plural = head.tag_ in ("NNS", "NNPS")
    if plural or (not determiners and key in ("shell", "torture", "fire", "chemical", "dynamite") or _is_mass(head, determiners)):
        if key == "explosion" or instruments()[key].generic:
            return None
        return _Counted(instrument=key, first=start, last=head.i, head=head, comparator="vague", value=None, low=None, high=None)
    return _Counted(instrument=key, first=start, last=head.i, head=head, comparator="eq", value=1, low=1, high=1)


def _is_mass(head: Token, determiners: set[str]) -> bool:
    return not determiners and lemma(head) in ("fire", "explosive", "shelling", "bombardment", "bombing", "gunfire")


def _elliptic(sentence: Sentence, head: Token, key: str, numbers: Sequence[Number]) -> Iterator[_Counted]:
    """ "Four explosions in A, and five in B": the second count is of the same."""
    for token in sentence.tokens[head.i - sentence.tokens.start + 1 :]:
        after = token.nbor(1) if token.i + 1 < sentence.tokens.end else None
        if token.pos_ != "NUM" or after is None or after.lower_ != "in" or token.dep_ not in ("conj", "appos", "npadvmod", "dep", "attr", "dobj", "pobj"):
            continue
        if token.nbor(-1).lower_ not in ("and", ",", ";", "another") or not _is_place(after):
            continue
        number = next((n for n in numbers if n.bare.start == token.idx), None)
        if number is not None and key == "explosion":
            yield _numbered(key, token.i, token.i, token, number)


def _is_place(preposition: Token) -> bool:
    following = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else None
    return following is not None and following.text[:1].isupper()


def _parts_of_totals(sentence: Sentence, counted: list[_Counted]) -> list[_Counted]:
    """NUM-14: parts after "including" are exact only if they add up to the total."""
    ordered = sorted(counted, key=lambda c: c.last)
    result = list(ordered)
    for token in sentence.tokens:
        if token.lower_ != "including":
            continue
        totals = [c for c in ordered if c.last < token.i <= c.last + _NEAR and c.instrument == "explosion" and c.comparator == "eq"]
        if not totals:
            continue
        total = totals[-1]
        later = [c.first for c in ordered if c.instrument == "explosion" and c.first > token.i]
        parts = [c for c in ordered if token.i < c.first < min(later, default=sentence.tokens.end)]
        told = sum(c.value or 0 for c in parts)
        rest = (total.value or 0) - told
        if parts and rest > 0 and all(c.comparator == "eq" for c in parts):
            for part in parts:
                assert part.value is not None
                result[result.index(part)] = replace(part, comparator="ge", low=part.value, high=part.value + rest)
    return result


def _drafts(sentence: Sentence, found: _Counted) -> Iterator[Draft]:
    passage = sentence.passage
    doc = passage.doc
    payload = Means(
        instrument=found.instrument, comparator=found.comparator, value=found.value, low=found.low, high=found.high
    )
    after = doc[found.last + 1] if found.last + 1 < len(doc) else None
    if after is None or after.lower_ != "each":
        yield Draft(passage=passage, span=_span(passage, found.first, found.last), anchor=found.head, payload=payload)
        return
    places = _places_after(sentence, found.last)
    if len(places) < 2:
        yield Draft(passage=passage, span=_span(passage, found.first, after.i), anchor=found.head, payload=payload)
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
    return [e[-1] for e in sentence.passage.doc.ents if last < e.start < sentence.tokens.end and e.label_ in ("GPE", "LOC", "FAC")]
