"""Acts of speech: somebody is said to state something."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Passage, Sentence
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Field, Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechAct:
    """Who states what, and by which words the report says so.

    ``links`` are the source and those it speaks for, outermost first; ``content``
    the spans of what is stated, in the field of the passage. ``cue`` is the
    reporting verb or the head of "according to"; None for a bare quotation that
    goes on with an earlier speaker. ``source`` is where the sentence itself names
    the source, also where a link holds words of an earlier one ("he"). ``asserts``
    is false for acts that take their object for granted ("condemned the killing").
    ``whole`` acts are transcripts: long words of one speaker about many things.
    """

    passage: Passage
    links: tuple[AttributionLink, ...]
    cue: Token | None
    content: tuple[Span, ...]
    source: Span | None = None
    asserts: bool = True
    whole: bool = False

    @property
    def field(self) -> Field:
        """The field of the report that the content stands in."""
        return self.passage.field

    @property
    def length(self) -> int:
        """How many characters are stated: outer acts state more than inner ones."""
        return sum(span.end - span.start for span in self.content)

    def states(self, field: Field, position: int) -> bool:
        """Whether the character at a position is part of what is stated."""
        return field == self.field and any(
            span.start <= position < span.end for span in self.content
        )


@dataclass(slots=True, eq=False)
class Cue:
    """A reporting expression in one sentence, before its source is resolved.

    ``source`` is the head of the source's phrase; ``block`` the token range of
    source and verb; ``content`` token indices of what is stated. ``relayed`` heads
    a further, inner source ("Reuters, citing officials, said"); ``gap`` is true
    where an unnamed intermediary quotes the source ("was quoted as saying").
    """

    passage: Passage
    sentence: Sentence
    token: Token
    source: Token
    block: tuple[int, int]
    content: set[int] = field(default_factory=set)
    relayed: Token | None = None
    relation: str = "says"
    gap: bool = False
    asserts: bool = True

    @property
    def start(self) -> int:
        """Where the expression begins in the field."""
        return self.passage.start + self.passage.doc[self.block[0]].idx

    @property
    def end(self) -> int:
        """Where the expression ends in the field."""
        last = self.passage.doc[self.block[1] - 1]
        return self.passage.start + last.idx + len(last)
