"""Digressions: sentences that go on about another event until the report returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sourcebook.extract.parsed import Sentence
from sourcebook.extract.scope.clauses import said_in
from sourcebook.extract.scope.lexicon import pattern
from sourcebook.extract.scope.listing import headlines, teasers
from sourcebook.extract.scope.profile import Profile
from sourcebook.extract.scope.turning import is_apart
from sourcebook.schema.load import table

#: Sentences of a paragraph that a digression lasts without pointing back.
PATIENCE = 2
#: The cue of a line that only links to another story: the next is the report's again.
LISTED = "listed"
#: Letters that a name has at least which tells what a link is about.
TELLING = 4

Judge = Callable[[Sentence], "str | None"]


@dataclass(slots=True)
class _State:
    cue: str | None = None
    passage: int = -1
    names: frozenset[str] = frozenset()
    idle: int = 0
    apart: bool = False


def digressions(
    sentences: Sequence[Sentence], profile: Profile, judge: Judge
) -> dict[int, str]:
    """Return the cue of each sentence that belongs to a digression.

    ``judge`` says whether a sentence by itself is about something else. Within a
    paragraph a digression lasts until words come back to the report's incident;
    into the next it lasts only over an anaphor or a name told in it, or where it was
    opened with "elsewhere" and its like.
    """
    listed = _listed(sentences) | teasers(sentences, _own_words(profile))
    listed |= headlines(sentences, profile.names)
    found: dict[int, str] = {}
    state = _State()
    for sentence in sentences:
        own = cue = LISTED if sentence.index in listed else judge(sentence)
        if cue is None and state.cue and _goes_on(sentence, state, profile):
            cue = state.cue
        state = _after(sentence, cue, state, own=own is not None)
        if cue:
            found[sentence.index] = cue
    return found


def _after(
    sentence: Sentence,
    cue: str | None,
    before: _State,
    *,
    own: bool,
) -> _State:
    if cue is None or (own and cue == LISTED):
        return _State()
    names = _names(sentence) | (before.names if before.cue else frozenset())
    idle = 0 if own or _refers(sentence) else before.idle + 1
    apart = is_apart(said_in(sentence)) or (before.apart and not own)
    return _State(cue, sentence.passage.index, names, idle, apart)


def _goes_on(sentence: Sentence, state: _State, profile: Profile) -> bool:
    lowered = said_in(sentence)
    names = _names(sentence)
    if names & profile.names - state.names:
        return False
    if state.apart and _stays_apart(sentence, lowered, state, profile):
        return True
    if pattern("background", "carry", "returns").search(lowered):
        return False
    if sentence.passage.index == state.passage and state.idle < PATIENCE:
        return True
    if names & state.names:
        return True
    return _refers(sentence)


def _stays_apart(
    sentence: Sentence, lowered: str, state: _State, profile: Profile
) -> bool:
    """Whether the next lines of a wire are still about what happened elsewhere."""
    near = sentence.passage.index - state.passage <= 1 and state.idle < PATIENCE
    return near and not any(place in lowered for place in profile.core_place_words)


def _refers(sentence: Sentence) -> bool:
    """Whether the sentence points back with a pronoun or "that attack"."""
    lowered = said_in(sentence)
    if pattern("background", "carry", "back").search(lowered):
        return True
    return pattern("background", "carry", "anaphors").match(lowered) is not None


def _names(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        token.text
        for ent in sentence.tokens.ents
        if ent.label_ == "PERSON"
        for token in ent
        if token.text[:1].isupper() and len(token) > 2
    )


def _own_words(profile: Profile) -> frozenset[str]:
    """Names by which a link is known to be to the report's own story."""
    told = frozenset(name.lower() for name in profile.names) | profile.place_words
    return frozenset(word for word in told if len(word) >= TELLING)


def _listed(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences from the first heading of a list of events on."""
    heading = pattern("background", "headings", "pattern")
    heads = [
        s.index
        for s in sentences
        if s.field == "text" and heading.match(said_in(s).strip())
    ]
    if len(heads) < _at_least():
        return frozenset()
    return frozenset(s.index for s in sentences if s.index >= heads[0])


def _at_least() -> int:
    wanted: int = table("background")["headings"]["at_least"]
    return wanted
