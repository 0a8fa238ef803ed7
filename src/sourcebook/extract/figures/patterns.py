"""Patterns of harm around a count of people, compiled from the lexicon once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast, get_args

from sourcebook.extract.figures import lexicon
from sourcebook.model.claim import Metric
from sourcebook.schema.load import table

Rule = tuple[Metric, re.Pattern[str]]

PASSIVE = r"(?:was|were|is|are|be|been|being|got|get|gets|getting|'re|’re|'s|’s)"
AUX = rf"(?:{PASSIVE}|has|have|had|having|will|would|may|might|could|must|can|did|do|does)"
_ADVERB = (
    r"(?:(?!critically|fatally|mortally|gravely|only)[a-z]+ly|also|still|then|later"
    r"|already|now|since|so\s+far|not|never|n't|n’t|feared|believed|thought|presumed"
    r"|known|said|confirmed|reported|understood|to\s+have|to\s+be|both|all|each|too|yet"
    r"|again|just|either|instead|as\s+having|left|found|declared|pronounced|listed"
    r"|described|lying|lay|remain(?:s|ed)?|among|at\s+least|very|badly|once|more"
    r"|of\s+whom|of\s+them|ended\s+up|as|up|wound|being|counted|multiple\s+times|on\s+board|aboard|inside"
    r"|there|here|elsewhere|overnight|today|yesterday|tonight|to\s+death(?=\s+in)|who"
    r"|that|which)"
)
_ASIDE = (
    r"(?:\s*\([^()]{0,60}\)|\s*,\s(?:including|among\s+them|most|mostly|many|some|all"
    r"|both|one|two|three|four|ages?|aged|\d+|mainly|none|an?|the|of|from|his|her|whose"
    r"|who|which)\b(?:[^.;:()]|\.(?=,|\s[a-z])){0,80}?,|\s*[–—-]\s[^.;:–—]{0,60}\s[–—-])"
)
_FILLER = (
    rf"(?P<filler>(?:{_ASIDE}|[”\"’]|\s*,?\s*(?<![a-z])(?:{AUX}|{_ADVERB})(?![\w’'])"
    r"|(?:n't|n’t))*)"
)
_PHRASE = (
    r"(?:\s+(?:in|on|at|from|of|aboard|inside|near|with|for|across|around|between|under"
    r"|outside|to|who|that|working|living|travell?ing|riding|standing|sitting|attending"
    r"|taking|waiting)\s(?!which\b|whom\b|when\b|where\b)[^.;:!?()]{1,70}?)"
)
_LINKS = r"(?:[a-z]+ly|another|an?|the)"

OBJECT = re.compile(
    r"\s+(?:(?:at|from|into|through|toward|towards|back)\s+"
    r"(?:the\s+(?!scene|hospital)|them|him|police|officers|deputies|troopers|cops|agents|soldiers|cars?|vehicles?|someone|people)|a|an|the|his|her|their|its"
    r"|him|them|himself|herself|themselves|it|me|us|my|our|another|at\s+least"
    r"|more\s+than|over|nearly|almost|up\s+to|as\s+many|dozens|scores|hundreds|police"
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
#: "This could have been a fatality."
SUPPOSED = re.compile(
    r"\b(?:could|would|might|may)\s+(?:\w+\s+)?(?:have\s+)?(?:been|be|become)\s+$", re.I
)
#: "A bullet struck the girl in the leg", "she hit her brother in the head".
STRUCK = re.compile(
    r"\b(?P<word>struck|hit|hits|striking|hitting|grazed|grazing|strikes)\s+$", re.I
)
BODY_PART = re.compile(
    r"\s*,?\s*(?:once\s+|twice\s+|several\s+times\s+|multiple\s+times\s+)?(?:in|on)\s+(?:the|his|her|their)\s+"
    r"(?:(?:left|right|upper|lower)\s+)?(?:head|face|neck|chest|torso|back|legs?|arms?|foot|feet"
    r"|hands?|stomach|abdomen|shoulder|hip|thigh|buttocks|side|ankle|knee|groin|jaw|eye"
    r"|wrist|calf|body|forehead|temple|throat)\b",
    re.I,
)
#: "Taken to a hospital in critical condition."
CRITICAL = re.compile(
    r"(?P<filler>)[^.;,:()]{0,70}?\b(?P<word>in\s+(?:extremely\s+)?critical\s+condition)\b",
    re.I,
)
#: "Holding more than 500 people hostage."
HELD = re.compile(
    r"\b(?P<word>h(?:old|olds|olding|eld)|t(?:ake|akes|aking|ook)|seiz(?:ed|ing|es)|ke(?:pt|eping))\s+$",
    re.I,
)
HOSTAGE = re.compile(r"\s+(?:as\s+)?(?:hostages?|captives?|prisoners?)\b", re.I)
#: "Firing one shot" counts no one.
FIRED = re.compile(
    r"\b(?:fir(?:e|es|ed|ing)|heard|hear|hearing|took)\s+(?:off\s+)?$", re.I
)
#: "Relatives rushed the boy to a hospital", "which sent five people to the hospital".
BROUGHT = re.compile(
    r"\b(?P<word>rush(?:ed|ing|es)?|t(?:ook|aking|akes|ake)|transport(?:ed|ing|s)?"
    r"|airlift(?:ed|ing|s)?|fl(?:ew|ying|ies)|brought|bringing|sen(?:t|ds|ding)"
    r"|dr(?:ove|iving)|ferr(?:ied|ying))\s+(?:(?:the|at\s+least|all)\s+)?$",
    re.I,
)
HOSPITAL = re.compile(
    r"\s+(?:(?:there|away|by\s+\w+)\s+)?(?:to|into)\s+(?:[\w.’'-]+\s+){0,5}?"
    r"(?:hospitals?|medical\s+cent(?:er|re)|emergency\s+room|trauma\s+cent(?:er|re))\b",
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
LIVES_AHEAD = re.compile(
    r"\b(?:claim|cost|tak|took|loss|lost)(?:s|ed|ing|es|en|e)?\s+(?:of\s+)?(?:the\s+)?$",
    re.I,
)
LIVES_BEHIND = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been|are)\s+)?(?:lost|claimed|taken)\b", re.I
)
CONDITION = re.compile(
    r"\b(?:if|whether|unless|anytime|whenever)\s+(?:\w+\s+){0,1}$", re.I
)
THEN = re.compile(
    r",?\s+(?:and|but|then|before)\s+(?:later\s+|then\s+)?|\s*[,/]\s+(?=[a-z]+ed\b)",
    re.I,
)
#: The same people under a second predicate further on in the clause.
LATER = re.compile(
    r"(?:[^.;:!?]|\.(?=\w)){0,80}?(?:,?\s+(?:and|but)|,\s+where\s+(?:he|she|they))(?=\s)",
    re.I,
)
TO_DEATH = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:to\s+death|dead)\b", re.I)
AMONG = re.compile(
    r"(?:\s*,[^.;:]{0,60}?,)?\s*(?:who\s+)?(?:was|is|were)\s+(?:also\s+)?"
    r"(?:among|one\s+of)\s+(?:at\s+least\s+|more\s+than\s+|about\s+)?"
    r"(?:the|those|\d+|[a-z]+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<word>killed|dead|injured|wounded|hurt|kidnapped|missing|fatalities|casualties"
    r"|slain)\b(?P<filler>)",
    re.I,
)


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
def main_clause() -> re.Pattern[str]:
    """Return what stands between "a man shot in the groin" and "was taken to"."""
    return re.compile(
        r"(?:\s+(?:in|on|at|by|during|while|near|outside|inside|from|several|multiple"
        r"|\w+\s+times)\b[^.;:!?,()]{0,70}?)?(?=\s+(?:was|were|is|are|has|have|had|went"
        r"|died|remains?|remained|survived)\b)",
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
    """Yield the listed patterns; those of hospitals first, they hold "injuries" too."""
    found = [
        (cast(Metric, metric), pattern)
        for pack in lexicon.PACKS
        for metric, words in table(pack).items()
        if metric in get_args(Metric)
        for pattern in words.get(key, ())
    ]
    yield from sorted(found, key=lambda rule: rule[0] != "hospitalized")


@cache
def possessed() -> re.Pattern[str]:
    """Return the pattern of "X's death", "X's body"."""
    nouns = [*lexicon.surfaces("events"), "body", "remains"]
    return re.compile(
        r"(?:['’]s?|\s+was\s+the\s+victim\s+of\s+an?)\s+"
        r"(?:(?!the\b|an?\b|of\b|in\b|office\b|department\b|said\b)[\w-]+\s+){0,3}?"
        rf"(?P<word>{lexicon.alternation(nouns)})(?!\w)",
        re.I,
    )


@cache
def left() -> re.Pattern[str]:
    """Return the pattern of a verb straight before the people it harms."""
    verbs = lexicon.surfaces("transitive", forms=("base", "third", "gerund", "past"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{lexicon.alternation(verbs)})(?:\s+{_LINKS})*\s+$", re.I
    )


@cache
def left_event() -> re.Pattern[str]:
    """Return the pattern of "the killing of", "the deaths of", "injuries to".

    Only "of" may stand apart: "the deaths in a message to the president".
    """
    nouns = lexicon.alternation(lexicon.surfaces("events"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{nouns})(?:(?:\s+(?:last|on|in|this|yesterday|today"
        r"|tonight|earlier)\b[^.,;:]{0,25}?)?\s+of|\s+to)\s+(?:the\s+)?$",
        re.I,
    )


@cache
def left_toll() -> re.Pattern[str]:
    """Return the pattern of "the death toll rose to"."""
    nouns = lexicon.alternation(lexicon.surfaces("tolls"))
    reach = (
        r"(?:to|at|of|is|was|are|were|reached|reaches|hit|hits|exceeded|exceeds|passed"
        r"|topped|tops|surpassed|surpasses|past|above|as|stands|climbs|from|from\s+\S+\s+to)"
    )
    return re.compile(
        rf"(?<![\w-])(?P<word>{nouns})\b"
        rf"(?:[^.;!?]{{0,120}}?\s{reach}|\s*:|\s*[–-])\s+(?:now\s+)?$",
        re.I,
    )
