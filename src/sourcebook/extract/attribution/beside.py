"""Sources told in a line or sentence of its own, beside what is stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue, SpeechAct
from sourcebook.extract.attribution.subjects import child_of
from sourcebook.extract.attribution.tallied import keeper
from sourcebook.extract.parsed import Parsed, Sentence
from sourcebook.model.claim import AttributionLink

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Words of "According to X" on a line of its own.
_SHORT_LINE = 9
_TAKING_UP = frozenset({"that", "this", "it", "those", "these", "both"})
_OPENING = frozenset({"the", "that", "this", "those", "these", "such", "both"})

Links = tuple[AttributionLink, ...]


def below(parsed: Parsed, sentence: Sentence, links: Links) -> SpeechAct | None:
    """What "According to X" alone on a line introduces: the line below."""
    index = sentence.index + 1
    if len(sentence.tokens) > _SHORT_LINE or index >= len(parsed.sentences):
        return None
    after = parsed.sentences[index]
    alone = sentence.tokens[0].lower_ == "according" and sentence.tokens[-1].is_alpha
    apart = after.passage.index == sentence.passage.index + 1
    if not alone or not apart or sentence.field != "text":
        return None
    return SpeechAct(
        passage=after.passage, links=links, cue=None, content=(after.span,)
    )


def looking_back(
    parsed: Parsed, sentence: Sentence, linked: Callable[[Cue], Links]
) -> SpeechAct | None:
    """ "That was the count of X", "the figures came from X": whose the sentence before is."""
    if sentence.field != "text" or sentence.index == 0:
        return None
    before = parsed.sentences[sentence.index - 1]
    source = _named_after(sentence.tokens.root)
    if source is None or before.field != "text":
        return None
    span = (sentence.tokens.start, sentence.tokens.end)
    links = linked(Cue(sentence.passage, sentence, source, source, span))
    if not links:
        return None
    return SpeechAct(
        passage=before.passage, links=links, cue=None, content=(before.span,)
    )


def going_on(
    parsed: Parsed, sentence: Sentence, acts: Sequence[SpeechAct]
) -> SpeechAct | None:
    """ "The toll included two children" is told by who told the toll right before."""
    root = sentence.tokens.root
    subject = child_of(root, "nsubj") or child_of(root, "nsubjpass")
    if subject is None or sentence.index == 0 or not _counts_out(subject, root):
        return None
    before = parsed.sentences[sentence.index - 1]
    told = [
        act
        for act in acts
        if act.field == before.field and act.asserts and _within(act, before)
    ]
    if before.field != sentence.field or not told:
        return None
    return SpeechAct(
        passage=sentence.passage,
        links=told[-1].links,
        cue=None,
        content=(sentence.span,),
    )


def _named_after(root: Token) -> Token | None:
    """Whose number or account it was, by a sentence that says only that."""
    subject = child_of(root, "nsubj") or child_of(root, "nsubjpass")
    if subject is None or not _takes_up(subject):
        return None
    if cues.lemma(root) == "be":
        told = child_of(root, "attr")
        return keeper(told) if told is not None and cues.is_account(told) else None
    for child in root.children:
        if (
            child.dep_ == "prep"
            and child.lower_ == "from"
            and cues.lemma(root) == "come"
        ):
            return _speaker(child_of(child, "pobj"))
        issued = cues.lemma(root) in cues.words("handing_out")
        if child.dep_ == "agent" and issued:
            return _speaker(child_of(child, "pobj"))
    return None


def _takes_up(subject: Token) -> bool:
    """Whether the subject stands for what was just told ("that", "the figures")."""
    if subject.lower_ in _TAKING_UP:
        return True
    numbers = cues.lemma(subject) in cues.words("tallies") or cues.is_account(subject)
    words = [child for child in subject.children if child.dep_ != "amod"]
    return numbers and len(words) == 1 and words[0].lower_ in _OPENING


def _speaker(noun: Token | None) -> Token | None:
    return noun if noun is not None and cues.speaks(noun) else None


def _counts_out(subject: Token, root: Token) -> bool:
    """Whether it takes apart what was told ("the toll included", "the first killed")."""
    if subject.lower_ in ("first", "second", "third", "former", "latter"):
        bare = [child for child in subject.children if child.dep_ != "prep"]
        return any(c.lower_ == "the" for c in bare) and subject.i > 0
    toll = cues.lemma(subject) in cues.words("tallies") and not _others(subject)
    return toll and cues.lemma(root) in cues.words("breaking_down")


def _others(subject: Token) -> bool:
    """Whether the toll is another one than that just told."""
    return any(child.dep_ in ("prep", "poss", "amod") for child in subject.children)


def _within(act: SpeechAct, sentence: Sentence) -> bool:
    start, end = sentence.span.start, sentence.span.end
    return any(start <= span.start < end for span in act.content)
