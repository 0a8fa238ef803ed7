"""What a page has been asked about a stretch already."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar, cast

from sourcebook.model.span import Span


class Remembers(Protocol):
    """What keeps the answers to its questions, by question and stretch."""

    known: dict[tuple[str, Span], object]


Page = TypeVar("Page", bound=Remembers)
Answer = TypeVar("Answer")


def once(
    ask: Callable[[Page, Span], Answer],
) -> Callable[[Page, Span], Answer]:
    """Let a page look into a stretch once for each question.

    Every reading of a report as a roundup asks the same of the same stretches.
    """
    name = ask.__name__

    @wraps(ask)
    def answer(page: Page, span: Span) -> Answer:
        key = (name, span)
        if key not in page.known:
            page.known[key] = ask(page, span)
        return cast(Answer, page.known[key])

    return answer
