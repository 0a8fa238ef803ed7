"""What is said of a count of people: the harm words to its right and to its left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.mentions import Mention
from sourcebook.model.claim import Metric, Modality
from sourcebook.schema.load import table

_PASSIVE = r"(?:was|were|is|are|be|been|being|got|get|gets|getting|'re|’re|'s|’s)"
_AUX = rf"(?:{_PASSIVE}|has|have|had|having|will|would|may|might|could|must|can|did|do|does)"
_ADVERB = (
    r"(?:(?!critically|fatally|mortally|gravely|only)[a-z]+ly|also|still|then|later|already|now|since|so\s+far|not|never"
    r"|n't|n’t|feared|believed|thought|presumed|known|said|confirmed|reported|understood|to\s+have|to\s+be|both|all|each|too|yet|again|just|either|instead|as\s+having"
    r"|left|found|declared|pronounced|listed|described|lying|lay|remain(?:s|ed)?|among|either|at\s+least|very|badly|once|more|ended\s+up|as|up|wound|being|counted"
    r"|multiple\s+times|on\s+board|aboard|inside|there|here|elsewhere|overnight|today|yesterday|tonight|to\s+death(?=\s+in)|who|that|which)"
)
_ASIDE = r"(?:\s*\([^()]{0,60}\)|\s*,\s(?:including|among\s+them|most|mostly|many|some|all|both|one|two|three|four|ages?|aged|\d+|mainly|none|an?|the|of|from|his|her|whose|who|which)\b(?:[^.;:()]|\.(?=,|\s[a-z])){0,80}?,|\s*[–—-]\s[^.;:–—]{0,60}\s[–—-])"
_FILLER = rf"(?P<filler>(?:{_ASIDE}|\s*,?\s*(?<![a-z])(?:{_AUX}|{_ADVERB})(?![\w’'])|(?:n't|n’t))*)"
_PHRASE = r"(?:\s+(?:in|on|at|from|of|aboard|inside|near|with|for|across|around|between|under|outside|to|who|that|working|living|travell?ing|riding|standing|sitting|attending|taking|waiting)\s[^.;:!?()]{1,70}?)"
_OBJECT = re.compile(
    r"\s+(?:a|an|the|his|her|their|its|him|them|himself|herself|themselves|it|me|us|my|our|another|at\s+least|more\s+than|about|some|several|dozens|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:day|night|week|morning|time|year|month|man\s+said)s?\b)",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
_UNREAL = re.compile(r"\b(?:could|would|can|should)\b", re.I)
_MAYBE = re.compile(r"\b(?:may|might|must|feared|believed|thought|presumed|reportedly|allegedly|apparently|possibly|reported|said)\b", re.I)
_BETWEEN_VERBS = r"(?:[a-z]+ly|another|and|or|an?|the)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One metric said of a count; ``start`` is where its word stands in the passage."""

    metric: Metric
    start: int
    end: int
    side: str
    modality: Modality = "asserted"


@cache
def _right() -> re.Pattern[str]:
    words = lexicon.surfaces("transitive", "intransitive", "states", forms=("base", "third", "past", "participle"))
    return re.compile(rf"{_FILLER}\s*,?\s*\b(?P<word>{lexicon.alternation(words)})(?![\w-])", re.I)


@cache
def _right_far() -> re.Pattern[str]:
    words = lexicon.surfaces("transitive", "intransitive", "states", forms=("base", "third", "past", "participle"))
    return re.compile(rf"{_PHRASE},?\s+(?P<filler>{_AUX}\b(?:\s+(?:{_AUX}|{_ADVERB}))*)\s+(?P<word>{lexicon.alternation(words)})(?![\w-])", re.I)


@cache
def _right_after() -> tuple[tuple[Metric, re.Pattern[str]], ...]:
    found = []
    for pack in ("harm_conflict", "harm_disaster"):
        for metric, words in table(pack).items():
            for pattern in words.get("after", ()) if isinstance(words, dict) else ():
                found.append((metric, re.compile(rf"{_FILLER}\s*\b(?P<word>{pattern})", re.I)))
    return tuple(found)


@cache
def _left() -> re.Pattern[str]:
    verbs = lexicon.surfaces("transitive", forms=("base", "third", "gerund", "past"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{lexicon.alternation(verbs)})(?:\s+{_BETWEEN_VERBS})*\s+$", re.I
    )


@cache
def _left_event() -> re.Pattern[str]:
    nouns = lexicon.surfaces("events")
    return re.compile(rf"(?<![\w-])(?P<word>{lexicon.alternation(nouns)})\s+(?:of|to)\s+(?:the\s+)?$", re.I)


@cache
def _left_toll() -> re.Pattern[str]:
    nouns = lexicon.surfaces("tolls")
    return re.compile(
        rf"(?<![\w-])(?P<word>{lexicon.alternation(nouns)})\b(?:[^.;!?]{{0,70}}?\s(?:to|at|of|is|was|are|were|reached|reaches|hit|hits|exceeded|exceeds|passed|topped|tops|surpassed|surpasses|past|above|as|stands|climbs|from\s+\S+\s+to)|\s*:|\s*[–-])\s+(?:now\s+)?$",
        re.I,
    )


def readings(mention: Mention) -> tuple[Reading, ...]:
    """Return the metrics said of a count by the words next to it, else nothing."""
    nouns = tuple(_own(mention))
    if nouns and _hard(mention):
        return nouns
    said = tuple(_to_the_right(mention))
    if said and nouns and mention.inner is None and nouns[0].metric in ("injured", "killed"):
        said = tuple(r for r in said if r.metric == "killed") or nouns
    return said or tuple(_to_the_left(mention)) or nouns


