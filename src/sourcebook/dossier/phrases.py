"""Names and counts as they stand inside our own sentences, true and grammatical."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.dossier.clauses import neutral
from sourcebook.dossier.wording import metric_word
from sourcebook.model.report import Report
from sourcebook.reconcile.wording import article, head_of, is_plural, plain_actor
from sourcebook.schema.groups import group_words
from sourcebook.schema.load import table
from sourcebook.schema.sources import resolve

_ONE = re.compile(
    r"(?:(?:at least|more than|up to|about|nearly|fewer than) )?(?:1|one)"
)
#: A name takes the article if one of so many mentions has it: "Taliban fighters" has none.
_OFTEN = 4


def counted_words(number: str, metric: str, population: str) -> str:
    """Return a count in words: "at least 2 women killed".

    >>> (
    ...     counted_words("1", "killed", "attackers"),
    ...     counted_words("4", "missing", "persons"),
    ... )
    ('1 attacker killed', '4 missing')
    """
    group = group_words(population, one=_ONE.fullmatch(number) is not None)
    return " ".join(filter(None, (number, group, metric_word(metric))))


def is_generic(name: str) -> bool:
    """Whether a name is a common noun that may be anybody: "gunman", "an Arden man".

    >>> is_generic("unidentified attacker"), is_generic("Grey Tide")
    (True, False)
    """
    told = plain_actor(name)
    return head_of(told)[:1].islower() and resolve(told).party is None


def verb(names: Sequence[str], one: str, several: str) -> str:
    """Return the verb that agrees with names.

    >>> verb(["gunman"], "was", "were"), verb(["militants"], "was", "were")
    ('was', 'were')
    """
    return several if len(names) > 1 or any(is_plural(name) for name in names) else one


class Phrases:
    """Says names with the article that the reports give them."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._texts = [report.text.characters for report in reports]
        self._articles: dict[str, str] = {}
        self._small: dict[str, bool] = {}

    def __call__(self, name: str) -> str:
        """Return a name inside a sentence: "a gunman", "the Grey Tide"."""
        told = self.plain(name)
        if told not in self._articles:
            self._articles[told] = self._article(told)
        before = self._articles[told]
        return f"{before} {neutral(told)}" if before else neutral(told)

    def plain(self, name: str) -> str:
        """Return a name as it stands inside a sentence: "Hooded youths" in small."""
        told = plain_actor(name)
        first, _, rest = told.partition(" ")
        if not first[:1].isupper() or not head_of(told)[:1].islower():
            return told
        if first not in self._small:
            word = re.compile(rf"\b{re.escape(first.lower())}\b")
            self._small[first] = first.lower() in table("wording")["vague"] or any(
                word.search(text) for text in self._texts
            )
        return f"{first.lower()} {rest}".strip() if self._small[first] else told

    def _article(self, name: str) -> str:
        if name.lower().startswith("the "):
            return ""
        told = article(name)
        if told or not head_of(name)[:1].isupper():
            return told
        found = re.compile(
            rf"\b(the\s+)?{re.escape(name)}(?!\s+[a-z]+s?\b['’]|\w)", re.I
        )
        hits = [bool(m[1]) for text in self._texts for m in found.finditer(text)]
        return "the" if sum(hits) > 1 and sum(hits) * _OFTEN >= len(hits) else ""
