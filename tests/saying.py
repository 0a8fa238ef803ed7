"""Reports in invented words, and who is said to state something in them."""

from __future__ import annotations

from sourcebook.extract.attribution import Attributions
from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Parsed, parse
from sourcebook.model.claim import AttributionLink, Figure, verify_link
from sourcebook.model.report import Report, Text

FIGURE = Figure(metric="killed", comparator="eq", value=1, low=1, high=1)


def read(text: str, title: str = "", outlet: str | None = None) -> Parsed:
    report = Report.of(
        Text.of(text, language="en"), source_id="1", title=title, outlet=outlet
    )
    return next(iter(parse([report])))


def chain(
    parsed: Parsed, anchor: str, counted: str | None = None
) -> tuple[AttributionLink, ...]:
    """The chain of a draft anchored at the last token spelt so."""
    attributions = Attributions(parsed)
    for passage in reversed(parsed.passages):
        for token in reversed(passage.doc):
            if token.lower_ == anchor.lower():
                span = passage.span(token)
                at = passage.report.characters(passage.field).find(counted or "\0")
                if counted and at >= 0:
                    span = type(span)(start=at, end=at + len(counted))
                draft = Draft(passage=passage, span=span, payload=FIGURE, anchor=token)
                links = attributions.chain(draft)
                for link in links:
                    verify_link(link, parsed.report)
                return links
    raise AssertionError(f"no token {anchor!r}")


def names(links: tuple[AttributionLink, ...]) -> list[str | None]:
    return [link.name for link in links]
