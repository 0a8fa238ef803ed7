"""The stretch of a sentence that states a figure, without its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Sentence
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Doc, Token

#: Words that open a clause of its own when the parse marks them as such.
OPENERS = frozenset(
    {
        "when",
        "after",
        "before",
        "while",
        "where",
        "as",
        "although",
        "though",
        "because",
    }
)
#: Opens the clause that says how and when what was told before came about.
OWN_TIME = "when"
RELATIVES = frozenset({"which", "who", "that", "whose", "whom"})
OPENING_ROLES = frozenset({"mark", "advmod"})
SUBJECT_TAGS = frozenset({"WDT", "WP", "WP$"})
#: Words by which a speaker goes on, and reasons that he gives.
ADDING = frozenset({"saying", "adding", "claiming", "stating", "noting", "avenge"})
#: Opens what a report adds up to: "bringing to 51 the number executed this year".
ADDING_UP = frozenset({"bringing", "raising", "taking", "pushing"})
REASONS = frozenset(
    {"retaliation", "revenge", "response", "reprisal", "retribution", "reply"}
)
#: White space other than a single space.
SPACES = re.compile(r"[^\S ]\s*| \s+")
HARD_STOPS = frozenset({";", "—", "--", "–"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """Lower-cased words around a claim, and where its stretch stands.

    ``before`` and ``after`` end where the stretch does; ``stretch`` is both with
    the claim between; ``sentence`` is everything in the sentence up to the claim,
    ``whole`` the sentence. ``quote`` are the claim's own words.
    """

    sentence: Sentence
    anchor: Token
    span: Span
    first: int
    last: int
    before: str
    after: str
    quote: str
    upto: str
    whole: str

    @property
    def stretch(self) -> str:
        """The stretch as one string."""
        return f"{self.before}{self.quote}{self.after}"

    @property
    def opener(self) -> str:
        """The word that opens the stretch."""
        return self.sentence.tokens.doc[self.first].lower_

    @property
    def reach(self) -> Span:
        """Where the stretch stands in the report's field."""
        doc = self.sentence.tokens.doc
        return self.sentence.passage.span(doc[self.first : self.last])


def clause_at(sentence: Sentence, anchor: Token, span: Span) -> Clause:
    """Return the stretch of the sentence around a span and its anchor."""
    tokens = sentence.tokens
    doc, base = tokens.doc, sentence.passage.start
    low, high = span.start - base, span.end - base
    start, end = _covered(doc, tokens.start, tokens.end, low, high)
    if tokens.start <= anchor.i < tokens.end:
        start, end = min(start, anchor.i), max(end, anchor.i + 1)
    first, last = _left(doc, start, tokens.start), _right(doc, end, tokens.end)
    left, right = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    begin, stop = tokens.start_char, tokens.end_char
    low, high = max(low, begin), max(min(high, stop), low)
    characters = sentence.passage.report.characters(sentence.field)

    def words(one: int, other: int) -> str:
        return flowing(characters[base + one : base + max(one, other)])

    return Clause(
        sentence=sentence,
        anchor=anchor,
        span=span,
        first=first,
        last=last,
        before=words(min(left, low), low),
        after=words(high, right),
        quote=words(low, high),
        upto=words(begin, low),
        whole=words(begin, stop),
    )


def main_part(clause: Clause) -> Clause:
    """Return the clause without what its speaker adds: "..., saying he was hurt".

    Reasons fall away too: "in retaliation for the raids of last month".
    """
    doc = clause.sentence.tokens.doc
    behind = doc[clause.anchor.i + 1 : clause.last]
    first = next((token for token in behind if _adds(token, clause.last)), None)
    if first is None or not clause.first <= clause.anchor.i:
        return clause
    base = clause.sentence.passage.start
    start = clause.span.end - base
    if first.idx < start:
        return clause
    characters = clause.sentence.passage.report.characters(clause.sentence.field)
    kept = flowing(characters[clause.span.end : base + first.idx])
    return replace(clause, last=first.i, after=kept)


def _adds(token: Token, last: int) -> bool:
    if token.lower_ in ADDING:
        return True
    return (
        token.lower_ in {"in", "as"}
        and token.i + 2 < last
        and any(token.nbor(k).lower_ in REASONS for k in (1, 2))
    )


@lru_cache(maxsize=512)  # asked for seven times a sentence
def said_in(sentence: Sentence) -> str:
    """Return the sentence's words in lower case."""
    characters = sentence.passage.report.characters(sentence.field)
    return flowing(sentence.span.slice(characters))


def flowing(words: str) -> str:
    r"""Return the words in lower case on one line: wires wrap theirs.

    >>> flowing("in the\nlast 3 DAYS ")
    'in the last 3 days '
    """
    if words.isprintable() and "  " not in words:
        return words.lower()
    return SPACES.sub(" ", words).lower()


def path(token: Token) -> Sequence[Token]:
    """Return the token and its heads up to the root."""
    found = [token]
    while found[-1].head.i != found[-1].i:
        found.append(found[-1].head)
    return found


def _covered(doc: Doc, first: int, last: int, low: int, high: int) -> tuple[int, int]:
    inside = [t.i for t in doc[first:last] if t.idx < high and t.idx + len(t) > low]
    return (inside[0], inside[-1] + 1) if inside else (first, first + 1)


def _left(doc: Doc, start: int, floor: int) -> int:
    for token in reversed(doc.tokens[floor + 1 : start + 1]):
        if token.text in HARD_STOPS:
            return min(token.i + 1, start)
        if opens(token):
            return _with_antecedent(doc, token.i, floor)
    return floor


def _with_antecedent(doc: Doc, i: int, floor: int) -> int:
    if doc[i].lower_ not in RELATIVES:
        return i
    verb = doc[i].head
    if verb.pos_ == "ADP":  # "a war in which"
        verb = verb.head
    noun = verb.head
    return max(floor, noun.left_edge.i) if noun.i < i else i


def _right(doc: Doc, end: int, ceiling: int) -> int:
    for token in doc[end:ceiling]:
        if token.text in HARD_STOPS:
            return token.i
        if opens(token) and token.lower_ != OWN_TIME:
            return token.i
    return ceiling


def opens(token: Token) -> bool:
    """Whether the token opens a clause: a subordinator or a relative pronoun."""
    if token.lower_ in OPENERS:
        return token.dep_ in OPENING_ROLES
    if token.lower_ in ADDING_UP:
        return token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "conj"}
    if token.lower_ in RELATIVES:
        return token.tag_ in SUBJECT_TAGS or (
            token.dep_ == "mark" and token.head.dep_ in {"relcl", "acl"}
        )
    return token.lower_ == "but" and token.dep_ == "cc"
