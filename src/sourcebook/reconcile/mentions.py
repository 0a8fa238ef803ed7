"""Mentions of people told one by one: name, age, sex and fate as told (SCP-8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from sourcebook.model.claim import Claim, Figure
from sourcebook.reconcile.case import role_of
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
#: An age that describes a person; in headlines each of its words is capitalised.
_AGED = re.compile(
    r"\b[a-z\d]+(?:-[a-z]+)?[- ](?:year|month|week|day)s?[- ]old\b", re.I
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", re.UNICODE)


#: What stands before a first name; also a family name, where it stands last.
_EPITHETS = {"young", "little", "baby"}
#: Initials alone tell nobody apart: "J.R." may be any of the names told in full.
_INITIALS = re.compile(r"[a-z](?:\.[a-z])*\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of one person: name, age and sex as far as the words tell.

    ``sole`` says that the report tells of no other victim (NUM-20), ``attacker``
    that the words are those for who did it (NUM-19), ``possessed`` that they tell of
    somebody by whose they are: "his driver", ``apart_here`` that the words set somebody
    apart from those told before in the sentence, and from nobody else.
    """

    claim: str
    report: str
    sentence: tuple[str, int]
    start: int
    end: int
    name: tuple[str, ...]
    age: int | None
    sex: str | None
    young: bool | None
    apart: str | None
    apart_here: bool = False
    indefinite: bool
    definite: bool = False
    possessed: bool = False
    metric: str = ""
    open_fate: bool = False
    sole: bool = False
    attacker: bool = False

    @property
    def fate(self) -> str | None:
        """Whether the person died or lived; None where the words leave it open."""
        if self.metric == "killed":
            return "died"
        return None if self.open_fate or self.metric == "hospitalized" else "lived"


def single(claim: Claim) -> bool:
    """Whether a claim tells of exactly one person, one by one (NUM-20)."""
    payload = claim.payload
    return (
        isinstance(payload, Figure)
        and payload.value == 1
        and payload.comparator == "eq"
        and (
            claim.setting.person is not None
            or claim.setting.part == "single_person"
            or _one_of(claim)
        )
    )


def sentence_of(claim: Claim) -> tuple[str, int]:
    """Return which sentence of which field of which report a claim stands in."""
    return f"{claim.report} {claim.field}", claim.setting.sentence.start


def _one_of(claim: Claim) -> bool:
    """Whether it singles somebody out: "one of the victims"."""
    return claim.quote.lower().startswith("one of ")


def mention(claim: Claim) -> Mention:
    """Read name, age and sex from the words of a mention and its person key."""
    told = f"{claim.setting.person or ''} | {claim.quote}"
    words = [w.lower() for w in _WORD.findall(told)]
    opening = [word.lower() for word in _WORD.findall(claim.quote)[:2]]
    first = opening[0] if opening else ""
    ages = [int(n) for groups in _AGE.findall(told) for n in groups if n]
    return Mention(
        claim=claim.id,
        report=claim.report,
        sentence=sentence_of(claim),
        start=claim.span.start,
        end=claim.span.end,
        name=name_in(claim.setting.person or claim.quote),
        age=next((n for n in ages if n < 120), None) or _spelt_age(told),
        sex=_kind(words, {"male": "male", "female": "female"}),
        young={"young": True, "adult": False}.get(
            _kind(words, {"young": "young", "adult": "adult"}) or ""
        ),
        apart=next((w for w in opening if w in vocabulary("persons", "apart")), None),
        possessed=first in ("his", "her", "their"),
        indefinite=first in vocabulary("persons", "indefinite") and not _one_of(claim),
        definite=first in vocabulary("persons", "definite"),
        metric=claim.payload.metric if isinstance(claim.payload, Figure) else "",
        open_fate=claim.setting.open_fate,
        attacker=claim.setting.part == "attacker",
        sole=role_of(claim) == "incident_total" and claim.setting.part is None,
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
    >>> name_in("a Lincoln High School football player"), name_in("9-Year-Old Boy")
    ((), ())
    """
    for piece in re.split(r"[,;()|]", _AGED.sub(" ", words)):
        found = _WORD.findall(piece)
        name = () if _describes(found) else _run(found)
        if name:
            return name
    return ()


def _describes(words: Sequence[str]) -> bool:
    """Whether a phrase ends in a common noun: "the High School senior"."""
    if len(words) < 2 or not words[-1].islower():
        return False
    opened = words[0].lower() in vocabulary("persons", "articles")
    return opened or words[-1] in _describing() or words[-1] in people_nouns()


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
    spelt = [run for run in runs if not all(_INITIALS.fullmatch(word) for word in run)]
    if not spelt:
        return ()
    first, *rest = spelt[-1]
    return tuple(rest if rest and first in _EPITHETS else spelt[-1])


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
