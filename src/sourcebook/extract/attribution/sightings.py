"""Sightings: words that may be cues, with what may be their source and content.

Training and reading go through the same sightings, so that both see the same features.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.attribution import cue_features, cues, features
from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.features import Branch
from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """A word that may say that somebody states, thinks or wants something.

    ``act`` is what the rules made of it; ``quoted`` holds the positions of the
    passage's tokens that stand inside quotations. ``stated`` tells that by rule it is
    part of what somebody states.
    """

    passage: Passage
    token: Token
    act: SpeechAct | None
    quoted: frozenset[int]
    stated: bool = False

    def features(self) -> list[str]:
        """Name what speaks for and against its being a cue."""
        told = "" if self.act is None else "assert" if self.act.asserts else "stance"
        quoted = self.token.i in self.quoted
        return cue_features.of_cue(self.token, told, quoted=quoted, stated=self.stated)

    def sources(self) -> Iterator[tuple[Token, list[str]]]:
        """Yield the nouns of its sentence that may be the source, with features."""
        act = self.act
        told = [act.source] if act is not None and act.source is not None else []
        ruled = positions(self.passage, told)
        for noun in self.token.sent:
            if noun.pos_ in _NOUNS and noun.dep_ != "compound" and noun != self.token:
                held = features.of_source(self.token, noun, ruled=noun.i in ruled)
                yield noun, held

    def contents(self, source: Token | None) -> Iterator[tuple[Branch, list[str]]]:
        """Yield the branches that may be stated, with features."""
        act = self.act
        ruled = positions(self.passage, act.content) if act is not None else frozenset()
        for branch in features.branches(self.token):
            words = branch.words
            if words:
                yield (
                    branch,
                    features.of_content(
                        self.token,
                        branch,
                        source,
                        ruled=0 if act is None else 1 + _grade(words, ruled),
                        quoted=_grade(words, self.quoted),
                    ),
                )


def _grade(words: Sequence[int], inside: Collection[int]) -> int:
    """How much of the words lies inside: 0 nothing, 1 part, 2 all or nearly all."""
    return round(2 * sum(i in inside for i in words) / len(words))


def positions(passage: Passage, spans: Iterable[Span]) -> frozenset[int]:
    """Return the positions of the tokens that spans of the field touch."""
    found: set[int] = set()
    end = passage.start + len(passage.text)
    for span in spans:
        if span.start < end and passage.start < span.end:
            told = passage.tokens(
                Span(start=max(span.start, passage.start), end=min(span.end, end))
            )
            found.update(t.i for t in told or ())
    return frozenset(found)


def sightings(
    parsed: Parsed,
    acts: Iterable[SpeechAct],
    quoted: Sequence[Span],
    lemmas: Collection[str],
) -> Iterator[Sighting]:
    """Yield the words of the text that rules or a known lemma make a possible cue."""
    told = list(acts)
    by_cue = {
        (act.passage.index, act.cue.i): act for act in told if act.cue is not None
    }
    for passage in parsed.passages:
        if passage.field != "text":
            continue
        inside = positions(passage, quoted)
        said = _stated(passage, [act for act in told if act.passage is passage])
        for token in passage.doc:
            act = by_cue.get((passage.index, token.i))
            if act is not None or cues.lemma(token) in lemmas:
                yield Sighting(passage, token, act, inside, token.i in said)


def _stated(passage: Passage, acts: Iterable[SpeechAct]) -> frozenset[int]:
    """Positions of what verbs of saying state by rule."""
    spans = [span for act in acts if act.cue is not None for span in act.content]
    return positions(passage, spans)
