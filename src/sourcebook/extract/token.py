"""A token of a parse, whose attributes are read once; names are spaCy's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy.tokens as spacy
    from spacy.tokens.morphanalysis import MorphAnalysis

    from sourcebook.extract.syntax import Doc, Tokens


class Token:
    """A token of a :class:`Doc`; there is one object for each, equal to itself only."""

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    #: The sentence that holds it, and what hangs from it, in order: set by the document.
    sent: Tokens
    children: tuple[Token, ...]

    def __init__(self, doc: Doc, told: spacy.Token) -> None:
        """Read off what rules ask for often; heads and children come later."""
        self.doc = doc
        self.i = told.i
        self.idx = told.idx
        self.text = told.text
        self.lower_ = told.lower_
        self.lemma_ = told.lemma_
        self.pos_ = told.pos_
        self.tag_ = told.tag_
        self.dep_ = told.dep_
        self.ent_type_ = told.ent_type_
        self.is_alpha = told.is_alpha
        self.whitespace_ = told.whitespace_
        self.head = self
        self.children = ()
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> tuple[Token, ...]:
        """The children before the token."""
        children = self.children
        return children[: self._turn()] if children else ()

    @property
    def rights(self) -> tuple[Token, ...]:
        """The children behind the token."""
        children = self.children
        return children[self._turn() :] if children else ()

    def _turn(self) -> int:
        """Return how many of the children stand before the token."""
        before = 0
        for child in self.children:
            if child.i > self.i:
                break
            before += 1
        return before

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all that hangs from it: what is left of it, itself, the rest."""
        if self._subtree is None:
            if not self.children:
                self._subtree = (self,)
                return self._subtree
            before: list[Token] = []
            behind: list[Token] = []
            for child in self.children:
                (before if child.i < self.i else behind).extend(child.subtree)
            self._subtree = (*before, self, *behind)
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Whether the other token hangs from this one, at whatever distance."""
        return any(token is self for token in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other members of the coordination that the token is in."""
        start = self
        while start.dep_ == "conj" and start.head is not start:
            start = start.head
        found = [start]
        for token in found:  # grows as it is read
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def nbor(self, step: int = 1) -> Token:
        """Return the token so many places on; IndexError where there is none."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc.tokens[self.i + step]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins here."""
        return self.sent.start == self.i

    @property
    def morph(self) -> MorphAnalysis:
        """Number, tense and so on."""
        return self._told.morph

    @property
    def ent_iob_(self) -> str:
        """Whether the token begins an entity ("B"), stands in one ("I") or not."""
        return self._told.ent_iob_

    @property
    def is_title(self) -> bool:
        """Whether it is written with a capital and small letters."""
        return self.text.istitle()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return self._told.is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self._told.is_quote

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_lower(self) -> bool:
        """Whether it is written in small letters."""
        return self.text.islower()

    @property
    def is_digit(self) -> bool:
        """Whether it is all digits."""
        return self.text.isdigit()

    @property
    def like_num(self) -> bool:
        """Whether it is a number in digits or in words."""
        return self._told.like_num

    @property
    def _told(self) -> spacy.Token:
        return self.doc.told[self.i]


def _place(token: Token) -> int:
    return token.i
