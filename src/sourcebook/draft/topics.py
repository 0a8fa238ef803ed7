"""Which incident a draft is about where it names no place of any: by its other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from sourcebook.draft.likeness import content
from sourcebook.export import Contents

#: How much rarer words a draft must share with the reports of an incident than with
#: those of any other, and how many.
AHEAD, FEWEST = 1.3, 3
#: A word that the reports of more incidents than this have tells none.
_MANY = 20


class Topics:
    """The words of the reports of each root incident."""

    def __init__(self, contents: Contents, roots: Iterable[str]) -> None:
        self._contents = contents
        self._roots = sorted(roots)

    def likeliest(self, characters: str) -> str | None:
        """Return the incident whose reports share most with some words, None in doubt.

        A word that few incidents tell of weighs more.
        """
        score: Counter[str] = Counter()
        shared: Counter[str] = Counter()
        for head, worth in content(characters).items():
            told = self._told.get(head, ())
            if len(told) > _MANY:
                continue
            for root in told:
                score[root] += worth / len(told)  # type: ignore[assignment]
                shared[root] += 1
        ranked = sorted(score, key=lambda root: (-score[root], root))
        if not ranked or shared[ranked[0]] < FEWEST:
            return None
        clear = len(ranked) == 1 or score[ranked[0]] > AHEAD * score[ranked[1]]
        return ranked[0] if clear else None

    @cached_property
    def _told(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for root in self._roots:
            heads: set[str] = set()
            for key in self._contents.incident[root].reports:
                report = self._contents.report[key]
                heads |= content(f"{report.title}. {report.text.characters}").keys()
            for head in sorted(heads):
                found[head].append(root)
        return found
