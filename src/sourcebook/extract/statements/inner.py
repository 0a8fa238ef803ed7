"""Acts of speech inside others: whose words are meant where one tells what another said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.clauses import bearer_of_own, lemma
from sourcebook.extract.statements.quoted import is_quoted
from sourcebook.extract.statements.speakers import from_names
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.attribution import SpeechAct

#: Verbs of thought and going on: what follows is still the outer speaker's.
_NO_SPEECH = frozenset(
    {
        "continue",
        "hope",
        "think",
        "believe",
        "know",
        "feel",
        "see",
        "find",
        "wish",
        "pray",
        "want",
        "go",
        "begin",
        "learn",
        "mean",
        "expect",
        "fear",
        "hear",
        "ask",
    }
)


def is_inner(speech: SpeechAct, span: Span, speeches: Sequence[SpeechAct]) -> bool:
    """Whether no other act states most of the same words more narrowly."""
    for other in speeches:
        if (
            other is speech
            or other.field != speech.field
            or other.length >= speech.length
        ):
            continue
        if other.cue is None or lemma(other.cue) in _NO_SPEECH:
            continue
        inside = sum(
            max(0, min(c.end, span.end) - max(c.start, span.start))
            for c in other.content
        )
        if inside > 0.5 * (span.end - span.start) and from_names(other):
            return False
    return True


def is_inside(speech: SpeechAct, quoted: tuple[Span, ...]) -> bool:
    """Whether the words that tell of the act are themselves quoted (STM-6)."""
    cue = speech.cue
    return cue is not None and is_quoted(speech.passage, cue, quoted)


def is_hung_on(speech: SpeechAct) -> bool:
    """Whether a participle goes on with what is said, and its subject says nothing.

    "He said people were crying, describing it as hell": he describes it.
    """
    cue = speech.cue
    if cue is None or cue.tag_ != "VBG" or cue.dep_ != "advcl":
        return False
    told = cue.head
    while told.dep_ == "conj":
        told = told.head
    above = told.head
    return (
        told.dep_ == "ccomp"
        and above != told
        and lemma(above) in _SAYING
        and bearer_of_own(cue) is None
        and lemma(told) not in _SAYING
    )


_SAYING = frozenset({"say", "tell", "add", "explain", "report", "recall"})
