"""Single persons: noun phrases that name or describe one individual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import (
    head_of,
    is_people,
    noun_phrase,
    population_of,
)
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.text.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGED = re.compile(
    r"(?:\b(?:an?|the|another|his|her|their|whose)\s+(?:[a-z-]+\s+){0,2}?|(?P<bare>\b))"
    r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[-\s](?:year|month|week|day)[-\s]old\b",
    re.I,
)
_BODY = re.compile(
    r"(?<!\bto\s)(?<!\bin\s)(?<!\bof\s)\b(?P<body>(?:an?|the|another)\s+"
    r"(?:(?!upper\b|lower\b|human\b|student\b|governing\b|whole\b|entire\b|legislative\b)[a-z-]+\s+){0,2}?(?:body|corpse))\b"
    r"(?!\s+of\b|\s+(?:cameras?|armor|armour|cams?|parts?|shop|language|bag|weight)\b)",
    re.I,
)
#: "One dead, another wounded": a person told by one word.
_ANOTHER = re.compile(
    r"(?<!one\s)(?<!after\s)\banother(?=\s+(?:was\s+|is\s+|critically\s+|seriously\s+|badly\s+|has\s+been\s+)*"
    r"(?:wounded|injured|hurt|killed|dead|died|hospitalized|in\s+critical|shot|missing)\b)",
    re.I,
)
_MINOR = re.compile(r"\b(\d+)[- ](year|month|week|day)[- ]old")
_DETERMINERS = frozenset(("a", "an", "the", "another", "this", "that", "one"))
_OWNERS = frozenset(("his", "her", "their", "my", "our", "your", "its", "whose"))
_NO_NAMES = frozenset(
    (
        "LOC",
        "NORP",
        "DATE",
        "TIME",
        "MONEY",
        "LANGUAGE",
        "EVENT",
        "LAW",
        "CARDINAL",
        "ORDINAL",
        "QUANTITY",
        "PERCENT",
    )
)
_INITIAL = re.compile(r"[A-Z]\.?")
_REACH = 7
#: Adjectives that are nouns of one person where no noun follows.
_OF_ONE = frozenset(("male", "female", "adult", "minor", "senior"))


def known_names(passages: Iterable[Passage]) -> frozenset[str]:
    """Return the words that stand in persons' names anywhere in a report."""
    found: set[str] = set()
    for passage in passages:
        for entity in passage.doc.ents:
            if entity.label_ == "PERSON":
                found.update(t.text for t in entity if len(t) > 2 and t.is_title)
    return frozenset(found)


def find_persons(passage: Passage, names: frozenset[str]) -> list[Mention]:
    """Return the phrases of a passage that stand for one person, in order.

    ``names`` are words of persons' names known from the whole report.
    """
    found: list[Mention] = []
    taken = -1
    for token in passage.doc:
        if token.i <= taken:
            continue
        mention = _named(passage, token, names) or _described(passage, token)
        if mention is not None and mention.head is not None:
            found.append(mention)
            taken = mention.head.i
    text = passage.text
    for match in [
        *_aged(passage),
        *_BODY.finditer(text),
        *_ANOTHER.finditer(text),
    ]:
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            found.extend(_matched(passage, match))
    return sorted(found, key=lambda m: m.start)


