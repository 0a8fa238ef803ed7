"""One metric that the words near a count of people tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.figures.mentions import Mention
from sourcebook.model.claim import Metric, Modality

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One metric said of a count; offsets of its word count in the passage.

    ``side`` tells the construction: right, left, noun, possessor, tree, self;
    ``toll`` marks a number behind "a toll of", which what follows it makes precise;
    ``share`` some of those whom the count before tells.
    """

    metric: Metric
    start: int
    end: int
    side: str
    modality: Modality = "asserted"
    toll: bool = False
    share: bool = False


def tokens_of(mention: Mention, match: re.Match[str] | None) -> Tokens | None:
    """Return the tokens of the harm word that a pattern matched near a mention."""
    if match is None:
        return None
    start, end = match.span("word")
    return mention.passage.doc.char_span(start, end, alignment_mode="expand")
