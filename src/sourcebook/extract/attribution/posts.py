"""Posts printed in a report: "Two taken to hospital. — Ann Poe (@annpoe) May 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.outlets import is_own_outlet
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_SIGNED = re.compile(
    r"(?P<mark>[—–―]|--)\s*(?P<name>[^\W\d_][^\n()—–―]{1,60}?)\s*\(@\w{1,20}\)"
)


def posted_acts(parsed: Parsed) -> Iterator[SpeechAct]:
    """Yield what signed posts say: the words of the paragraph before the signature.

    A signature that opens its paragraph signs the paragraph before it.
    """
    report = parsed.report
    characters = report.text.characters
    told = paragraphs(characters)
    for index, paragraph in enumerate(told):
        start = paragraph.start
        for signed in _SIGNED.finditer(characters, paragraph.start, paragraph.end):
            content = Span(start=start, end=signed.start("mark"))
            start = signed.end()
            if not content.slice(characters).strip() and index:
                content = told[index - 1]
            if content.slice(characters).strip() and not is_own_outlet(
                signed.group("name"), report
            ):
                yield _act(parsed, signed, content)


def _act(parsed: Parsed, signed: re.Match[str], content: Span) -> SpeechAct:
    name = signed.group("name")
    link = AttributionLink(
        name=name,
        quote=name,
        field="text",
        start=signed.start("name"),
        end=signed.end("name"),
        relation="says",
        named=True,
    )
    return SpeechAct(
        passage=parsed.sentence_at("text", content.start).passage,
        links=(link,),
        cue=None,
        content=(content,),
        source=Span(start=signed.start("name"), end=signed.end("name")),
    )
