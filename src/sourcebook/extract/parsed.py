"""A report as the extractors see it: passages parsed, offsets kept.

Every extractor works on a :class:`Parsed` report. Token offsets are turned into
spans of the report's field by the passage, never by arithmetic elsewhere.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.extract.pipeline import english
from sourcebook.extract.screen import worth_reading
from sourcebook.extract.syntax import Doc, Token, Tokens
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span
from sourcebook.text.casing import recase, recase_title
from sourcebook.text.datelines import dateline
from sourcebook.text.segments import paragraphs, unbroken


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph of the text, or the title, with its parse.

    ``index`` counts through the report, paragraphs that were not parsed included.
    ``doc`` may hold recased characters of the same length, and ``text`` is its
    text; take words that are shown or stored from the report, through :meth:`quote`.
    """

    report: Report
    field: Field
    index: int
    start: int
    doc: Doc

    @property
    def text(self) -> str:
        """The characters that were parsed."""
        return self.doc.text

    def span(self, tokens: Tokens | Token) -> Span:
        """Return where these tokens stand in the report's field."""
        if isinstance(tokens, Token):
            first = self.start + tokens.idx
            return Span(start=first, end=first + len(tokens))
        return Span(
            start=self.start + tokens.start_char, end=self.start + tokens.end_char
        )

    def quote(self, tokens: Tokens | Token) -> str:
        """Return the report's own characters at these tokens."""
        return self.span(tokens).slice(self.report.characters(self.field))

    def tokens(self, span: Span) -> Tokens | None:
        """Return the tokens that a span of the field covers, widened to whole ones."""
        return self.doc.char_span(
            span.start - self.start, span.end - self.start, alignment_mode="expand"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a passage; ``index`` counts through the whole report.

    ``field`` and ``span`` say where it stands in the report.
    """

    passage: Passage
    index: int
    tokens: Tokens
    field: Field = dataclasses.field(init=False)
    span: Span = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        # asked for some hundred times each
        object.__setattr__(self, "field", self.passage.field)
        object.__setattr__(self, "span", self.passage.span(self.tokens))


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A report with the passages that are read (title first), and their sentences."""

    report: Report
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, field: Field, start: int) -> Sentence:
        """Return the sentence that holds the character, else the one before it."""
        at = bisect_right(
            self.sentences,
            (field == "text", start),
            key=lambda s: (s.field == "text", s.span.start),
        )
        found = self.sentences[max(0, at - 1)]
        return found if found.field == field else self.sentences[0]


def parse(reports: Iterable[Report], *, whole: bool = False) -> Iterator[Parsed]:
    """Parse reports in order, batching passages through the pipeline.

    Of a report that only touches on harm, the paragraphs that tell of it are parsed,
    and their neighbours; with ``whole`` all of any report.
    """
    for report in reports:
        pieces = list(passages_of(report))
        told = [piece for _, _, piece in pieces]
        chosen = range(len(told)) if whole else worth_reading(report, told)
        docs = english().pipe((pieces[index][2] for index in chosen), batch_size=64)
        passages = tuple(
            Passage(report, pieces[index][0], index, pieces[index][1].start, Doc(doc))
            for index, doc in zip(chosen, docs, strict=True)
        )
        yield Parsed(report, passages, tuple(_sentences(passages)))


def passages_of(report: Report) -> Iterator[tuple[Field, Span, str]]:
    """Yield field, span and the characters to parse of title and paragraphs.

    A dateline is no part of a passage (DOC-3); texts in capitals are recased.
    """
    body = recase(report.text.characters)
    if report.title.strip():
        title = recase_title(recase(report.title), body)
        for span in paragraphs(title):
            yield "title", span, span.slice(title)
    filed = dateline(report.text.characters)
    for span in paragraphs(body):
        if filed is not None and filed.span.overlaps(span):
            if filed.span.end >= span.end:
                continue
            span = Span(start=filed.span.end, end=span.end)
        yield "text", span, unbroken(span.slice(body))


def _sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    index = 0
    for passage in passages:
        for tokens in passage.doc.sents:
            yield Sentence(passage, index, tokens)
            index += 1
