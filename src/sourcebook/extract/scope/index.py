"""Sentences of a report by their characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.model.claim import Claim
from sourcebook.model.span import Field, Span


class SentenceIndex:
    """Finds the sentence at a span without walking the report each time."""

    def __init__(self, parsed: Parsed) -> None:
        self._starts: dict[Field, list[int]] = {"title": [], "text": []}
        self._sentences: dict[Field, list[Sentence]] = {"title": [], "text": []}
        for sentence in parsed.sentences:
            self._starts[sentence.field].append(sentence.span.start)
            self._sentences[sentence.field].append(sentence)
        self._all = parsed.sentences

    def at(self, field: Field, span: Span) -> Sentence:
        """Return the sentence that holds the span's first character."""
        place = max(0, bisect_right(self._starts[field], span.start) - 1)
        return self._sentences[field][place]

    def located(self, claims: Sequence[Claim]) -> list[tuple[Claim, int]]:
        """Pair claims with the index of their sentence."""
        return [(claim, self.at(claim.field, claim.span).index) for claim in claims]

    def before(self, sentence: Sentence) -> int | None:
        """Return the sentence before, in the same or the preceding paragraph."""
        if sentence.index == 0:
            return None
        earlier = self._all[sentence.index - 1]
        apart = sentence.passage.index - earlier.passage.index
        near = earlier.field == sentence.field and apart <= 1
        return earlier.index if near else None