def _aged(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield "a 13-year-old" where no noun of people follows; bare in headlines."""
    for match in _AGED.finditer(passage.text):
        if match.group("bare") is None or match.group()[0].isdigit():
            followed = head_of(noun_phrase(passage, match.end()))
            if followed is None or not is_people(followed):
                yield match


def _matched(passage: Passage, match: re.Match[str]) -> Iterator[Mention]:
    tokens = passage.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if tokens is not None:
        population = "children" if _is_minor(match.group()) else "persons"
        yield one_person(passage, match.start(), match.end(), tokens[-1], population)


def _is_minor(words: str) -> bool:
    aged = _MINOR.search(words.lower())
    return aged is not None and (aged.group(2) != "year" or int(aged.group(1)) < 18)


def one_person(
    passage: Passage,
    start: int,
    end: int,
    head: Token,
    population: str,
    *,
    known: bool = True,
) -> Mention:
    """Return the mention of one person told without a number."""
    span = Span(start=start, end=end)
    number = Number(span=span, bare=span, comparator="eq", value=1, low=1, high=1)
    return Mention(
        passage=passage,
        number=number,
        start=start,
        end=end,
        head=head,
        person=known,
        population=population,
        state=_state(passage, start, head),
        single=True,
    )


def _state(passage: Passage, start: int, head: Token) -> str | None:
    for token in passage.doc[max(0, head.i - _REACH) : head.i]:
        if token.idx >= start and lexicon.look_up(token.lower_, "states"):
            return token.lower_
    return None


def _named(passage: Passage, token: Token, names: frozenset[str]) -> Mention | None:
    """Return a person's name that starts at the token, with a title before it."""
    if not _is_name(token, names, passage.field):
        return None
    doc = passage.doc
    last = token.i
    while last + 1 < len(doc) and last - token.i < 4 and _goes_on(doc[last + 1], names):
        last += 1
    if doc[last].text.strip("'’s") == "" or len(doc[last]) < 2:
        return None
    if any(
        doc[i].lower_ in _organisations()
        for i in range(token.i, min(last + 3, len(doc)))
        if i <= last or doc[last + 1].text in ("'s", "’s")
    ):
        return None
    if any(is_people(t) for t in doc[token.i : last + 1] if t.ent_type_ != "PERSON"):
        return None
    if last + 1 < len(doc) and doc[last + 1].pos_ == "NOUN" and doc[last + 1].is_lower:
        return None
    first, population = token.i, "persons"
    while first > 0 and token.i - first < 4 and _is_title(doc[first - 1]):
        first -= 1
        if is_people(doc[first]):
            population = population_of(doc[first], [])
    first = _with_age(doc[first], token)
    if (
        first < token.i
        and first > 0
        and doc[first - 1].lower_ in ("a", "an", "the", *_OWNERS)
    ):
        first -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    known = any(
        t.ent_type_ == "PERSON" or t.text in names for t in doc[token.i : last + 1]
    )
    plain = all(t.ent_type_ == "" for t in doc[token.i : last + 1])
    known = known or (plain and last - token.i in (1, 2))
    known = known or any(is_people(t) for t in doc[first : token.i])
    return one_person(passage, start, end, doc[last], population, known=known)


def _with_age(first: Token, name: Token) -> int:
    """Return where "28-year-old John Smith" or a double name starts."""
    doc, start = first.doc, first.i
    if first.lower_ == "old" and start >= 4 and doc[start - 2].lower_ == "year":
        return start - 4
    while (
        start >= 2
        and start > name.i - 4
        and doc[start - 1].text == "-"
        and doc[start - 2].text[:1].isupper()
    ):
        start -= 2
    return start


def _is_name(token: Token, names: frozenset[str], field: str) -> bool:
    if not token.text[:1].isupper() or token.lower_ in lexicon.nationalities():
        return False
    if lexicon.harm().get(token.lower_) or token.lower_ in _organisations():
        return False
    if token.lower_ in lexicon.people():
        return (
            token.ent_type_ == "PERSON"
            and field == "text"
            and not token.is_sent_start
            and token.text in names
        )
    if token.ent_type_ == "PERSON":
        return True
    if token.ent_type_ in _NO_NAMES or token.pos_ != "PROPN":
        return False
    return token.text in names or (
        field == "text"
        and token.ent_type_ in ("", "FAC", "WORK_OF_ART", "PRODUCT", "GPE", "ORG")
        and token.is_title
        and len(token) > 2
    )


def _goes_on(token: Token, names: frozenset[str]) -> bool:
    if lexicon.harm().get(token.lower_) or not token.text[:1].isupper():
        return False
    if _INITIAL.fullmatch(token.text) or (
        token.i and _INITIAL.fullmatch(token.nbor(-1).text)
    ):
        return True
    return (
        (token.ent_type_ == "PERSON" and token.ent_iob_ == "I")
        or token.text in names
        or (
            token.pos_ == "PROPN"
            and token.ent_type_ not in _NO_NAMES
            and token.ent_iob_ != "B"
        )
    )


def _organisations() -> frozenset[str]:
    return frozenset(table("populations")["organisations"]["words"])


def _is_title(token: Token) -> bool:
    if token.lower_ in lexicon.singular_people():
        return True
    if token.pos_ == "ADJ":
        return not lexicon.look_up(token.lower_, "states") or token.lower_ == "slain"
    return (
        token.pos_ == "PROPN"
        and token.is_title
        and token.ent_type_ in ("", "NORP")
        and not token.is_sent_start
    )


def _described(passage: Passage, token: Token) -> Mention | None:
    """Return "a 16-year-old boy", "her cousin", "the driver"; bare in headlines."""
    if not _is_person_noun(token) or _in_compound(token):
        return None
    doc = passage.doc
    first = token.i
    while first > 0 and token.i - first < _REACH and _modifies(doc[first - 1]):
        first -= 1
    words = list(doc[first : token.i + 1])
    opener = doc[first - 1].lower_ if first > 0 else ""
    if opener in _generic() or any(t.lower_ in _generic() for t in words):
        return None
    told = doc[first : token.i + 1].text
    population = population_of(token, words)
    if population == "persons" and _is_minor(told):
        population = "children"
    if opener in _DETERMINERS or opener in _OWNERS:
        first -= 1
    elif opener not in ("'s", "’s") and not _stands_bare(passage, token, first, told):
        return None
    start, end = doc[first].idx, token.idx + len(token)
    return one_person(passage, start, end, token, population)


def _is_person_noun(token: Token) -> bool:
    if token.lower_ not in lexicon.singular_people():
        return False
    if token.lower_ in _adjectives() and not _is_noun_here(token):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "INTJ")


