"""Patterns of nouns that tell harm: deaths and tolls, before and behind a count."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.extract.figures import lexicon

_REACH = (
    r"(?:to|at|is|was|are|were|reached|reaches|hit|hits|exceeded|exceeds|passed"
    r"|cross(?:es|ed)|near(?:s|ed)|topped|tops|surpassed|surpasses|past|above|as|stands|climbs|number(?:s|ed)?|total(?:s|ed|led)|from|from\s+\S+\s+to)"
)
#: "Bringing to 21" the toll.
BRINGS_TO = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|rais(?:es|ed|ing)|put(?:s|ting)?|tak(?:es|ing|en)|took|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|push(?:es|ed|ing)?"
    r"|cut(?:s|ting)?|reduc(?:es|ed|ing))\s+(?:to|at)\s+$",
    re.I,
)


@cache
def possessed() -> re.Pattern[str]:
    """Return the pattern of "X's death", "X's body"."""
    nouns = [*lexicon.surfaces("events"), "body", "remains"]
    return re.compile(
        r"(?:['’]s?|\s+was\s+the\s+victim\s+of\s+an?)\s+"
        r"(?:(?!the\b|an?\b|of\b|in\b|office\b|department\b|said\b|\d|first\b|second\b"
        r"|third\b|fourth\b|fifth\b|sixth\b|latest\b|deadliest\b)[\w-]+\s+){0,3}?"
        rf"(?P<word>{lexicon.alternation(nouns)})(?!\w)",
        re.I,
    )


@cache
def left_event() -> re.Pattern[str]:
    """Return the pattern of "the killing of", "the deaths of", "injuries to".

    Only "of" may stand apart: "the deaths in a message to the president".
    """
    nouns = lexicon.alternation(lexicon.surfaces("events"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{nouns})(?:(?:\s+(?:last|on|in|this|yesterday|today"
        r"|tonight|earlier|by|with|at\s+the\s+hands)\b[^.,;:]{0,35}?)?\s+of|\s+to)\s+(?:the\s+)?$",
        re.I,
    )


@cache
def event_and() -> re.Pattern[str]:
    """Return the pattern of "the kidnapping and", before another such noun."""
    nouns = lexicon.alternation(lexicon.surfaces("events"))
    return re.compile(rf"(?<![\w-])(?P<word>{nouns})\s+and\s+(?:the\s+)?$", re.I)


@cache
def left_toll() -> re.Pattern[str]:
    """Return the pattern of "the death toll rose to"."""
    nouns = lexicon.alternation(lexicon.surfaces("tolls"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{nouns})\b"
        rf"(?:(?:\s+[\w-]+){{0,4}}?\s+of|[^.;!?]{{0,120}}?\s{_REACH}|\s*:|\s*[–-])\s+(?:now\s+)?$",
        re.I,
    )


@cache
def left_number() -> re.Pattern[str]:
    """Return the pattern of "the number of miners killed has risen to"."""
    return re.compile(
        rf"{_number_of()}(?:[^.;!?]|\.(?=\w)){{0,80}}?\s{_REACH}\s+(?:now\s+)?$", re.I
    )


@cache
def right_number() -> re.Pattern[str]:
    """Return what follows a count: "bringing to 21 the number of miners killed"."""
    tolls = lexicon.alternation(lexicon.surfaces("tolls"))
    return re.compile(
        rf"\s+(?:the|its|their)\s+(?:total\s+|official\s+)?(?:(?P<toll>{tolls})\b"
        rf"|number\s+of\s+(?:[\w-]+\s+){{0,2}}?(?P<counted>{_counted()})\b|{_number_of()})",
        re.I,
    )


def _counted() -> str:
    """Return a pattern of the nouns that count what happened: "executions"."""
    return lexicon.alternation(lexicon.surfaces("counts"))


def _number_of() -> str:
    states = lexicon.surfaces(
        "states", "transitive", "intransitive", forms=("past", "participle")
    )
    return (
        r"(?<![\w-])number\s+of\s+(?:[\w.’'-]+\s+){1,4}?(?:(?:who|that)\s+(?:\w+\s+)?"
        r"|(?:known|confirmed|believed|feared|reported)\s+(?:to\s+(?:have\s+been|be|have)\s+)?){0,2}?"
        rf"(?P<word>{lexicon.alternation(states)})(?![\w-])"
    )
