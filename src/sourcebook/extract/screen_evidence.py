"""What the screen weighs: kinds of words in a report, and deaths that are counted.

Works on characters in lower case, without a parser; a report takes some tenths of a
millisecond.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log1p

from sourcebook.schema.load import table
from sourcebook.text.alternatives import alternatives
from sourcebook.text.numerals import VALUES

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PACKS = ("harm_conflict", "harm_disaster")
#: Kinds of words of the harm packs, and those of the screen's own file.
HARM_KINDS = ("strong", "weak", "sport", "fiction")
_OWN_KINDS = ("politics", "scene")
#: How many characters and words of a report are its lead.
_LEAD, _LEAD_WORDS = 1000, 160
#: Characters before and behind a word of death in which its number is looked for.
_BEFORE, _BEHIND = 90, 60
_HARMED_BEFORE = 60
#: A sentence ends here; a full stop inside "u.s." or "3.5" is none.
_END = re.compile(r"""(?<!\.\w)[.!?;]["'”’)]*\s+|\n\s*\n""")


def words(characters: str) -> list[str]:
    """Return the words of a text in lower case, in order.

    >>> words("a murder-suicide at 5")
    ['a', 'murder-suicide', 'at']
    """
    return _WORD.findall(characters)


@cache
def terms(kind: str) -> frozenset[str]:
    """Return the words of one kind."""
    return frozenset(_listed(kind))


def counts_a_death(characters: str) -> bool:
    """Whether a number, or one person, stands with a word of death in one sentence.

    >>> counts_a_death("at least 12 miners died")
    True
    >>> counts_a_death("the two parties killed the bill")
    False
    """
    return next(_counted(characters), None) is not None


def harms_people(characters: str) -> bool:
    """Whether people stand before a word that says what came to them.

    >>> harms_people("several men were detained"), harms_people("a price shot up")
    (True, False)
    """
    return next(_people_harmed(characters), None) is not None


def measures(characters: str) -> Mapping[str, float]:
    """Return how much of each kind of evidence a report in lower case holds.

    Logarithms of one plus a number: of different words of a kind, of deaths counted
    and people harmed, of words of a kind in a hundred.
    """
    every = words(characters)
    counts = Counter(every)
    lead = set(every[:_LEAD_WORDS])
    whole = len(every) + 1
    found: dict[str, float] = {"length": whole / 100}
    for kind in (*HARM_KINDS, *_OWN_KINDS):
        held = terms(kind) & counts.keys()
        found[kind] = len(held)
        if kind not in ("sport", "fiction"):
            found[f"{kind}.share"] = 100 * sum(counts[word] for word in held) / whole
    found["politics.lead"] = len(terms("politics") & lead)
    for part, stretch in (("lead", characters[:_LEAD]), ("rest", characters[_LEAD:])):
        found[f"deaths.{part}"] = sum(1 for _ in _counted(stretch))
        found[f"harmed.{part}"] = sum(1 for _ in _people_harmed(stretch))
    return {name: log1p(value) for name, value in found.items()}


def _counted(characters: str) -> Iterator[int]:
    """Yield where each word of death stands that has a count."""
    for match in _death().finditer(characters):
        start, end = match.span()
        if _unharmed().match(characters, end):
            continue
        before = _END.split(characters[max(0, start - _BEFORE) : start])[-1]
        behind = _END.split(characters[end : end + _BEHIND], maxsplit=1)[0]
        if _number().search(before) or _number().search(behind):
            yield start


def _people_harmed(characters: str) -> Iterator[int]:
    """Yield where each word stands that says what came to people named before it."""
    for match in _harmed().finditer(characters):
        start = match.start()
        before = _END.split(characters[max(0, start - _HARMED_BEFORE) : start])[-1]
        if _people().search(before):
            yield start


def _listed(kind: str) -> Iterable[str]:
    if kind not in HARM_KINDS:
        yield from table("screen")[kind]
        return
    for pack in _PACKS:
        yield from table(pack).get("screen", {}).get(kind, ())


def _whole(kinds: Iterable[str]) -> str:
    listed = sorted({word for kind in kinds for word in _listed(kind)})
    return rf"\b{alternatives(sorted(listed, key=lambda w: (-len(w), w)))}\b"


@cache
def _death() -> re.Pattern[str]:
    return re.compile(_whole(["death"]))


@cache
def _harmed() -> re.Pattern[str]:
    return re.compile(_whole(["harmed"]))


@cache
def _people() -> re.Pattern[str]:
    return re.compile(_whole(["person", "people"]))


@cache
def _unharmed() -> re.Pattern[str]:
    """What follows a word of death that is meant of no person."""
    return re.compile(
        rf"\W+(?:(?:the|that|this|his|a|an|any)\s+)?{_whole(['unharmed'])}"
    )


@cache
def _number() -> re.Pattern[str]:
    """A count: no year, no part of a date, share, age or name; or a single person."""
    digits = r"(?<![\w.$/:,-])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w/%:-]|[.,]\d)"
    spelled = alternatives(sorted({*VALUES, *_listed("numbers")}))
    single = rf"an?\s+(?:[\w'’-]+\s+){{0,4}}{_whole(['person'])}"
    return re.compile(rf"{digits}|\b{spelled}\b|\b{single}")
