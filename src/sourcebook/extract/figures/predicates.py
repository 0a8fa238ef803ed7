"""What is said of a count of people: the harm words to its right and to its left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people
from sourcebook.model.claim import Metric, Modality

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WINDOW = 170
_EVENT_OF_SEVERAL = re.compile(
    r"\b(?:double|triple|quadruple|quintuple)\b.+$", re.I | re.S
)
_EVENTFUL = ("deaths", "death", "ies", "ings", "ions", "ests", "dead", "y")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One metric said of a count; offsets of its word count in the passage.

    ``side`` tells the construction: right, left, noun, possessor, tree, self.
    """

    metric: Metric
    start: int
    end: int
    side: str
    modality: Modality = "asserted"


def readings(mention: Mention) -> tuple[Reading, ...]:
    """Return the metrics said of a count by the words next to it, else nothing."""
    text = mention.passage.text
    if mention.single and text[mention.end : mention.end + 2] in (
        "'s",
        "’s",
        "' ",
        "’ ",
    ):
        return tuple(_possessed(mention, text))
    nouns = tuple(_own(mention))
    if nouns and _is_event(mention):
        return nouns
    said = tuple(_to_the_right(mention, text))
    if (
        said
        and nouns
        and mention.inner is None
        and nouns[0].metric in ("injured", "killed")
    ):
        said = tuple(r for r in said if r.metric == "killed") or nouns
    left = tuple(_to_the_left(mention, text))
    if (
        said
        and left
        and _outranked(said[0], left[0], text[mention.end : said[0].start])
    ):
        return left
    return said or left or nouns


def _outranked(right: Reading, left: Reading, gap: str) -> bool:
    """Whether "killing all 12 people on board" says killed, not on board."""
    if right.metric in ("affected", "survivors"):
        return True
    if left.metric not in ("killed", "casualties"):
        return False
    return not re.search(rf"\b{patterns.AUX}\b", gap)


def _is_event(mention: Mention) -> bool:
    """Whether the counted noun is itself what happened ("12 deaths")."""
    low = mention.head.lower_ if mention.head is not None else ""
    if _EVENT_OF_SEVERAL.search(mention.words):
        return True
    if not lexicon.look_up(low, "counts"):
        return False
    return low.endswith(_EVENTFUL) or low in ("murders", "homicides", "disappearances")


def _own(mention: Mention) -> Iterator[Reading]:
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
        for word in lexicon.look_up(head.lower_, "counts")[:1]:
            noun = _noun(word.metric, at, len(head))
            ahead = mention.passage.text[max(0, mention.start - 30) : mention.start]
            supposed = mention.single and patterns.SUPPOSED.search(ahead)
            yield replace(noun, modality="hypothetical") if supposed else noun
            return
        if head.lower_ in ("lives", "life") and _lives_lost(mention):
            yield _noun("killed", at, len(head))
            return
        if head.lower_ == "victims" and not mention.single and mention.inner is None:
            yield _noun("casualties", at, len(head))
            return
    if mention.state:
        at = mention.words.lower().rfind(mention.state) + mention.start
        for word in lexicon.look_up(mention.state, "states")[:1]:
            yield _noun(word.metric, at, len(mention.state))
        return
    for match in re.finditer(r"[\w-]+", mention.words) if mention.inner else ():
        for word in lexicon.look_up(match.group(), "states", "counts", "transitive"):
            yield _noun(word.metric, mention.start + match.start(), len(match.group()))
            return


def _lives_lost(mention: Mention) -> bool:
    """Whether lives are lost, not led: "claimed 12 lives", "three lives were lost"."""
    text = mention.passage.text
    ahead = text[max(0, mention.start - 30) : mention.start]
    if patterns.LIVES_AHEAD.search(ahead):
        return True
    return patterns.LIVES_BEHIND.match(text, mention.end) is not None


def _noun(metric: Metric, start: int, length: int) -> Reading:
    return Reading(metric=metric, start=start, end=start + length, side="noun")


