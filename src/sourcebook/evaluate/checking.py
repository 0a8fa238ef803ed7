"""How well checking a draft finds planted errors: drafts with marks, and the score.

Run ``python -m sourcebook.evaluate.checking DRAFTS... --book NAME=BUILD``. A draft is
written with its marks in the text: ``{34 people|stale}`` is a planted error that
should get this verdict, ``{33 people|ok}`` a sound figure; a slash parts verdicts that
are both right. Whatever is not marked is sound.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click

from sourcebook.book import Book
from sourcebook.book.output import BOOK
from sourcebook.draft import SOUND, VERDICTS, Checked, Finding, check_draft
from sourcebook.errors import InputError
from sourcebook.model.span import Span

_MARK = re.compile(r"\{([^{}|]+)\|([a-z_/]+)\}")
_OK = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a draft and the verdicts that are right for them; none: they are sound."""

    span: Span
    words: str
    verdicts: frozenset[str]

    @property
    def is_planted(self) -> bool:
        """Whether the words hold a planted error; where a sound reading is right, not."""
        return not self.verdicts & {*SOUND, _OK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A draft with its marks; ``book`` names the book that it is held against."""

    id: str
    book: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A mark that got another verdict, or a sound place that got a fault."""

    draft: str
    words: str
    wanted: str
    got: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Planted errors and sound figures of some drafts, and what became of them.

    ``named`` are planted errors found under the right verdict, ``flagged`` those that
    got a fault at all. ``alarms`` count findings of a fault where nothing is planted,
    marked or not; ``unseen`` sound figures that got no finding.
    """

    drafts: int
    planted: int
    named: int
    flagged: int
    sound: int
    alarms: int
    unseen: int
    misses: tuple[Miss, ...]

    @property
    def found(self) -> float:
        """The share of planted errors found under the right verdict."""
        return self.named / self.planted if self.planted else 1.0

    @property
    def false_alarms(self) -> float:
        """Faults found where nothing is planted, for each sound figure."""
        return self.alarms / self.sound if self.sound else 0.0


def read_marked(path: Path) -> list[Marked]:
    """Read drafts from a TOML file; raises InputError for a mark without a verdict."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["draft"]
    return [_marked(row["id"], row["book"], row["text"]) for row in rows]


def _marked(id: str, book: str, written: str) -> Marked:
    """Take the marks out of a text.

    >>> _marked("a", "b", "So {34 people|stale} died.").marks[0].span
    Span(start=3, end=12)
    """
    text, marks, at = "", [], 0
    for match in _MARK.finditer(written):
        text += written[at : match.start()]
        words, verdicts = match.group(1), frozenset(match.group(2).split("/"))
        unknown = verdicts - {*VERDICTS, _OK}
        if unknown:
            raise InputError(f"draft {id}: {sorted(unknown)[0]!r} is no verdict")
        span = Span(start=len(text), end=len(text) + len(words))
        marks.append(Mark(span=span, words=words, verdicts=verdicts))
        text += words
        at = match.end()
    return Marked(id=id, book=book, text=text + written[at:], marks=tuple(marks))


def score(drafts: Iterable[Marked], books: Mapping[str, Book]) -> Score:
    """Check the drafts against the books they name, and count what was found."""
    return total(
        [_scored(each, check_draft(each.text, books[each.book])) for each in drafts]
    )


def _scored(marked: Marked, checked: Checked) -> Score:
    planted = [m for m in marked.marks if m.is_planted]
    sound = [m for m in marked.marks if not m.is_planted]
    got = {m: [f for f in checked.findings if _at(f, m)] for m in marked.marks}
    missed = [m for m in planted if not _named(m, got[m])]
    alarms = [
        f
        for f in checked.findings
        if not f.is_sound
        and not any(_at(f, m) for m in planted)
        and not any(_at(f, m) and _named(m, [f]) for m in sound)
    ]
    return Score(
        drafts=1,
        planted=len(planted),
        named=len(planted) - len(missed),
        flagged=sum(any(not f.is_sound for f in got[m]) for m in planted),
        sound=len(sound),
        alarms=len(alarms),
        unseen=sum(not got[m] for m in sound),
        misses=(
            *(_miss(marked, m.words, m.verdicts, got[m]) for m in missed),
            *(_miss(marked, f.quote, [_OK], [f]) for f in alarms),
        ),
    )


def _at(found: Finding, mark: Mark) -> bool:
    """Whether a finding is about the marked words: what is said, or who says it."""
    said = found.said_at
    return found.span.overlaps(mark.span) or (
        said is not None and said.overlaps(mark.span)
    )


def _named(mark: Mark, findings: Sequence[Finding]) -> bool:
    return any(mark.verdicts & {f.verdict, *f.also} for f in findings)


def _miss(
    marked: Marked, words: str, wanted: Iterable[str], findings: Sequence[Finding]
) -> Miss:
    got = [f"{f.verdict} ({f.explanation})" for f in findings] or ["nothing"]
    return Miss(
        draft=marked.id,
        words=words,
        wanted="/".join(sorted(wanted)),
        got="; ".join(got),
    )


def total(scores: Sequence[Score]) -> Score:
    """Add the scores of several drafts up."""
    return Score(
        drafts=sum(s.drafts for s in scores),
        planted=sum(s.planted for s in scores),
        named=sum(s.named for s in scores),
        flagged=sum(s.flagged for s in scores),
        sound=sum(s.sound for s in scores),
        alarms=sum(s.alarms for s in scores),
        unseen=sum(s.unseen for s in scores),
        misses=tuple(miss for s in scores for miss in s.misses),
    )


def in_words(scored: Score) -> str:
    """Return a score in one line."""
    return (
        f"{scored.drafts} drafts: {scored.named} of {scored.planted} planted errors found "
        f"under the right verdict ({scored.found:.2f}), {scored.flagged} flagged at all; "
        f"{scored.alarms} faults found where nothing is planted, beside {scored.sound} "
        f"sound figures ({scored.false_alarms:.2f}), {scored.unseen} of them not read"
    )


@click.command()
@click.argument("drafts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--book",
    "named",
    multiple=True,
    metavar="NAME=BUILD",
    help="The folder of a build that drafts name as their book.",
)
@click.option("--misses", is_flag=True, help="List what was missed, draft by draft.")
def main(drafts: tuple[Path, ...], named: tuple[str, ...], *, misses: bool) -> None:
    """Score the marked drafts of some files, those whose book is given."""
    folders = dict(each.split("=", 1) for each in named)
    with ExitStack() as stack:
        books = {
            name: stack.enter_context(Book(Path(folder) / BOOK, create=False))
            for name, folder in folders.items()
        }
        for path in drafts:
            known = [each for each in read_marked(path) if each.book in books]
            scored = score(known, books)
            click.echo(f"{path.name}: {in_words(scored)}")
            for miss in scored.misses if misses else ():
                click.echo(
                    f"  {miss.draft}: {miss.words!r}: {miss.wanted}, got {miss.got}"
                )


if __name__ == "__main__":
    main()
