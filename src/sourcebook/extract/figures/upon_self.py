"""Harm that a person does to himself: "shot her son and then herself" (NUM-19)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.counts import Counted
from sourcebook.extract.figures.referents import (
    antecedent,
    draft_at,
    first_person,
    is_harmed,
    subject_of,
)
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Figure

_UPON_SELF = re.compile(
    r"\b(?P<word>(?:kill(?:s|ed|ing)?|hang(?:s|ed|ing)?|hung)\s+(?:himself|herself)"
    r"|(?:shot|shoots|shooting)\s+and\s+kill(?:ed|s|ing)\s+(?:himself|herself)"
    r"|(?:fatally\s+)?(?:shot|shoots|shooting|shoot|stabbed)\s+(?:himself|herself|self)\b"
    r"|(?:injur|wound|graz)(?:e|es|ed|s|ing)\s+(?:himself|herself|self\b)"
    r"|commit(?:s|ted|ting)?\s+suicide|(?:took|takes|taking)\s+(?:(?:his|her|their)\s+)?own\s+li(?:fe|ves)"
    r"|(?:turn(?:s|ed|ing)|point(?:s|ed|ing))\s+(?:the|his|her|a)\s+(?:gun|weapon|rifle|pistol|handgun)\s+on\s+(?:himself|herself)"
    r"|(?:blew|blows|blowing|blown)\s+(?:himself|herself)\s+up"
    r"|detonat(?:ed|es|ing)\s+(?:his|her|an?)\s+(?:explosives?|suicide|explosive-\w+)(?:\s+(?:vest|belt|jacket|device|laden))?)",
    re.I,
)
#: "shot her son and then herself", "kills son, self": himself beside his victims.
_ALSO_SELF = re.compile(
    r"\b(?P<verb>kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|shoots?|shot|shooting"
    r"|stab(?:s|bed|bing)?)\b(?:[^.;:!?]|\.(?=\w)){1,90}?"
    r"(?:,|\band|\bthen|\bbefore)\s+(?:then\s+|finally\s+|later\s+|killing\s+)*"
    r"(?P<word>himself|herself|self)\b(?!-)",
    re.I,
)
#: "Trying to kill himself", "threatened to shoot herself": not done; "went on to" is.
_NOT_DONE = re.compile(
    r"\b(?:talk|think|thought|threaten|spok|speak|dream|joke|warn)\w*\s+(?:about|of)\s+$|"
    r"(?<!\bon)(?<!\bproceeded)\s(?:to|not|n't|n’t|could|would|might|may|nearly|almost|never"
    r"|attempt(?:s|ed|ing)?\s+(?:at|of))\s+(?:\w+ly\s+|have\s+)?$",
    re.I,
)
#: Who dies by accident is nobody's attacker.
_ACCIDENT = re.compile(
    r"\b(?:accident|unintentional|inadvertent|mistaken)\w*|\bplaying\s+with\b", re.I
)
_MURDER_SUICIDE = re.compile(r"\bmurder[-\s/]+suicides?\b", re.I)


def upon_self(
    here: Counted, before: Counted | None, counted: Sequence[Counted]
) -> Iterator[Draft]:
    """Yield figures of those in a passage who harm themselves, alone or after others.

    ``counted`` is the whole report: one that tells of a murder-suicide says that
    whoever shot others and then himself died.
    """
    text = here.passage.text
    if (
        "self" not in text.lower()
        and "sui" not in text.lower()
        and "own l" not in text.lower()
    ):
        return
    for match in _UPON_SELF.finditer(text):
        ahead = text[max(0, match.start() - 40) : match.start()]
        if _NOT_DONE.search(ahead) and not re.search(r"\bus(?:ed|ing)\b", ahead):
            continue
        yield from _upon_self(here, before, match)
    for match in _ALSO_SELF.finditer(text):
        if _UPON_SELF.search(match.group()) is None:
            fatal = "kill" in match.group().lower() or _in_suicide(counted)
            yield from _upon_self(here, before, match, fatal=fatal)


def _in_suicide(counted: Sequence[Counted]) -> bool:
    """Whether the report calls what happened a murder-suicide."""
    return any(_MURDER_SUICIDE.search(c.passage.text) for c in counted)


def _upon_self(
    here: Counted,
    before: Counted | None,
    match: re.Match[str],
    *,
    fatal: bool | None = None,
) -> Iterator[Draft]:
    words = match.group("word").lower()
    sex = "she" if "her" in words.split() or "herself" in words else "he"
    person = (
        subject_of(here, match)
        or first_person(here, match.start(), sex)
        or antecedent(here, before, match.start(), sex)
    )
    if person is None or is_harmed(here, person):
        return
    wounded = (
        not fatal
        if fatal is not None
        else words.startswith(
            (
                "shot h",
                "shoots h",
                "shooting h",
                "shoot h",
                "shoots s",
                "shot s",
                "shooting s",
                "stabbed",
                "injur",
                "wound",
                "graz",
            )
        )
    )
    reading = Reading(
        metric="injured" if wounded else "killed",
        start=match.start("word"),
        end=match.end("word"),
        side="self",
    )
    built = draft_at(here, person, reading)
    if _by_accident(here, match):
        yield built
    elif (not wounded or fatal is not None) and isinstance(built.payload, Figure):
        yield replace(built, payload=replace(built.payload, population="attackers"))
    else:
        yield built


def _by_accident(here: Counted, match: re.Match[str]) -> bool:
    """Whether the sentence says that he did not mean to."""
    told = here.passage.doc.char_span(
        match.start("word"), match.end("word"), alignment_mode="expand"
    )
    return told is not None and _ACCIDENT.search(told.sent.text) is not None
