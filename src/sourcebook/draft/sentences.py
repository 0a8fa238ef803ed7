"""The sentences of a draft, and a draft with all but some of them blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sourcebook.model.span import Span
from sourcebook.schema.load import table
from sourcebook.text.numbers import find_numbers
from sourcebook.text.segments import paragraphs

_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")
#: Where a sentence goes on to another thing.
_BREAK = re.compile(
    r"[;:—]|,\s+(?:and|while|but|whereas|though)\b|\s[–-]\s|\b(?:while|whereas)\b"
)
_ASIDE = re.compile(r"\([^()]*\)")
#: A full stop that ends no sentence: "Nov. 5", "Lt. Gen. Arden".
_SHORT = (
    r"(?:(?<=\b[JFMASOND][aepuco][a-z])|(?<=\bSept))\.(?=\s+\d)"
    r"|(?:(?<=\b(?:Mr|Dr|Lt|St|Mt))|(?<=\b(?:Mrs|Gen|Col|Maj|Sgt|Gov|Sen|Rep|Rev))"
    r"|(?<=\b(?:Capt|Prof|Brig)))\.(?=\s+[A-Z])"
)
_SENTENCE = re.compile(
    rf"[^.!?\n]+(?:(?:[.!?](?!\s|$)|{_SHORT})[^.!?\n]*)*[.!?]?[\"”’)]*"
)
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


def governing(characters: str, here: Span, number: Span) -> str:
    """Return a clause without what it adds of another number after a number.

    Of what stands in brackets, only what stands there with the number is left.

    >>> text = "In all 33 died, 14 of them in Arden"
    >>> governing(text, Span(start=0, end=35), Span(start=7, end=9))
    'In all 33 died'
    """
    for comma in re.finditer(",", characters[number.end : here.end]):
        added = characters[number.end + comma.start() : here.end]
        if find_numbers(added):
            end = number.end + comma.start()
            break
    else:
        end = here.end
    head = _ASIDE.sub(" ", characters[here.start : number.start])
    return (
        head + number.slice(characters) + _ASIDE.sub(" ", characters[number.end : end])
    )


def between_commas(characters: str, at: int) -> str:
    """Return the words between the commas around a place in a clause.

    >>> between_commas("In Arden 14, in Bay 12", 20)
    ' in Bay 12'
    """
    first = characters.rfind(",", 0, at) + 1
    last = characters.find(",", at)
    return characters[first : last if last >= 0 else None]


@cache
def _all(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('draft')[key])})\b", re.IGNORECASE)


def tells_all(characters: str) -> bool:
    """Whether words say that they count everybody: "in all", "the two attacks"."""
    return _all("whole").search(characters) is not None


def sums_up(characters: str) -> bool:
    """Whether words say of a number itself that it is of all: "in all", "altogether"."""
    return _all("summing").search(characters) is not None


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
