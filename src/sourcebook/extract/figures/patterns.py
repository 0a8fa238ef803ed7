"""Patterns of harm around a count of people, compiled from the lexicon once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast, get_args

from sourcebook.extract.figures import lexicon
from sourcebook.model.claim import Metric
from sourcebook.schema.load import table
from sourcebook.text.heads import guarded

Rule = tuple[Metric, re.Pattern[str]]
PASSIVE = r"(?:was|were|is|are|be|been|being|got|get|gets|getting|'re|’re|'s|’s)"
AUX = rf"(?:{PASSIVE}|has|have|had|having|will|would|may|might|could|must|can|did|do|does)"
#: "Were on Saturday night killed", "were in the early hours of Monday seized".
_TIMED = (
    r"(?:(?:early|late)\s+)?(?:(?:on|since|in\s+the\s+(?:early|late|small)\s+hours\s+of"
    r"|at\s+(?:dawn|dusk|midnight|noon)(?:\s+on)?)\s+)?(?:early\s+|late\s+|last\s+|this\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|week|month|year)"
    r"(?:\s+(?:night|morning|afternoon|evening))?|(?:early|late)\s+(?:yesterday|today)"
)
_ADVERB = (
    r"(?:(?!critically|fatally|mortally|gravely|only|summarily)[a-z]+ly|also|still|then|later"
    r"|already|now|since|so\s+far|not|never|n't|n’t|feared|believed|thought|presumed"
    r"|known|said|confirmed|reported|understood|to\s+have|to\s+be|both|all|each|too|yet"
    r"|again|just|either|instead|as\s+having|left|found|declared|pronounced|listed"
    r"|described|lying|lay|remain(?:s|ed)?|among|at\s+least|very|badly|once|more"
    r"|(?:robbed|attacked|ambushed|chased|carjacked|tied\s+up|bound|handcuffed|beaten|tortured)"
    r"(?:\s*,|\s+and|\s+then|\s+before\s+being)"
    r"|himself|herself|themselves|of\s+whom|of\s+them|ended\s+up|as|up|wound|being|counted|multiple\s+times|on\s+board|aboard|inside"
    r"|there|here|elsewhere|overnight|today|yesterday|tonight|to\s+death(?=\s+in)|who"
    r"|that|which)"
)
_ASIDE = (
    r"(?:\s*,?\s+(?:ages?|aged)\s+\d{1,3}(?:(?:\s*,\s*|\s+)(?:and\s+)?\d{1,3}\b)*\s*,?(?=\s)"
    r"|\s*,\s+[\w-]+\s+(?:years?|months?|weeks?)[\s-]+old\s*,?(?=\s)"
    r"|\s+(?:younger|older)\s+than\s+\d{1,3}\b"
    r"|\s*\([^()]{0,60}\)|\s*\[[^\[\]]{0,60}\]|\s*--\s[^.;:]{0,60}?\s--"
    r"|-(?:all|both|one|two|most|including)\b[^.;:-]{0,40}-\s*"
    r"|\s+or\s+[a-z]+(?=\s+(?:was|were|have|has|are|is)\b)"
    r"|\s*,\s+(?:aged?\s+)?\d{1,3}(?:,?\s+of\s+(?!whom\b|them\b)[A-Z][^.;:,]{1,30}?)?"
    r"(?=\s+(?:was|were|has|have|had|is|are|died|suffered|sustained)\b)|\s*,\s(?:including|believed|thought|described|among\s+them|most|mostly|many|some|all"
    r"|both|one|two|three|four|ages?|aged|\d+|mainly|none|an?|the|of|from|his|her|whose"
    r"|who|which)\b(?:[^.;:()]|\.(?=,|\s[a-z])){0,80}?,|\s*[–—-]\s[^.;:–—]{0,60}\s[–—-])"
)
_FILLER = (
    rf"(?P<filler>(?:{_ASIDE}|[”\"’]|\s*,?\s*(?<![a-z])(?:{AUX}(?:\s+{_TIMED})?|{_ADVERB})(?![\w’'])"
    r"|'(?=\s)|(?:n't|n’t))*)"
)
_PHRASE = (
    r"(?:\s+(?:in|on|at|from|of|aboard|inside|near|with|for|across|around|between|under"
    r"|outside|to|who|that|working|living|travell?ing|riding|standing|sitting|attending"
    r"|taking|waiting)\s(?!which\b|whom\b|when\b|where\b)[^.;:!?()]{1,70}?)"
)
_LINKS = r"(?:[a-z]+ly|another|an?|the)"
OBJECT = re.compile(
    r"\s+(?:(?:from|into|through|toward|towards|back)\s+the\s+|(?:at|from|into|through|toward|towards|back)\s+"
    r"(?:(?:the|his|her|their|an?|another)\s+(?:\w+\s+)?(?:police|officers?|deput(?:y|ies)|troopers?|agents?|soldiers?|m[ae]n|wom[ae]n|people|boys?|girls?|teens?|suspects?|victims?|group|crowd|cars?|vehicles?|truck|van|suv|windows?|ground|air|door|walls?|tires?)|them|him|police|officers|deputies|troopers|cops|agents|soldiers|cars?|vehicles?|someone|people)|a|an|the|his|her|their|its"
    r"|into\s+(?:an?|the|his|her|their|another|several|[A-Z]\w+)|at\s+at|at\s+authorities"
    r"|multiple\s+(?:rounds|shots|bullets|times\s+at)"
    r"|him|them|himself|herself|themselves|it|me|us|my|our|another|at\s+least"
    r"|half|most\s+of|many|millions|thousands|tens\s+of|the\s+entire|more\s+than|over|nearly|almost|up\s+to|as\s+many|dozens|scores|hundreds|police"
    r"|people|civilians|about|some|several|\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b(?!\s+(?:day|night|week|morning|time|year|month|man\s+said)s?\b)",
    re.I,
)
NEGATED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
UNREAL = re.compile(r"\b(?:could|would|can|should)\b", re.I)
MAYBE = re.compile(
    r"\b(?:may|might|must|feared|believed|thought|presumed|reportedly|allegedly"
    r"|apparently|possibly|reported|said)\b",
    re.I,
)
#: "After the shooting the teen fled": no verb, so the teen is nobody's victim.
NOMINAL = re.compile(
    r"\b(?:the|a|an|this|that|each|every|another|fatal|deadly|mass|recent|earlier"
    r"|accidental|drive-by|apparent)\s+$",
    re.I,
)
#: "This could have been a fatality", "better than it being a fatality".
SUPPOSED = re.compile(
    r"(?:\b(?:could|would|might|may)\s+(?:\w+\s+)?(?:have\s+)?(?:been|be|become)|\bbeing"
    r"|\b(?:not|never|\w+n['’]t)\s+(?:\w+\s+)?(?:have|be|been|become|had|as|cause[ds]?))\s+$",
    re.I,
)
#: "Firing one shot" counts no one.
FIRED = re.compile(
    r"\b(?:fir(?:e|es|ed|ing)|heard|hear|hearing|took)\s+(?:off\s+)?$", re.I
)
IS_FIRED = re.compile(
    r"\s+(?:(?:is|was|were|are|being|been)\s+(?:fired|heard)|fired|rang|hit|struck|grazed|entered"
    r"|missed|went|came|pierced|landed)\b",
    re.I,
)
#: "Three bodies had been counted twice" is no count of people.
MISCOUNTED = re.compile(
    r"\s+(?:(?:had|have|has|were|was|been|being)\s+)+(?:wrongly\s+|mistakenly\s+)?"
    r"(?:counted\s+(?:twice|two\s+times|three\s+times|double)|double-counted|miscounted"
    r"|misidentified|misreported)",
    re.I,
)
#: "The names of the two victims were released": not the victims.
OWNED = re.compile(
    r"\b(?:names?|identity|identities|famil(?:y|ies)|relatives|photos?|pictures?|details"
    r"|lives|parents|friends|mother|father|widow|body|bodies|funerals?|coffins?|deaths?"
    r"|murders?|killings?|condition|home|homes)\s+of\s+(?:the\s+)?$",
    re.I,
)
#: "In Springfield, dozens were killed", "the wife of John Smith was killed".
PLACED = re.compile(r"\b(?:in|at|near|from|around|outside|of|with|by|to|for)\s+$", re.I)
CONDITION = re.compile(
    r"(?:\b(?:if|whether|unless|anytime|whenever)\s+(?:\w+\s+){0,1}"
    r"|\b(?:could|would|should|might)\s+(?:\w+ly\s+)?have\s+been\s+)$",
    re.I,
)
TO_DEATH = re.compile(r"\s+(?:[\w-]+\s+){0,5}?(?:to\s+death|dead)\b", re.I)


@cache
def right() -> re.Pattern[str]:
    """Return the pattern of a predicate straight after the people."""
    words = _predicates(("base", "third", "past", "participle"))
    return re.compile(
        rf"{_FILLER}[”\"’]?\s*,?\s*\b(?P<word>{lexicon.alternation(words)})(?![\w-])",
        re.I,
    )


def _predicates(forms: tuple[lexicon.Form, ...]) -> list[str]:
    """Return what may follow the people harmed: of "kill" only "killed"."""
    found = {
        *lexicon.surfaces("intransitive", "states", forms=forms),
        *lexicon.surfaces("transitive", forms=("past", "participle")),
    }
    return sorted(found, key=lambda word: (-len(word), word))


@cache
def suffered() -> re.Pattern[str]:
    """Return the pattern of a transitive verb, the longest first: "shot dead"."""
    verbs = lexicon.surfaces("transitive", forms=("past", "participle", "gerund"))
    return re.compile(rf"{lexicon.alternation(verbs)}(?![\w-])", re.I)


@cache
def main_clause() -> re.Pattern[str]:
    """Return what stands between "a man shot in the groin" and "was taken to"."""
    return re.compile(
        r"(?:\s+(?:\w+day|in|on|at|by|during|while|near|outside|inside|from|several|multiple"
        r"|early|late|earlier|last|this|yesterday|today|overnight"
        r"|\w+\s+times)\b[^.;:!?,()]{0,70}?)?(?=\s+(?:was|were|is|are|has|have|had|went"
        r"|died|dies|remains?|remained|survived)\b)",
        re.I,
    )


@cache
def went_to_hospital() -> re.Pattern[str]:
    """Return what those already told to be hurt did: "went to Trinity Hospital"."""
    return re.compile(
        _filled(
            r"\s+(?P<filler>)(?P<word>went\s+to\s+(?:[\w.’'-]+\s+){0,6}?%hospital%)"
        ),
        re.I,
    )


@cache
def right_far(*, title: bool) -> re.Pattern[str]:
    """Return the pattern of a predicate after "in the car", "from the same family"."""
    words = _predicates(
        ("third", "past", "participle")
        if title
        else ("base", "third", "past", "participle")
    )
    filler = (
        rf"(?P<filler>(?:{AUX}\b|{_ADVERB}|\s+)*)"
        if title
        else rf"(?P<filler>{AUX}\b(?:\s+(?:{AUX}|{_ADVERB}))*)\s+"
    )
    return re.compile(
        rf"{_PHRASE},?\s+{filler}(?P<word>{lexicon.alternation(words)})(?![\w-])", re.I
    )


@cache
def after() -> tuple[Rule, ...]:
    """Return the data files' own patterns of what follows the people."""
    return tuple(
        (metric, re.compile(rf"{_FILLER}\s*\b(?P<word>{pattern})", re.I))
        for metric, pattern in _listed("after")
    )


