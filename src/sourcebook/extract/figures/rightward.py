"""What is said of people to their right: "12 people were killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import is_people
from sourcebook.extract.figures.telling import Reading, tokens_of
from sourcebook.model.claim import Metric, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


def to_the_right(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what the words after the people say of them, one metric or two."""
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
    tokens = tokens_of(mention, match)
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
