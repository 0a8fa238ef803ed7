"""Noun phrases of people, read from tags and word lists rather than from the parse.

The small parser errs on headlines and lists; the words themselves are surer.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.figures import lexicon
from sourcebook.extract.parsed import Passage

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "NUM", "PUNCT", "PART", "VERB"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "IN", "CC", "WP", "WDT", "TO", "PRP"))
_CLOSING = _FINITE | {"VB", "DT", "PRP$", "RP", "EX"}
_MAX_MODIFIERS = 6
#: Quotation marks before what is counted: '40 "defenders of the town"'.
_OPENING = ('"', "“", "‘")
_CLOSING_MARKS = ('"', "”", "’")
_AGED = ("-year-old", "-month-old")


def noun_phrase(passage: Passage, position: int) -> list[Token]:
    """Return the tokens of the noun phrase that starts after the position, head last.

    Empty where no noun follows: "58 were killed", "20 dead".
    """
    text = passage.text
    at = position + len(text[position:]) - len(text[position:].lstrip(" "))
    quoted = at > position and text[at : at + 1] in _OPENING
    at += quoted
    start = (
        passage.doc.char_span(at, at + 1, alignment_mode="expand")
        if at < len(text)
        else None
    )
    if start is None or start[0].idx != at:
        return []
    found: list[Token] = []
    last = 0
    for token in passage.doc[start[0].i :]:
        if quoted and token.text in _CLOSING_MARKS and _goes_on(token):
            quoted = False
            continue
        kind = "modifier" if _joins(token, found) else _kind(token, found)
        if kind == "stop" or len(found) >= _MAX_MODIFIERS:
            break
        found.append(token)
        if kind == "head":
            last = len(found)
    return found[:last]


def _goes_on(token: Token) -> bool:
    """Whether a noun of people or deaths follows a closing mark: '12 "confirmed" deaths'."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    return is_people(after) or bool(lexicon.look_up(after.lower_, "counts"))


def _joins(token: Token, found: list[Token]) -> bool:
    """Whether "and" stands inside one noun phrase: "refugee and migrant deaths"."""
    if token.lower_ not in ("and", "or") or not found:
        return False
    if found[-1].tag_ not in ("NN", "JJ"):
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].tag_ not in ("NN", "JJ"):
        return False
    return bool(lexicon.look_up(after[1].lower_, "counts"))


def _kind(token: Token, found: list[Token]) -> Literal["head", "modifier", "stop"]:
    """Whether a token can be the head of a noun phrase, a modifier, or ends it."""
    if _of_takers(token):
        return "modifier"
    if token.lower_ in ("hostage", "captive", "prisoner") and found:
        return "stop" if is_people(found[-1]) else "head"
    if token.lower_ in ("others", "more") or is_people(token):
        return "head"
    if _would_be(token) or _in_age(token):
        return "modifier"
    if _ends(token) or (token.is_digit and not _is_age(token)):
        return "stop"
    if token.pos_ in ("NOUN", "PROPN"):
        return "stop" if token.ent_type_ in ("DATE", "TIME") else "head"
    return "modifier" if token.pos_ in _MODIFIERS else "stop"


def _of_takers(token: Token) -> bool:
    """Whether a token opens "hostage-takers", who are no hostages."""
    behind = token.doc[token.i : token.i + 3].text.lower()
    opened = behind.startswith(("hostage-taker", "hostage-holder"))
    return opened or (token.text == "-" and token.i > 0 and _of_takers(token.nbor(-1)))


def _would_be(token: Token) -> bool:
    """Whether a token belongs to "would-be robbers"."""
    if token.lower_ not in ("would", "-", "be"):
        return False
    around = token.doc[max(0, token.i - 2) : token.i + 3].text.lower()
    return "would-be" in around


def _in_age(token: Token) -> bool:
    """Whether a token belongs to "28-year-old"."""
    if not token.is_digit and token.lower_ not in ("-", "year", "month", "old"):
        return False
    return any(
        token.doc[at].is_digit and token.doc[at + 1 : at + 5].text in _AGED
        for at in range(max(0, token.i - 4), token.i + 1)
    )


