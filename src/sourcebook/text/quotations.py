"""Quotations: stretches of quoted words, also over several paragraphs.

A newspaper quotation that runs on leaves the paragraph's mark open and opens again
at the head of the next one (DOMAIN STM-2). Words in square brackets are the
editor's, not the speaker's (STM-4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.model.span import Span
from sourcebook.text.segments import paragraphs

_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile(r"['‘’]")
_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OPENERS = "“„«``"
_BEFORE_OPENING = " \t\u00a0([{—–-:/"
_SCARE_WORDS = 4
_HEADING_WORDS = 12
#: Characters within which a single mark must close, else it is an apostrophe.
_LONGEST_SINGLE = 5_000
#: Lines that a quotation may run on to its closing mark, and to a new opening one.
_LONGEST_RUN, _FEW_LINES = 8, 2
#: A mark was forgotten where the tag stands inside ("“I saw it, he said.").
_TAGGED = re.compile(
    r"\b(?:said|says|told|added|according to|reported)\b(?! (?:me|us)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words: one span a paragraph, marks left out.

    ``insertions`` are bracketed words of the editor inside the parts. ``scare`` is
    true for a few words set apart inside the writer's own clause ("massive").
    ``closed`` is false where no closing mark was found.
    """

    parts: tuple[Span, ...]
    insertions: tuple[Span, ...] = ()
    scare: bool = False
    closed: bool = True

    @property
    def start(self) -> int:
        """Where the first quoted character stands."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    closed: bool
    leading: bool
    single: bool


def quotations(characters: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order.

    >>> told = 'He said: "We saw two [buses] burn.'
    >>> (quote,) = quotations(told + '\\n"They were empty."')
    >>> [part.slice(told) for part in quote.parts][:1], len(quote.parts)
    (['We saw two [buses] burn.'], 2)
    """
    told = [span for span in paragraphs(characters) if not is_heading(characters, span)]
    pieces: list[tuple[int, _Piece]] = []
    last = -1
    for index, paragraph in enumerate(told):
        found = _pieces(characters, paragraph, carried=index <= last)
        pieces += [(index, piece) for piece in found]
        if index >= last and found and not (found[-1].closed or found[-1].single):
            last = _runs_to(characters, told, index, found[-1])
    return tuple(_joined(characters, pieces))


def _runs_to(characters: str, told: list[Span], index: int, left_open: _Piece) -> int:
    """The last paragraph that an open quotation runs into without a mark at its head.

    So sentences that stand on lines of their own are quoted: the mark that closes is
    lines below. A mark that opens ends the search, and only a few lines lie before one.
    """
    if _TAGGED.search(left_open.span.slice(characters)):
        return index
    for later in range(index + 1, min(len(told), index + 1 + _LONGEST_RUN)):
        paragraph = told[later]
        first = _DOUBLE.search(characters, paragraph.start, paragraph.end)
        if first is None:
            if _TAGGED.search(paragraph.slice(characters)):
                return index
            continue
        if first.start() == paragraph.start and first.group() not in "”»":
            between = told[index + 1 : later]
            goes_on = all(_is_next_line(characters, line) for line in between)
            return later - 1 if goes_on and len(between) <= _FEW_LINES else index
        opens = _opens(characters, first, paragraph, is_open=True)
        return index if opens else later
    return index


def _is_next_line(characters: str, line: Span) -> bool:
    """Whether a line is a sentence right below another, no caption or paragraph."""
    gap = characters[max(0, line.start - 3) : line.start]
    return gap.count("\n") == 1 and line.slice(characters)[-1] in ".!?…"


def is_heading(characters: str, paragraph: Span) -> bool:
    """Whether a line is a heading or caption: short, without a mark of any kind.

    Such lines stand between the paragraphs of a quotation without ending it.
    """
    line = paragraph.slice(characters)
    if line[-1] in ".!?:,;…" or _DOUBLE.search(line) or _SINGLE.match(line):
        return False
    return line[-1] not in "'’)" and len(_WORD.findall(line)) <= _HEADING_WORDS


def _joined(characters: str, pieces: list[tuple[int, _Piece]]) -> Iterator[Quotation]:
    run: list[tuple[int, _Piece]] = []
    for index, piece in pieces:
        if run and not _continues(run[-1], index, piece):
            yield _quotation(characters, [held for _, held in run])
            run = []
        run.append((index, piece))
    if run:
        yield _quotation(characters, [held for _, held in run])


def _continues(last: tuple[int, _Piece], index: int, piece: _Piece) -> bool:
    """Whether this piece goes on with a quotation left open a paragraph before."""
    before, open_piece = last
    return (
        not open_piece.closed
        and piece.leading
        and index == before + 1
        and piece.single == open_piece.single
    )


def _quotation(characters: str, pieces: list[_Piece]) -> Quotation:
    parts = tuple(piece.span for piece in pieces)
    inserted = tuple(
        Span(start=found.start(), end=found.end())
        for part in parts
        for found in _INSERTION.finditer(characters, part.start, part.end)
    )
    return Quotation(
        parts=parts,
        insertions=inserted,
        scare=len(parts) == 1 and _is_scare(characters, parts[0]),
        closed=pieces[-1].closed,
    )


