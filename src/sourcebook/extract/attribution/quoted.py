"""Speakers of quotations: the tag beside them, else the one who spoke before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue
from sourcebook.model.span import Span
from sourcebook.text.quotations import Quotation

_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s")
_TAG_AT_END = re.compile(
    r",\s(?:[^,.“”\"]{2,60}\s)(?:said|says|added|told reporters)\s*\.?$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
#: Words that may stand between a closing mark and the tag, or a tag and the quote.
_GAP_AFTER, _GAP_BEFORE = 4, 22


def forgets_its_mark(quotation: Quotation, characters: str) -> bool:
    """Whether a tag ends words that no mark closes ("“It was terrible, he said.")."""
    if quotation.closed:
        return False
    return _TAG_AT_END.search(quotation.parts[-1].slice(characters)) is not None


def tag_beside(
    quotation: Quotation, candidates: Sequence[Cue], characters: str
) -> Cue | None:
    """Return the reporting expression that introduces or follows a quotation.

    ``candidates`` are those of the field whose own words stand outside quotations.
    """
    after = [
        cue
        for cue in candidates
        if any(_follows(part, cue, characters) for part in quotation.parts)
    ]
    before = [cue for cue in candidates if _leads(quotation.parts[0], cue, characters)]
    if before and characters[: quotation.start].rstrip(" \"“”„‘'`\t")[-1:] == ":":
        return before[-1]
    return after[0] if after else (before[-1] if before else None)


def _follows(part: Span, cue: Cue, characters: str) -> bool:
    if cue.start < part.end or cue.start - part.end > 80:
        return False
    between = characters[part.end : cue.start]
    quoted_end = characters[part.end - 1 : part.end]
    if "\n" in between or len(_WORD.findall(between)) > _GAP_AFTER:
        return False
    if quoted_end == "." and not re.match(r"[^\w]*,", between):
        return False
    if re.search(r"[.;:]", between) or re.search(r"[\"“]", between[1:].strip()):
        return False
    return _is_spoken(cue)


def _leads(part: Span, cue: Cue, characters: str) -> bool:
    if cue.end > part.start or part.start - cue.end > 220:
        return False
    between = characters[cue.end : part.start].strip(" \"“„‘'`\t")
    if "\n" in between.strip():
        return False
    if "\n" in between and not between.rstrip().endswith(":"):
        return False
    if _SENTENCE_END.search(between) or re.search(r"[\"”“]", between):
        return False
    if characters[cue.end : part.start].rstrip(" \t\"“„‘'`").endswith(":"):
        return len(_WORD.findall(between)) <= _GAP_BEFORE
    return len(_WORD.findall(between)) <= _GAP_BEFORE and _is_spoken(cue)


def _is_spoken(cue: Cue) -> bool:
    found = cues.lemma(cue.token)
    return found in cues.words("speaking") or cue.token.pos_ not in ("VERB", "AUX")
