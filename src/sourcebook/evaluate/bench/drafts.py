"""A report written from templates, with the claims that its slots stand for.

This is the extraction of generated reports: it knows the values that it wrote, so
linking gets the claims that a perfect extractor would find.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from sourcebook.model.claim import AttributionLink, Claim, Figure, Payload, Setting
from sourcebook.model.report import Report
from sourcebook.model.span import Field, Span

_NAME, _VERSION = "templates", "1"
#: The slot that names who says what else stands in a sentence.
_SAID = "said"


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a slot: the words, and what they state where they are a claim."""

    words: str
    payload: Payload | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    sentence: Span
    slot: Slot
    said: tuple[Span, str] | None


@dataclass(slots=True)
class Draft:
    """One field of a report as it is written, sentence by sentence."""

    field: Field
    characters: str = ""
    _mentions: list[_Mention] = dataclasses.field(default_factory=list)

    def say(self, template: str, slots: Mapping[str, Slot]) -> None:
        """Add a sentence; its slots are filled and remembered."""
        if self.characters:
            self.characters += " "
        start = at = len(self.characters)
        told: list[tuple[str, Span]] = []
        for literal, name, _, _ in Formatter().parse(template):
            at += len(literal)
            self.characters += literal
            if name is not None:
                words = slots[name].words
                if at == start:
                    words = words[:1].upper() + words[1:]
                told.append((name, Span(start=at, end=at + len(words))))
                self.characters += words
                at += len(words)
        sentence = Span(start=start, end=at)
        said = next((s for name, s in told if name == _SAID), None)
        who = (said, slots[_SAID].words) if said else None
        self._mentions += [
            _Mention(span, sentence, slots[name], who)
            for name, span in told
            if slots[name].payload is not None
        ]

    def copy(self) -> Draft:
        """Return the same words, to be added to."""
        return Draft(self.field, self.characters, list(self._mentions))

    def claims(self, report: Report) -> Iterator[Claim]:
        """Yield the claims of this field; figures name the place in their sentence."""
        places: dict[Span, str] = {}
        ranked = sorted(self._mentions, key=lambda m: not _is_place(m))
        for mention in ranked:
            claim = self._claim(report, mention, places.get(mention.sentence))
            if _is_place(mention):
                places[mention.sentence] = claim.id
            yield claim

    def _claim(self, report: Report, mention: _Mention, place: str | None) -> Claim:
        payload, slot = mention.slot.payload, mention.slot
        if payload is None:
            raise ValueError("a slot without a payload states nothing")
        counts = isinstance(payload, Figure)
        told = slot.background and counts
        return Claim.at(
            report,
            self.field,
            mention.span,
            payload=payload,
            setting=Setting(
                sentence=mention.sentence,
                place=place,
                basis="explicit" if place else "inferred_overall",
                background="war_toll" if told else None,
            ),
            extractor=_NAME,
            version=_VERSION,
            attribution=self._chain(mention) if counts else (),
            role=("background" if told else "incident_total") if counts else None,
        )

    def _chain(self, mention: _Mention) -> tuple[AttributionLink, ...]:
        if mention.said is None:
            return ()
        span, name = mention.said
        link = AttributionLink(
            name=name,
            quote=span.slice(self.characters),
            field=self.field,
            start=span.start,
            end=span.end,
            relation="says",
            named=False,
        )
        return (link,)


def _is_place(mention: _Mention) -> bool:
    return mention.slot.payload is not None and mention.slot.payload.type == "place"
