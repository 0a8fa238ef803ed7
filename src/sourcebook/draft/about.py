"""What a sentence says that its numbers are about, at its head or in a question before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.draft.harm import harm, metric_of
from sourcebook.model.span import Span
from sourcebook.text.numbers import Number

#: What a sentence is about, told at its head: "On the dead of Arden", "As for the hurt".
_ABOUT = re.compile(
    r"\W*(?:On|As for|As to|Of|For|Regarding|Concerning|About|With regard to)\s+"
    r"(?:the\s+)?(?:[^\W\d]+\s+){0,3}[^\W\d]+",
)


def topic(text: str, number: Number, sentence: Span) -> list[str]:
    """Return what a sentence says first that it is about: "On the dead, police say 30"."""
    match = _ABOUT.match(text, sentence.start, number.span.start)
    found = list(harm().finditer(match.group())) if match else []
    return [metric_of(found[0])] if found else []


def asked(text: str, told: Sequence[Span], at: int) -> list[str]:
    """Return what the question asks for that a sentence answers: "How many died? 17"."""
    before = told[at - 1].slice(text) if at else ""
    found = list(harm().finditer(before)) if before.endswith("?") else []
    return [metric_of(found[0])] if found else []
