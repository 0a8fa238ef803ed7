"""Builds scenes of invented reports with figures marked by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.extract.scope import Scene, Settled
from sourcebook.model.claim import (
    AttributionLink,
    Claim,
    Figure,
    Payload,
    Place,
    Setting,
    Target,
    Time,
)
from sourcebook.model.report import Report, Text
from sourcebook.model.span import Span


@dataclass
class Telling:
    """A report under construction; ``figure`` and ``place`` mark words by quoting."""

    parsed: Parsed
    drafts: dict[str, Draft] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def figure(
        self,
        quote: str,
        metric: str = "killed",
        value: int | None = None,
        *,
        at: str | None = None,
        **hints: object,
    ) -> Telling:
        """Mark a figure; ``at`` is a longer stretch in which to look for it."""
        passage, start = self._find(quote, at)
        span = Span(start=start, end=start + len(quote))
        tokens = passage.tokens(span)
        assert tokens is not None
        root = tokens.root
        anchor = root.head if root.head.pos_ in {"VERB", "AUX"} else root
        vague = value is None
        payload = Figure(
            metric=metric,
            comparator="vague" if vague else "eq",
            value=value,
            low=2 if vague else value,
            high=None if vague else value,
            population=str(hints.pop("population", "persons")),
        )
        self.drafts[at or quote] = Draft(
            passage=passage, span=span, payload=payload, anchor=anchor, **hints
        )
        return self

    def place(
        self,
        quote: str,
        precision: str = "city",
        role: str = "event",
        at: str | None = None,
    ) -> Telling:
        """Mark a place."""
        return self._claim(quote, Place(name=quote, precision=precision, role=role), at)

    def target(self, quote: str, kind: str, at: str | None = None) -> Telling:
        """Mark a facility."""
        return self._claim(quote, Target(kind=kind), at)

    def time(
        self, quote: str, edtf: str, at: str | None = None, *, role: str = "event"
    ) -> Telling:
        """Mark a date, of the event unless told otherwise."""
        return self._claim(quote, Time(edtf=edtf, role=role, basis="explicit"), at)

    def scene(self) -> Scene:
        """Build the scene of what was marked."""
        return Scene(
            self.parsed,
            figures=list(self.drafts.values()),
            places=[c for c in self.claims if c.type == "place"],
            times=[c for c in self.claims if c.type == "time"],
            targets=[c for c in self.claims if c.type == "target"],
        )

    def settle(self, key: str, chain: Sequence[AttributionLink] = ()) -> Settled:
        """Settle one of the marked figures."""
        return self.scene().settle(self.drafts[key], tuple(chain))

    def roles(self) -> list[str]:
        """Return the roles of all figures in the order they were marked."""
        scene = self.scene()
        return [scene.settle(draft, ()).role for draft in self.drafts.values()]

    def claim(self, quote: str) -> Claim:
        """Return the first marked claim with these words."""
        return next(c for c in self.claims if c.quote == quote)

    def _claim(self, quote: str, payload: Payload, at: str | None) -> Telling:
        passage, start = self._find(quote, at)
        span = Span(start=start, end=start + len(quote))
        sentence = self.parsed.sentence_at(passage.field, start).span
        claim = Claim.at(
            passage.report,
            passage.field,
            span,
            payload=payload,
            setting=Setting(sentence=sentence),
            extractor="test",
            version="0",
        )
        self.claims.append(claim)
        return self

    def _find(self, quote: str, at: str | None) -> tuple:
        report = self.parsed.report
        for passage in self.parsed.passages:
            characters = report.characters(passage.field)
            wider = characters.find(at or quote, passage.start)
            start = characters.find(quote, wider) if wider >= 0 else -1
            if 0 <= start < passage.start + len(passage.doc.text):
                return passage, start
        raise AssertionError(f"{quote!r} is not in the report")


@pytest.fixture
def tell() -> Callable[..., Telling]:
    """Return a builder of reports."""

    def build(
        text: str, title: str = "", published: str | None = "2031-06-12"
    ) -> Telling:
        report = Report.of(
            Text.of(text, language="en"),
            source_id="test",
            title=title,
            published=published,
        )
        return Telling(next(iter(parse([report]))))

    return build


@pytest.fixture
def link() -> Callable[..., AttributionLink]:
    """Return a builder of attribution links that only have a name."""

    def build(name: str, *, named: bool = True) -> AttributionLink:
        found = AttributionLink(
            name=name,
            quote=None,
            field=None,
            start=None,
            end=None,
            relation="says",
            named=named,
        )
        return replace(found)

    return build
