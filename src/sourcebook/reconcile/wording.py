"""Sentences for people: how an estimate or a contradiction came about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sourcebook.model.claim import Claim, Figure, Means
from sourcebook.reconcile.case import Case
from sourcebook.schema import sources
from sourcebook.schema.load import table

_WORDS = {
    "eq": "{value}",
    "ge": "at least {value}",
    "gt": "more than {value}",
    "le": "up to {value}",
    "lt": "fewer than {value}",
    "approx": "about {value}",
    "near": "nearly {value}",
}


def number(claim: Claim) -> str:
    """Return a claim's number in plain words ("more than 100", "2 to 3")."""
    payload = claim.payload
    if not isinstance(payload, Figure | Means):
        return claim.quote
    if payload.value is not None and payload.comparator in _WORDS:
        return _WORDS[payload.comparator].format(value=grouped(payload.value))
    if payload.low is not None and payload.high is not None:
        return f"{grouped(payload.low)} to {grouped(payload.high)}"
    return f"“{claim.quote}”"


def grouped(value: int) -> str:
    """Return a number with its thousands apart: 250,000."""
    return f"{value:,}"


def speaker(case: Case, claim: Claim) -> str:
    """Return who states a claim: the originator, else the outlet in its own voice."""
    link = claim.originator
    if link is not None:
        return link.name or "a source that is not named"
    report = case.reports.get(claim.report)
    if report is None:
        return "a report"
    outlet = (report.outlet or "").removeprefix("www.")
    return outlet or f"the report {report.source_id}"


def speakers(case: Case, claims: Iterable[Claim]) -> str:
    """Return those who state claims, the first by name and the others by number."""
    names = sorted({speaker(case, c) for c in claims}, key=lambda n: (n.lower(), n))
    if len(names) <= 3:
        return listed(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} others"


def listed(names: Sequence[str]) -> str:
    """Join names as people do.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return (
        " and ".join([", ".join(names[:-1]), names[-1]])
        if len(names) > 1
        else "".join(names)
    )


def told(case: Case, claims: Sequence[Claim]) -> str:
    """Return what one side says: its number and its speakers."""
    ordered = sorted(claims, key=_size)
    numbers = list(dict.fromkeys(number(c) for c in ordered))
    return f"{listed(numbers)} ({speakers(case, claims)})"


def _size(claim: Claim) -> tuple[int, str]:
    """Return a key that sorts numbers from low to high."""
    payload = claim.payload
    if not isinstance(payload, Figure | Means):
        return 0, ""
    return payload.low or payload.value or payload.high or 0, payload.comparator


#: What ends the noun of a name: "driver of the tram", "man from Arden".
_TAIL = re.compile(r"\s(?:of|from|for|in|at|on|near|with|who|behind|to|by)\s|,")
_NUMBER = re.compile(r"\d+")
#: What opens the name of several: "some 20 Ardeners".
_SEVERAL = re.compile(
    r"(?i)more than |(?:(?:at least|about|around|some|nearly|almost|over|up to) )?"
    r"(?:(?!1\b)\d+(?![\w-])|(?:two|three|four|five|six|seven|eight|nine|ten|several"
    r"|dozens|scores|hundreds|thousands|many|some|both)(?= ))"
)
#: What is spoken with a vowel first: "an unnamed man", "an 18-year-old", "a US soldier".
_VOWEL = re.compile(
    r"(?!eu|one\b|uni[tvqfoc]|us\b|u\.?s|uk)[aeiou]|8|11(?!\d)|18(?!\d)"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("wording")[name])


def plain_actor(name: str) -> str:
    """Return a name as it stands inside a sentence: "Driver" is "driver".

    >>> plain_actor("Gunman"), plain_actor("Grey Tide"), plain_actor("Some guests")
    ('gunman', 'Grey Tide', 'some guests')
    """
    known = _words("doers") | _words("tellers")
    if name.lower() in known:
        return name.lower()
    first, _, rest = name.partition(" ")
    opens = first.lower() in _words("counting") and first[:1].isupper()
    small = first == "The" or head_of(rest)[:1].islower() or rest[:1].islower()
    if opens and rest and small:
        return f"{first.lower()} {rest}"
    return name


def is_plural(name: str) -> bool:
    """Whether a name takes a plural verb.

    >>> is_plural("militant gunmen"), is_plural("witness"), is_plural("Grey Tide")
    (True, False, False)
    >>> is_plural("some 20 Ardeners"), is_plural("18-year-old man")
    (True, False)
    """
    if " and " in f" {name} " or _SEVERAL.match(name):
        return True
    head = head_of(name).lower()
    if head in _words("plural"):
        return True
    known = head in _words("singular") or head.endswith(("ss", "us", "is"))
    # a proper name in "s" is one ("Las Vegas"), a common noun several
    return head.endswith("s") and not known and head_of(name).islower()


def head_of(name: str) -> str:
    """Return the noun of a name: "driver" of "tram driver from Arden"."""
    found = _TAIL.split(name)[0].split()
    return found[-1] if found else name


def says_nobody(name: str) -> bool:
    """Whether an actor's words tell of nobody in particular.

    >>> says_nobody("unidentified attacker"), says_nobody("Bay City gunman")
    (True, True)
    >>> says_nobody("former employee")
    False
    """
    words = name.split()
    if all(word.lower() in _words("doers") | _words("vague") for word in words):
        return True
    before = " ".join(words[:-1])
    of_place = all(word[:1].isupper() for word in words[:-1])
    return (
        bool(words)
        and words[-1].lower() in _words("deeds")
        and of_place
        and sources.resolve(before).party in (None, "government")
    )


#: Of each state there is one: "the government of Arden".
_OF_STATE = re.compile(r"(?:government|army|parliament) of [A-Z]")


def article(name: str) -> str:
    """Return the article that a name takes inside a sentence, empty for none.

    >>> [article(n) for n in ("gunman", "militants", "Grey Tide", "interior ministry")]
    ['a', '', '', 'the']
    >>> article("government of Arden")
    'the'
    """
    told = plain_actor(name)
    first = told.split()[0].lower().rstrip(".") if told else ""
    counted = first in _words("counting") or _NUMBER.fullmatch(first)
    address = "." in first and " " not in told
    if not told or counted or address or "’s " in told or "'s " in told:
        return ""
    head = head_of(told)
    if _ends(told, "only") or _OF_STATE.match(told):
        return "the"
    if _ends(told, "bodies") and len(told.split()) > 1 and not told.islower():
        return "the"
    if not head.islower() or is_plural(told):
        return ""
    return "an" if _VOWEL.match(first) else "a"


def with_article(name: str) -> str:
    """Return a name as it stands inside a sentence, with its article.

    >>> with_article("Driver"), with_article("Grey Tide"), with_article("coast guard")
    ('a driver', 'Grey Tide', 'the coast guard')
    """
    told = plain_actor(name)
    return f"{article(told)} {told}".strip()


def _ends(name: str, words: str) -> bool:
    return any(f" {name.lower()}".endswith(f" {body}") for body in _words(words))


def cap(sentence: str) -> str:
    """Return a sentence with a full stop and a capital letter, but for an address.

    >>> cap("a report blames X"), cap("www.paper.example counts 3")
    ('A report blames X.', 'www.paper.example counts 3.')
    """
    whole = f"{sentence.rstrip('.')}."
    address = "." in sentence.partition(" ")[0]
    return whole if address else f"{whole[:1].upper()}{whole[1:]}"
