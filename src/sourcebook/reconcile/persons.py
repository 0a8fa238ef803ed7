"""People told one by one: which mentions are of one person (SCP-8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from sourcebook.model.claim import Claim, Figure
from sourcebook.schema.profiles import vocabulary

#: Two spellings of one name are at least this alike (percent).
SPELLING = 82

_AGE = re.compile(
    r"\b(\d{1,3})[- ]?(?:years?|yrs?)[- ]?old|\bage[ds]? (\d{1,3})\b"
    r"|[,(]\s*(\d{1,3})\b(?!\d|%|,\d)|\b(\d{1,3})-?y/?o\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of one person: name, age and sex as far as the words tell."""

    claim: str
    report: str
    sentence: tuple[str, int]
    start: int
    name: tuple[str, ...]
    age: int | None
    sex: str | None
    young: bool | None
    apart: bool
    indefinite: bool


@dataclass(slots=True, kw_only=True)
class Person:
    """Mentions that fall together."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that mention the person, sorted."""
        return tuple(sorted({m.claim for m in self.mentions}))


def single(claim: Claim) -> bool:
    """Whether a claim tells of exactly one person, one by one (NUM-20)."""
    payload = claim.payload
    return (
        isinstance(payload, Figure)
        and payload.value == 1
        and payload.comparator == "eq"
        and (claim.setting.person is not None or claim.setting.part == "single_person")
    )


def mention(claim: Claim) -> Mention:
    """Read name, age and sex from the words of a mention and its person key."""
    told = f"{claim.setting.person or ''} | {claim.quote}"
    words = [w.lower() for w in _WORD.findall(told)]
    first = (_WORD.findall(claim.quote) or [""])[0].lower()
    ages = [int(n) for groups in _AGE.findall(told) for n in groups if n]
    return Mention(
        claim=claim.id,
        report=claim.report,
        sentence=(f"{claim.report} {claim.field}", claim.setting.sentence.start),
        start=claim.span.start,
        name=name_in(claim.setting.person or "") or name_in(claim.quote),
        age=next((n for n in ages if n < 120), None),
        sex=_kind(words, {"male": "male", "female": "female"}),
        young={"young": True, "adult": False}.get(
            _kind(words, {"young": "young", "adult": "adult"}) or ""
        ),
        apart=first in vocabulary("persons", "apart"),
        indefinite=first in vocabulary("persons", "indefinite"),
    )


def name_in(words: str) -> tuple[str, ...]:
    """Return the words of a person's name, without titles, empty for a description.

    >>> name_in("Officer Dana Whitlock, 34"), name_in("a Springfield man")
    (('dana', 'whitlock'), ())
    """
    for piece in re.split(r"[,;()|]", words):
        found = _run(_WORD.findall(piece))
        if found:
            return found
    return ()


def _run(words: Sequence[str]) -> tuple[str, ...]:
    """The last run of capitalised words that no describing noun follows."""
    runs: list[list[str]] = [[]]
    for word in words:
        plain = word.lower().rstrip(".")
        if plain in _describing():
            runs[-1] = []
        elif not word[0].isupper():
            runs.append([])
        elif plain not in vocabulary("persons", "titles"):
            runs[-1].append(plain.removesuffix("'s").removesuffix("’s"))
    return tuple(next((run for run in reversed(runs) if run), []))


@cache
def _describing() -> frozenset[str]:
    return frozenset().union(
        *(
            vocabulary("persons", name)
            for name in ("male", "female", "young", "adult", "nouns")
        )
    )


def _kind(words: Iterable[str], kinds: dict[str, str]) -> str | None:
    found = [kinds[k] for w in words for k in kinds if w in vocabulary("persons", k)]
    return found[-1] if found else None


def persons(mentions: Iterable[Mention]) -> list[Person]:
    """Merge mentions into as few people as their words allow (SCP-8).

    Names come first, then descriptions with an age, then bare ones, so that "the
    man" joins whoever it can be. The result does not depend on order (REC-8).
    """
    ordered = sorted(
        mentions,
        key=lambda m: (
            -min(len(m.name), 2),
            m.age is None,
            m.name,
            m.age or 0,
            m.apart,
            m.sex or "",
            m.report,
            m.start,
            m.claim,
        ),
    )
    found: list[Person] = []
    for each in ordered:
        fits = [p for p in found if _fits(each, p)]
        best = max(fits, key=lambda p: _likeness(each, p), default=None)
        if best is None:
            best = Person()
            found.append(best)
        best.mentions.append(each)
    return found


def _likeness(each: Mention, person: Person) -> tuple[int, int]:
    shared = sum(bool(each.name) and bool(m.name) for m in person.mentions)
    return int(bool(shared)), sum(
        each.age is not None and each.age == m.age for m in person.mentions
    )


def _fits(each: Mention, person: Person) -> bool:
    return all(not _told_apart(each, m) for m in person.mentions)


def _told_apart(a: Mention, b: Mention) -> bool:
    """Whether two mentions cannot be of one person."""
    if a.name and b.name:
        return not same_name(a.name, b.name)
    if a.age is not None and b.age is not None and a.age != b.age:
        return True
    if a.sex and b.sex and a.sex != b.sex:
        return True
    unaged = a.age is None or b.age is None
    if unaged and None not in (a.young, b.young) and a.young != b.young:
        return True
    if a.report == b.report and (a.apart or b.apart) and a.start != b.start:
        return True
    side_by_side = a.sentence == b.sentence and a.start != b.start
    return side_by_side and a.indefinite and b.indefinite


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names can be one person's: a part of it, or another spelling.

    >>> same_name(("jon", "smith"), ("john", "smith"))
    True
    >>> (
    ...     same_name(("mary", "smith"), ("john", "smith")),
    ...     same_name(("ali",), ("ali", "k")),
    ... )
    (False, True)
    """
    short, long = sorted((tuple(a), tuple(b)), key=lambda n: (len(n), n))
    if len(short) == 1 or set(short) <= set(long):
        return any(_alike(short[0], word) for word in long) or set(short) <= set(long)
    return _alike(short[-1], long[-1]) and _alike(short[0], long[0])


def _alike(a: str, b: str) -> bool:
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    return a == b or fuzz.ratio(a, b) >= SPELLING
