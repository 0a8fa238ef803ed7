"""The lead of a report: its sentences, and whether it tells of people hit at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.clauses import said_in
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.model.claim import Figure

#: Sentences of the text that count as its lead, and the shortest that counts.
LEAD_SENTENCES = 3
GATE_SENTENCES = 4
SHORTEST = 5
#: Metrics of harm by which a report tells of an incident in whatever words.
HARMED = frozenset({"killed", "injured", "critical", "casualties"})


def lead_of(
    sentences: Sequence[Sentence], start: int | None
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the sentences of title and lead, and those of title and first sentence.

    ``start`` is where a report begins that first talks of other things.
    """
    title = [s.index for s in sentences if s.field == "title" and start is None]
    text = [
        s.index
        for s in sentences
        if s.field == "text" and len(s.tokens) >= SHORTEST and not _is_page(s)
        if s.index >= (start or 0)
    ]
    return frozenset(title + text[:LEAD_SENTENCES]), frozenset(title + text[:1])


def _is_page(sentence: Sentence) -> bool:
    """Whether a line belongs to the page, not to its story: "Updated: May 4"."""
    return pattern("background", "page", "skip").match(said_in(sentence)) is not None


def has_incident(sentences: Sequence[Sentence]) -> bool:
    """Whether title and first sentences speak of anything that hits people."""
    text = [s for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST]
    head = [s for s in sentences if s.field == "title"] + text[:GATE_SENTENCES]
    spoken = pattern("background", "incident", "words")
    return any(spoken.search(said_in(s)) for s in head)


def counts_harm(
    sentences: Sequence[Sentence], figures: Sequence[tuple[Draft, Sentence]]
) -> bool:
    """Whether title or first sentences count people killed or hurt, in any words."""
    text = [s for s in sentences if s.field == "text" and len(s.tokens) >= SHORTEST]
    head = {s.index for s in text[:GATE_SENTENCES]}
    return any(
        isinstance(draft.payload, Figure)
        and draft.payload.metric in HARMED
        and draft.payload.value != 0
        for draft, s in figures
        if s.field == "title" or s.index in head
    )


def is_followup(lead: Iterable[Sentence]) -> bool:
    """Whether the lead tells what came of an incident that lies further back."""
    told = [said_in(s) for s in lead]
    if any(pattern("background", "followup", "fresh").search(said) for said in told):
        return False
    spoken = pattern("background", "followup", "words")
    other = pattern("background", "followup", "other")
    return any(spoken.search(other.sub(" ", said)) for said in told)
