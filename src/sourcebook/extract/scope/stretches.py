"""Where a report tells of people hit, if its title and lead hit nobody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sourcebook.extract.draft import Draft
from sourcebook.extract.parsed import Sentence
from sourcebook.model.claim import Figure

#: Metrics of people hit, figures that a stretch has at least which tells of an
#: incident, and sentences between two figures of one stretch.
HARMED = frozenset({"killed", "injured", "casualties", "hospitalized", "critical"})
STRETCH = 3
APART = 3
#: Headings in capitals that make a page a digest of several stories.
HEADINGS = 2
#: Tokens of the longest heading.
LONGEST = 8


def told_at(
    sentences: Sequence[Sentence], figures: Sequence[tuple[Draft, Sentence]]
) -> int | None:
    """Return where a report whose lead hits nobody tells of people hit.

    That is the first sentence of the stretch with most figures of the dead and hurt,
    None where no stretch has several: a fact in passing is no incident of its own,
    and a digest has none that is the page's.
    """
    stretches: list[list[int]] = []
    for draft, sentence in sorted(figures, key=lambda each: each[1].index):
        if sentence.field == "title" or not _is_harm(draft):
            continue
        if stretches and sentence.index - stretches[-1][-1] <= APART:
            stretches[-1].append(sentence.index)
        else:
            stretches.append([sentence.index])
    most = max(stretches, key=len, default=[])
    return most[0] if len(most) >= STRETCH and not _is_digest(sentences) else None


def _is_harm(draft: Draft) -> bool:
    return isinstance(draft.payload, Figure) and draft.payload.metric in HARMED


def _is_digest(sentences: Sequence[Sentence]) -> bool:
    """Whether lines in capitals head its stories, in a text that is not in capitals."""
    text = [s for s in sentences if s.field == "text"]
    heads = [s for s in _lone(text) if len(s.tokens) <= LONGEST and _capitals(s)]
    return HEADINGS <= len(heads) < len(text) / 2 and not all(map(_capitals, text))


def _lone(text: Sequence[Sentence]) -> list[Sentence]:
    """Sentences that are paragraphs of their own."""
    groups = [list(g) for _, g in groupby(text, lambda s: s.passage.index)]
    return [group[0] for group in groups if len(group) == 1]


def _capitals(sentence: Sentence) -> bool:
    characters = sentence.passage.report.characters(sentence.field)
    return sentence.span.slice(characters).isupper()
