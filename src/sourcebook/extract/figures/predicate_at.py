"""What the words at one place say of the people before them, next to it or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sourcebook.extract.figures import further, lexicon, patterns
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.phrases import head_of, is_people, noun_phrase
from sourcebook.extract.figures.telling import Reading, tokens_of
from sourcebook.model.claim import Metric, Modality
from sourcebook.text.numerals import NUMERAL

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

#: "Found dead with a gunshot wound": no wound tells more.
_DEAD = re.compile(
    r"(?<!non-)(?<!non )(?<!not )\b(?:dead|deceased|fatal|fatally)\b(?!-)", re.I
)
#: "Is believed to have shot": he shot somebody.
_TO_HAVE = re.compile(r"\bto\s+have(?:\s+\w+ly)?\s*$", re.I)
#: "One of five victims of the shooting": dead or wounded.
_OF_SHOOTING = re.compile(
    r"\s+(?:of|in)\s+(?!(?:\w+\s+){0,3}?(?:fatal|deadly))(?:[\w-]+\s+){0,4}?"
    r"(?:shootings?|stabbings?|shootout)\b",
    re.I,
)
_NEARLY = re.compile(r"\b(?:nearly|almost)\s*$", re.I)
#: "Some may yet die": not "may have died".
_YET_TO_COME = re.compile(r"\b(?:may|might|must|will)\b(?!\s+have\b)", re.I)
#: "Thousands could be trapped": feared, not imagined.
_COULD_BE = re.compile(r"\bcould\s+(?:still\s+)?be\b(?!\s+\w)", re.I)
_TO_COME = frozenset(("die", "perish", "succumb", "drown", "flee", "disappear"))
#: "That he had died when in fact he had left."
_IN_FACT = re.compile(
    r"[^.;,]{0,30}?,?\s+(?:when|although|though|but)\s+(?:in\s+fact|in\s+truth|in\s+reality|actually)\b",
    re.I,
)
_TO_DEATH = re.compile(r"\s+(?:\w+\s+)?to\s+death\b", re.I)
#: "A Yemeni, whose name was not given, was": not denied.
_INSERTED = re.compile(r"\[[^]]*\]|\([^)]*\)|,\s[^,]*,")


def said_at(mention: Mention, text: str, position: int) -> Reading | None:
    """Return what is said at a place: next to it, else behind "in the car"."""
    near = _listed(patterns.any_after(), patterns.after(), text, position)
    near = near or _among(mention, text, position)
    near = near or _worded(patterns.right(), mention, text, position)
    if near is not None or not mention.person:
        return near
    went = None if mention.single else further.WENT.match(text, position)
    if went is not None:
        return reading_of("hospitalized", went)
    died = further.DIED_FAR.match(text, position)
    if died is None and not mention.single and mention.number.value != 1:
        died = further.MANY_DIED.match(text, position)
    if died is not None:
        return reading_of("killed", died)
    far = _listed(patterns.any_after_far(), patterns.after_far(), text, position)
    title = is_headline(mention.passage)
    far = far or _worded(patterns.right_far(title=title), mention, text, position)
    if far is None or _of_another(text[position : far.start]):
        return None
    return far if _agrees(mention, text[position : far.end]) else None


def _listed(
    some: re.Pattern[str], rules: Sequence[patterns.Rule], text: str, position: int
) -> Reading | None:
    """Return what the first rule that holds says; ``some`` matches if any does."""
    if some.match(text, position) is None:
        return None
    for metric, pattern in rules:
        match = pattern.match(text, position)
        if match and _DEAD.search(match.group("word")):
            return reading_of("killed", match)
        if match:
            return reading_of(metric, match)
    return None


def _among(mention: Mention, text: str, position: int) -> Reading | None:
    counted = mention.single or (mention.person and position == mention.end)
    match = further.AMONG.match(text, position) if counted else None
    if match is None and counted and is_headline(mention.passage):
        match = further.AMONG_IN_TITLE.match(text, position)
    if match is None:
        return None
    if match.group("word").lower() == "victims":
        shot = _OF_SHOOTING.match(text, match.end())
        return None if shot else reading_of("killed", match)
    words = lexicon.look_up(
        match.group("word"), "states", "transitive", "counts", "intransitive"
    )
    return reading_of(words[0].metric, match)


def _worded(
    pattern: re.Pattern[str], mention: Mention, text: str, position: int
) -> Reading | None:
    match = pattern.match(text, position)
    said = _accepted(match, text, mention) if match else None
    if match is None or said is None:
        return None
    if said == "injured" and _TO_DEATH.match(text, match.end()):
        said = "killed"
    return reading_of(said, match)


def _agrees(mention: Mention, words: str) -> bool:
    """Whether the verb has the number of the people: "three men ... was arrested" no."""
    verb = re.search(r"\b(was|is|has|were|are|have)\b", words, re.I)
    if verb is None or mention.head is None:
        return True
    plural = verb.group().lower() in ("were", "are", "have")
    if mention.single or mention.number.value == 1:
        before = mention.passage.text[max(0, mention.start - 60) : mention.start]
        joined = re.search(r"\band\s+$|,\s*$", before) or " and " in words
        return not plural or bool(joined)
    several = mention.head.tag_ in ("NNS", "NNPS") and mention.number.value != 0
    return plural or not several


def _of_another(gap: str) -> bool:
    """Whether a second subject comes between: "one in the car and a boy was hit"."""
    return (
        re.search(
            r"^\s*(?:that|at\s+least|at\s+most)\s+(?:an?|the|his|her|another|one|two|three|\d+)\s"
            r"|\b(?:and|while|but)\s+(?:an?|the|another|one|his|her|\d+)\s.*\b(?:was|is|has)\b"
            r"|\b(?:and|while|but)\s+\S+\s+(?:of\s+them|others?|of\s+whom)\b"
            r"|\b(?:an?|the|his|her)\s+(?:\S+\s+){1,5}?(?:who|that)\s+(?:was|is|has)\b"
            r"|\b(?:took|drove|rushed|brought|carried|found)\s+(?:him|her|them|the|an?)\b",
            gap,
            re.I | re.S,
        )
        is not None
    )


def _accepted(match: re.Match[str], text: str, mention: Mention) -> Metric | None:
    """Return the metric if the people are those harmed, not those who harm."""
    filler = match.group("filler") or ""
    passive = re.search(rf"\b{patterns.PASSIVE}\b", filler, re.I) is not None
    passive = passive and _TO_HAVE.search(filler) is None
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


#: "15 killed 20 injured": a headline's second count has a word of its own.
_NEXT_COUNT = re.compile(
    rf",?\s+(?:and\s+|over\s+|at\s+least\s+|more\s+than\s+|nearly\s+|another\s+)?{NUMERAL}"
    r"(?:\s+[\w-]+){0,2}?\s+(?:injured|wounded|hurt|killed|dead|missing|hospitalized|arrested)\b",
    re.I,
)


#: "Carried 43 wounded from the street": people, where "shot from the street" is a deed.
_HARMED = ("wounded", "injured", "hurt", "killed")


def _harms_others(mention: Mention, match: re.Match[str], text: str) -> bool:
    """Whether an object follows, by its words or by the parse: these people harm."""
    if not lexicon.look_up(match.group("word"), "transitive"):
        return False
    if is_headline(mention.passage) and _NEXT_COUNT.match(text, match.end("word")):
        return False
    at = match.end("word")
    plain = match.group("word").lower() in _HARMED and text.startswith(" from ", at)
    if patterns.OBJECT.match(text, at) and not plain:
        return True
    tokens = tokens_of(mention, match)
    if tokens is None:
        return False
    if tokens.end < len(tokens.doc) and _is_named(tokens.doc[tokens.end]):
        return True
    followed = head_of(noun_phrase(mention.passage, match.end("word")))
    if followed is not None and is_people(followed) and followed.pos_ == "NOUN":
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


def _is_unreal(filler: str, word: str) -> bool:
    """Whether auxiliaries put the harm off: "could have died", "may yet die"."""
    if _COULD_BE.search(filler) and lexicon.look_up(word, "states"):
        return False
    if patterns.UNREAL.search(filler) or _NEARLY.search(filler):
        return True
    return word.lower() in _TO_COME and _YET_TO_COME.search(filler) is not None


def reading_of(metric: Metric, match: re.Match[str]) -> Reading:
    """Return the reading of a match, with the modality that its auxiliaries give."""
    filler = _INSERTED.sub(" ", match.group("filler") or "")
    modality: Modality = "asserted"
    if patterns.NEGATED.search(filler):
        modality = "denied"
    elif _is_unreal(filler, match.group("word")):
        modality = "hypothetical"
    elif patterns.MAYBE.search(filler):
        modality = "hedged"
    if _IN_FACT.match(match.string, match.end()):
        modality = "denied"
    return Reading(
        metric=metric,
        start=match.start("word"),
        end=match.end("word"),
        side="right",
        modality=modality,
    )
