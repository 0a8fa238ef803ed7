"""Words of a group's own spokesmen about the attack: "we", told as their deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import agent, bearer, is_passive, lemma, undergoer
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.extract.responsibility.actors import Actors
from sourcebook.extract.responsibility.finding import (
    is_negated,
    is_unreal,
    tells_event,
)
from sourcebook.extract.responsibility.harm import is_deed
from sourcebook.extract.responsibility.men import are_own_men
from sourcebook.extract.responsibility.words import words
from sourcebook.model.claim import Responsibility
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.attribution import Attributions, SpeechAct
    from sourcebook.extract.syntax import Token

_OURS = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)


def own_quotations(
    parsed: Parsed, attributions: Attributions, actors: Actors
) -> Iterator[Draft]:
    """Yield claims in what an armed group, or who speaks for it, is quoted with."""
    for speech in attributions.speech_acts():
        name = speech.links[-1].name if speech.links else None
        if name is None:
            continue
        group = actors.side(name)
        if group is None:
            yield from _by_himself(parsed, speech, name, actors)
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


def _by_himself(
    parsed: Parsed, speech: SpeechAct, name: str, actors: Actors
) -> Iterator[Draft]:
    """What a person is quoted to have done himself ("I shot him"), or his men."""
    if name.lower() in words("anonymous"):
        return
    for sentence in parsed.sentences:
        span = _stated(sentence, speech)
        if span is None:
            continue
        deed = next(
            (t for t in sentence.tokens if _is_my_deed(t, sentence, span)), None
        )
        ours = next(
            (t for t in sentence.tokens if _is_by_ours(t, sentence, span)), None
        )
        actor = name if ours is None else actors.claimant or name
        deed = deed or ours
        if deed is not None:
            yield Draft(
                passage=sentence.passage,
                span=span,
                anchor=deed,
                payload=Responsibility(actor=actor, relation="claimed"),
                attribution=speech.links,
            )


def _is_by_ours(verb: Token, sentence: Sentence, span: Span) -> bool:
    """ "One of our fighters carried it out", in somebody's very words."""
    if verb.pos_ != "VERB" or is_negated(verb) or is_unreal(verb) or not is_deed(verb):
        return False
    doer = agent(verb) if is_passive(verb) else bearer(verb)
    at = sentence.passage.span(verb).start
    if doer is None or not span.start <= at < span.end or not are_own_men(doer):
        return False
    return any(t.lower_ == "our" for t in doer.subtree)


def _is_my_deed(verb: Token, sentence: Sentence, span: Span) -> bool:
    if verb.pos_ != "VERB" or is_negated(verb) or is_unreal(verb) or is_passive(verb):
        return False
    doer = bearer(verb)
    at = sentence.passage.span(verb).start
    mine = doer is not None and doer.text == "I" and span.start <= at < span.end
    hit = undergoer(verb)
    told = lemma(verb) in ("kill", "shoot", "stab", "murder") and hit is not None
    return mine and (told or (lemma(verb) in ("open", "fire") and is_deed(verb)))


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
