"""Releases printed whole: "The following is a news release from the Brandt police:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.outlets import is_own_outlet
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_INTRODUCED = re.compile(
    r"\bThe following (?:information|account|timeline|release"
    r"|(?:is|was) (?:the |an? ){1,2}(?:press |news |media )?(?:release|statement))\b"
    r"[^.:\n]{0,40}?\b(?:from|by) (?:the )?"
    r"(?P<maker>[^\W\d_][^.,:;\n]{2,60}?)(?=[.,:;\n]| (?:and|on|as|in) |$)",
    re.IGNORECASE,
)
#: The line with which a page goes on behind the release.
_END = re.compile(r"^(?:Copyright|©|###|Read more|Related)\b", re.MULTILINE)


def released_acts(parsed: Parsed) -> Iterator[SpeechAct]:
    """Yield what a release says that a report prints: all behind its introduction."""
    characters = parsed.report.text.characters
    told = _INTRODUCED.search(characters)
    if told is None or is_own_outlet(told.group("maker"), parsed.report):
        return
    end = _END.search(characters, told.end())
    last = end.start() if end is not None else len(characters)
    maker = Span(start=told.start("maker"), end=told.end("maker"))
    link = AttributionLink(
        name=told.group("maker"),
        quote=told.group("maker"),
        field="text",
        start=maker.start,
        end=maker.end,
        relation="says",
        named=any(word[:1].isupper() for word in told.group("maker").split()),
    )
    for paragraph in paragraphs(characters):
        words = Span(
            start=max(paragraph.start, min(told.end(), paragraph.end)),
            end=max(paragraph.start, min(paragraph.end, last)),
        )
        if any(map(str.isalpha, characters[words.start : words.end])):
            yield SpeechAct(
                passage=parsed.sentence_at("text", words.start).passage,
                links=(link,),
                cue=None,
                content=(words,),
                source=maker,
                whole=True,
            )
