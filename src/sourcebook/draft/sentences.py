"""The sentences of a draft, and a draft with all but some of them blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")
#: Where a sentence goes on to another thing.
_BREAK = re.compile(
    r"[;:—]|,\s+(?:and|while|but|whereas|though)\b|\s[–-]\s|\b(?:while|whereas)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?[\"”’)]*")
#: What marks an entry of a list, which no sentence begins with.
_BULLET = re.compile(r"^[ \t]*([-*•–]|\d{1,2}[.)])(?=[ \t])", re.MULTILINE)


def sentences(characters: str) -> Iterator[Span]:
    """Yield where the sentences stand, paragraph by paragraph."""
    for paragraph in paragraphs(characters):
        inner = paragraph.slice(characters)
        for match in _SENTENCE.finditer(inner):
            if match.group().strip():
                yield Span(
                    start=paragraph.start + match.start(),
                    end=paragraph.start + match.end(),
                )


def clause(characters: str, sentence: Span, here: Span) -> Span:
    """Return the part of a sentence around some words, up to where it breaks.

    >>> text = "Two died in Arden, and in Bay four were hurt."
    >>> clause(text, Span(start=0, end=45), Span(start=0, end=3)).slice(text)
    'Two died in Arden'
    """
    breaks = [
        m.span() for m in _BREAK.finditer(characters, sentence.start, sentence.end)
    ]
    return Span(
        start=max((b for _, b in breaks if b <= here.start), default=sentence.start),
        end=min((a for a, _ in breaks if a >= here.end), default=sentence.end),
    )


def unquoted(characters: str) -> str:
    """Return the characters without what stands in quotation marks.

    >>> unquoted('"Not in Arden," said Tom Reed.')
    '  said Tom Reed.'
    """
    return _QUOTED.sub(" ", characters)


def only(characters: str, kept: Iterable[Span]) -> str:
    """Return the characters with all but these spans blank, offsets unchanged.

    >>> only("One. Two. Three.", [Span(start=5, end=9)])
    '     Two.       '
    """
    blank = re.sub(r"[^\n]", " ", characters)
    characters = _BULLET.sub(lambda m: " " * len(m.group()), characters)
    parts, at = [], 0
    for span in sorted(kept):
        parts += [blank[at : span.start], span.slice(characters)]
        at = span.end
    return "".join([*parts, blank[at:]])


def groups(
    told: Sequence[tuple[Span, str | None]],
) -> list[tuple[str | None, list[Span]]]:
    """Return the sentences by incident, in the order of their first mention."""
    found: dict[str | None, list[Span]] = {}
    for span, root in told:
        found.setdefault(root, []).append(span)
    return list(found.items())
