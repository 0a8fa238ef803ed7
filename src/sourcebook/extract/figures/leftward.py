"""What is said of people to their left: "a bomb killed 12 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sourcebook.extract.figures import frames, lexicon, nominal, patterns
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.telling import Reading
from sourcebook.model.claim import Metric, Modality
from sourcebook.schema.load import table

_WINDOW = 170
#: "Could have killed", "tried to kill"; but the weapon "used to kill" killed.
_IMAGINED = re.compile(
    r"\b(?:could|would|can|should|(?<!used\s)to)\s+(?:have\s+)?$|\b(?:nearly|almost)\s+$"
    r"|\b(?:intention|intent|aim|purpose|hope|goal|risk|threat|plans?|plot|idea|possibility|instead)"
    r"\s+of\s+(?:\w+ing\s+(?:or|and)\s+)?$|\b(?:avoid|avoided|considered|rather\s+than)\s+$",
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
_MANNER = re.compile(
    r"\s+(?:\w+\s+)?(?:differently|unfairly|fairly|equally|badly|well|poorly|harshly|kindly"
    r"|rudely|like|as|with\s+(?:respect|contempt|kindness|dignity|care))\b",
    re.I,
)


def to_the_left(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what the words before the people say of them, mostly one metric."""
    shift = max(0, mention.start - _WINDOW)
    window = text[shift : mention.start]
    yield from _beside_event(window, shift)
    found = (
        _framed(mention, window, text)
        or _verb_before(mention, window, text[mention.end : mention.end + 60])
        or _struck_by_fire(mention, text)
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
        found = _left_reading(metric, first)
        yield replace(found, start=found.start + shift, end=found.end + shift)


def _framed(mention: Mention, window: str, text: str) -> Reading | None:
    """Return what words on both sides say: "rushed the boy to a hospital"."""
    pairs: tuple[tuple[Metric, re.Pattern[str], re.Pattern[str]], ...] = (
        ("hospitalized", frames.BROUGHT, frames.HOSPITAL),
        ("injured", frames.ASSAULTED, frames.BODY_PART),
        ("abducted", frames.HELD, frames.HOSTAGE),
        ("abducted", frames.SHIELDED, frames.SHIELDS),
        ("missing", frames.FATE, frames.UNKNOWN),
        ("injured", frames.FOUND, frames.WITH_WOUNDS),
        ("critical", frames.CONDITION_OF, frames.IS_CRITICAL),
        ("abducted", frames.CAPTORS_TOOK, frames.FROM_PLACE),
        ("detained", frames.TAKEN, frames.CUSTODY),
        ("displaced", frames.FORCED, frames.TO_FLEE),
        ("killed", frames.COST, frames.THEIR_LIVES),
        ("killed", frames.SENT, frames.TO_THEIR_DEATHS),
        ("injured", frames.LEFT, frames.SICK),
    )
    match = frames.MEDICS_BROUGHT.search(window)
    if match is not None and frames.ELSEWHERE.match(text, mention.end):
        return _left_reading("hospitalized", match)
    match = _taken_away(mention, window, text)
    if match is not None:
        return _left_reading("abducted", match)
    match = frames.PUT_AT.search(window)
    if match is not None and (mention.head is None or mention.person):
        words = lexicon.look_up(match.group("word"), "states", "transitive")
        return _left_reading(words[0].metric, match)
    match = frames.FATAL_TO.search(window) or frames.LOST_MEN.search(window)
    if match is not None and mention.person:
        return _left_reading("killed", match)
    match = frames.BEREFT.search(window)
    if match is not None and _is_own(mention):
        return _left_reading("killed", match)
    for metric, before, after in pairs:
        # first what is looked for at one place only
        match = before.search(window) if after.match(text, mention.end) else None
        if match is not None:
            return _left_reading(metric, match)
    return None


def _taken_away(mention: Mention, window: str, text: str) -> re.Match[str] | None:
    """Return the verb of captors who hold people or lead them away."""
    if not mention.person or mention.population == "attackers":
        return None
    holding = None if mention.single else frames.CAPTORS_HOLD.search(window)
    if holding is not None or frames.HELPERS.search(window):
        return holding
    led = frames.LED.search(window)
    return led if led and frames.AWAY.match(text, mention.end) else None


def _is_own(mention: Mention) -> bool:
    """Whether the people are somebody's own, whom one "loses" by death only."""
    head = mention.head
    if not mention.single and mention.population in ("security_forces", "combatants"):
        return True
    return head is not None and head.lower_ in frozenset(
        table("populations")["kin"]["words"]
    )


def _struck_by_fire(mention: Mention, text: str) -> Reading | None:
    """Return what "hitting at least six" says where shots were told of before."""
    window = text[max(0, mention.start - 12) : mention.start]
    match = frames.STRUCK.search(window)
    if match is None or not (mention.person or mention.head is None):
        return None
    if frames.SHOTS.search(text[max(0, mention.start - 250) : mention.start]) is None:
        return None
    if mention.head is None and frames.ENDS.match(text, mention.end) is None:
        return None
    shift = min(_WINDOW, mention.start) - len(window)
    found = _left_reading("injured", match)
    return replace(found, start=found.start + shift, end=found.end + shift)


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
    if _IMAGINED.search(ahead):
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
    if last.endswith((" was", " were", " is", " are")):
        return patterns.inverted().search(window)
    return patterns.along_with().search(window) if last.endswith(" with") else None


def _noun_before(mention: Mention, window: str) -> Reading | None:
    match = _behind_verb(window)
    if match:
        words = lexicon.look_up(
            match.group("word"), "states", "transitive", "intransitive"
        )
        return _left_reading(words[0].metric, match)
    some = window.rstrip()[-2:].isalpha() and patterns.any_before().search(window)
    for metric, pattern in patterns.before() if some else ():
        match = pattern.search(window)
        if match and not _is_manner(match, mention):
            return _left_reading(metric, match)
    match = _nearest(nominal.left_event(), window[-60:])
    if match and _MIGHT_CAUSE.search(window):
        return None
    if match and _ATTEMPTED.search(window[-60:][: match.start("word")]):
        return None
    if match:
        metric = lexicon.look_up(match.group("word"), "events")[0].metric
        shift = max(0, len(window) - 60)
        if _FATAL.search(window[: shift + match.start("word")]):
            metric = "killed"
        found = _left_reading(metric, match)
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
        return replace(_left_reading(metric, match), toll=True)
    match = nominal.left_number().search(window) if "number" in window.lower() else None
    if match:
        words = lexicon.look_up(
            match.group("word"), "states", "transitive", "intransitive"
        )
        return _left_reading(words[0].metric, match)
    return None


def _is_manner(match: re.Match[str], mention: Mention) -> bool:
    """Whether "treating the witness differently" tells of no wound."""
    treats = match.group("word").lower().lstrip().startswith("treat")
    return treats and _MANNER.match(mention.passage.text, mention.end) is not None


def _nearest(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    """Return the nearest noun: "shootings" in "intent to murder in the shootings of"."""
    found = match = pattern.search(window)
    while match is not None:
        if found is None or match.end("word") > found.end("word"):
            found = match
        match = pattern.search(window, match.start() + 1)
    return found


def _left_reading(metric: Metric, match: re.Match[str]) -> Reading:
    return Reading(
        metric=metric, start=match.start("word"), end=match.end("word"), side="left"
    )
