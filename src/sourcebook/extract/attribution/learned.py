"""The learned reading: everything that a report attributes to anybody.

Rules know verbs of saying and give claims their sources. Learned weights find the rest
as well: thoughts, wishes and stances, told by a verb, a noun or an adjective.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.attribution.acts import SpeechAct
from sourcebook.extract.attribution.mentions import Mention, mention_at
from sourcebook.extract.attribution.sightings import Sighting, sightings
from sourcebook.extract.attribution.weights import Weights, weights
from sourcebook.extract.attribution.wording import runs
from sourcebook.extract.parsed import Parsed
from sourcebook.model.claim import AttributionLink
from sourcebook.model.span import Span

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: Probabilities from which a word is a cue, a noun its source, a branch its content;
#: the last is for the best branch where none reaches that.
CUE, SOURCE, CONTENT, BEST_CONTENT = 0.39, 0.4, 0.45, 0.1

Linked = Callable[[Mention], tuple[AttributionLink, ...]]


def wide_acts(
    parsed: Parsed, acts: Sequence[SpeechAct], quoted: Sequence[Span], linked: Linked
) -> Iterator[SpeechAct]:
    """Yield every attribution in a text: those of the rules that hold, and others.

    ``acts`` are what the rules found, ``quoted`` the parts of quotations, ``linked``
    tells the links of a mention. Acts without a cue (quotations that go on) stay.
    """
    known = weights()
    for sighting in sightings(parsed, acts, quoted, known.lemmas):
        if known.cue.chance(sighting.features()) >= CUE:
            act = _act(sighting, known, linked)
            if act.content:
                yield act
    yield from (act for act in acts if act.cue is None and act.field == "text")


def _act(sighting: Sighting, known: Weights, linked: Linked) -> SpeechAct:
    passage, token, ruled = sighting.passage, sighting.token, sighting.act
    noun = _source(sighting, known)
    mention = mention_at(passage, noun, token.i) if noun is not None else None
    own = {t.i for t in mention.tokens} if mention is not None else set()
    stated = _stated(sighting, known, noun) - own - {token.i}
    spans = runs(passage, stated)
    if ruled is not None:
        spans = _united([*spans, *ruled.content])
    return SpeechAct(
        passage=passage,
        links=linked(mention) if mention is not None else (),
        cue=token,
        content=tuple(spans),
        source=passage.span(mention.tokens) if mention is not None else None,
        asserts=ruled is not None and ruled.asserts,
    )


def _source(sighting: Sighting, known: Weights) -> Token | None:
    """The likeliest source, None where nobody is told."""
    rated = [(known.source.chance(names), noun) for noun, names in sighting.sources()]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] >= SOURCE else None


def _stated(sighting: Sighting, known: Weights, source: Token | None) -> set[int]:
    """Positions of the tokens that are stated."""
    rated = [
        (known.content.chance(names), branch)
        for branch, names in sighting.contents(source)
    ]
    chosen = [branch for rate, branch in rated if rate >= CONTENT]
    if not chosen and rated and sighting.act is None:
        rate, branch = max(rated, key=lambda pair: pair[0])
        chosen = [branch] if rate >= BEST_CONTENT else []
    return {i for branch in chosen for i in branch.tokens}


def _united(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            end = max(span.end, joined[-1].end)
            joined[-1] = Span(start=joined[-1].start, end=end)
        else:
            joined.append(span)
    return joined