def _is_age(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _ends(token: Token) -> bool:
    low = token.lower_
    if token.pos_ == "PUNCT":
        return low != "-" or bool(token.whitespace_)
    if low in lexicon.phrase_ends():
        return True
    harmful = lexicon.harm().get(low) and not lexicon.look_up(low, "counts")
    dead = low in ("dead", "wounded", "injured", "missing", "hurt")
    if (
        token.tag_ in _CLOSING
        or harmful
        or dead
        or token.pos_ in ("VERB", "NUM", "PART")
    ):
        return not _before_people(token)
    return False


def _before_people(token: Token) -> bool:
    """Whether a noun of people follows at once: "wounded young men"."""
    if token.tag_ in _FINITE:
        harmful = lexicon.look_up(token.lower_, "states", "transitive")
        followed = any(map(is_people, token.doc[token.i + 1 : token.i + 2]))
        return bool(harmful) and token.tag_ == "VBD" and followed
    for after in token.doc[token.i + 1 : token.i + 4]:
        if is_people(after):
            return True
        if after.pos_ == "NOUN" and lexicon.look_up(after.lower_, "counts"):
            return True
        if after.pos_ not in _MODIFIERS - {"PART"} or after.text == ",":
            return False
    return False


def is_people(token: Token) -> bool:
    """Whether a token is a known noun of people, or of a nationality in the plural."""
    low = token.lower_
    if low in lexicon.no_heads():
        return False
    if low in lexicon.people() or lexicon.are_men(low):
        return True
    if (
        low not in lexicon.nationalities()
        and low.removesuffix("s") not in lexicon.peoples()
    ):
        return False
    if low == "poles" and not token.text[:1].isupper():
        return False
    plural = low.endswith("s") and token.pos_ != "ADJ"
    return plural or _is_one_of_nation(token)


def _is_one_of_nation(token: Token) -> bool:
    """Whether a nationality heads "one Salvadoran", "another Briton"."""
    if token.i == 0:
        return False
    behind = token.doc[token.i + 1 : token.i + 3]
    if len(behind) == 2 and behind[0].lower_ == "and" and behind[1].pos_ == "NUM":
        return token.nbor(-1).pos_ == "NUM"
    if (
        token.i > 1
        and token.nbor(-1).pos_ == "ADJ"
        and token.nbor(-1).lower_ == "ethnic"
    ):
        return token.nbor(-2).lower_ in ("one", "1", "another", "other")
    if token.nbor(-1).lower_ not in ("one", "1", "another", "other"):
        return False
    after = token.nbor().pos_ if token.i + 1 < len(token.doc) else "PUNCT"
    return after not in ("NOUN", "PROPN", "ADJ")


def is_person(head: Token) -> bool:
    """Whether the head of a count surely names people."""
    return is_people(head) or head.lower_ in ("others", "more")


def is_thing(head: Token) -> bool:
    """Whether a noun surely counts no people."""
    low = head.lower_
    return low in lexicon.things() or low.endswith(lexicon.thing_suffixes())


def head_of(tokens: list[Token]) -> Token | None:
    """Return the noun that is counted: the last of people, unless a thing follows."""
    if not tokens:
        return None
    known = [t for t in tokens if is_people(t)]
    last = tokens[-1]
    if not known or last.lower_ in lexicon.things() or _is_count(last):
        return last
    several = last.tag_ in ("NNS", "NNPS") and known[-1].tag_ in ("NN", "NNP")
    return last if several and known[-1] is not last else known[-1]


def _is_count(token: Token) -> bool:
    return not is_people(token) and bool(lexicon.look_up(token.lower_, "counts"))


def state_in(tokens: list[Token], head: Token) -> str | None:
    """Return a harm word before the head: "wounded" in "three wounded men"."""
    for token in tokens:
        if _of_takers(token):
            continue
        if token is not head and lexicon.look_up(token.lower_, "states"):
            return str(token.lower_)
    return None


def population_of(head: Token, tokens: list[Token]) -> str:
    """Return the population that the words of a noun phrase name."""
    words = [str(t.lower_) for t in tokens]
    for pair in itertools.pairwise(words):
        if " ".join(pair) in lexicon.people():
            return lexicon.people()[" ".join(pair)]
    named = lexicon.people().get(head.lower_, "persons")
    for word in reversed(words) if named == "persons" else ():
        if word in lexicon.institutions():
            return named  # "German consulate staff" are of any nationality
        if word in lexicon.nationalities():
            return f"nationality:{lexicon.nationalities()[word]}"
        if word in ("civilian", "female"):
            return {"civilian": "civilians", "female": "women"}[word]
    return named