@cache
def any_after() -> re.Pattern[str]:
    """Return the pattern that matches where one of :func:`after` does."""
    return re.compile(rf"{_FILLER}\s*\b{_any('after')}", re.I)


@cache
def any_after_far() -> re.Pattern[str]:
    """Return the pattern that matches where one of :func:`after_far` does."""
    return re.compile(
        rf"{_PHRASE},?\s+{AUX}\b(?:\s+(?:{AUX}|{_ADVERB}))*\s+{_any('after')}", re.I
    )


@cache
def any_before() -> re.Pattern[str]:
    """Return the pattern that is found where one of :func:`before` is."""
    return re.compile(_any("before"), re.I)


def _any(key: str) -> str:
    return guarded(pattern for _, pattern in _listed(key))


@cache
def after_far() -> tuple[Rule, ...]:
    """Return the listed patterns of what follows "in the car with him were also"."""
    filler = rf"(?P<filler>{AUX}\b(?:\s+(?:{AUX}|{_ADVERB}))*)\s+"
    return tuple(
        (metric, re.compile(rf"{_PHRASE},?\s+{filler}(?P<word>{pattern})", re.I))
        for metric, pattern in _listed("after")
    )


@cache
def before() -> tuple[Rule, ...]:
    """Return the data files' own patterns of what precedes the people."""
    return tuple(
        (metric, re.compile(rf"(?P<word>{pattern})", re.I))
        for metric, pattern in _listed("before")
    )


