"""Persons told by a noun: "a 16-year-old boy", "her cousin", "the driver"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.individuals import (
    AGED,
    DETERMINERS,
    OWNERS,
    REACH,
    is_minor,
    one_person,
    organisations,
)
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import population_of
from sourcebook.extract.parsed import Passage
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Doc, Token


_SUFFERED = re.compile(
    r"(?:,?\s*who\s+)?(?:was|has\s+been|had\s+been|is)\s+(?:\w+ly\s+|also\s+)?(?:killed|wounded|murdered"
    r"|assassinated|kidnapped|abducted|slain|executed|gunned|stabbed|hospitalized)\b"
)
#: "Shot dead intruder": the verb's word, not the noun's.
_KILLED_DEAD = frozenset(("shot", "shoot", "shoots", "shooting", "stabs", "stabbed"))
_POSSESSIVE = ("'s", "’s", "'", "’")
#: Adjectives that are nouns of one person where no noun follows.
_RANKS = frozenset(("general", "major", "private"))
_HARMING: tuple[lexicon.Construction, ...] = ("transitive", "states", "intransitive")
_ARTICLES = ("a", "an", "another", "the", "one")
#: "The British", "the Chinese" are many, "a Chinese" is one.
_OF_ALL = ("ish", "ch", "ese", "swiss")
_OF_ONE = frozenset(("male", "female", "adult", "minor", "senior"))


def described(passage: Passage, token: Token) -> Mention | None:
    """Return "a 16-year-old boy", "her cousin", "the driver"; bare in headlines."""
    if not _is_person_noun(token) or _in_compound(token):
        return None
    doc = passage.doc
    first = token.i
    while first > 0 and token.i - first < REACH and _modifies(doc[first - 1]):
        first -= 1
    words = list(doc[first : token.i + 1])
    opener = doc[first - 1].lower_ if first > 0 else ""
    if opener in _generic() or any(t.lower_ in _generic() for t in words):
        return None
    told = doc[first : token.i + 1].text
    population = population_of(token, words)
    if population == "persons" and is_minor(told):
        population = "children"
    if opener in DETERMINERS or opener in OWNERS:
        first -= 1
        first -= _is_one(doc, first)
    elif opener not in _POSSESSIVE and not _stands_bare(passage, token, first, told):
        opened = _behind_place(doc, first)
        if opened is None and not _beside_person(doc, first, token):
            return None
        first = first if opened is None else opened
    elif opener in _POSSESSIVE:
        first = _with_owner(doc, first)
    start, end = doc[first].idx, _end_of(token)
    return one_person(passage, start, end, token, population)


def _is_one(doc: Doc, first: int) -> bool:
    """Whether "one" stands before the phrase: "twelve people, one a child, died"."""
    return (
        first > 1
        and doc[first].lower_ in ("a", "an", "the")
        and doc[first - 1].lower_ == "one"
        and doc[first - 2].text in (",", "(", "-", "–", "—", "--", ";", "and")
    )


def _end_of(token: Token) -> int:
    """Return where the noun ends: "brother" with its "-in-law"."""
    last = token.doc[token.i + 4] if _is_in_law(token) else token
    last = token.doc[token.i + 2] if _is_elected(token) or _passes_by(token) else last
    return last.idx + len(last)


def _is_elected(token: Token) -> bool:
    """Whether "-elect" or "-designate" follows."""
    return token.doc[token.i + 1 : token.i + 3].text in ("-elect", "-designate")


def _passes_by(token: Token) -> bool:
    """Whether "-by" of "passer-by" follows."""
    return token.doc[token.i + 1 : token.i + 3].text == "-by"


def _is_in_law(token: Token) -> bool:
    """Whether "-in-law" follows."""
    return token.doc[token.i + 1 : token.i + 5].text == "-in-law"


def _beside_person(doc: Doc, first: int, token: Token) -> bool:
    """Whether an article is shared: "his mother and girlfriend"."""
    if first < 2 or doc[first - 1].lower_ != "and":
        return False
    both = token.i + 1 < len(doc) and token.nbor().lower_ in ("were", "have", "are")
    if both and doc[first - 2].lower_ in lexicon.singular_people():
        return True
    if token.dep_ != "conj":
        return False
    beside = token.head
    owned = any(
        c.lower_ in DETERMINERS or c.lower_ in OWNERS or c.dep_ == "poss"
        for c in beside.children
    )
    return owned and beside.lower_ in lexicon.singular_people()


def _with_owner(doc: Doc, first: int) -> int:
    """Return where "the ship's cook" starts; a person's own name stays apart."""
    at = first - 2
    while at > 0 and doc[at].pos_ == "NOUN" and doc[at - 1].pos_ in ("NOUN", "ADJ"):
        at -= 1
    owner = doc[first - 2] if first > 1 else doc[first]
    if owner.pos_ != "NOUN" or owner.lower_ in lexicon.singular_people():
        return first
    if at > 0 and (doc[at - 1].lower_ in DETERMINERS or doc[at - 1].lower_ in OWNERS):
        return at - 1
    return first


