"""What the extractor counts in invented sentences."""

from __future__ import annotations

from sourcebook.extract.figures import find_figures
from sourcebook.extract.parsed import parse
from sourcebook.model.claim import Figure
from sourcebook.model.report import Report, Text

#: Quote, metric and value of each figure.
Told = set[tuple[str, str, int | None]]


def told(text: str, title: str = "") -> Told:
    report = Report.of(Text.of(text, language="en"), source_id="invented", title=title)
    drafts = find_figures(next(iter(parse([report]))))
    found: Told = set()
    for draft in drafts:
        assert isinstance(draft.payload, Figure)
        found.add((draft.quote, draft.payload.metric, draft.payload.value))
    return found
