"""Whose words a draft retells, by the sentences of the reports themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.draft.ledger import Ledger
from sourcebook.draft.likeness import contained, content
from sourcebook.draft.naming import leading_name, saying_name
from sourcebook.draft.reading import Told
from sourcebook.draft.rulings import Ruling
from sourcebook.draft.sentences import sentences
from sourcebook.draft.speakers import is_anybody, is_person, same_source
from sourcebook.draft.titles import is_titled
from sourcebook.reconcile.wording import listed

#: The share of words from which two sentences tell one thing, and how many they share.
SHARE, FEWEST = 0.6, 2
_PRONOUN = re.compile(
    r"\W*(?:He|She|They|It)\b|.*\b(?:he|she|they|it) (?:said|says|added)\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: str | None
    text: str


def of_another(told: Told, speaker: str, ledger: Ledger) -> Ruling | None:
    """Return the verdict that somebody else says it; None where that is not sure.

    Sure is it where every sentence that tells the same names who says so.
    """
    if told.root is None or is_anybody(speaker) or ";" in told.claim.quote:
        return None
    found = list(_alike(told, speaker, ledger))
    if not found or any(said.speaker is None for said in found):
        return None
    if any(_is_one(speaker, said) for said in found):
        return None
    names = list(dict.fromkeys(said.speaker or "" for said in found))
    if not all(map(_is_firm, (speaker, *names))):
        return None
    return Ruling("wrong_speaker", f"a report has it from {listed(names)}")


def _is_firm(name: str) -> bool:
    """Whether a name tells one person or body: a person, or a name with capitals."""
    return is_person(name) or any(word[:1].isupper() for word in name.split())


def _is_one(speaker: str, said: _Said) -> bool:
    other = said.speaker or ""
    return (
        same_source(speaker, other)
        or is_titled(speaker, other, said.text)
        or is_titled(other, speaker, said.text)
    )


def _alike(told: Told, speaker: str, ledger: Ledger) -> Iterator[_Said]:
    """Yield who says the sentences of the reports that tell the same as the draft's."""
    assert told.root is not None
    labels = " ".join(node.label for node in ledger.incidents.nodes(told.root))
    names = {*content(labels), *content(speaker)}
    mine = _without(content(told.claim.quote), names)
    for key in ledger.contents.incident[told.root].reports:
        text = ledger.contents.report[key].text.characters
        before = ""
        for span in sentences(text):
            here = span.slice(text)
            said = _speaker(here, before)
            theirs = _without(content(here), names | set(content(said or "")))
            shared = mine.keys() & theirs.keys()
            share = max(contained(mine, theirs), contained(theirs, mine))
            if len(shared) >= FEWEST and share >= SHARE:
                yield _Said(said, text)
            before = here


def _without(told: dict[str, float], names: set[str]) -> dict[str, float]:
    return {head: worth for head, worth in told.items() if head not in names}


def _speaker(here: str, before: str) -> str | None:
    """Return who says a sentence: whom it names, else, for "he said", the one before."""
    named = saying_name(here)
    if named is not None:
        return named
    if not _PRONOUN.match(here):
        return None
    return saying_name(before) or leading_name(before)