def _behind_place(doc: Doc, first: int) -> int | None:
    """Return where "a Springfield, Ohio, teen" starts; None without an article."""
    at = first
    while at > 0 and first - at < REACH:
        at -= 1
        if doc[at].lower_ in ("a", "an", "the"):
            return at if any(t.text == "," for t in doc[at:first]) else None
        if doc[at].pos_ != "PROPN" and doc[at].text != ",":
            return None
    return None


def _is_person_noun(token: Token) -> bool:
    if token.lower_ not in lexicon.singular_people() and not lexicon.is_man(token.text):
        return _is_harmed(token) or is_of_nation(token)
    if token.lower_ in _adjectives() and not _is_noun_here(token):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "INTJ")


def _is_harmed(token: Token) -> bool:
    """Whether what is said of an unknown noun is said of persons only."""
    if token.tag_ != "NN" or token.i == 0 or lexicon.harm().get(token.lower_):
        return False
    if token.lower_ in lexicon.things() or token.lower_.endswith(
        lexicon.thing_suffixes()
    ):
        return False
    opened = any(t.lower_ in ("a", "an", "another", "whose") for t in token.lefts)
    after = token.doc[token.i + 1 : token.i + 7].text
    return opened and _SUFFERED.match(after) is not None


def is_of_nation(token: Token) -> bool:
    """Whether a nationality names one person: "a South Korean was", "the Dane"."""
    if not token.text[:1].isupper() or _is_plural(token):
        return False
    pair = f"{token.nbor(-1).lower_ if token.i else ''} {token.lower_}"
    if not {token.lower_, pair} & lexicon.peoples():
        return False
    first = token.i - (pair in lexicon.peoples())
    opener = token.doc[first - 1] if first else token
    ordinal = opener.ent_type_ == "ORDINAL" or opener.lower_ in ("second", "third")
    opener = opener.nbor(-1) if ordinal and opener.i else opener
    known = ("a", "an", "another") if token.lower_.endswith(_OF_ALL) else _ARTICLES
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    ends = behind is None or (
        behind.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X")
        and behind.text not in ("-", "–", "/", "'s", "’s")
    )
    if first <= token.sent.start or opener.text == ",":
        harmed = behind is not None and lexicon.look_up(behind.lower_, *_HARMING)
        return ends and bool(harmed)
    done = lexicon.look_up(opener.lower_, "transitive", "states")
    return ends and (opener.lower_ in known or bool(done))


def _is_plural(token: Token) -> bool:
    """Whether a nationality names several: "the Palestinians", not "the Swiss"."""
    low = token.lower_
    return low.endswith("s") and low.removesuffix("s") in lexicon.peoples()


def _is_noun_here(token: Token) -> bool:
    """Whether "male", "adult" head a phrase: after an article or age, before a verb."""
    if token.lower_ in _RANKS:
        behind = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
        return token.pos_ == "NOUN" and behind not in ("NOUN", "PROPN", "ADJ", "NUM")
    if token.lower_ not in _OF_ONE:
        return False
    if token.i == 0:
        harmed = token.i + 1 < len(token.doc) and token.nbor().tag_ in ("VBN", "VBD")
        return harmed or token.nbor().lower_ in ("shot", "dead", "dies", "killed")
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    before = token.nbor(-1)
    told = before.lower_ in DETERMINERS or before.lower_ == "old"
    told = told or before.lower_ in (
        "black",
        "white",
        "adult",
        "male",
        "female",
        "hispanic",
        "juvenile",
    )
    if after in ("NOUN", "PROPN", "ADJ") and token.nbor().lower_ != "suffering":
        return False
    return told


@cache
def _generic() -> frozenset[str]:
    return frozenset(table("populations")["generic"]["words"])


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(table("populations")["adjectives"]["words"])


def _in_compound(token: Token) -> bool:
    """Whether a noun of people only modifies the next word ("driver side")."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    if _is_in_law(token) or _is_elected(token) or _passes_by(token):
        return False
    if (after.text == "-" and not token.whitespace_) or (
        after.lower_ in lexicon.people() and after.lower_ != "other"
    ):
        return True
    return (
        after.pos_ == "NOUN"
        and not lexicon.harm().get(after.lower_)
        and after.lower_ in lexicon.things()
        and after.dep_ != "nsubj"
    ) or (
        after.pos_ in ("NOUN", "PROPN")
        and after.ent_type_ not in ("DATE", "TIME")
        and after.lower_ in organisations()
        and not after.lower_.endswith("ly")
    )


def _stands_bare(passage: Passage, token: Token, first: int, told: str) -> bool:
    """Whether a singular noun may stand without an article: headlines, "mother of two"."""
    if is_headline(passage) or AGED.search(told.lower()):
        return True
    if passage.doc[first].is_sent_start:
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        return first != token.i or (after is not None and after.text == ",")
    return False


def _modifies(token: Token) -> bool:
    if token.lower_ in OWNERS or token.lower_ in DETERMINERS:
        return False
    if token.lower_ == "dead" and token.i and token.nbor(-1).lower_ in _KILLED_DEAD:
        return False
    if token.pos_ in ("ADJ", "NUM", "NOUN", "PROPN") or token.text == "-":
        return True
    opened = token.i > 0 and token.nbor(-1).lower_ in ("a", "an", "the")
    return token.tag_ in ("VBN", "VBG") and (token.dep_ == "amod" or opened)
