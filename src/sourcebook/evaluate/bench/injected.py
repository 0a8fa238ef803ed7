"""Copies made by rule from reports, to see which of them are found.

Every kind is what desks do to a wire story: it is printed as it is, edited word by
word, cut to what fits, or put under a headline and a first paragraph of one's own.
Chance comes from a seed of the report's own id, so the same reports give the same
copies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from sourcebook.link.words import sentences, words
from sourcebook.model.report import Report, Text

#: Share of words that an edited copy replaces, drops or adds.
EDITED = 0.2
#: Words of the original below which a copy is a stub, which is left out.
STUB = 40
#: Words of a lead that is put in front.
_LEAD = 60
_TOKEN = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Strangers:
    """Where words and leads that are not the report's own come from."""

    reports: Sequence[Report]

    @cached_property
    def _long(self) -> Sequence[Report]:
        """Reports of whose text a lead is but a small part; all where there is none."""
        least = 4 * _LEAD
        found = [r for r in self.reports if len(r.text.characters.split()) >= least]
        return found or self.reports

    def long(self, chance: Random) -> Report:
        """Return a report drawn by chance of whose text a lead is but a small part."""
        return self._long[chance.randrange(len(self._long))]

    def any(self, chance: Random) -> Report:
        """Return a report drawn by chance."""
        return self.reports[chance.randrange(len(self.reports))]

    def word(self, chance: Random) -> str:
        """Return a word drawn by chance from a report drawn by chance."""
        told = self.any(chance).text.characters.split()
        return told[chance.randrange(len(told))] if told else "and"


Way = Callable[[Report, Strangers, Random], tuple[str, str] | None]


def exact(report: Report, _: Strangers, __: Random) -> tuple[str, str] | None:
    """Return title and text as they are."""
    return report.title, report.text.characters


def edited(
    report: Report, strangers: Strangers, chance: Random
) -> tuple[str, str] | None:
    """Return the text with a fifth of its words replaced, dropped or added to."""
    tokens = _TOKEN.findall(report.text.characters)
    for at in chance.sample(range(len(tokens)), round(EDITED * len(tokens))):
        word = strangers.word(chance)
        tokens[at] = ("", f"{word} ", f"{word} {tokens[at]}")[chance.randrange(3)]
    return report.title, "".join(tokens)


def first_half(report: Report, _: Strangers, __: Random) -> tuple[str, str] | None:
    """Return the first half of the words."""
    tokens = _TOKEN.findall(report.text.characters)
    return report.title, "".join(tokens[: len(tokens) // 2])


def middle_half(report: Report, _: Strangers, __: Random) -> tuple[str, str] | None:
    """Return the text without its first and last quarter."""
    tokens = _TOKEN.findall(report.text.characters)
    quarter = len(tokens) // 4
    return report.title, "".join(tokens[quarter : len(tokens) - quarter])


def new_lead(
    report: Report, strangers: Strangers, chance: Random
) -> tuple[str, str] | None:
    """Return the text under another report's title and as many words of its head.

    The lead that goes is the first paragraph, or its first sentence where that is more
    than a third of the text. None where fewer words than a stub's stay.
    """
    text = report.text.characters.strip()
    lead = text.partition("\n")[0]
    if 3 * len(lead) > len(text):
        lead = next(sentences(lead), "")
    rest = text[len(lead) :]
    if len(words(rest)) < STUB:
        return None
    other = strangers.long(chance)
    head = " ".join(other.text.characters.split()[: min(_LEAD, len(lead.split()))])
    return other.title, f"{head}\n\n{rest.strip()}"


WAYS: dict[str, Way] = {
    "exact": exact,
    "a fifth of the words edited": edited,
    "first half": first_half,
    "middle half": middle_half,
    "new headline and lead": new_lead,
}


def injected(report: Report, way: str, strangers: Strangers) -> Report | None:
    """Return a copy of a report made in a way; None where it would be a stub."""
    chance = Random(f"{way} {report.source_id}")
    told = WAYS[way](report, strangers, chance)
    if told is None or len(words(told[1])) < STUB:
        return None
    title, characters = told
    return Report.of(
        Text.of(characters, language=report.text.language),
        source_id=f"{report.source_id} {way}",
        title=title,
        outlet="copy.example",
        published=report.published,
    )