def _is_scare(characters: str, part: Span) -> bool:
    """A few words without the beginning and the end of a sentence."""
    quoted = part.slice(characters).strip()
    if len(_WORD.findall(quoted)) > _SCARE_WORDS:
        return False
    before = characters[max(0, part.start - 4) : part.start].rstrip(" \"“„«'‘`")
    follows = characters[part.end + 1 : part.end + 2]
    ends = quoted[-1:] in ".,!?…" or follows == ","
    whole = quoted[:1].isupper() and (ends or before[-1:] in (":", ","))
    return not whole


def _pieces(characters: str, paragraph: Span, *, carried: bool) -> list[_Piece]:
    doubles = _doubles(characters, paragraph, carried=carried)
    singles = _singles(characters, paragraph, doubles)
    return sorted([*doubles, *singles], key=lambda piece: piece.span)


def _doubles(characters: str, paragraph: Span, *, carried: bool) -> list[_Piece]:
    """Quotations in double marks; ``carried`` is one open from the lines before."""
    found: list[_Piece] = []
    opened: tuple[int, int] | None = None
    if carried:
        opened = (paragraph.start, paragraph.start)
    for mark in _DOUBLE.finditer(characters, paragraph.start, paragraph.end):
        opening = _opens(characters, mark, paragraph, is_open=opened is not None)
        if opening is None:
            continue
        if opened is not None:
            closed = not opening
            found.append(
                _piece(characters, paragraph, opened, mark.start(), closed=closed)
            )
            opened = (mark.start(), mark.end()) if opening else None
        elif opening:
            opened = (mark.start(), mark.end())
    if opened is not None and opened[1] < paragraph.end:
        found.append(_piece(characters, paragraph, opened, paragraph.end, closed=False))
    return [piece for piece in found if piece.span.start < piece.span.end]


def _opens(
    characters: str, mark: re.Match[str], paragraph: Span, *, is_open: bool
) -> bool | None:
    """Whether a mark opens (True), closes (False) or is none (None)."""
    sign = mark.group()
    before = characters[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = characters[mark.end()] if mark.end() < paragraph.end else " "
    if sign == "''" and before.isalnum() and after.isalnum():
        return None
    if before.isdigit() and sign in ('"', "''") and not is_open:
        return None
    if sign in _OPENERS:
        return True
    if sign in "”»":
        return False if is_open else None
    if is_open:
        return before in " \t\u00a0" and after.isalnum()
    return not after.isspace()


def _piece(
    characters: str,
    paragraph: Span,
    mark: tuple[int, int],
    end: int,
    *,
    closed: bool,
    single: bool = False,
) -> _Piece:
    quoted = characters[mark[1] : end]
    start = mark[1] + len(quoted) - len(quoted.lstrip())
    return _Piece(
        span=Span(start=start, end=max(start, mark[1] + len(quoted.rstrip()))),
        closed=closed,
        leading=mark[0] == paragraph.start,
        single=single,
    )


def _singles(characters: str, paragraph: Span, doubles: list[_Piece]) -> list[_Piece]:
    """Quotations in single marks outside those in double ones."""
    found: list[_Piece] = []
    free = paragraph.start
    for mark in _SINGLE.finditer(characters, paragraph.start, paragraph.end):
        inside = any(d.span.start <= mark.start() < d.span.end for d in doubles)
        if inside or mark.start() < free or not _opens_single(characters, mark):
            continue
        limit = min(paragraph.end, mark.end() + _LONGEST_SINGLE)
        end = _single_end(characters, mark.end(), limit)
        if end is None and mark.group() == "‘" and mark.start() == paragraph.start:
            end = paragraph.end
        if end is None or any(mark.start() < d.span.start < end for d in doubles):
            continue
        closed = end < paragraph.end
        at = (mark.start(), mark.end())
        piece = _piece(characters, paragraph, at, end, closed=closed, single=True)
        if piece.span.start < piece.span.end:
            found.append(piece)
            free = end + 1
    return found


def _opens_single(characters: str, mark: re.Match[str]) -> bool:
    before = characters[mark.start() - 1] if mark.start() else " "
    after = characters[mark.end() : mark.end() + 1]
    if mark.group() == "’":
        return False
    if not (before in _BEFORE_OPENING or before in "\n\r"):
        return False
    return after.isalpha() or after == "["


def _single_end(characters: str, start: int, limit: int) -> int | None:
    """Where a closing single mark stands; one after punctuation is preferred."""
    plain: int | None = None
    for mark in _SINGLE.finditer(characters, start, limit):
        before = characters[mark.start() - 1]
        after = characters[mark.end() : mark.end() + 1] if mark.end() < limit else " "
        if before.isspace() or after.isalnum() or mark.group() == "‘":
            continue
        if before in ".,!?…":
            return mark.start()
        if plain is None and before != "s":
            return mark.start()
        if plain is None:
            plain = mark.start()
    return plain
