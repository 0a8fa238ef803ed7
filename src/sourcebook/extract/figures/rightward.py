"""What is said of people to their right: "12 people were killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.extract.figures import frames, further, lexicon, nominal, patterns
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.predicate_at import reading_of, said_at
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.figures.verbs import Verb, verbs_of
from sourcebook.model.claim import Metric

_LAST_WORD = re.compile(r"\b(?P<last>[a-z]+)\s+$", re.I)
_ACCORDING = re.compile(r"\baccording\s+to\s+$", re.I)
_WHO = re.compile(r"\s*,\s*(?:who(?=\s)|(?=whose\s))", re.I)
#: "Taken in critical condition to a hospital"; who is listed there is but critical.
_BROUGHT_THERE = re.compile(r"(?!listed\b|reported\b|in\b).+", re.I | re.S)
#: "17 others, two advisers among them, were wounded".
_AMONG_THEM = re.compile(r"\s+among\s+them\s*,", re.I)
#: "There should have been six people dead": there were not.
_NOT_SO = re.compile(
    r"\b(?:should|could|would|might)(?:\s+have|['’]ve)\s+(?:easily\s+)?been\s+(?:as\s+many\s+as\s+)?$",
    re.I,
)
_NEITHER = re.compile(r"\b(?:neither|nor)\s+$", re.I)
#: What is not told beside the death of the same people.
_LESS_THAN_DEATH = ("injured", "hospitalized", "critical", "missing", "trapped")


def to_the_right(mention: Mention, text: str) -> Iterator[Reading]:
    """Yield what the words after the people say of them, each metric once."""
    toll = None if mention.single else _toll_behind(mention, text)
    if toll is not None:
        yield toll
        return
    among = _AMONG_THEM.match(text, mention.end)
    first = said_at(mention, text, among.end() if among else mention.end)
    if first is not None and _tells_of_owner(mention, first, text):
        return
    told = [] if first is None else list(_adjacent(mention, first, text))
    told[:0] = _in_relative(mention, first, text)
    told.extend(_in_clauses(mention, text, told))
    ahead = text[max(0, mention.start - 30) : mention.start]
    for reading in _compatible(told):
        yield _imagined(reading, ahead)


def _in_relative(
    mention: Mention, first: Reading | None, text: str
) -> Iterator[Reading]:
    """Yield what "who was hurt" says before the main clause: ", was let go"."""
    opened = _WHO.match(text, mention.end) if first is not None else None
    if first is None or opened is None or "," not in text[opened.end() : first.start]:
        return
    inner = said_at(mention, text, opened.end())
    if inner is not None and inner.end < first.start:
        yield inner


def _toll_behind(mention: Mention, text: str) -> Reading | None:
    """Return what "bringing to 21 the death toll" says of the number."""
    ahead = text[max(0, mention.start - 30) : mention.start]
    if not nominal.BRINGS_TO.search(ahead):
        return None
    match = nominal.right_number().match(text, mention.end)
    match = match or frames.BROUGHT_TO.match(text, mention.end)
    if match is None:
        return None
    told = match.groupdict()
    group = next((g for g in ("toll", "counted") if told.get(g)), "word")
    words = lexicon.look_up(
        match.group(group), "tolls", "counts", "states", "transitive", "intransitive"
    )
    start, end = match.span(group)
    return Reading(metric=words[0].metric, start=start, end=end, side="right")


def _adjacent(mention: Mention, first: Reading, text: str) -> Iterator[Reading]:
    """Yield what the words next to the people say, one metric or two."""
    main = _main(mention, text, first)
    if main is not None:
        yield first
        first = main
    then = further.THEN.match(text, first.end)
    more = said_at(mention, text, then.end() - 1) if then else None
    if more is None or more.metric == first.metric:
        more = _further(mention, text, first)
    yield first
    if more is not None:
        yield more
    yield from _beside_hospital(more or first, text)
    if first.metric == "critical":
        yield from _in_hospital(first, text)


def _beside_hospital(last: Reading, text: str) -> Iterator[Reading]:
    """Yield the state and the wounds that "taken to a hospital" is told with."""
    if last.metric != "hospitalized":
        return
    critical = further.CRITICAL.match(text, last.start)
    if critical:
        yield reading_of("critical", critical)
    wounded = further.WITH_WOUNDS.match(text, last.start)
    if wounded:
        yield reading_of("injured", wounded)


def _in_hospital(first: Reading, text: str) -> Iterator[Reading]:
    """Yield the hospital to which somebody was taken "in critical condition"."""
    for metric, pattern in patterns.after():
        match = (
            pattern.match(text, first.start - 1) if metric == "hospitalized" else None
        )
        if match and _BROUGHT_THERE.fullmatch(match.group("word")):
            yield reading_of(metric, match)
            return


def _in_clauses(
    mention: Mention, text: str, told: Sequence[Reading]
) -> Iterator[Reading]:
    """Yield what verbs further on say whose subject the parse finds in the people."""
    if not (mention.person or mention.single or mention.head is None):
        return
    reached = max((r.end for r in told), default=0)
    for verb in verbs_of(mention):
        if verb.start <= reached or (told and verb.kind == "participle"):
            continue
        if verb.start <= mention.end + 1 and told:
            continue
        found = said_at(mention, text, verb.start)
        if found is not None and _suffered(found, verb, text):
            yield found
            yield from _beside_hospital(found, text)


def _suffered(reading: Reading, verb: Verb, text: str) -> bool:
    """Whether the subject suffers the verb: "was shot", not "walked in and shot"."""
    word = text[reading.start : reading.end]
    verb_ahead = _LAST_WORD.search(text, max(0, reading.start - 30), reading.start)
    longer = f"{verb_ahead.group('last')} {word}" if verb_ahead else word
    if lexicon.look_up(longer, "transitive") and patterns.OBJECT.match(
        text, reading.end
    ):
        return False
    if not lexicon.look_up(word, "transitive") or lexicon.look_up(word, "intransitive"):
        return True
    filler = text[verb.start : reading.start]
    return re.search(rf"\b{patterns.PASSIVE}\b", filler, re.I) is not None


def _compatible(told: Sequence[Reading]) -> list[Reading]:
    """Return the readings, each metric once, without what a death makes idle."""
    once: dict[Metric, Reading] = {}
    for reading in told:
        once.setdefault(reading.metric, reading)
    if "killed" in once:
        return [r for r in once.values() if r.metric not in _LESS_THAN_DEATH]
    return list(once.values())


def _main(mention: Mention, text: str, first: Reading) -> Reading | None:
    """Return what the main clause says: "a man shot in the leg was taken to"."""
    gap = text[mention.end : first.start]
    whole = re.search(rf"\b{patterns.AUX}\b", gap, re.I)
    if first.metric != "injured" or (whole and not re.search(r"\bwho\b", gap)):
        return None
    between = patterns.main_clause().match(text, first.end)
    if between is None:
        return None
    went = patterns.went_to_hospital().match(text, between.end())
    if went is not None:
        return reading_of("hospitalized", went)
    told = said_at(mention, text, between.end())
    if told is None or told.metric not in ("killed", "hospitalized", "critical"):
        return None
    return told


def _further(mention: Mention, text: str, first: Reading) -> Reading | None:
    """Return a later predicate of the same people: "and was taken to a hospital"."""
    then = further.LATER.match(text, first.end)
    if then is None or first.metric not in ("injured", "rescued", "trapped"):
        return None
    last = said_at(mention, text, then.end()) if mention.single else None
    if last is not None and last.metric == "killed":
        return last
    for metric, pattern in patterns.after():
        if metric not in ("hospitalized", "critical"):
            continue
        match = pattern.match(text, then.end())
        if match:
            return reading_of(metric, match)
    return None


def _imagined(reading: Reading, ahead: str) -> Reading:
    """Mark what stands under "if" or "whether" as hypothetical, "neither" as denied."""
    if _NEITHER.search(ahead):
        return replace(reading, modality="denied")
    if patterns.CONDITION.search(ahead) or _NOT_SO.search(ahead):
        return replace(reading, modality="hypothetical")
    return reading


def _tells_of_owner(mention: Mention, reading: Reading, text: str) -> bool:
    """Whether the verb belongs to "the names of" before the people."""
    window = text[max(0, mention.start - 30) : mention.start]
    placed = mention.single and patterns.PLACED.search(window)
    if not placed and not patterns.OWNED.search(window):
        return False
    gap = text[mention.end : reading.start]
    if re.match(r"\s*,?\s*who\b", text[mention.end :]):
        return False
    if text[mention.end :].lstrip().startswith("being "):
        return False
    if placed and _ACCORDING.search(window):
        return True
    if re.search(rf"\b{patterns.AUX}\b", text[mention.end : reading.end], re.I):
        return True
    word = text[reading.start : reading.end]
    relative = re.search(r"\b(?:who|that|which)\b", gap, re.I) is not None
    return not relative and bool(lexicon.look_up(word, "intransitive"))
