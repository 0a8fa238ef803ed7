"""Pages that list events which have nothing to do with each other.

A police blotter or a night's round of shootings tells each in paragraphs of its own;
links to other stories stand between the paragraphs of a report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.clauses import said_in
from sourcebook.extract.scope.lexicon import pattern

#: Headings that make a page a list, and sentences of its head that may say so.
HEADINGS = 2
HEAD = 3
#: Tokens that a line has which heads another story.
SHORT = 4
LONG = 14


def segments(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the entry that each sentence of a list stands in; empty for no list.

    Title and first lines, which speak for all entries, stand in none.
    """
    text = [s for s in sentences if s.field == "text"]
    opens = [group[0] for group in _passages(text)]
    headed = [s.index for s in opens if _says(s, "heading")]
    if len(headed) >= HEADINGS:
        return _entries(text, frozenset(headed))
    head = _head(sentences)
    if not any(_says(s, "lead") for s in head) or any(
        _says(s, "one_hand") for s in head
    ):
        return {}
    first = frozenset(s.index for s in opens)
    starts = [s.index for s in text if _opens_entry(s, first=s.index in first)]
    return _entries(text, frozenset(starts)) if len(starts) >= HEADINGS else {}


def sums(sentences: Sequence[Sentence], entries: Mapping[int, int]) -> frozenset[int]:
    """Return the sentences of a list that count over all its entries.

    They are those that speak of several events, and where the title does so, all
    before the first entry.
    """
    if not entries:
        return frozenset()
    title = [s for s in sentences if s.field == "title"]
    listed = not title or any(_says(s, "lead") for s in title)
    return frozenset(
        s.index
        for s in sentences
        if (listed and s.index not in entries)
        or _says(s, "several")
        or _says(s, "lead")
    )


def _opens_entry(sentence: Sentence, *, first: bool) -> bool:
    """Whether a sentence tells of somebody new at a time or place of its own.

    Within a paragraph it must say that this is another event.
    """
    if _says(sentence, "again") or not _says(sentence, "fresh"):
        return False
    if _says(sentence, "several") or _says(sentence, "lead"):
        return False
    if first:
        return _says(sentence, "when") or _says(sentence, "where")
    return _says(sentence, "next") and _says(sentence, "when")


def _entries(text: Sequence[Sentence], starts: frozenset[int]) -> dict[int, int]:
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
    films = frozenset(
        s.index for s in sentences if s.field == "text" and _says(s, "video")
    )
    return films | {i for i in found if not any(word in by_index[i] for word in own)}


def headlines(sentences: Sequence[Sentence], names: frozenset[str]) -> frozenset[int]:
    """Return the lines between paragraphs of prose that head other stories.

    ``names`` are those of the report's own people: a line with one is a heading of
    its own.
    """
    groups = _passages([s for s in sentences if s.field == "text"])
    return frozenset(
        group[0].index
        for before, group, after in zip(groups, groups[1:], groups[2:], strict=False)
        if before[0].index > HEAD
        and len(group) == 1
        and SHORT <= len(group[0].tokens) <= LONG
        and _is_headline(group)
        and not _is_headline(before)
        and not _is_headline(after)
        and not any(token.text in names for token in group[0].tokens)
    )


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
