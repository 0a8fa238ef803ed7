"""Entries of the memory: who was told of, where, and whether a word of theirs was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.likeness import is_bare_account
from sourcebook.extract.attribution.mentions import Mention

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@dataclass(slots=True)
class Entry:
    """A mention in the sentence of an index; ``issued`` where a text was put out."""

    mention: Mention
    sentence: int
    spoke: bool
    issued: bool = False


#: Whom a possessive, or a pronoun behind "according to", stands for.
_CASES = {
    "his": "he",
    "him": "he",
    "her": "she",
    "their": "they",
    "them": "they",
    "its": "it",
}


def nominative(pronoun: Token) -> str:
    """Return the pronoun as a subject, in lower case."""
    return _CASES.get(pronoun.lower_, pronoun.lower_)


def text_like(mention: Mention, entries: Sequence[Entry], first: int) -> Mention | None:
    """Return the last text of that kind whose maker was told ("a police release").

    ``first`` is the sentence from which on it counts.
    """
    for entry in reversed(entries):
        told = entry.mention
        same = cues.lemma(told.head) == cues.lemma(mention.head)
        if same and entry.sentence >= first and not is_bare_account(told):
            return told
    return None


def office_bearer(mention: Mention, entries: Sequence[Entry]) -> Mention | None:
    """Return the person whom the same words called before ("the governor of Harbour")."""
    said = mention.name.casefold().removeprefix("the ")
    for entry in reversed(entries):
        held = entry.mention
        if held.kind == "person" and held.named and said in held.tokens.text.casefold():
            return held
    return None


def is_overtaken(
    spoken: Sequence[Entry], fitting: Sequence[Entry], sentence: int
) -> bool:
    """Return whether "they" are people of the last sentence, not who spoke before it.

    ``fitting`` are those whom the word can mean, ``spoken`` those of them who spoke.
    """
    last = fitting[-1] if fitting else None
    if last is None or last.spoke or last.mention.kind != "people":
        return False
    heard = spoken[-1].sentence if spoken else -1
    return sentence - last.sentence <= 1 and sentence - heard >= 2


def backwards(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries from the last on, of one sentence first those who spoke."""
    last = sorted(
        enumerate(entries),
        key=lambda pair: (pair[1].sentence, pair[1].spoke, pair[0]),
    )
    return [entry for _, entry in reversed(last)]
