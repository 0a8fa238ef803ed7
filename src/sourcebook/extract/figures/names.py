"""Persons told by name, with the title and the age before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.individuals import OWNERS, one_person, organisations
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people, population_of
from sourcebook.extract.parsed import Passage
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


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
#: What follows a person's name only: "who", an age.
_TOLD_AS_PERSON = re.compile(
    r"\s*,\s*(?:who\b|whose\b|(?:aged?\s+)?\d{1,2}\s*(?:[,;.]|$))", re.I
)
_STREETS = ("st", "st.", "ave", "ave.", "blvd", "blvd.", "rd", "rd.", "dr.", "ln.")
_ANIMAL = re.compile(r"K-?9s?\b", re.I)
#: 'James "J.R." Vale': the name goes on behind what he is called.
_CALLED = re.compile(r"\s+[\"“'‘(][\w.\s-]{1,18}[\"”'’)]\s+(?=(?P<on>[A-Z][\w'’-]+))")
_SPORT = frozenset(("mma", "ufc", "cage", "prize", "bull", "fire", "kickbox", "street"))
_INITIAL = re.compile(r"[A-Z]\.?")


def named(passage: Passage, token: Token, names: frozenset[str]) -> Mention | None:
    """Return a person's name that starts at the token, with a title before it."""
    if not _is_name(token, names, passage.field):
        return None
    doc = passage.doc
    last = token.i
    while last + 1 < len(doc) and last - token.i < 5:
        if not (_goes_on(doc[last + 1], names) or _is_particle(doc[last + 1])):
            break
        last += 1
    last = _behind_nickname(passage, last)
    if doc[last].text.strip("'’s") == "" or len(doc[last]) < 2:
        return None
    if doc[last].lower_ in _STREETS and last > token.i:
        return None
    if any(
        doc[i].lower_ in organisations()
        for i in range(token.i, min(last + 3, len(doc)))
        if i <= last or doc[last + 1].text in ("'s", "’s")
    ):
        return None
    if any(is_people(t) for t in doc[token.i : last + 1] if t.ent_type_ != "PERSON"):
        return None
    if any(
        doc[first : last + 1].text.lower() in lexicon.nationalities()
        for first in (token.i, max(0, token.i - 1))
    ):
        return None
    if last + 1 < len(doc) and doc[last + 1].pos_ == "NOUN" and doc[last + 1].is_lower:
        return None
    first, population = token.i, "persons"
    while first > 0 and token.i - first < 4 and _is_title(doc[first - 1]):
        first -= 1
        if is_people(doc[first]) and doc[max(0, first - 1)].lower_ not in _SPORT:
            population = population_of(doc[first], [])
    first = _with_age(doc[first], token)
    if (
        first < token.i
        and first > 0
        and doc[first - 1].lower_ in ("a", "an", "the", *OWNERS)
    ):
        first -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    if passage.text[max(0, start - 1) : start] in ("[", "(") and (
        passage.text[end : end + 1] in ("]", ")") and first == last
    ):
        return None
    known = any(
        t.ent_type_ == "PERSON" or t.text in names for t in doc[token.i : last + 1]
    )
    plain = all(t.ent_type_ == "" for t in doc[token.i : last + 1])
    known = known or (plain and last - token.i in (1, 2))
    known = known or any(
        is_people(t) or t.lower_ == "old" for t in doc[first : token.i]
    )
    known = known or _TOLD_AS_PERSON.match(passage.text, end) is not None
    return one_person(passage, start, end, doc[last], population, known=known)


def _behind_nickname(passage: Passage, last: int) -> int:
    """Return the last token of a name with what he is called inside it."""
    token = passage.doc[last]
    match = _CALLED.match(passage.text, token.idx + len(token))
    if match is None or (token.ent_type_ != "PERSON" and token.pos_ != "PROPN"):
        return last
    on = passage.doc.char_span(*match.span("on"), alignment_mode="expand")
    return last if on is None or lexicon.harm().get(on[0].lower_) else on[-1].i


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
    if lexicon.harm().get(token.lower_) or token.lower_ in organisations():
        return False
    if token.lower_ == "self" or _ANIMAL.match(token.text):
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
    if token.ent_type_ in _NO_NAMES:
        return False
    if token.text in names and token.pos_ in ("PROPN", "NOUN"):
        return True
    return token.pos_ == "PROPN" and (
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


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("populations")["particles"]["words"])


def _is_particle(token: Token) -> bool:
    """Whether a small word stands inside a name: "Luis del Rio"."""
    if token.text not in _particles():
        return False
    behind = token.doc[token.i + 1 : token.i + 3]
    named = [t for t in behind if t.text not in _particles()]
    return bool(named) and named[0].is_title and named[0].pos_ == "PROPN"


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
