"""Sources told in a line or sentence of its own, beside what is stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cues
from sourcebook.extract.attribution.acts import Cue, SpeechAct
from sourcebook.extract.attribution.neighbours import child_of
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


def cut_off(parsed: Parsed, sentence: Sentence, links: Links) -> SpeechAct | None:
    """What "Col. Ann Bell said." states, where a bracket has cut the sentence in two."""
    if sentence.index == 0 or len(sentence.tokens) > _SHORT_LINE:
        return None
    before = parsed.sentences[sentence.index - 1]
    open_end = before.tokens[-1].text in (")", "]") or before.tokens[-1].is_alpha
    if before.passage is not sentence.passage or not open_end:
        return None
    return SpeechAct(
        passage=before.passage, links=links, cue=None, content=(before.span,)
    )


def going_on(
    parsed: Parsed, sentence: Sentence, acts: Sequence[SpeechAct]
) -> SpeechAct | None:
    """ "The toll included two children" is told by who told the toll right before.

    So is what begins with a number that needs the one before ("four were Americans").
    """
    root = sentence.tokens.root
    subject = child_of(root, "nsubj") or child_of(root, "nsubjpass")
    if subject is None or sentence.index == 0:
        return None
    before = parsed.sentences[sentence.index - 1]
    own = any(_within(act, sentence) for act in acts)
    near = before.passage is sentence.passage and not own
    goes_on = near and _is_elliptic(subject, sentence)
    if not goes_on and not _counts_out(subject, root):
        return None
    told = [
        act
        for act in acts
        if act.field == before.field and act.asserts and _within(act, before)
    ]
    if before.field != sentence.field or not told:
        return None
    return SpeechAct(
        passage=sentence.passage,
        links=_main(told, before, last=not goes_on).links,
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


def _main(told: Sequence[SpeechAct], sentence: Sentence, *, last: bool) -> SpeechAct:
    """The act of the sentence's own verb, or the last one."""
    rooted = [act for act in told if act.cue == sentence.tokens.root]
    return rooted[0] if rooted and not last else told[-1]


def _is_elliptic(subject: Token, sentence: Sentence) -> bool:
    """Whether a number alone, or one "of them", opens the sentence."""
    if not subject.like_num or subject.lower_ == "one":
        return False
    first = sentence.tokens.start
    ahead = sentence.tokens.doc[first : subject.i]
    behind = [c for c in subject.children if c.i > subject.i and not c.is_punct]
    them = all(
        c.lower_ == "of" and any(t.lower_ == "them" for t in c.subtree) for c in behind
    )
    return them and all(t.like_num or t.text == "-" for t in ahead)


def _others(subject: Token) -> bool:
    """Whether the toll is another one than that just told."""
    return any(child.dep_ in ("prep", "poss", "amod") for child in subject.children)


def _within(act: SpeechAct, sentence: Sentence) -> bool:
    start, end = sentence.span.start, sentence.span.end
    return any(start <= span.start < end for span in act.content)
