"""What the words before people and around them say: "rushed the boy to a hospital"."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.extract.figures import captivity, frames, lexicon
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Metric
from sourcebook.schema.load import table

#: How many characters before people are read.
WINDOW = 170
#: Words before, and words behind, that tell one metric together.
_PAIRS: tuple[tuple[Metric, re.Pattern[str], re.Pattern[str]], ...] = (
    ("hospitalized", frames.BROUGHT, frames.HOSPITAL),
    ("injured", frames.ASSAULTED, frames.BODY_PART),
    ("abducted", captivity.HELD, captivity.HOSTAGE),
    ("abducted", captivity.SHIELDED, captivity.SHIELDS),
    ("missing", frames.FATE, frames.UNKNOWN),
    ("injured", frames.FOUND, frames.WITH_WOUNDS),
    ("critical", frames.CONDITION_OF, frames.IS_CRITICAL),
    ("abducted", captivity.CAPTORS_TOOK, captivity.FROM_PLACE),
    ("detained", captivity.TAKEN, captivity.CUSTODY),
    ("displaced", frames.FORCED, frames.TO_FLEE),
    ("killed", frames.COST, frames.THEIR_LIVES),
    ("killed", frames.SENT, frames.TO_THEIR_DEATHS),
    ("injured", frames.LEFT, frames.SICK),
    ("rescued", frames.SAVED, frames.FROM_DANGER),
    ("released", captivity.LET, captivity.GO),
    ("detained", captivity.TOOK_IN, captivity.FOR_QUESTIONING),
)


def framed(mention: Mention, window: str, text: str) -> Reading | None:
    """Return what words on both sides say: "rushed the boy to a hospital"."""
    goes_on = frames.ELSEWHERE.match(text, mention.end)
    match = frames.MEDICS_BROUGHT.search(window) if goes_on else None
    if match is not None:
        return left_reading("hospitalized", match)
    if mention.head is None or mention.person:
        told = _told_before(mention, window, text)
        if told is not None:
            return told
    for metric, before, after in _PAIRS:
        # first what is looked for at one place only
        match = before.search(window) if after.match(text, mention.end) else None
        if match is not None:
            return left_reading(metric, match)
    return None


def _told_before(mention: Mention, window: str, text: str) -> Reading | None:
    """Return what the words before people say, whatever stands behind them."""
    match = captivity.POLICE_LED.search(window)
    if match is not None:
        return left_reading("detained", match)
    match = _taken_away(mention, window, text)
    if match is not None:
        return left_reading("abducted", match)
    match = _number_told(mention, window)
    if match is not None:
        words = lexicon.look_up(match.group("word"), "states", "transitive")
        return left_reading(words[0].metric, match)
    match = _dead(mention, window)
    return left_reading("killed", match) if match is not None else None


def _number_told(mention: Mention, window: str) -> re.Match[str] | None:
    """Return the state whose number is given: "put the dead at", "the dead numbered"."""
    match = frames.PUT_AT.search(window) or frames.PUT_NEXT_AT.search(window)
    return match or (None if mention.single else frames.NUMBERED.search(window))


def _dead(mention: Mention, window: str) -> re.Match[str] | None:
    """Return the word that tells a death: "we buried", "the funeral of", "lost"."""
    match = frames.BURIED_BY.search(window) or frames.HAD_BURIED.search(window[-90:])
    match = match or frames.NOT_SAVED.search(window)
    if match is None and mention.person:
        match = frames.FATAL_TO.search(window) or frames.LOST_MEN.search(window)
    if match is None and not mention.single:
        match = frames.FUNERAL_OF.search(window)
        match = match or (frames.WE_LOST.search(window) if mention.person else None)
    return match or (frames.BEREFT.search(window) if _is_own(mention) else None)


def _taken_away(mention: Mention, window: str, text: str) -> re.Match[str] | None:
    """Return the verb of captors who hold people or lead them away."""
    if mention.population == "attackers":
        return None
    if not mention.person and mention.head is not None:
        return None
    holding = None if mention.single else captivity.CAPTORS_HOLD.search(window)
    if holding is not None or captivity.AWAY.match(text, mention.end) is None:
        return holding
    return None if captivity.HELPERS.search(window) else captivity.LED.search(window)


def _is_own(mention: Mention) -> bool:
    """Whether the people are somebody's own, whom one "loses" by death only."""
    head = mention.head
    if mention.population in ("security_forces", "combatants"):
        return True
    if mention.head is not None and mention.head.lower_ == "men":
        return frames.FIGHTING.search(mention.head.sent.text) is not None
    return head is not None and head.lower_ in frozenset(
        table("populations")["kin"]["words"]
    )


def struck_by_fire(mention: Mention, text: str) -> Reading | None:
    """Return what "hitting at least six" says where shots were told of before."""
    window = text[max(0, mention.start - 12) : mention.start]
    match = frames.STRUCK.search(window)
    if match is None or not (mention.person or mention.head is None):
        return None
    if frames.SHOTS.search(text[max(0, mention.start - 250) : mention.start]) is None:
        return None
    if mention.head is None and frames.ENDS.match(text, mention.end) is None:
        return None
    shift = min(WINDOW, mention.start) - len(window)
    found = left_reading("injured", match)
    return replace(found, start=found.start + shift, end=found.end + shift)


def left_reading(metric: Metric, match: re.Match[str]) -> Reading:
    """Return the reading of a word before the people."""
    return Reading(
        metric=metric, start=match.start("word"), end=match.end("word"), side="left"
    )