def _is_noun_here(token: Token) -> bool:
    """Whether "male", "adult" head a phrase: after an article or age, before a verb."""
    if token.lower_ not in _OF_ONE or token.i == 0:
        return False
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    before = token.nbor(-1)
    told = before.lower_ in _DETERMINERS or before.lower_ == "old"
    told = told or before.lower_ in ("black", "white", "adult", "hispanic", "juvenile")
    return told and after not in ("NOUN", "PROPN", "ADJ")


def _generic() -> frozenset[str]:
    return frozenset(table("populations")["generic"]["words"])


def _adjectives() -> frozenset[str]:
    return frozenset(table("populations")["adjectives"]["words"])


def _in_compound(token: Token) -> bool:
    """Whether a noun of people only modifies the next word ("driver side")."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if after.text == "-" or (
        after.lower_ in lexicon.people() and after.lower_ != "other"
    ):
        return True
    return (
        after.pos_ == "NOUN"
        and after.lower_ in lexicon.things()
        and after.dep_ != "nsubj"
    ) or (after.pos_ in ("NOUN", "PROPN") and after.lower_ in _organisations())


def _stands_bare(passage: Passage, token: Token, first: int, told: str) -> bool:
    """Whether a singular noun may stand without an article: headlines, "mother of two"."""
    if passage.field == "title" or _MINOR.search(told.lower()):
        return True
    if passage.doc[first].is_sent_start:
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        return first != token.i or (after is not None and after.text == ",")
    return False


def _modifies(token: Token) -> bool:
    if token.lower_ in _OWNERS or token.lower_ in _DETERMINERS:
        return False
    if token.pos_ in ("ADJ", "NUM", "NOUN", "PROPN") or token.text == "-":
        return True
    return token.tag_ in ("VBN", "VBG") and bool(token.dep_ == "amod")
