"""Entries of the memory: who was told of, where, and whether a word of theirs was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.attribution.mentions import Mention


@dataclass(slots=True)
class Entry:
    """A mention in the sentence of an index; ``issued`` where a text was put out."""

    mention: Mention
    sentence: int
    spoke: bool
    issued: bool = False


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
