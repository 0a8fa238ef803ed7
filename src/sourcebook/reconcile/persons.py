"""People told one by one: which mentions are of one person (SCP-8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import fuzz

from sourcebook.model.claim import Claim, Figure
from sourcebook.schema.load import table
from sourcebook.schema.profiles import vocabulary

#: Two spellings of one name are at least this alike (percent).
SPELLING = 82

_AGE = re.compile(
    r"\b(\d{1,3})[- ]?(?:years?|yrs?)[- ]?old|\bage[ds]? (\d{1,3})\b"
    r"|[,(]\s*(\d{1,3})\b(?!\d|%|,\d)|\b(\d{1,3})-?y/?o\b",
    re.IGNORECASE,
)
_WORD_AGE = re.compile(
    r"\b([a-z]+(?:-[a-z]+)?)[- ](?:year|yr)s?[- ]old\b", re.IGNORECASE
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
    definite: bool = False
    metric: str = ""
    open_fate: bool = False

    @property
    def fate(self) -> str | None:
        """Whether the person died or lived; None where the words leave it open."""
        if self.metric == "killed":
            return "died"
        return None if self.open_fate else "lived"


@dataclass(slots=True, kw_only=True)
class Person:
    """Mentions that fall together."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that mention the person, sorted."""
        return tuple(sorted({m.claim for m in self.mentions}))

    @property
    def full_name(self) -> tuple[str, ...]:
        """The longest name told, empty where no first name is told with it."""
        longest = max((m.name for m in self.mentions), key=len, default=())
        return longest if len(longest) > 1 else ()

    @property
    def died(self) -> bool:
        """Whether any mention says so: later, or in another report."""
        return any(m.fate == "died" for m in self.mentions)


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
        age=next((n for n in ages if n < 120), None) or _spelt_age(told),
        sex=_kind(words, {"male": "male", "female": "female"}),
        young={"young": True, "adult": False}.get(
            _kind(words, {"young": "young", "adult": "adult"}) or ""
        ),
        apart=first in vocabulary("persons", "apart"),
        indefinite=first in vocabulary("persons", "indefinite"),
        definite=first in vocabulary("persons", "definite"),
        metric=claim.payload.metric if isinstance(claim.payload, Figure) else "",
        open_fate=claim.setting.open_fate,
    )


def _spelt_age(words: str) -> int | None:
    """Return an age in words: "seven-year-old", "twenty-one-year-old"."""
    found = _WORD_AGE.search(words)
    if found is None:
        return None
    values: dict[str, int] = table("numbers")["values"]
    told = [values.get(w) for w in found.group(1).lower().split("-")]
    return sum(n for n in told if n) if all(told) else None


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
        noun = not runs[-1] and plain in people_nouns()
        if plain in _describing() or noun or word in people_nouns():
            runs[-1] = []
        elif not word[0].isupper():
            runs.append([])
        elif plain not in vocabulary("persons", "titles"):
            runs[-1].append(plain.removesuffix("'s").removesuffix("’s"))
    return tuple(next((run for run in reversed(runs) if run), []))


@cache
def people_nouns() -> frozenset[str]:
    """Return the nouns that name people, singular, of one word.

    A surname may be one too, but not where it stands first ("Hunter dies").
    """
    listed = table("populations").values()
    nouns = (n for each in listed for n in each.get("nouns", ()))
    things = frozenset(table("populations")["things"]["nouns"])
    return frozenset(n for n in nouns if " " not in n) - things


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


def _likeness(each: Mention, person: Person) -> tuple[bool, bool, bool, bool]:
    """How surely a mention is of a person: by name, age, sex, metric."""
    told = person.mentions
    return (
        bool(each.name) and any(m.name for m in told),
        each.age is not None and any(each.age == m.age for m in told),
        each.sex is not None and any(each.sex == m.sex for m in told),
        any(each.metric == m.metric for m in told),
    )


def _fits(each: Mention, person: Person) -> bool:
    known = max((m.name for m in person.mentions), key=len, default=())
    if each.name and known:
        return same_name(each.name, known)
    if _other_fate(each, person):
        return False
    return all(not _told_apart(each, m) for m in person.mentions)


def _other_fate(each: Mention, person: Person) -> bool:
    """Whether one report says that the one died and that the other lived.

    "The victim" may be who was told of before: a definite phrase sets nobody apart.
    """
    if each.definite or each.fate is None:
        return False
    here = [m for m in person.mentions if m.report == each.report and not m.definite]
    if each.fate == "died":
        return not person.died and any(m.fate == "lived" for m in here)
    return any(m.fate == "died" for m in here)


def _told_apart(a: Mention, b: Mention) -> bool:
    """Whether two mentions cannot be of one person."""
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
