"""What a noun phrase of people says itself: "12 deaths", "the victim's body"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.figures import frames, lexicon, nominal, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading, tokens_of
from sourcebook.model.claim import Metric

_EVENT_OF_SEVERAL = re.compile(
    r"\b(?:double|triple|quadruple|quintuple)\b.+$", re.I | re.S
)
#: "Enough tents for 12,000 refugees": how many there could be.
_FOR_MANY = re.compile(
    r"\b(?:enough|supplies|food|room|space|shelter|capacity|tents|housing|beds|aid|rations"
    r"|places|blankets)\s+(?:\w+\s+)?for\s+(?:the\s+|up\s+to\s+|about\s+)?$",
    re.I,
)
#: "12 of the victims are children."
_ARE_PEOPLE = re.compile(
    r"\s+(?:are|were)\s+(?:\w+\s+)?(?:children|women|men|girls|boys|students|civilians|minors"
    r"|teenagers|foreigners|soldiers)\b",
    re.I,
)
#: "The gunshot victim": hurt, whatever became of him.
_SHOT_VICTIM = re.compile(r"\b(?:gunshot|stabbing|stab|shooting)\s+victim$", re.I)
#: "Three homicide victims": dead.
_MURDERED = re.compile(
    r"\b(?:homicide|murder|slaying|murdered|fatal(?:\s+(?:shooting|stabbing|beating))?)"
    r"\s+victims?$",
    re.I,
)
#: "Five attempted murders": nobody need have died.
_ATTEMPTED = re.compile(r"\battempted\b", re.I)
#: "Sustained four bullet injuries": of one man.
_WOUNDS_COUNTED = re.compile(
    r"\b(?:bullet|gunshot|stab|knife|pellet|head|leg|chest)\s+injuries$", re.I
)
_EVENTFUL = ("deaths", "death", "ies", "ings", "ions", "ests", "dead", "y")


def is_event(mention: Mention) -> bool:
    """Whether the counted noun is itself what happened ("12 deaths")."""
    low = mention.head.lower_ if mention.head is not None else ""
    if _EVENT_OF_SEVERAL.search(mention.words):
        return True
    if not lexicon.look_up(low, "counts"):
        return False
    return low.endswith(_EVENTFUL) or low in ("murders", "homicides", "disappearances")


def of_itself(mention: Mention) -> Iterator[Reading]:
    """Yield what the noun phrase itself says: "12 deaths", "three wounded men"."""
    head = mention.head
    if head is not None:
        at = head.idx
        several = _EVENT_OF_SEVERAL.search(mention.words)
        if several:
            kills = re.search(
                r"murder|homicid|kill|slay|fatal|deadly", several.group(), re.I
            )
            yield _noun("killed" if kills else "injured", at, len(head))
            return
        if _WOUNDS_COUNTED.search(mention.words):
            return
        for word in lexicon.look_up(head.lower_, "counts")[:1]:
            noun = _noun(word.metric, at, len(head))
            ahead = mention.passage.text[max(0, mention.start - 30) : mention.start]
            supposed = mention.single and patterns.SUPPOSED.search(ahead)
            supposed = supposed or _FOR_MANY.search(ahead)
            supposed = supposed or _ATTEMPTED.search(mention.words)
            yield replace(noun, modality="hypothetical") if supposed else noun
            return
        if head.lower_ in ("lives", "life") and _lives_lost(mention):
            yield _noun("killed", at, len(head))
            return
        if head.lower_ in ("victim", "victims") and _MURDERED.search(mention.words):
            yield _noun("killed", at, len(head))
            return
        if mention.single and _SHOT_VICTIM.search(mention.words):
            yield _noun("injured", at, len(head))
            return
        unsaid: object = mention.inner is None and not mention.state
        behind = mention.passage.text[mention.end : mention.end + 40]
        unsaid = unsaid or (mention.inner is not None and _ARE_PEOPLE.match(behind))
        if head.lower_ == "victims" and not mention.single and unsaid:
            yield _noun("casualties", at, len(head))
            return
    if mention.state:
        at = mention.words.lower().rfind(mention.state) + mention.start
        for word in lexicon.look_up(mention.state, "states")[:1]:
            yield _noun(word.metric, at, len(mention.state))
        return
    for match in re.finditer(r"[\w-]+", mention.words) if mention.inner else ():
        for word in lexicon.look_up(match.group(), "states", "counts", "transitive"):
            if word.construction == "transitive" and "participle" not in word.forms:
                continue
            yield _noun(word.metric, mention.start + match.start(), len(match.group()))
            return


def _lives_lost(mention: Mention) -> bool:
    """Whether lives are lost, not led: "claimed 12 lives", "three lives were lost"."""
    text = mention.passage.text
    ahead = text[max(0, mention.start - 30) : mention.start]
    if frames.LIVES_AHEAD.search(ahead):
        return True
    return frames.LIVES_BEHIND.match(text, mention.end) is not None


def _noun(metric: Metric, start: int, length: int) -> Reading:
    return Reading(metric=metric, start=start, end=start + length, side="noun")


def possessed(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what "X's death", "X's body" say of X."""
    ahead = text[max(0, mention.start - 80) : mention.start]
    body = frames.OWN_BODY.match(text, mention.end)
    if body is not None and frames.PIERCED.search(ahead):
        yield _owned("injured", body)
        return
    body = frames.OWN_HURT.match(text, mention.end)
    if body is not None:
        yield _owned("injured", body)
        return
    cut = frames.LIFE_CUT.match(text, mention.end)
    if cut is not None:
        yield _owned("killed", cut)
        return
    life = frames.OWN_LIFE.match(text, mention.end)
    if life is not None and frames.TAKING.search(ahead):
        yield _owned("killed", life)
        return
    match = nominal.possessed().match(text, mention.end)
    tokens = tokens_of(mention, match)
    if match is None or tokens is None or tokens[-1].dep_ == "compound":
        return
    words = lexicon.look_up(match.group("word"), "events")
    yield _owned(words[0].metric if words else "killed", match)


def _owned(metric: Metric, match: re.Match[str]) -> Reading:
    start, end = match.span("word")
    return Reading(metric=metric, start=start, end=end, side="possessor")
