"""What one mention of a person tells: name, age, sex, fate (NUM-20)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.figures.lexicon import people
from sourcebook.extract.scope.fates import Fate, fate_of
from sourcebook.extract.scope.lexicon import pattern, words
from sourcebook.extract.scope.told import Told

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

AGE = re.compile(r"\b(\d{1,3})[- ]?years?[- ]old\b|,\s*(\d{1,3})$")
AGE_AFTER = re.compile(
    r"\s*,\s*(?:also |aged? )?(\d{1,3})\b(?=[,.]|$|\s+(?:of|was|is|from|who|died|and)\b)"
)
MONTHS_OLD = re.compile(r"\b(?:months?|weeks?|days?)[- ]old\b")
#: Ages below which all are children, and from which none are.
CHILD = 13
GROWN = 20
#: Years by which two reports of one person's age may differ.
SLIP = 1
WORD = re.compile(r"[a-z][a-z'’-]*")
#: Places that the parse takes for a name.
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Names that are no person's.
GROUPS = PLACES | {"NORP", "ORG"}


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one person from another.

    ``young`` is true for children, false for grown people, None where not told.
    ``nouns`` are what the person is called, without words that fit anybody.
    """

    names: frozenset[str]
    age: int | None
    gender: str | None
    apart: bool
    young: bool | None = None
    nouns: frozenset[str] = frozenset()
    fate: Fate | None = None

    @property
    def telling(self) -> int:
        """How much is told: sex and age before a name, a name before nothing."""
        described = self.gender is not None or self.young is not None
        return 2 * described + bool(self.names)

    def clashes(self, other: Person) -> bool:
        """Whether the two cannot be one person."""
        if self.names and other.names and not self.names & other.names:
            return True
        if self.age and other.age and abs(self.age - other.age) > SLIP:
            return True
        if {self.young, other.young} == {True, False}:
            return True
        if self.parted(other) and self._is_called_unlike(other):
            return True
        return bool(self.gender and other.gender and self.gender != other.gender)

    def _is_called_unlike(self, other: Person) -> bool:
        """Whether both are called something, and not the same."""
        if self.names & other.names or not (self.nouns and other.nouns):
            return False
        return not self.nouns & other.nouns

    def parted(self, other: Person) -> bool:
        """Whether the one is told as dead and the other as alive."""
        return {self.fate, other.fate} == {"dead", "alive"}

    def joined(self, other: Person) -> Person:
        """Return what both mentions tell."""
        return Person(
            self.names | other.names,
            self.age or other.age,
            self.gender or other.gender,
            apart=False,
            young=other.young if self.young is None else self.young,
            nouns=self.nouns | other.nouns,
            fate="dead"
            if "dead" in (self.fate, other.fate)
            else self.fate or other.fate,
        )


def person_in(told: Told) -> Person:
    """Read name, age and gender out of a mention and its closest words."""
    quote = told.clause.quote
    age = AGE.search(quote) or AGE_AFTER.match(told.clause.after)
    years = int(next(filter(None, age.groups()))) if age else None
    return Person(
        names=_names(told),
        age=years,
        gender=_gender(quote),
        apart=_is_told_apart(told),
        young=_young(quote, years),
        nouns=_nouns(told),
        fate=fate_of(told),
    )


def _nouns(told: Told) -> frozenset[str]:
    """What the person is called that does not fit anybody."""
    tokens = told.draft.passage.tokens(told.span) or ()
    return frozenset(
        token.lemma_.lower()
        for token in tokens
        if token.pos_ == "NOUN" and token.lower_ in people()
    ) - words("fates", "anybody")


def _is_told_apart(told: Told) -> bool:
    """Whether "another man" is beside a victim: not where a man shot another."""
    if not pattern("parts", "apart", "patterns").search(told.clause.quote):
        return False
    tokens = told.draft.passage.tokens(told.span)
    return tokens is None or not _is_hit_by_first(tokens.root)


def _is_hit_by_first(noun: Token) -> bool:
    """Whether the person before "another" is who hit this one, or no one in person."""
    if noun.dep_ == "dobj":
        beside = [verb for verb in noun.head.conjuncts if verb.i < noun.i]
        if any(c.dep_ == "dobj" for verb in beside for c in verb.children):
            return False  # "killing one man and wounding another"
        return noun.head.lemma_.lower() in words("doers", "hits")
    return noun.dep_ == "pobj" and noun.lower_ == "another"


def _names(told: Told) -> frozenset[str]:
    """Names of persons, but not of the town in "the Norwood boy"."""
    tokens = told.draft.passage.tokens(told.span)
    if tokens is None:
        return frozenset()
    if all(_is_name(token) for token in tokens):
        return frozenset(token.lower_ for token in tokens if len(token) > 2)
    names: set[str] = set()
    pending: set[str] = set()
    for token in tokens:
        if token.pos_ == "PROPN" and len(token) > 2:
            pending |= {token.lower_} if token.ent_type_ == "PERSON" else set()
        else:
            names |= pending if token.pos_ != "NOUN" else set()
            pending = set()
    return frozenset(names | pending)


def _is_name(token: Token) -> bool:
    if token.pos_ != "PROPN" or token.ent_type_ in GROUPS:
        return False
    return token.is_title and token.lower_ not in people()


def _gender(quote: str) -> str | None:
    found = [w for w in WORD.findall(quote) if w not in words("gender", "possessive")]
    for gender in ("male", "female"):
        if any(w in words("gender", gender) for w in found):
            return gender
    return None


def _young(quote: str, age: int | None) -> bool | None:
    """Whether a child or a grown person is told; a relative may be either."""
    if age is not None and (age < CHILD or age >= GROWN):
        return age < CHILD
    found = [w.split("-")[-1] for w in WORD.findall(quote)]
    if MONTHS_OLD.search(quote) or any(w in words("age", "young") for w in found):
        return True
    return False if any(w in words("age", "grown") for w in found) else None
