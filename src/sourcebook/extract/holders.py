"""Who holds an office, and the letters of a body, where the report tells both.

"The Greek prime minister" is George Papandros where the same report says "Prime
Minister George Papandros"; a front told as "Free Valley Front (FVF)" is shown so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import entities
from sourcebook.extract.names import Names
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.schema.load import table
from sourcebook.schema.source_words import country_of

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

#: Words beside a person in which an office is looked for.
_NEAR = 9
#: A name of several words in a text that is not all capitals.
_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:[- ](?:(?:of|the|for|and|de|i|e|al)[- ])?[A-Z][a-z]+){2,6}"
)
_SPEAKS_FOR = re.compile(r"\bspokes|\bfor\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
#: What may be the letters of a body behind its name.
_LETTERS = re.compile(r"[(\[][^\W\d_-]{2,10}[)\]]")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words tell it: its head, which of that name, of what state or place."""

    head: str
    kinds: frozenset[str]
    state: str | None
    places: frozenset[str]

    def may_be(self, other: Office) -> bool:
        """Whether another's words may mean this one: what they leave out is no bar."""
        apart = (self.kinds ^ other.kinds) & frozenset(_rows()["apart"])
        nested = self.kinds <= other.kinds or other.kinds <= self.kinds
        states = {self.state, other.state} - {None}
        # "the Norvan president" beside "President Lee" may be two; two foreign ministers
        # without a country are seldom told
        of_one = len(states) < 2 and (
            bool(self.kinds) or other.state in (None, self.state)
        )
        here = not self.places or not other.places or bool(self.places & other.places)
        return self.head == other.head and nested and not apart and of_one and here


class Holders:
    """The offices and letters of one report."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._held = tuple(_held(parsed))

    def of(self, name: str) -> str:
        """Return the person who holds the office that a name tells, else the name.

        A body is returned with its letters, where the report tells them behind it.
        """
        office = office_in(name)
        if office is None:
            return self._with_letters(name)
        people = {who for held, who in self._held if held.may_be(office)}
        return people.pop() if len(people) == 1 else name

    def _with_letters(self, name: str) -> str:
        """A body's name with the letters told behind it; letters with the body's name."""
        if "(" in name or not name[:1].isupper():
            return name
        if name.isupper() and len(name.split()) == 1:
            full = self._bodies.get(name) or self._spelled(name)
            return f"{full} ({name})" if full else name
        if len(name.split()) < 2 or not self._tells_letters:
            return name
        behind = re.compile(
            r"\s+".join(map(re.escape, name.split()))
            + r"\s*[(\[]([^\W\d_-]{2,10})[)\]]",
            re.IGNORECASE,
        )
        found = behind.search(self._text) or behind.search(self._parsed.report.title)
        letters = found.group(1) if found else ""
        return f"{name} ({letters})" if letters.isupper() else name

    @cached_property
    def _tells_letters(self) -> bool:
        """Whether anything in title or text may be the letters of a body."""
        told = (self._text, self._parsed.report.title)
        return any(_LETTERS.search(characters) for characters in told)

    def _spelled(self, letters: str) -> str | None:
        """The name before its letters in brackets: "Workers' Party of Norland (PTN)"."""
        if len(letters) < 3:
            return None
        name = r"((?:[A-Z][\w'’-]+ (?:(?:of|for|the|de|and) ){0,2}){2,6})"
        found = re.search(name + r"[(\[]" + re.escape(letters) + r"[)\]]", self._text)
        told = " ".join(found[1].split()).removeprefix("The ") if found else ""
        if told.isupper():  # in capitals nothing tells where the name begins
            return None
        return told if told[:1] == letters[:1] or len(told.split()) > 2 else None

    @property
    def _text(self) -> str:
        return self._parsed.report.text.characters

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """Names in the text by their first letters, where one name alone has them."""
        found: dict[str, set[str]] = {}
        for name in _NAME.findall(self._text):
            told = " ".join(name.split()).removeprefix("The ")
            firsts = [w[0] for w in re.split(r"[\s-]+", told) if w[:1].isupper()]
            if len(firsts) > 2:
                found.setdefault("".join(firsts), set()).add(told)
        return {k: names.pop() for k, names in found.items() if len(names) == 1}


@lru_cache(maxsize=1)
def holders_of(parsed: Parsed) -> Holders:
    """Return the offices and letters of a report, found once."""
    return Holders(parsed)


def office_in(words: str) -> Office | None:
    """Return the office that words tell without a person's name, None where none.

    >>> office = office_in("Norwegian foreign minister")
    >>> office.head, sorted(office.kinds), office.state
    ('minister', ['foreign'], 'NO')
    """
    rows = _rows()
    written = [
        w.removesuffix("'s").removesuffix("’s").rstrip("'’.")
        for w in _WORD.findall(words)
    ]
    told = [w.lower() for w in written]
    end = told.index("of") if "of" in told[1:] else len(told)
    if not told or told[end - 1] not in rows["heads"]:
        return None
    kinds = frozenset(w for w in told if w in rows["kinds"])
    states = _states(words, told)
    known = frozenset(rows["kinds"] + rows["heads"] + rows["fill"])
    rest = [w for w in written if w.lower() not in known]
    if any(w[:1].islower() for w in rest):
        return None
    if told[end - 1] in rows["weak"] and not (kinds or rest):
        return None
    state = states.pop() if len(states) == 1 else None
    places = frozenset() if state else frozenset(w.lower() for w in rest)
    return Office(told[end - 1], kinds, state, places)


def _states(words: str, told: list[str]) -> set[str]:
    pairs = (f"{one} {two}" for one, two in pairwise(told))
    found = {country_of(w) for w in (words, *told, *pairs)}
    return {state for state in found if state is not None}


@cache
def _rows() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = table("acts")["offices"]
    return rows


def _held(parsed: Parsed) -> Iterator[tuple[Office, str]]:
    names = Names(parsed)
    for passage in parsed.passages:
        for entity in entities(passage.doc):
            if entity.label_ != "PERSON":
                continue
            who = names.fullest(
                passage.quote(entity).removesuffix("'s").removesuffix("’s")
            )
            if not who[:1].isupper():
                continue
            for words in _beside(passage, entity):
                office = None if _SPEAKS_FOR.search(words) else office_in(words)
                if office is not None:
                    yield office, who


def _beside(passage: Passage, entity: Tokens) -> Iterator[str]:
    """Words of an office before a name, or behind it between commas."""
    root: Token = entity.root
    first = max(root.left_edge.i, entity.start - _NEAR)
    before = passage.doc[first : entity.start].text
    yield before.rpartition(",")[2]
    start = max(root.sent.start, entity.start - _NEAR)
    near = [token.lower_ for token in passage.doc[start : entity.start]]
    if near[-1:] == [","] and "the" in near:
        behind = len(near) - near[::-1].index("the")
        if near[behind - 2 : behind - 1] not in (["for"], ["of"], ["to"]):
            yield passage.doc[start + behind : entity.start - 1].text
    for child in (*root.children, *([root.head] if root.dep_ == "appos" else [])):
        if child.pos_ not in ("NOUN", "PROPN") or entity.start <= child.i < entity.end:
            continue
        if child.dep_ == "appos" or child is root.head:
            left = child.left_edge.i
            right = min(child.right_edge.i + 1, child.i + _NEAR)
            if entity.start > child.i:
                right = min(right, entity.start)
            yield passage.doc[left:right].text.split(",")[0]
