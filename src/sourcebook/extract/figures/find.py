"""Finding the figures of a report: counts, then single persons."""

from __future__ import annotations

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.counts import counts_in
from sourcebook.extract.figures.singles import singles_in
from sourcebook.extract.parsed import Parsed


def find_figures(parsed: Parsed) -> tuple[Draft, ...]:
    """Return the report's figures in the order of their spans.

    Counts of people come with the metric that the words around them say; single
    persons ("the driver was killed") follow where the report tells of an incident.
    """
    counts = [draft for passage in parsed.passages for draft in counts_in(passage)]
    singles = singles_in(parsed, counts)
    order = {"title": 0, "text": 1}
    return tuple(
        sorted(
            [*counts, *singles],
            key=lambda d: (order[d.passage.field], d.span, d.payload.metric),  # type: ignore[union-attr]
        )
    )
