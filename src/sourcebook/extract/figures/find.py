"""Finding the figures of a report: counts and single persons, then settled."""

from __future__ import annotations

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.antecedents import antecedent_drafts
from sourcebook.extract.figures.carried import carry
from sourcebook.extract.figures.counts import count, drafts_of
from sourcebook.extract.figures.drafted import figure_of
from sourcebook.extract.figures.keyed import with_keyed
from sourcebook.extract.figures.persons import known_names
from sourcebook.extract.figures.settle import settle
from sourcebook.extract.figures.victims import leave_open
from sourcebook.extract.parsed import Parsed

_ORDER = {"title": 0, "text": 1}


def find_figures(parsed: Parsed) -> tuple[Draft, ...]:
    """Return the report's figures in the order of their spans.

    Counts of people come with the metric that the words around them say; single
    persons ("the driver was killed") only where the report tells of an incident.
    """
    names = known_names(parsed.passages)
    counted = [count(passage, names) for passage in parsed.passages]
    carry(counted)
    leave_open(counted)
    drafts = [draft for here in counted for draft in drafts_of(here)]
    drafts.extend(antecedent_drafts(counted))
    settled = with_keyed(parsed.passages, settle(parsed, drafts))
    return tuple(
        sorted(
            settled,
            key=lambda d: (_ORDER[d.passage.field], d.span, figure_of(d).metric),
        )
    )
