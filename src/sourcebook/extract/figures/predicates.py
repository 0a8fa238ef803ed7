"""What is said of a count of people: the harm words to its right and to its left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.mentions import Mention
from sourcebook.model.claim import Metric, Modality
from sourcebook.schema.load import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE = r"(?:was|were|is|are|be|been|being|got|get|gets|getting|'re|’re|'s|’s)"
_AUX = rf"(?:{_PASSIVE}|has|have|had|having|will|would|may|might|could|must|can|did|do|does)"
_ADVERB = (
    r"(?:(?!critically|fatally|mortally|gravely|only)[a-z]+ly|also|still|then|later|already|now|since|so\s+far|not|never"
    r"|n't|n’t|feared|believed|thought|presumed|known|said|confirmed|reported|understood|to\s+have|to\s+be|both|all|each|too|yet|again|just|either|instead|as\s+having"
    r"|left|found|declared|pronounced|listed|described|lying|lay|remain(?:s|ed)?|among|either|at\s+least|very|badly|once|more|ended\s+up|as|up|wound|being|counted"
    r"|multiple\s+times|on\s+board|aboard|inside|there|here|elsewhere|overnight|today|yesterday|tonight|to\s+death(?=\s+in)|who|that|which)"
)
_ASIDE = r"(?:\s*\([^()]{0,60}\)|\s*,\s(?:including|among\s+them|most|mostly|many|some|all|both|one|two|three|four|ages?|aged|\d+|mainly|none|an?|the|of|from|his|her|whose|who|which)\b(?:[^.;:()]|\.(?=,|\s[a-z])){0,80}?,|\s*[–—-]\s[^.;:–—]{0,60}\s[–—-])"
_FILLER = rf"(?P<filler>(?:{_ASIDE}|[”\"’]|\s*,?\s*(?<![a-z])(?:{_AUX}|{_ADVERB})(?![\w’'])|(?:n't|n’t))*)"
_PHRASE = r"(?:\s+(?:in|on|at|from|of|aboard|inside|near|with|for|across|around|between|under|outside|to|who|that|working|living|travell?ing|riding|standing|sitting|attending|taking|waiting)\s[^.;:!?()]{1,70}?)"
_OBJECT = re.compile(
    r"\s+(?:(?:at|from|into|through|toward|towards|back)\s+(?:the\s+(?!scene|hospital)|them|him|police|officers)|a|an|the|his|her|their|its|him|them|himself|herself|themselves|it|me|us|my|our|another|at\s+least|more\s+than|over|nearly|almost|up\s+to|as\s+many|dozens|scores|hundreds|police|people|civilians|about|some|several|dozens|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:day|night|week|morning|time|year|month|man\s+said)s?\b)",
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
    return re.compile(rf"{_FILLER}[”\"’]?\s*,?\s*\b(?P<word>{lexicon.alternation(words)})(?![\w-])", re.I)


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
def _left_before() -> tuple[tuple[Metric, re.Pattern[str]], ...]:
    found = []
    for pack in ("harm_conflict", "harm_disaster"):
        for metric, words in table(pack).items():
            for pattern in words.get("before", ()) if isinstance(words, dict) else ():
                found.append((metric, re.compile(rf"(?P<word>{pattern})", re.I)))
    return tuple(sorted(found, key=lambda f: f[0] != "hospitalized"))


@cache
def _possessed() -> re.Pattern[str]:
    nouns = [*lexicon.surfaces("events"), "body", "remains"]
    return re.compile(rf"(?:['’]s?|\s+was\s+the\s+victim\s+of\s+an?)\s+(?:[\w-]+\s+){{0,3}}?(?P<word>{lexicon.alternation(nouns)})(?!\w)", re.I)


_AMONG = re.compile(
    r"(?:\s*,[^.;:]{0,60}?,)?\s*(?:who\s+)?(?:was|is|were)\s+(?:also\s+)?(?:among|one\s+of)\s+(?:at\s+least\s+|more\s+than\s+|about\s+)?(?:the|those|\d+|[a-z]+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<word>killed|dead|injured|wounded|hurt|kidnapped|missing|fatalities|casualties|slain)\b(?P<filler>)",
    re.I,
)


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
        rf"(?<![\w-])(?P<word>{lexicon.alternation(nouns)})\b(?:[^.;!?]{{0,120}}?\s(?:to|at|of|is|was|are|were|reached|reaches|hit|hits|exceeded|exceeds|passed|topped|tops|surpassed|surpasses|past|above|as|stands|climbs|from\s+\S+\s+to)|\s*:|\s*[–-])\s+(?:now\s+)?$",
        re.I,
    )


def readings(mention: Mention) -> tuple[Reading, ...]:
    """Return the metrics said of a count by the words next to it, else nothing."""
    text = mention.passage.doc.text
    if mention.single and re.match(r"['’]s?\s", text[mention.end : mention.end + 3]):
        match = _possessed().match(text, mention.end)
        return tuple(_owned(match, mention)) if match else ()
    nouns = tuple(_own(mention))
    if nouns and _hard(mention):
        return nouns
    said = tuple(_to_the_right(mention))
    if said and nouns and mention.inner is None and nouns[0].metric in ("injured", "killed"):
        said = tuple(r for r in said if r.metric == "killed") or nouns
    left = tuple(_to_the_left(mention))
    if said and left and _outranked(said[0], left[0], text[mention.end : said[0].start]):
        return left
    return said or left or nouns or tuple(tree_readings(mention))


def tree_readings(mention: Mention) -> Iterator[Reading]:
    """Yield what the parse says of the head: the last resort, over longer distances."""
    token = mention.head
    for _ in range(3):
        if token is None or token.dep_ not in ("conj", "appos") or token.head is token:
            break
        token = token.head
    if token is None or not (mention.person or mention.single):
        return
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ == "of":
        words = lexicon.look_up(governor.head.lower_, "events")
        governor = governor.head
    elif token.dep_ == "nsubjpass":
        words = lexicon.look_up(governor.lower_, "transitive")
    elif token.dep_ in ("dobj", "obj"):
        words = tuple(w for w in lexicon.look_up(governor.lower_, "transitive") if governor.tag_ != "VBN" or not _is_passive(governor))
    elif token.dep_ == "nsubj":
        words = lexicon.look_up(governor.lower_, "intransitive")
    else:
        return
    if governor.lower_ in ("shoot", "shot", "shooting") and token.dep_ in ("dobj", "obj") and not mention.person:
        return
    for word in words[:1]:
        yield Reading(metric=word.metric, start=governor.idx, end=governor.idx + len(governor), side="tree", modality=_tree_modality(governor))


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _tree_modality(verb: Token) -> Modality:
    words = {c.lower_ for c in verb.children if c.dep_ in ("neg", "aux")}
    if words & {"not", "n't", "n’t", "never"}:
        return "denied"
    if words & {"could", "would", "can", "should", "to"}:
        return "hypothetical"
    return "hedged" if words & {"may", "might", "must"} else "asserted"


def _outranked(right: Reading, left: Reading, gap: str) -> bool:
    """Whether "killing all 12 people on board" says killed, not on board."""
    if right.metric in ("affected", "survivors"):
        return True
    return left.metric in ("killed", "casualties") and not re.search(rf"\b{_AUX}\b", gap)


def _owned(match: re.Match[str], mention: Mention) -> Iterator[Reading]:
    """Yield what "X's death", "X's body" say of X."""
    surface = match.group("word")
    tokens = mention.passage.doc.char_span(match.start("word"), match.end("word"), alignment_mode="expand")
    if tokens is None or tokens[-1].dep_ == "compound":
        return
    words = lexicon.look_up(surface, "events")
    metric: Metric = words[0].metric if words else "killed"
    yield Reading(metric=metric, start=match.start("word"), end=match.end("word"), side="possessor")


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
    second = re.match(r",?\s+(?:and|but|then|before)\s+", text[first.end :])
    if second:
        more = _first_right(mention, text, first.end + second.end() - 1)
        if more is not None and mention.single and (first.metric, more.metric) == ("injured", "killed"):
            first, more = more, None
    yield first
    if second:
        if more is not None and more.metric != first.metric and not {more.metric, first.metric} <= {"killed", "injured"}:
            yield more


def _first_right(mention: Mention, text: str, position: int) -> Reading | None:
    for metric, pattern in _right_after():
        match = pattern.match(text, position)
        if match and not (mention.single and metric == "hospitalized"):
            return _reading(metric, match, text)
    match = _AMONG.match(text, position) if mention.single else None
    if match:
        metric = (lexicon.look_up(match.group("word"), "states", "transitive", "counts"))[0].metric
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


def _harms_others(mention: Mention, match: re.Match[str], text: str) -> bool:
    """Whether an object follows, by its words or by the parse: these people harm."""
    if _OBJECT.match(text, match.end("word")):
        return True
    tokens = mention.passage.doc.char_span(match.start("word"), match.end("word"), alignment_mode="expand")
    if tokens is None:
        return False
    return any(c.dep_ in ("dobj", "obj") and c.idx >= match.end("word") for c in tokens.root.children)


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
                    if not passive and _harms_others(mention, match, text):
                        continue
                return word.metric
        elif word.construction == "intransitive":
            if word.forms - {"base"} or active or word.forms == {"base"}:
                return word.metric
        elif word.forms & {"participle"}:
            if passive:
                return word.metric
            if active or relative or _harms_others(mention, match, text):
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
    window = text[max(0, mention.start - 170) : mention.start]
    shift = max(0, mention.start - 170)
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
    for metric, pattern in _left_before():
        match = pattern.search(window)
        if match:
            yield Reading(metric=metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left")
            return
    match = _left_event().search(window)
    if match:
        for word in lexicon.look_up(match.group("word"), "events"):
            yield Reading(metric=word.metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left")
            return
    if not mention.single and (mention.head is None or mention.person):
        match = _left_toll().search(window)
        if match:
            for word in lexicon.look_up(match.group("word"), "tolls"):
                yield Reading(metric=word.metric, start=shift + match.start("word"), end=shift + match.end("word"), side="left")
                return
