"""A report's paragraphs with the places named and the people hit in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.roundups.openings import Name, is_beside, is_off, local, named
from sourcebook.extract.roundups.words import spoken
from sourcebook.model.claim import Claim, Figure
from sourcebook.model.span import Span

#: Metrics of people that an incident hits.
HARMED = frozenset(
    {"killed", "injured", "casualties", "missing", "hospitalized", "critical"}
    | {"abducted", "trapped", "displaced"}
)
#: Paragraphs at the head of a text whose words may say that it is a roundup.
LEAD = 2

#: Metrics whose counts of entries are held against a sum.
COUNTED = ("killed", "injured")
#: The largest number that may be an age.
OLDEST = 110

Paragraph = tuple[Sentence, ...]


class Page:
    """What a report tells where, paragraph by paragraph."""

    def __init__(
        self, parsed: Parsed, places: Sequence[Claim], figures: Sequence[Draft]
    ) -> None:
        self.report = parsed.report
        self.sentences = parsed.sentences
        self.places = [claim for claim in places if local(claim)]
        self._figures = [
            (d, d.payload)
            for d in figures
            if isinstance(d.payload, Figure) and d.payload.metric in HARMED
        ]
        self._hit = [d.span for d, _ in self._figures if d.passage.field == "text"]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The sentences of each paragraph of the text."""
        text = [s for s in self.sentences if s.field == "text"]
        return [tuple(g) for _, g in groupby(text, lambda s: s.passage.index)]

    @property
    def lead(self) -> str:
        """Title and first paragraphs in lower case."""
        told = [self.report.title] + [
            self.said(self.span(p)) for p in self.paragraphs[:LEAD]
        ]
        return "\n".join(told).casefold()

    def span(self, told: Sequence[Sentence]) -> Span:
        """Return where sentences stand; a line that begins with a name begins there."""
        start = told[0].span.start
        if (
            told[0].index > 0
            and self.paragraphs
            and told[0] is not self.paragraphs[0][0]
        ):
            start = self._line(start)
        return Span(start=start, end=told[-1].span.end)

    def _line(self, start: int) -> int:
        """Return where the line begins whose first words were read as a dateline."""
        text = self.report.text.characters
        line = text.rfind("\n", 0, start) + 1
        head = text[line:start]
        return (
            line
            if head.strip()
            and not any(
                s.span.start < start and s.span.end > line and s.field == "text"
                for s in self.sentences
            )
            else start
        )

    def said(self, span: Span) -> str:
        """Return the report's own characters."""
        return span.slice(self.report.text.characters)

    def harms(self, span: Span) -> bool:
        """Whether people are hit in a stretch of the text."""
        return any(span.contains(hit) for hit in self._hit)

    def sums(self, span: Span) -> bool:
        """Whether a paragraph counts over several incidents again."""
        words = self.said(span).casefold()
        if spoken("opening", "sums").search(words):
            return True
        return bool(spoken("opening", "rest").search(words)) and self.spot(span) is None

    def adds_up(self, entries: Sequence[Span]) -> bool:
        """Whether title or lead count more people than an entry, as many as all do."""
        return any(
            max(parts, default=0) < whole >= sum(parts) > 0
            for whole, parts in self._counts(entries)
        )

    def makes(self, entries: Sequence[Span]) -> bool:
        """Whether title, lead or end count just as many as the entries together.

        Those of an entry told by side count as one sum or as the largest of them.
        """
        return any(
            max(parts, default=0) < whole
            and sum(parts) <= whole <= sum(self._by_side(metric, e) for e in entries)
            for (whole, parts), metric in zip(
                self._counts(entries), COUNTED, strict=True
            )
        )

    def is_sum(self, first: Span, entries: Sequence[Span]) -> bool:
        """Whether the first stretch counts as many dead as the others together."""
        told = [self._most("killed", span) for span in entries]
        return max(told) < self._most("killed", first) == sum(told)

    def exceeds(self, entries: Sequence[Span]) -> bool:
        """Whether an entry counts more people than title and lead do.

        Numbers that may be ages, wrongly taken for counts, say nothing.
        """
        return any(
            0 < whole < max(parts, default=0) > OLDEST
            for whole, parts in self._counts(entries)
        )

    def _counts(self, entries: Sequence[Span]) -> Iterator[tuple[int, list[int]]]:
        """Yield the largest count of a metric outside the entries, and in each."""
        first = min((entry.start for entry in entries), default=0)
        for metric in COUNTED:
            whole = [
                f.value or 0
                for d, f in self._figures
                if f.metric == metric and self._is_above(d, first)
            ]
            yield (
                max(whole, default=0),
                [self._most(metric, entry) for entry in entries],
            )

    def _is_above(self, draft: Draft, first: int) -> bool:
        """Whether a figure stands over the entries, or in a paragraph that sums up."""
        if draft.passage.field == "title" or draft.span.end <= first:
            return True
        return any(span.contains(draft.span) for span in self._closings)

    @cached_property
    def _closings(self) -> list[Span]:
        spans = [self.span(p) for p in self.paragraphs[1:]]
        return [span for span in spans if self.sums(span)]

    def _told(self, metric: str, entry: Span) -> list[int]:
        return [
            f.value or 0
            for d, f in self._figures
            if f.metric == metric and _is_in(d, entry)
        ]

    def _most(self, metric: str, entry: Span) -> int:
        return max(self._told(metric, entry), default=0)

    def _by_side(self, metric: str, entry: Span) -> int:
        return sum(self._told(metric, entry))

    def spot(self, span: Span) -> str | None:
        """Return the name of the place where the incident of a stretch is."""
        found = self.place(span)
        return found.words.casefold() if found else None

    def place(self, span: Span) -> Name | None:
        """Return the place where the incident of a stretch is, as it is named there.

        The first that something is in; else the first that it is near; else a name
        that no gazetteer lists, where the words put the incident there.
        """
        text = self.report.text.characters
        own = sorted(
            (c for c in self.places if span.contains(c.span)), key=lambda c: c.span
        )
        inner = [c for c in own if not is_beside(c.span, text)]
        opening = named(text, span)
        known = opening and any(opening.span.overlaps(c.span) for c in own)
        if opening is not None and not known and (not inner or opening.first):
            return opening
        near = [c for c in own if not is_off(c.span, text)]
        for claim in (*inner, *near, *own):
            return Name(claim.quote, claim.span, first=False)
        return None

    def is_somewhere(self, name: str) -> bool:
        """Whether the report's words put something in what bears a name."""
        form = rf"\b(?:in|on|of|near|across|from|and) (?:the )?{re.escape(name)}\b(?! [A-Z])"
        return re.search(form, self.report.text.characters) is not None

    def opens_anew(self, span: Span) -> bool:
        """Whether a stretch opens with a place or time of its own."""
        words = self.said(span).casefold()
        return self.turns(span) or bool(spoken("opening", "anew").match(words))

    def turns(self, span: Span) -> bool:
        """Whether a stretch opens by going on to another incident."""
        words = self.said(span).casefold()
        return spoken("opening", "transition").search(words) is not None


def _is_in(draft: Draft, entry: Span) -> bool:
    return draft.passage.field == "text" and entry.contains(draft.span)
