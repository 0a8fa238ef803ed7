"""A parse as the rules see it: tokens whose attributes are read once.

spaCy makes a token anew each time that one is asked for, and looks its words up at each
reading; rules ask some thousand times for each token. Names and meanings are spaCy's,
as far as rules use them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal, overload

from sourcebook.extract.token import Token

if TYPE_CHECKING:
    import spacy.tokens as spacy

__all__ = ["Alignment", "Doc", "Token", "Tokens"]

Alignment = Literal["strict", "contract", "expand"]


class Tokens:
    """Neighbouring tokens of a document, from ``start`` to before ``end``."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        """Take the places of the tokens, and the kind of entity that they name."""
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[Doc, int, int, str]:
        return self.doc, self.start, self.end, self.label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        """Return one token, or neighbours, counted from the first one here."""
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Tokens(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.tokens[self.start : self.end][at]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where the first token begins in the document's text."""
        return self.doc.offset(self.start)

    @property
    def end_char(self) -> int:
        """Where the last token ends in the document's text."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The characters from the first token to the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Tokens:
        """The sentence of the first token."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that is nearest to the root of the sentence, the first of equals."""
        inside = self.doc.tokens[self.start : self.end]
        for token in inside:
            if token.head is token:
                return token
        outward = [t for t in inside if not self.start <= t.head.i < self.end]
        if len(outward) == 1:
            return outward[0]
        return min(outward, key=_height, default=self.doc.tokens[self.start])

    @property
    def lefts(self) -> Iterator[Token]:
        """What hangs from the tokens and stands before them, the last one's first."""
        for token in reversed(self.doc.tokens[self.start : self.end]):
            yield from (child for child in token.lefts if child.i < self.start)

    @property
    def rights(self) -> Iterator[Token]:
        """What hangs from the tokens and stands behind them."""
        for token in self:
            yield from (child for child in token.rights if child.i >= self.end)

    @property
    def subtree(self) -> Iterator[Token]:
        """The tokens and all that hangs from them."""
        for child in self.lefts:
            yield from child.subtree
        yield from self
        for child in self.rights:
            yield from child.subtree

    @property
    def ents(self) -> list[Tokens]:
        """The named entities that stand wholly inside."""
        return [e for e in self.doc.ents if e.start >= self.start and e.end <= self.end]

    @property
    def noun_chunks(self) -> Iterator[Tokens]:
        """The noun phrases inside, without what follows their head."""
        for chunk in self._told.noun_chunks:
            yield Tokens(self.doc, chunk.start, chunk.end, chunk.label_)

    @property
    def _told(self) -> spacy.Span:
        return self.doc.told[self.start : self.end]


class Doc:
    """A text with its tokens; ``told`` is the parse that it was read off."""

    def __init__(self, told: spacy.Doc) -> None:
        """Read a parse; it must not change afterwards."""
        self.told = told
        self.text = told.text
        self.tokens = [Token(self, token) for token in told]
        self.sents = [Tokens(self, s.start, s.end, s.label_) for s in told.sents]
        self.ents = tuple(Tokens(self, e.start, e.end, e.label_) for e in told.ents)
        self._join()

    def _join(self) -> None:
        """Tell each token its sentence, its head and its children."""
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        hanging: dict[int, list[Token]] = {}
        for token, told in zip(self.tokens, self.told, strict=True):
            token.head = self.tokens[told.head.i]
            if token.head is not token:
                hanging.setdefault(token.head.i, []).append(token)
        for at, children in hanging.items():
            self.tokens[at].children = tuple(children)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        """Return one token, or neighbours."""
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.tokens))
            return Tokens(self, first, max(first, last))
        return self.tokens[at]

    def offset(self, at: int) -> int:
        """Return where a token begins, or the text ends behind the last one."""
        return self.tokens[at].idx if at < len(self.tokens) else len(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def char_span(
        self, start: int, end: int, *, alignment_mode: Alignment = "strict"
    ) -> Tokens | None:
        """Return the tokens of a stretch of characters, None where there are none.

        "expand" takes all that it touches, "contract" all that stand wholly in it, and
        "strict" wants it to begin and end where tokens do.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begins = first.idx == start
        ends = last.idx + len(last.text) == end
        if alignment_mode == "strict" and not (begins and ends):
            return None
        low, high = first.i, last.i + 1
        if alignment_mode == "contract":
            low += first.idx < start
            high -= end < last.idx + len(last.text)
            if high <= low:
                return None
        elif alignment_mode == "expand":
            low += start == first.idx + len(first.text)
        return Tokens(self, low, high)

    def _at(self, character: int) -> Token | None:
        """Return the token at a character, or before the space that stands there."""
        at = bisect_right(self._starts, character) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        behind = token.idx + len(token.text) + len(token.whitespace_)
        return token if character < behind else None


def _height(token: Token) -> int:
    """Return how far the root is; loose white space and punctuation are far from it."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
