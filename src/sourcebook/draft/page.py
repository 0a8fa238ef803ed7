"""A checked draft as one HTML page: the text with its verdicts marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.draft.values import SOUND, Checked, Finding, Unread
from sourcebook.draft.wording import NAMES, sentence, source, summary
from sourcebook.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the draft: how it is marked, and the findings that end with it."""

    words: str
    mark: str
    title: str
    ends: tuple[int, ...]


def as_html(checked: Checked) -> str:
    """Return a self-contained page; every word of draft and reports is escaped."""
    return (
        _environment()
        .get_template("draft.html.j2")
        .render(
            summary=summary(checked),
            incidents=[label for _, label in checked.incidents],
            pieces=list(pieces(checked)),
            findings=list(enumerate(checked.findings, 1)),
            unread=checked.unread,
            style=_style(),
        )
    )


def pieces(checked: Checked) -> Iterator[Piece]:
    """Cut the draft where marks begin and end; the shortest mark there is shown."""
    marked: list[tuple[Span, Finding | Unread, int]] = [
        *((found.span, found, n) for n, found in enumerate(checked.findings, 1)),
        *((words.span, words, 0) for words in checked.unread),
    ]
    cuts = {0, len(checked.text)}
    cuts |= {at for span, _, _ in marked for at in (span.start, span.end)}
    bounds = sorted(cuts)
    for start, end in pairwise(bounds):
        here = Span(start=start, end=end)
        over = [item for item in marked if item[0].contains(here)]
        shown = min(over, key=lambda i: (i[0].end - i[0].start, i[2]), default=None)
        yield Piece(
            words=here.slice(checked.text),
            mark=_mark(shown[1]) if shown else "",
            title=_title(shown[1]) if shown else "",
            ends=tuple(n for span, _, n in marked if n and span.end == end),
        )


def _mark(item: Finding | Unread) -> str:
    """Return the class by which words are underlined; never by colour alone."""
    if isinstance(item, Unread):
        return "unread"
    if item.verdict == "supported":
        return "sound"
    return "noted" if item.verdict in SOUND else "fault"


def _title(item: Finding | Unread) -> str:
    return item.reason if isinstance(item, Unread) else NAMES[item.verdict]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sourcebook.draft"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["sentence"] = sentence
    environment.filters["source"] = source
    environment.filters["verdict"] = NAMES.__getitem__
    environment.filters["mark"] = _mark
    return environment


@cache
def _style() -> Markup:
    shared = files("sourcebook.dossier") / "templates" / "style.css"
    own = files("sourcebook.draft") / "templates" / "draft.css"
    return Markup(shared.read_text("utf-8") + own.read_text("utf-8"))