def _hard(mention: Mention) -> bool:
    """Whether the counted noun is itself what happened ("12 deaths")."""
    if mention.head is None:
        return False
    low = mention.head.lower_
    return bool(lexicon.look_up(low, "counts")) and (
        low.endswith(("deaths", "death", "ies", "ings", "ions", "ests", "dead", "y")) or low in ("casualties", "murders", "homicides", "injuries", "disappearances")
    )


def _own(mention: Mention) -> Iterator[Reading]:
    """Yield what the noun phrase itself says: "12 deaths", "three wounded men"."""
    head = mention.head
    if head is not None:
        for word in lexicon.look_up(head.lower_, "counts")[:1]:
            yield Reading(metric=word.metric, start=head.idx, end=head.idx + len(head), side="noun")
            return
    if mention.state:
        at = mention.words.lower().rfind(mention.state) + mention.start
        for word in lexicon.look_up(mention.state, "states")[:1]:
            yield Reading(metric=word.metric, start=at, end=at + len(mention.state), side="noun")
            return
    if mention.inner:
        for match in re.finditer(r"[\w-]+", mention.words):
            for word in lexicon.look_up(match.group(), "states", "counts", "transitive"):
                start = mention.start + match.start()
                yield Reading(metric=word.metric, start=start, end=mention.start + match.end(), side="noun")
                return


def _to_the_right(mention: Mention) -> Iterator[Reading]:
    text = mention.passage.doc.text
    position = mention.end
    first = _first_right(mention, text, position)
    if first is None:
        return
    yield first
    second = re.match(r",?\s+(?:and|but|then|before)\s+", text[first.end :])
    if second:
        more = _first_right(mention, text, first.end + second.end() - 1)
        if more is not None and more.metric != first.metric and not {more.metric, first.metric} <= {"killed", "injured"}:
            yield more


def _first_right(mention: Mention, text: str, position: int) -> Reading | None:
    for metric, pattern in _right_after():
        match = pattern.match(text, position)
        if match:
            return _reading(metric, match, text)
    match = _right().match(text, position)
    if match:
        word = _accepted(match, text, mention)
        if word is not None:
            return _reading(word, match, text)
    if mention.head is not None:
        match = _right_far().match(text, position)
        if match:
            word = _accepted(match, text, mention)
            if word is not None:
                return _reading(word, match, text)
    return None


def _accepted(match: re.Match[str], text: str, mention: Mention) -> Metric | None:
    """Return the metric if the people are those harmed, not those who harm."""
    filler = match.group("filler") or ""
    passive = re.search(rf"\b{_PASSIVE}\b", filler, re.I) is not None
    active = re.search(r"\b(?:has|have|had|did|do|does|will|would|can|could)\b", filler, re.I) is not None and not passive
    relative = re.search(r"\b(?:who|that|which)\b", filler, re.I) is not None
    for word in lexicon.look_up(match.group("word"), "states", "intransitive", "transitive"):
        if word.construction == "states":
            if not (active and not passive) or word.metric in ("missing",):
                if word.metric in ("survivors",) and not filler.strip() and mention.head is None:
                    continue
                if match.group("word").lower() in ("shot", "wounded", "injured", "hurt", "hit", "burned", "displaced", "trapped", "buried", "stranded", "released", "bloodied"):
                    if not passive and _OBJECT.match(text, match.end("word")):
                        continue
                return word.metric
        elif word.construction == "intransitive":
            if word.forms - {"base"} or active or word.forms == {"base"}:
                return word.metric
        elif word.forms & {"participle"}:
            if passive:
                return word.metric
            if active or relative or _OBJECT.match(text, match.end("word")):
                continue
            return word.metric
    return None


def _reading(metric: Metric, match: re.Match[str], text: str) -> Reading:
    filler = match.group("filler") or ""
    modality: Modality = "asserted"
    if _NEGATED.search(filler):
        modality = "denied"
    elif _UNREAL.search(filler):
        modality = "hypothetical"
    elif _MAYBE.search(filler):
        modality = "hedged"
    return Reading(metric=metric, start=match.start("word"), end=match.end("word"), side="right", modality=modality)


def _to_the_left(mention: Mention) -> Iterator[Reading]:
    text = mention.passage.doc.text
    window = text[max(0, mention.start - 110) : mention.start]
    shift = max(0, mention.start - 110)
    match = _left().search(window)
    if match:
        before = window[: match.start()]
        if re.search(rf"\b(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?$", before, re.I) and not re.search(r"ing$", match.group("word")):
            return
        for word in lexicon.look_up(match.group("word"), "transitive"):
            modality: Modality = "hypothetical" if re.search(r"\b(?:could|would|to|can|should)\s+(?:have\s+)?$", before, re.I) else "asserted"
            if re.search(r"\b(?:not|n't|n’t|never)\s+$", before, re.I):
                modality = "denied"
            yield Reading(metric=word.metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left", modality=modality)
            return
    match = _left_event().search(window)
    if match:
        for word in lexicon.look_up(match.group("word"), "events"):
            yield Reading(metric=word.metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left")
            return
    if mention.head is None or mention.person:
        match = _left_toll().search(window)
        if match:
            for word in lexicon.look_up(match.group("word"), "tolls"):
                yield Reading(metric=word.metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left")
                return
