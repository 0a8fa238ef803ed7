"""Interviews as print gives them: "RENNER: We regret it." a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.labels import called
from sourcebook.extract.attribution.memory import Memory
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

#: Lines that make an interview.
_FEWEST_LINES = 3
_LINE = re.compile(r"[\"“]?(?P<label>[A-Z][A-Z.'’ -]{2,30}):\s+(?=\S[^\n]*[a-z])")


def _last_word(label: re.Match[str]) -> str:
    return label.group("label").lower().split()[-1]


def printed_lines(parsed: Parsed, memory: Memory) -> Iterator[SpeechAct]:
    """Yield what each speaker says whose name in capitals opens a paragraph."""
    characters = parsed.report.text.characters
    silent = cues.words("interviewers") | cues.words("labels")
    told = [
        (paragraph, match)
        for paragraph in paragraphs(characters)
        if (match := _LINE.match(characters, paragraph.start, paragraph.end))
        and not {match.group("label").lower(), _last_word(match)} & silent
    ]
    if len(told) < _FEWEST_LINES:
        return
    for paragraph, match in told:
        name, body = called(memory, match.group("label"))
        link = AttributionLink(
            name=name,
            quote=match.group("label"),
            field="text",
            start=match.start("label"),
            end=match.end("label"),
            relation="says",
            named=True,
            body=body,
        )
        yield SpeechAct(
            passage=parsed.sentence_at("text", match.end()).passage,
            links=(link,),
            cue=None,
            content=(Span(start=match.end(), end=paragraph.end),),
            source=Span(start=match.start("label"), end=match.end("label")),
            whole=True,
        )
