"""The wording of a report, as copies are looked for in it: its article, not its page.

A page brings more than its article: lists of other headlines, captions said twice,
sign-in words (DOMAIN DOC-5). What is said twice counts once, and a list of headlines
only where there is nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from sourcebook.link.lexicon import listed
from sourcebook.link.runs import numbers
from sourcebook.link.words import WORD, words
from sourcebook.model.report import Report
from sourcebook.text.quotations import quotations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sourcebook.link.runs import Numbers

#: Words below which a page without a word of harm is a stub (DOC-5).
STUB = 60
#: Words of a title from which on a passage of so many words tells of a share of them.
TITLE, FITS, WITHIN = 3, 0.25, 60
#: Letters by which a word of a title tells something, and by which it is known again.
TELLING, STEM = 4, 5
#: Blocks in a row without a full stop, each of so few words, that list other headlines.
LIST, BLOCK = 3, 20
#: What divides a headline from the name of the site behind it.
_SITE = re.compile(r"\s+(?:[-–—|]|::)\s+")
_GAP = re.compile(r"\n\s*\n")
_STOP = re.compile(r"[.!?][\"'”’)]*(?:\s|$)")
#: What stands before a word that is large because it is the first.
_FIRST = re.compile(r"[.!?:\"“\n]")


class Wording:
    """A report's words, which of them are its own, and what its headline tells."""

    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def body(self) -> str:
        """The characters of the article; all where the page shows none."""
        return article(self.report.text.characters) or self.report.text.characters

    @cached_property
    def is_page(self) -> bool:
        """Whether all of the page is lists of headlines."""
        return not article(self.report.text.characters)

    @cached_property
    def told(self) -> Numbers:
        """The words as numbers."""
        return numbers(self.body)

    @cached_property
    def own(self) -> NDArray[np.bool_]:
        """Say of each word whether it stands outside quotation marks."""
        import numpy as np

        found, at = np.ones(len(self.told), dtype=bool), 0
        seen = 0
        for part in sorted(
            (p for q in quotations(self.body) for p in q.parts), key=lambda p: p.start
        ):
            seen += len(words(self.body[at : part.start]))
            inside = len(words(self.body[part.start : part.end]))
            found[seen : seen + inside] = False
            seen, at = seen + inside, part.end
        return found

    def particulars(self, start: int, end: int) -> frozenset[str]:
        """Return names and numbers among the words from one place to another.

        Words of harm, months and others that every report has are none.
        """
        told = list(_marked(self.body))[start:end]
        usual = listed("common") | listed("harm")
        return frozenset(word for word, large in told if large and word not in usual)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the article, each once."""
        return frozenset(words(self.body))

    @cached_property
    def stub(self) -> bool:
        """Whether the page came without its article."""
        return is_stub(self.report)

    @cached_property
    def headline(self) -> frozenset[str]:
        """The heads of the words of the title that tell what it is about."""
        return _headline(self.report.title)

    def is_told_in(self, told: Sequence[str]) -> bool:
        """Whether some passage tells of what the title does, as far as can be seen."""
        if len(self.headline) < TITLE:
            return not self.stub
        return not self.is_page and _is_told(self.headline, told)

    def __lt__(self, other: Wording) -> bool:
        return (len(self.told), self.report.id) < (len(other.told), other.report.id)


def article(characters: str) -> str:
    """Return the blocks that are no list of other headlines, each once.

    >>> article("Watch\\n\\nMayor quits\\n\\nMore news\\n\\nFour died.\\n\\nFour died.")
    'Four died.'
    """
    if "\n" not in characters:
        return characters
    blocks = [block.strip() for block in _GAP.split(characters)]
    kept: list[str] = []
    for is_prose, run in groupby(blocks, _is_prose):
        told = list(run)
        kept += told if is_prose or len(told) < LIST else []
    return "\n\n".join(dict.fromkeys(kept))


def _is_prose(block: str) -> bool:
    return bool(_STOP.search(block)) or len(block.split()) >= BLOCK


def _marked(characters: str) -> Iterator[tuple[str, bool]]:
    """Yield each word with whether it is a number or written large as a name is."""
    found = list(WORD.finditer(characters))
    starts = [0, *(match.end() for match in found)]
    for end, match in zip(starts, found, strict=False):
        word = match.group()
        first = not end or _FIRST.search(characters[end : match.start()])
        large = any(map(str.isdigit, word)) or (word[0].isupper() and not first)
        for part in words(word):
            yield part, large


def is_harm(characters: str) -> bool:
    """Whether any word of harm stands in the characters."""
    return not listed("harm").isdisjoint(words(characters))


def is_stub(report: Report) -> bool:
    """Whether the page came without its article (DOMAIN DOC-5).

    The text is then without a word of harm, and short, or its title has one, or what
    the title says is not told: what was read are sign-in, cookie or subscription words.
    """
    if is_harm(report.text.characters):
        return False
    told = words(report.text.characters)
    if len(told) < STUB or is_harm(report.title):
        return True
    headline = _headline(report.title)
    return len(headline) >= TITLE and not _is_told(headline, told)


def _headline(title: str) -> frozenset[str]:
    return _stems(_SITE.split(title)[0]) or _stems(title)


def _stems(title: str) -> frozenset[str]:
    return frozenset(
        word[:STEM]
        for word in words(title)
        if len(word) >= TELLING and word not in listed("common")
    )


def _is_told(headline: frozenset[str], told: Sequence[str]) -> bool:
    """Whether some passage has a share of the words of a title."""
    heads = [word[:STEM] for word in told]
    found = (
        len(headline.intersection(heads[at : at + WITHIN]))
        for at in range(0, max(1, len(heads) - WITHIN // 2), WITHIN // 2)
    )
    return max(found) >= FITS * len(headline)
