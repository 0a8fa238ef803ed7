"""Pages that list events which have nothing to do with each other.

A police blotter or a night's round of shootings tells each in paragraphs of its own;
links to other stories stand between the paragraphs of a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.clauses import said_in
from sourcebook.extract.scope.lexicon import pattern

#: Headings that make a page a list, and sentences of its head that may say so.
HEADINGS = 2
HEAD = 3


def segments(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the entry that each sentence of a list stands in; empty for no list.

    Title and first lines, which speak for all entries, stand in none.
    """
    text = [s for s in sentences if s.field == "text"]
    opens = [group[0] for group in _passages(text)]
    headed = [s.index for s in opens if _says(s, "heading")]
    if len(headed) >= HEADINGS:
        starts = frozenset(headed)
    elif any(_says(s, "lead") for s in _head(sentences)):
        starts = frozenset(s.index for s in opens if _says(s, "entry"))
    else:
        return {}
    found: dict[int, int] = {}
    entry = -1
    for sentence in text:
        entry += sentence.index in starts
        if entry >= 0:
            found[sentence.index] = entry
    return found


def teasers(sentences: Sequence[Sentence], own: frozenset[str]) -> frozenset[int]:
    """Return the sentences that only link to other stories.

    ``own`` are words in lower case by which a link is known to be to the same story.
    """
    found: set[int] = set()
    for group in _passages([s for s in sentences if s.field == "text"]):
        linking = bool(found) and group[0].index - 1 in found and _is_headline(group)
        for sentence in group:
            linking = linking or _says(sentence, "link")
            if linking:
                found.add(sentence.index)
    by_index = {s.index: said_in(s) for s in sentences}
    return frozenset(i for i in found if not any(word in by_index[i] for word in own))


def _is_headline(group: Sequence[Sentence]) -> bool:
    """Whether a paragraph is a line without a full stop."""
    return not said_in(group[-1]).rstrip(" \"'”’").endswith((".", "!", "?"))


def _head(sentences: Sequence[Sentence]) -> list[Sentence]:
    text = [s for s in sentences if s.field == "text"]
    return [s for s in sentences if s.field == "title"] + text[:HEAD]


def _passages(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    return [list(group) for _, group in groupby(sentences, lambda s: s.passage.index)]


def _says(sentence: Sentence, key: str) -> bool:
    spoken = pattern("background", "listing", key)
    return spoken.search(said_in(sentence).strip()) is not None
