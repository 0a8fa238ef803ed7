"""Figures of a report's own incident with the words around them."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.extract.draft import Draft
from sourcebook.extract.scope.clauses import Clause
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.model.claim import Figure
from sourcebook.model.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A figure of the report's own incident with the words around it.

    ``early`` is true in title and lead, ``doer`` where the sentence says that this
    person hit somebody or is charged with it.
    """

    draft: Draft
    figure: Figure
    clause: Clause
    early: bool
    doer: bool = False

    @property
    def attacker(self) -> bool:
        """Whether it counts those who did it."""
        if self.figure.population == "attackers" or (self.doer and self.single):
            return True
        spoken = pattern("parts", "attacker", "words")
        return spoken.search(self.clause.quote) is not None

    @property
    def single(self) -> bool:
        """Whether it tells of one person."""
        return self.figure.value == 1 and self.figure.comparator == "eq"

    @property
    def number(self) -> int:
        """The number told, its floor where vague, 0 where neither is known."""
        return self.figure.value or self.figure.low or 0

    @property
    def voice(self) -> str | None:
        """Who states it, nearest to the fact; None for the outlet itself."""
        named = [link.name for link in self.draft.attribution or () if link.name]
        return named[-1].casefold() if named else None

    @property
    def span(self) -> Span:
        """Where the words counted stand in the report's field."""
        return self.draft.span


def words_between(first: Told, second: Told) -> str:
    """Return the characters between two figures of one field."""
    passage = first.draft.passage
    characters = passage.report.characters(passage.field)
    return characters[first.span.end : second.span.start]
