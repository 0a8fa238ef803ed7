"""Transcripts: who speaks by a label at the head of a paragraph ("[PONCE] We regret").

Monitored broadcasts are printed so; the label counts until the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.memory import Memory
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_LABEL = re.compile(r"\[([A-Z][A-Z'’ .-]{1,40})\](?=\s)")
#: Characters within which the head of a text printed whole stands.
_HEAD = 400
#: Lines that make an interview.
_FEWEST_LINES = 3
_LINE = re.compile(r"[\"“]?(?P<label>[A-Z][A-Z.'’ -]{2,30}):\s+(?=\S[^\n]*[a-z])")
_RECORDING = re.compile(
    r"\[BEGIN RECORDING\]\s*\[(?P<label>[A-Z][A-Z'’ .-]{1,40})\](?P<words>.*?)"
    r"(?=\[(?:END|BEGIN) RECORDING|\Z)",
    re.DOTALL,
)
_SPEECH = re.compile(
    r"\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|DECLARATION|LETTER|MESSAGE)"
    r"(?:\]\s*\[|\s+(?:BY|FROM|OF|ISSUED BY)\s+)(?P<label>[A-Z][^\]\[]{2,90})\]\s*\[TEXT\]"
)


def transcript_acts(parsed: Parsed, memory: Memory) -> Iterator[SpeechAct]:
    """Yield what each labelled speaker says, in a text where somebody interviews.

    Whoever asks is no source: a question states nothing.
    """
    characters = parsed.report.text.characters
    yield from _recorded(parsed, memory)
    speech = _SPEECH.search(characters, 0, _HEAD)
    if speech is not None and speech.group("label"):
        yield from _whole(parsed, speech, memory)
        return
    yield from _lines(parsed, memory)
    labelled = [(p, _LABEL.match(characters, p.start)) for p in paragraphs(characters)]
    asking = any(m and m.group(1).lower() in _askers() for _, m in labelled)
    speaker: re.Match[str] | None = None
    for paragraph, match in labelled:
        if match is not None:
            speaker = None if match.group(1).lower() in _silent() else match
        start = match.end() if match is not None else paragraph.start
        if not asking or speaker is None or paragraph.end - start < 2:
            continue
        content = Span(start=start, end=paragraph.end)
        yield SpeechAct(
            passage=parsed.sentence_at("text", start).passage,
            links=(_link(speaker, 1, memory),),
            cue=None,
            content=(content,),
            whole=True,
        )


def _lines(parsed: Parsed, memory: Memory) -> Iterator[SpeechAct]:
    """An interview as print gives it: "RENNER: We regret it." a paragraph each."""
    characters = parsed.report.text.characters
    told = [
        (paragraph, match)
        for paragraph in paragraphs(characters)
        if (match := _LINE.match(characters, paragraph.start, paragraph.end))
        and match.group("label").lower() not in _silent()
    ]
    if len(told) < _FEWEST_LINES:
        return
    for paragraph, match in told:
        yield SpeechAct(
            passage=parsed.sentence_at("text", match.end()).passage,
            links=(_link(match, "label", memory),),
            cue=None,
            content=(Span(start=match.end(), end=paragraph.end),),
            source=Span(start=match.start("label"), end=match.end("label")),
            whole=True,
        )


def _recorded(parsed: Parsed, memory: Memory) -> Iterator[SpeechAct]:
    """Words played in a broadcast: "[BEGIN RECORDING] [RENNER] We ... [END RECORDING]"."""
    characters = parsed.report.text.characters
    for played in _RECORDING.finditer(characters):
        if played.group("label").lower() in _silent():
            continue
        for paragraph in paragraphs(characters):
            start = max(paragraph.start, played.start("words"))
            end = min(paragraph.end, played.end("words"))
            if end - start > 1:
                yield SpeechAct(
                    passage=parsed.sentence_at("text", start).passage,
                    links=(_link(played, "label", memory),),
                    cue=None,
                    content=(Span(start=start, end=end),),
                    whole=True,
                )


def _whole(
    parsed: Parsed, speech: re.Match[str], memory: Memory
) -> Iterator[SpeechAct]:
    """A speech or communique printed whole: its head tells who gives it."""
    name, body = memory.called(" ".join(speech.group("label").split()))
    link = AttributionLink(
        name=name,
        quote=speech.group("label"),
        field="text",
        start=speech.start("label"),
        end=speech.end("label"),
        relation="says",
        named=True,
        body=body,
    )
    for paragraph in paragraphs(parsed.report.text.characters):
        start = max(paragraph.start, speech.end())
        if paragraph.end - start > 1:
            yield SpeechAct(
                passage=parsed.sentence_at("text", start).passage,
                links=(link,),
                cue=None,
                content=(Span(start=start, end=paragraph.end),),
                whole=True,
            )


def _askers() -> frozenset[str]:
    return cues.words("interviewers")


def _silent() -> frozenset[str]:
    return cues.words("interviewers") | cues.words("labels")


def _link(told: re.Match[str], group: int | str, memory: Memory) -> AttributionLink:
    words = told.group(group)
    name, body = memory.called(words)
    return AttributionLink(
        name=name,
        quote=words,
        field="text",
        start=told.start(group),
        end=told.end(group),
        relation="says",
        named=True,
        body=body,
    )
