"""What is said of people to their left: "a bomb killed 12 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.figures import lexicon, nominal, patterns
from sourcebook.extract.figures.framed import (
    WINDOW,
    framed,
    left_reading,
    struck_by_fire,
)
from sourcebook.extract.figures.harmless import is_asked_for, is_manner, is_wanted
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Modality

#: "Could have killed", "tried to kill"; but the weapon "used to kill" killed.
_IMAGINED = re.compile(
    r"\b(?:(?:could|would|can|should)\s+(?:have\s+)?|(?<!used\s)to\s+)$|\bto\s+(?:either\s+)?\w+\s+or\s+$|\b(?:nearly|almost)\s+$"
    r"|\b(?:intention|intent|aim|purpose|hope|goal|risk|threat|plans?|plot|idea|possibility|instead)"
    r"\s+of\s+(?:\w+ing\s+(?:or|and)\s+)?$|\b(?:avoid|avoided|considered|rather\s+than)\s+$",
    re.I,
)
#: "Demanded that Delhi free 36": a verb in the subjunctive tells a wish.
_WISHED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|urg(?:es|ed|ing)|ask(?:s|ed|ing)?"
    r"|request(?:s|ed|ing)?|propos(?:es|ed|ing))\s+(?:that\s+)?(?:[\w’'-]+\s+){1,4}?$",
    re.I,
)
#: "The first shot a witness heard": a shot, and nobody shot.
_A_SHOT = re.compile(
    r"\b(?:first|second|third|last|final|single|warning|stray|the)\s+$", re.I
)
_DENIED = re.compile(r"\b(?:not|n't|n’t|never)\s+$", re.I)
#: "The attempted murder of": nobody died.
#: "Could have caused injuries or death to".
_MIGHT_CAUSE = re.compile(
    r"\b(?:could|would|might)\s+(?:\w+ly\s+)?(?:have\s+)?"
    r"(?:caused?|result(?:ed)?\s+in|led\s+to|lead\s+to|meant|mean)\b[^.;]*$",
    re.I,
)
_FATAL = re.compile(r"\b(?:fatal|deadly)\s+(?:[\w-]+\s+){0,3}$", re.I)
_ATTEMPTED = re.compile(
    r"\b(?:attempted|attempt\s+at|planned|threatened|failed|foiled|botched|supposed)\s+(?:the\s+)?$",
    re.I,
)
#: "The toll came from Loma, which is one of the 12": no toll.
_ONE_OF = re.compile(r"\b(?:one|some|any|many|most|each)\s+of\s+(?:the\s+)?$", re.I)


def to_the_left(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what the words before the people say of them, mostly one metric."""
    shift = max(0, mention.start - WINDOW)
    window = text[shift : mention.start]
    yield from _beside_event(window, shift)
    found = (
        framed(mention, window, text)
        or _verb_before(mention, window, text[mention.end : mention.end + 60])
        or struck_by_fire(mention, text)
    )
    if found is None:
        found = _noun_before(mention, window)
    if found is not None:
        yield replace(found, start=found.start + shift, end=found.end + shift)


def _beside_event(window: str, shift: int) -> Iterator[Reading]:
    """Yield the first of two: "the kidnapping and murder of"."""
    nearest = _nearest(nominal.left_event(), window[-60:])
    at = max(0, len(window) - 60) + nearest.start("word") if nearest else 0
    first = nominal.event_and().search(window[:at]) if nearest else None
    if first is None or nearest is None:
        return
    metric = lexicon.look_up(first.group("word"), "events")[0].metric
    if metric != lexicon.look_up(nearest.group("word"), "events")[0].metric:
        found = left_reading(metric, first)
        yield replace(found, start=found.start + shift, end=found.end + shift)


def _verb_before(mention: Mention, window: str, behind: str) -> Reading | None:
    match = patterns.left().search(window[-60:])
    if match is None:
        return None
    shift = max(0, len(window) - 60)
    ahead = window[: shift + match.start()]
    if match.group("word").endswith("ing") and patterns.NOMINAL.search(ahead):
        return None
    if match.group("word")[:1].isupper() and _is_name(ahead, mention):
        return None
    if match.group("word").lower() == "shot" and _A_SHOT.search(ahead):
        return None
    if match.group("word").endswith("ing") and _is_suspect(mention):
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
    plain = lexicon.look_up(match.group("word"), "transitive")[0].forms == {"base"}
    if _IMAGINED.search(ahead) or (plain and _WISHED.search(ahead)):
        modality = "hypothetical"
    elif mention.number.value != 0 and _DENIED.search(ahead):
        modality = "denied"
    return Reading(
        metric=metric,
        start=shift + match.start("word"),
        end=shift + match.end("word"),
        side="left",
        modality=modality,
    )


def _is_name(ahead: str, mention: Mention) -> bool:
    """Whether a capital is that of a name in a sentence: "at Club 108"."""
    opens = not ahead.strip() or ahead.rstrip()[-1] in ".!?:;\"“”'‘’–—-|"
    return not opens and not is_headline(mention.passage)


def _is_suspect(mention: Mention) -> bool:
    """Whether it is a bare "suspect", before whom "shooting" is no verb."""
    return mention.words.lower().split()[:1] in (["suspect"], ["suspects"])


def _behind_verb(window: str) -> re.Match[str] | None:
    """Return "also injured was", "was arrested along with"; the last word decides."""
    last = window.rstrip().lower()
    if last.endswith((" was", " were", " is", " are", " lay")):
        return patterns.inverted().search(window)
    return patterns.along_with().search(window) if last.endswith(" with") else None


def _noun_before(mention: Mention, window: str) -> Reading | None:
    match = _behind_verb(window)
    if match:
        words = lexicon.look_up(
            match.group("word"), "states", "transitive", "intransitive"
        )
        return left_reading(words[0].metric, match)
    some = window.rstrip()[-2:].isalpha() and patterns.any_before().search(window)
    for metric, pattern in patterns.before() if some else ():
        match = pattern.search(window)
        if match and not (is_manner(match, mention) or is_wanted(match, mention)):
            return left_reading(metric, match)
    match = _nearest(nominal.left_event(), window[-60:])
    if match and _MIGHT_CAUSE.search(window):
        return None
    if match and _ATTEMPTED.search(window[-60:][: match.start("word")]):
        return None
    if match and is_asked_for(match, window):
        return None
    if match:
        metric = lexicon.look_up(match.group("word"), "events")[0].metric
        shift = max(0, len(window) - 60)
        if _FATAL.search(window[: shift + match.start("word")]):
            metric = "killed"
        found = left_reading(metric, match)
        return replace(found, start=found.start + shift, end=found.end + shift)
    if mention.single or not (mention.head is None or mention.person):
        return None
    told = window + mention.passage.text[mention.start : mention.number.bare.start]
    if _ONE_OF.search(window):
        return None
    toll = nominal.left_toll()
    match = _nearest(toll, window) or _nearest(toll, told)
    if match:
        metric = lexicon.look_up(match.group("word"), "tolls")[0].metric
        return replace(left_reading(metric, match), toll=True)
    match = nominal.left_number().search(window) if "number" in window.lower() else None
    if match:
        words = lexicon.look_up(
            match.group("word"), "states", "transitive", "intransitive"
        )
        return left_reading(words[0].metric, match)
    return None


def _nearest(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    """Return the nearest noun: "shootings" in "intent to murder in the shootings of"."""
    found = match = pattern.search(window)
    while match is not None:
        if found is None or match.end("word") > found.end("word"):
            found = match
        match = pattern.search(window, match.start() + 1)
    return found
