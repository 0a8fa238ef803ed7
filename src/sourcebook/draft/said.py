"""What a draft has somebody say where the extractor reads no statement.

Quotations in threads, lists and bulletins, and sayings in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sourcebook.draft.loose import DRAFT, DRAFT_VERSION
from sourcebook.draft.naming import (
    is_pronoun,
    link_at,
    name_pattern,
    verbs_of_saying,
    who_says,
)
from sourcebook.draft.sentences import sentences
from sourcebook.model.claim import Claim, Figure, Mode, Setting, Statement
from sourcebook.model.report import Report
from sourcebook.model.span import Span

_QUOTED = re.compile(r"[\"“]([^\"“”\n]+?),?[\"”]")
#: Words that a quotation must have to be looked for.
_FEWEST = 3


def loosely_said(report: Report, claims: Sequence[Claim]) -> list[Claim]:
    """Return statements for the quotations and sayings of a draft that have none."""
    text = report.text.characters
    known = [c.span for c in claims if isinstance(c.payload, Statement)]
    counted = [c.span for c in claims if isinstance(c.payload, Figure)]
    found = []
    for sentence in sentences(text):
        quoted = list(_quotations(report, sentence))
        found += [c for c in quoted if not any(c.span.overlaps(s) for s in known)]
        inside = any(sentence.overlaps(span) for span in (*known, *counted))
        if not quoted and not inside:
            found += _saying(report, sentence)
    return found


def _quotations(report: Report, sentence: Span) -> Iterator[Claim]:
    text = report.text.characters
    for match in _QUOTED.finditer(text, sentence.start, sentence.end):
        span = Span(start=match.start(1), end=match.end(1))
        if len(span.slice(text).split()) < _FEWEST:
            continue
        named = _after().match(text, match.end()) or _before().search(
            text, sentence.start, match.start()
        )
        if named is not None and not is_pronoun(named.group("name")):
            at = Span(start=named.start("name"), end=named.end("name"))
            yield _statement(report, span, sentence, at, "direct")


def _saying(report: Report, sentence: Span) -> Iterator[Claim]:
    """Yield what a sentence without a number has somebody say."""
    text = report.text.characters
    if ";" in sentence.slice(text):
        return
    named = _subject().match(text, sentence.start, sentence.end)
    if named is not None and not is_pronoun(named.group("name")):
        at = Span(start=named.start("name"), end=named.end("name"))
        yield _statement(report, sentence, sentence, at, "paraphrase")


def _statement(
    report: Report, span: Span, sentence: Span, name: Span, mode: Mode
) -> Claim:
    link = link_at(report, name)
    return Claim.at(
        report,
        "text",
        span,
        payload=Statement(speaker=link.name or "", act="comment", mode=mode),
        setting=Setting(sentence=sentence),
        extractor=DRAFT,
        version=DRAFT_VERSION,
        attribution=(link,),
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"[,.]?[ ]*(?:{verbs_of_saying()}|in the words of)[ ]+(?P<name>{name_pattern()})"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"{who_says()}[^.;\"“]{{0,40}}$")


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\W*{who_says()}")
