"""A report's paragraphs with the places named and the people hit in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.roundups.known import once
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
#: Of these, the one whose sums seldom come about by chance.
DEADLY = COUNTED[:1]
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
        self.known: dict[tuple[str, Span], object] = {}

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The sentences of each paragraph of the text."""
        text = [s for s in self.sentences if s.field == "text"]
        return [tuple(g) for _, g in groupby(text, lambda s: s.passage.index)]

    @cached_property
    def lines(self) -> list[Span]:
        """Where each paragraph stands."""
        return [self.span(paragraph) for paragraph in self.paragraphs]

    @property
    def lead(self) -> str:
        """Title and first paragraphs in lower case."""
        told = [self.report.title, *map(self.said, self.lines[:LEAD])]
        return "\n".join(told).casefold()

    def span(self, told: Sequence[Sentence]) -> Span:
        """Return where sentences stand; a line that begins with a name begins there."""
        start = told[0].span.start
        first = self.paragraphs[:1]
        if told[0].index > 0 and first and told[0] is not first[0][0]:
            start = self._line(start)
        return Span(start=start, end=told[-1].span.end)

    def _line(self, start: int) -> int:
        """Return where the line begins whose first words were read as a dateline."""
        text = self.report.text.characters
        line = text.rfind("\n", 0, start) + 1
        if not text[line:start].strip():
            return start
        inside = any(s.start < start and line < s.end for s in self._spans)
        return start if inside else line

    def said(self, span: Span) -> str:
        """Return the report's own characters."""
        return span.slice(self.report.text.characters)

    def hits(self, span: Span) -> list[Span]:
        """Return where a stretch of the text tells of people hit."""
        return [hit for hit in self._hit if span.contains(hit)]

    @once
    def harms(self, span: Span) -> bool:
        """Whether people are hit in a stretch of the text."""
        return bool(self.hits(span))

    @once
    def sums(self, span: Span) -> bool:
        """Whether a paragraph counts over several incidents again."""
        words = self.said(span).casefold()
        if spoken("opening", "sums").search(words) or span.start in self._closing:
            return True
        told = [self.said(s).casefold() for s in self.within(span) if self.harms(s)]
        if told and all(map(spoken("opening", "sums").search, told)):
            return True
        return bool(spoken("opening", "rest").search(words)) and self.spot(span) is None

    def within(self, span: Span) -> list[Span]:
        """Return the sentences of a stretch of the text."""
        return [sentence for sentence in self._spans if span.contains(sentence)]

    @cached_property
    def _spans(self) -> list[Span]:
        return [s.span for s in self.sentences if s.field == "text"]

    @cached_property
    def _closing(self) -> frozenset[int]:
        """Where a last paragraph begins that counts as many dead as those before it.

        A first paragraph that counts just as many is a sum too.
        """
        told = [(s, n) for s in self.lines if (n := self._most("killed", s))]
        if len(told) <= LEAD:
            return frozenset()
        (last, whole), before = told[-1], [n for _, n in told[:-1]]
        before = before[1:] if before[0] == whole else before
        made = len(before) >= LEAD and max(before) < whole == sum(before)
        return frozenset({last.start} if made and self.spot(last) is None else ())

    def adds_up(self, entries: Sequence[Span]) -> bool:
        """Whether title or lead count more people than an entry, as many as all do."""
        return any(
            max(parts, default=0) < whole >= sum(parts) > 0
            for wholes, parts in self._counts(entries)
            for whole in wholes
        )

    def counts_dead(self, entries: Sequence[Span]) -> int:
        """Return in how many entries somebody was killed."""
        return sum(self._most("killed", entry) > 0 for entry in entries)

    def makes(
        self, entries: Sequence[Span], metrics: tuple[str, ...] = COUNTED
    ) -> bool:
        """Whether title, lead or end count just as many as the entries together.

        Those of an entry told by side count as one sum or as the largest of them.
        """
        return any(
            max(parts, default=0) < whole
            and metric in metrics
            and sum(parts) <= whole <= sum(self._by_side(metric, e) for e in entries)
            for (wholes, parts), metric in zip(
                self._counts(entries), COUNTED, strict=True
            )
            for whole in wholes
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
            0 < max(wholes, default=0) < max(parts, default=0) > OLDEST
            for wholes, parts in self._counts(entries)
        )

    def _counts(self, entries: Sequence[Span]) -> Iterator[tuple[set[int], list[int]]]:
        """Yield what is counted of a metric outside the entries, and most in each."""
        for metric in COUNTED:
            above = [
                (d, f)
                for d, f in self._figures
                if f.metric == metric and not any(_is_in(d, e) for e in entries)
            ]
            yield _wholes(above), [self._most(metric, entry) for entry in entries]

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

    @once
    def scene(self, span: Span) -> str | None:
        """Return the spot of a stretch, unless somebody is only from there."""
        found = self.place(span)
        text = self.report.text.characters
        if found is None:
            return None
        if spoken("opening", "cared").search(found.words.casefold()):
            return None
        moved = text[found.span.end :].startswith(", where")
        if is_off(found.span, text) and not moved:
            return None
        return found.words.casefold()

    def is_daily(self, span: Span) -> bool:
        """Whether a stretch opens with a day: "On Saturday, ..."."""
        words = self.said(span).casefold()
        return spoken("opening", "daily").match(words) is not None

    def repeats_title(self, span: Span) -> bool:
        """Whether as many were killed in a stretch as the title says."""
        told = {
            f.value
            for d, f in self._figures
            if d.passage.field == "title" and f.metric == "killed"
        }
        return self._most("killed", span) in told

    def day(self, span: Span) -> str | None:
        """Return the day that a stretch opens with or tells first, as it is written."""
        found = spoken("labels", "stamp").search(self.said(span).casefold())
        return found.group() if found else None

    @once
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
        if opening is not None and not known:
            before = [c for c in inner if c.span < opening.span]
            if opening.first or not before:
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

    @once
    def turns(self, span: Span) -> bool:
        """Whether a stretch opens by going on to another incident."""
        words = self.said(span).casefold()
        return spoken("opening", "transition").search(words) is not None


def _is_in(draft: Draft, entry: Span) -> bool:
    return draft.passage.field == "text" and entry.contains(draft.span)


def _wholes(above: Iterable[tuple[Draft, Figure]]) -> set[int]:
    """Return the sums told: each number, and those of all sides of a passage together."""
    found: set[int] = set()
    sides: dict[int, dict[str, int]] = defaultdict(dict)
    for draft, figure in above:
        found.add(figure.value or 0)
        told = sides[draft.passage.start if draft.passage.field == "text" else -1]
        told.setdefault(figure.population, figure.value or 0)
    return found | {sum(told.values()) for told in sides.values()}