def _listed(key: str) -> Iterator[tuple[Metric, str]]:
    """Yield the listed patterns, the gravest first; those of hospitals hold "injuries" too."""
    found = [
        (cast(Metric, metric), _filled(pattern))
        for pack in lexicon.PACKS
        for metric, words in table(pack).items()
        if metric in get_args(Metric)
        for pattern in words.get(key, ())
    ]
    order = ("critical", "hospitalized")
    yield from sorted(found, key=lambda r: order.index(r[0]) if r[0] in order else 2)


def _filled(pattern: str) -> str:
    """Return a listed pattern with the lists that it names put in."""
    for name, key in (("body", "parts"), ("hospital", "words")):
        words = table("harm_disaster")[name][key]
        pattern = pattern.replace(f"%{name}%", rf"(?:{'|'.join(words)})\b")
    return pattern


@cache
def left() -> re.Pattern[str]:
    """Return the pattern of a verb straight before the people it harms."""
    verbs = lexicon.surfaces("transitive", forms=("base", "third", "gerund", "past"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{lexicon.alternation(verbs)})(?:\s+{_LINKS})*"
        r"(?:\s+(?:an?|the)\s+(?:\w+\s+)?(?:band|group|gang|squad|column|party|team|unit|patrol|crew|total)\s+of)?"
        r"(?:\s*,\s+(?:with|by|in|at|on|during)\s[^.;,]{1,40},)?\s+$",
        re.I,
    )


@cache
def inverted() -> re.Pattern[str]:
    """Return the pattern of "Also injured in the blast was"."""
    words = lexicon.surfaces("states", "transitive", forms=("participle",))
    return re.compile(
        rf"(?:^|[.;:]\s+|\b(?:also|and|others?|those)\s+)(?:(?:most|worst|more)\s+)?(?:\w+ly\s+)?(?P<word>{lexicon.alternation(words)})"
        r"(?:\s+(?:in|during|at|by|on|with|when|outside|inside)\b[^.;,]{0,60}?)?"
        r"\s+(?:was|were|is|are|lay)\s+$",
        re.I,
    )


@cache
def along_with() -> re.Pattern[str]:
    """Return the pattern of "was arrested along with"."""
    words = lexicon.surfaces("transitive", "intransitive", forms=("past", "participle"))
    return re.compile(
        rf"\b(?:{AUX}\s+(?:\w+ly\s+)?)?(?P<word>{lexicon.alternation(words)})"
        r"(?:\s+(?!and\b)\w+){0,4}?\s+(?:along|together)\s+with\s+$",
        re.I,
    )
