"""The screen: drop reports without incident language before the costly part.

Recall first: one report with words of harm to people is worth many false passes,
which the linking stage removes. No parser; the words come from the harm data files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sourcebook.model.report import Report
from sourcebook.schema.load import table

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PACKS = ("harm_conflict", "harm_disaster")
#: A page of fewer words that names no harm holds no article (DOMAIN DOC-5).
STUB_WORDS = 60


def relevant(report: Report) -> bool:
    """Whether a report may tell of an incident in which people were harmed.

    One unmistakable word of harm suffices; of words that sport, film and trade use
    too ("shot", "crash", "attack") the title must hold one or the text two. Where
    the report speaks the language of play, unmistakable ones must stand beside them.
    """
    words = _words(report)
    strong = len(words & _terms("strong"))
    weak = len(words & _terms("weak"))
    played = max(len(words & _terms("sport")), len(words & _terms("fiction")))
    if played >= 3:
        return strong >= 2 and strong + weak >= played
    titled = frozenset(_WORD.findall(report.title.lower())) & _terms("weak")
    return strong >= 1 or weak >= 2 or bool(titled)


def is_stub(report: Report) -> bool:
    """Whether a page holds no article: a sign-in, cookie or subscription text."""
    if len(report.text.characters) > 12 * STUB_WORDS:
        return False
    few = len(report.text.characters.split()) < STUB_WORDS
    return few and not _words(report) & (_terms("strong") | _terms("weak"))


def _words(report: Report) -> frozenset[str]:
    text = f"{report.title} {report.text.characters}".lower()
    return frozenset(_WORD.findall(text))


@cache
def _terms(kind: str) -> frozenset[str]:
    return frozenset(_listed(kind))


def _listed(kind: str) -> Iterable[str]:
    for pack in _PACKS:
        yield from table(pack).get("screen", {}).get(kind, ())
