"""Single persons: noun phrases that name or describe one individual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.mentions import Mention, is_people, population_of
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span
from sourcebook.text.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGED = re.compile(
    r"\b(?:an?|the|another|his|her|their|whose)\s+(?:[a-z-]+\s+){0,2}?(?P<age>(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[-\s](?:year|month|week|day)[-\s]old)\b(?=\s*(?:[,.;:'’]|$|\s(?:was|were|is|has|had|who|in|from|and|at|on|with|died|dies|dead|shot|killed|injured|wounded|accidentally|fatally|to)\b))",
    re.I,
)
_GENERIC = {"every", "each", "any", "no", "either", "neither", "what", "which", "whatever", "many", "such", "most", "all", "some", "both", "these", "those", "few", "several"}
_DETERMINERS = {"a", "an", "the", "another", "this", "that", "one"}
_OWNERS = {"his", "her", "their", "my", "our", "your", "its", "whose"}
_BODY = re.compile(r"\b(?P<body>(?:an?|the|another)\s+(?:[a-z-]+\s+){0,2}?(?:body|corpse))\b(?!\s+of\b|\s+(?:camera|armor|armour|cam|parts?|shop|language|bag|weight)\b)", re.I)
_KIN_LIMIT = 7


def find_persons(passage: Passage) -> list[Mention]:
    """Return the phrases of a passage that stand for one person, in order."""
    doc = passage.doc
    found: list[Mention] = []
    taken = -1
    for token in doc:
        if token.i <= taken:
            continue
        mention = _named(passage, token) or _described(passage, token)
        if mention is not None:
            found.append(mention)
            taken = mention.head.i if mention.head is not None else taken
    for match in _AGED.finditer(doc.text):
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            tokens = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if tokens is not None:
                found.append(_one(passage, match.start(), match.end(), tokens[-1], _age_population(match.group("age"))))
    found.extend(_bodies(passage))
    return sorted(found, key=lambda m: m.start)


def _bodies(passage: Passage) -> Iterator[Mention]:
    for match in _BODY.finditer(passage.doc.text):
        tokens = passage.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if tokens is not None:
            yield _one(passage, match.start(), match.end(), tokens[-1], "persons")


def _one(passage: Passage, start: int, end: int, head: Token, population: str) -> Mention:
    span = Span(start=start, end=end)
    number = Number(span=span, bare=span, comparator="eq", value=1, low=1, high=1)
    return Mention(
        passage=passage,
        number=number,
        start=start,
        end=end,
        head=head,
        person=True,
        population=population,
        state=_state_before(passage, start, head),
        single=True,
    )


def _state_before(passage: Passage, start: int, head: Token) -> str | None:
    for token in passage.doc[: head.i][-_KIN_LIMIT:]:
        if token.idx >= start and lexicon.look_up(token.lower_, "states"):
            return token.lower_
    return None


def _age_population(age: str) -> str:
    match = re.match(r"(\d+)-(\w+)", age)
    if match and (match.group(2) != "year" or int(match.group(1)) < 18):
        return "children"
    return "persons"


def _named(passage: Passage, token: Token) -> Mention | None:
    """Return a person's name that starts at the token, with a title before it."""
    if token.pos_ != "PROPN" and token.ent_type_ != "PERSON":
        return None
    if token.ent_type_ != "PERSON" or token.ent_iob_ != "B":
        return None
    doc = passage.doc
    last = token.i
    while last + 1 < len(doc) and doc[last + 1].ent_type_ == "PERSON" and doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > token.i and (doc[last].lower_ in ("'s", "’s", "'", "’", "jr", "jr.") or not doc[last].text[0].isupper()):
        last -= 1
    if not any(c.isupper() for c in doc[last].text) or len(doc[last]) < 2:
        return None
    if doc[last].lower_ in lexicon.nationalities() or lexicon.harm().get(doc[last].lower_):
        return None
    first, population = token.i, "persons"
    while first > 0 and token.i - first < 4 and _is_title(doc[first - 1]):
        first -= 1
        if is_people(doc[first]):
            population = population_of(doc[first], [])
    if first > 0 and doc[first - 1].lower_ in ("a", "an", "the", *_OWNERS) and first < token.i:
        first -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return _one(passage, start, end, doc[last], population)


def _is_title(token: Token) -> bool:
    return token.lower_ in lexicon.singular_people() or (token.pos_ in ("ADJ", "PROPN") and token.is_title and token.ent_type_ in ("", "NORP") and token.i > token.sent.start) or (token.pos_ == "ADJ" and token.lower_ not in ("dead",))


def _described(passage: Passage, token: Token) -> Mention | None:
    """Return "a 16-year-old boy", "her cousin", "the driver"; bare in headlines."""
    low = token.lower_
    if low not in lexicon.singular_people() or low in ("other", "white", "black", "life", "soul", "human", "senior"):
        return None
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    doc = passage.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and after.lower_ in lexicon.singular_people() and after.pos_ in ("NOUN", "PROPN"):
        return None
    if after is not None and (after.lower_ in lexicon.people() and after.lower_ not in ("other",) or after.text == "-" or after.lower_ in ("vehicle", "car", "rights", "union", "station", "department", "vest", "belt", "home", "house")):
        return None
    first = token.i
    while first > 0 and token.i - first < _KIN_LIMIT and _modifies(doc[first - 1]):
        first -= 1
    opener = doc[first - 1].lower_ if first > 0 else ""
    words = list(doc[first : token.i + 1])
    population = population_of(token, words)
    aged = re.search(r"\b(\d+)[- ](year|month|week|day)[- ]old", doc[first : token.i + 1].text.lower())
    if population == "persons" and aged and (aged.group(2) != "year" or int(aged.group(1)) < 18):
        population = "children"
    if opener in _GENERIC or any(t.lower_ in _GENERIC for t in words):
        return None
    if opener in _DETERMINERS or opener in _OWNERS:
        first -= 1
    elif opener in ("'s", "’s"):
        pass
    elif passage.field != "title" and not (first == token.sent.start and first != token.i) and not aged:
        if not (after is not None and after.text == "," and token.i == token.sent.start):
            return None
    start, end = doc[first].idx, token.idx + len(token)
    return _one(passage, start, end, token, population)


def _modifies(token: Token) -> bool:
    if token.lower_ in _OWNERS or token.lower_ in _DETERMINERS:
        return False
    if token.pos_ in ("ADJ", "NUM", "NOUN", "PROPN") or token.text == "-":
        return True
    return token.tag_ in ("VBN", "VBG") and bool(token.dep_ == "amod")
