"""Words of a group's own spokesmen about the attack: "we", told as their deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import tells_event
from sourcebook.model.claim import Responsibility
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct

_OURS = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)


def own_quotations(
    parsed: Parsed, attributions: Attributions, actors: Actors
) -> Iterator[Draft]:
    """Yield claims in what an armed group, or who speaks for it, is quoted with."""
    for speech in attributions.speech_acts():
        name = speech.links[-1].name if speech.links else None
        group = actors.side(name) if name else None
        if group is None:
            continue
        for sentence in parsed.sentences:
            span = _stated(sentence, speech)
            if span is not None and _is_own_deed(sentence, span):
                yield Draft(
                    passage=sentence.passage,
                    span=span,
                    anchor=sentence.tokens.root,
                    payload=Responsibility(actor=group, relation="claimed"),
                    attribution=speech.links,
                )


def _stated(sentence: Sentence, speech: SpeechAct) -> Span | None:
    """The words of the sentence that are stated."""
    for content in speech.content:
        if speech.field == sentence.field and content.overlaps(sentence.span):
            start = max(content.start, sentence.span.start)
            return Span(start=start, end=min(content.end, sentence.span.end))
    return None


def _is_own_deed(sentence: Sentence, span: Span) -> bool:
    words = span.slice(sentence.passage.report.characters(sentence.field))
    denied = any(token.dep_ == "neg" for token in sentence.tokens)
    told = bool(_OURS.search(words)) and tells_event(sentence.tokens.root)
    return told and not denied
