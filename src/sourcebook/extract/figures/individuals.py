"""One person told without a number, as a mention."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.parsed import Passage
from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.text.numbers import Number

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token


#: An age in words before a noun; groups: the number, the unit.
AGED = re.compile(r"\b(\d+)[- ](year|month|week|day)[- ]old")
#: What opens a phrase of one person: articles and pointing words, then owners.
DETERMINERS = frozenset(("a", "an", "the", "another", "this", "that", "one"))
OWNERS = frozenset(("his", "her", "their", "my", "our", "your", "its", "whose"))
#: How many tokens before its head a phrase of a person may start.
REACH = 7


def one_person(
    passage: Passage,
    start: int,
    end: int,
    head: Token,
    population: str,
    *,
    known: bool = True,
) -> Mention:
    """Return the mention of one person told without a number."""
    span = Span(start=start, end=end)
    number = Number(span=span, bare=span, comparator="eq", value=1, low=1, high=1)
    return Mention(
        passage=passage,
        number=number,
        start=start,
        end=end,
        head=head,
        person=known,
        population=population,
        state=_state(passage, start, head),
        single=True,
    )


def _state(passage: Passage, start: int, head: Token) -> str | None:
    for token in passage.doc[max(0, head.i - REACH) : head.i]:
        if token.idx >= start and lexicon.look_up(token.lower_, "states"):
            return token.lower_
    return None


def is_minor(words: str) -> bool:
    """Whether the words give an age under 18 years."""
    aged = AGED.search(words.lower())
    return aged is not None and (aged.group(2) != "year" or int(aged.group(1)) < 18)


@cache
def organisations() -> frozenset[str]:
    """Return the words that make a name that of a body, in lower case."""
    return frozenset(table("populations")["organisations"]["words"])