def _possessed(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what "X's death", "X's body" say of X."""
    match = patterns.possessed().match(text, mention.end)
    tokens = _tokens(mention, match)
    if match is None or tokens is None or tokens[-1].dep_ == "compound":
        return
    words = lexicon.look_up(match.group("word"), "events")
    metric: Metric = words[0].metric if words else "killed"
    yield Reading(
        metric=metric,
        start=match.start("word"),
        end=match.end("word"),
        side="possessor",
    )


def _tokens(mention: Mention, match: re.Match[str] | None) -> Tokens | None:
    if match is None:
        return None
    start, end = match.span("word")
    return mention.passage.doc.char_span(start, end, alignment_mode="expand")


def _to_the_right(mention: Mention, text: str) -> Iterator[Reading]:
    first = _first_right(mention, text, mention.end)
    if first is None or _tells_of_owner(mention, first, text):
        return
    first = _main(mention, text, first) or first
    then = patterns.THEN.match(text, first.end)
    more = _first_right(mention, text, then.end() - 1) if then else None
    if more is None or more.metric == first.metric:
        more = _further(mention, text, first)
    fatal = more is not None and more.metric == "killed" and first.metric == "injured"
    if more is not None and fatal:
        first, more = (more, None) if mention.single else (first, None)
    ahead = text[max(0, mention.start - 30) : mention.start]
    yield _imagined(first, ahead)
    if more is not None and {more.metric, first.metric} != {"injured", "killed"}:
        yield _imagined(more, ahead)
    elif more is None and first.metric == "hospitalized":
        critical = patterns.CRITICAL.match(text, first.start)
        if critical:
            yield _imagined(_reading("critical", critical), ahead)


def _main(mention: Mention, text: str, first: Reading) -> Reading | None:
    """Return what the main clause says: "a man shot in the leg was taken to"."""
    gap = text[mention.end : first.start]
    whole = re.search(rf"\b{patterns.AUX}\b", gap, re.I)
    if first.metric != "injured" or (whole and not re.search(r"\bwho\b", gap)):
        return None
    between = patterns.main_clause().match(text, first.end)
    if between is None:
        return None
    told = _first_right(mention, text, between.end())
    if told is None or told.metric not in ("killed", "hospitalized", "critical"):
        return None
    return told


def _further(mention: Mention, text: str, first: Reading) -> Reading | None:
    """Return a later predicate of the same people: "and was taken to a hospital"."""
    then = patterns.LATER.match(text, first.end)
    if then is None or first.metric not in ("injured", "rescued", "trapped"):
        return None
    last = _first_right(mention, text, then.end()) if mention.single else None
    if last is not None and last.metric == "killed":
        return last
    for metric, pattern in patterns.after():
        match = pattern.match(text, then.end())
        if match and metric in ("hospitalized", "critical"):
            return _reading(metric, match)
    return None


def _imagined(reading: Reading, ahead: str) -> Reading:
    """Mark what stands under "if" or "whether" as hypothetical."""
    if patterns.CONDITION.search(ahead):
        return replace(reading, modality="hypothetical")
    return reading


def _tells_of_owner(mention: Mention, reading: Reading, text: str) -> bool:
    """Whether the verb belongs to "the names of" before the people."""
    window = text[max(0, mention.start - 30) : mention.start]
    placed = mention.single and patterns.PLACED.search(window)
    if not placed and not patterns.OWNED.search(window):
        return False
    gap = text[mention.end : reading.start]
    if re.search(rf"\b{patterns.AUX}\b", gap, re.I):
        return True
    word = text[reading.start : reading.end]
    relative = re.search(r"\b(?:who|that|which)\b", gap, re.I) is not None
    return not relative and bool(lexicon.look_up(word, "intransitive"))


def _first_right(mention: Mention, text: str, position: int) -> Reading | None:
    for metric, pattern in patterns.after():
        match = pattern.match(text, position)
        if match:
            return _reading(metric, match)
    for metric, pattern in patterns.after_far() if mention.person else ():
        match = pattern.match(text, position)
        if match:
            return _reading(metric, match)
    match = patterns.AMONG.match(text, position) if mention.single else None
    if match:
        words = lexicon.look_up(match.group("word"), "states", "transitive", "counts")
        return _reading(words[0].metric, match)
    title = mention.passage.field == "title"
    tried = [patterns.right()]
    if mention.person:
        tried.append(patterns.right_far(title=title))
    for pattern in tried:
        match = pattern.match(text, position)
        said = _accepted(match, text, mention) if match else None
        if match and said is not None:
            return _reading(said, match)
    return None


def _accepted(match: re.Match[str], text: str, mention: Mention) -> Metric | None:
    """Return the metric if the people are those harmed, not those who harm."""
    filler = match.group("filler") or ""
    passive = re.search(rf"\b{patterns.PASSIVE}\b", filler, re.I) is not None
    active = not passive and bool(
        re.search(
            r"\b(?:has|have|had|did|do|does|will|would|can|could)\b", filler, re.I
        )
    )
    relative = re.search(r"\b(?:who|that|which)\b", filler, re.I) is not None
    harming = not passive and _harms_others(mention, match, text)
    surface = match.group("word")
    for word in lexicon.look_up(surface, "states", "intransitive", "transitive"):
        if word.construction == "intransitive":
            return word.metric
        if word.construction == "transitive" and "participle" not in word.forms:
            continue
        if passive:
            return word.metric
        if harming or (relative and lexicon.look_up(surface, "transitive")):
            continue
        if active and word.metric != "missing":
            continue
        if word.metric != "survivors" or filler.strip() or mention.head is not None:
            return word.metric
    return None


def _harms_others(mention: Mention, match: re.Match[str], text: str) -> bool:
    """Whether an object follows, by its words or by the parse: these people harm."""
    if not lexicon.look_up(match.group("word"), "transitive"):
        return False
    if patterns.OBJECT.match(text, match.end("word")):
        return True
    tokens = _tokens(mention, match)
    if tokens is None:
        return False
    if tokens.end < len(tokens.doc) and _is_named(tokens.doc[tokens.end]):
        return True
    return any(
        child.dep_ in ("dobj", "obj") and child.i >= tokens.end and _is_someone(child)
        for token in tokens
        for child in token.children
    )


def _is_named(token: Token) -> bool:
    """Whether a name follows the verb straight: "he shot Marley"; no day's name."""
    if token.ent_type_ == "PERSON":
        return True
    dated = token.ent_type_ in ("DATE", "TIME") or token.lower_ in lexicon.phrase_ends()
    return token.pos_ == "PROPN" and token.is_title and not dated


def _is_someone(token: Token) -> bool:
    return is_people(token) or token.pos_ == "PRON" or token.ent_type_ == "PERSON"


def _reading(metric: Metric, match: re.Match[str]) -> Reading:
    filler = match.group("filler") or ""
    modality: Modality = "asserted"
    if patterns.NEGATED.search(filler):
        modality = "denied"
    elif patterns.UNREAL.search(filler):
        modality = "hypothetical"
    elif patterns.MAYBE.search(filler):
        modality = "hedged"
    return Reading(
        metric=metric,
        start=match.start("word"),
        end=match.end("word"),
        side="right",
        modality=modality,
    )


def _to_the_left(mention: Mention, text: str) -> Iterator[Reading]:
    shift = max(0, mention.start - _WINDOW)
    window = text[shift : mention.start]
    found = _framed(mention, window, text) or _verb_before(
        window, text[mention.end : mention.end + 60]
    )
    if found is None:
        found = _noun_before(mention, window)
    if found is not None:
        yield replace(found, start=found.start + shift, end=found.end + shift)


def _framed(mention: Mention, window: str, text: str) -> Reading | None:
    """Return what words on both sides say: "rushed the boy to a hospital"."""
    frames: tuple[tuple[Metric, re.Pattern[str], re.Pattern[str]], ...] = (
        ("hospitalized", patterns.BROUGHT, patterns.HOSPITAL),
        ("injured", patterns.STRUCK, patterns.BODY_PART),
        ("abducted", patterns.HELD, patterns.HOSTAGE),
    )
    for metric, before, after in frames:
        match = before.search(window)
        if match is not None and after.match(text, mention.end):
            return _left_reading(metric, match)
    return None


def _verb_before(window: str, behind: str) -> Reading | None:
    match = patterns.left().search(window[-60:])
    if match is None:
        return None
    shift = max(0, len(window) - 60)
    ahead = window[: shift + match.start()]
    if match.group("word").endswith("ing") and patterns.NOMINAL.search(ahead):
        return None
    passive = re.search(
        r"\b(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?$", ahead, re.I
    )
    if passive and not match.group("word").endswith("ing"):
        return None
    metric = lexicon.look_up(match.group("word"), "transitive")[0].metric
    if metric == "injured" and patterns.TO_DEATH.match(behind):
        metric = "killed"
    modality: Modality = "asserted"
    if re.search(r"\b(?:could|would|to|can|should)\s+(?:have\s+)?$", ahead, re.I):
        modality = "hypothetical"
    elif re.search(r"\b(?:not|n't|n’t|never)\s+$", ahead, re.I):
        modality = "denied"
    return Reading(
        metric=metric,
        start=shift + match.start("word"),
        end=shift + match.end("word"),
        side="left",
        modality=modality,
    )


def _noun_before(mention: Mention, window: str) -> Reading | None:
    for metric, pattern in patterns.before() if window.rstrip()[-3:].isalpha() else ():
        match = pattern.search(window)
        if match:
            return _left_reading(metric, match)
    match = patterns.left_event().search(window[-60:])
    if match:
        metric = lexicon.look_up(match.group("word"), "events")[0].metric
        shift = max(0, len(window) - 60)
        found = _left_reading(metric, match)
        return replace(found, start=found.start + shift, end=found.end + shift)
    if mention.single or not (mention.head is None or mention.person):
        return None
    match = patterns.left_toll().search(window)
    if match:
        return _left_reading(
            lexicon.look_up(match.group("word"), "tolls")[0].metric, match
        )
    return None


def _left_reading(metric: Metric, match: re.Match[str]) -> Reading:
    return Reading(
        metric=metric, start=match.start("word"), end=match.end("word"), side="left"
    )
