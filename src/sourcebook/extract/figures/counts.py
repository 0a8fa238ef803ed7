"""Counts of people in one passage, with what is said of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import patterns
from sourcebook.extract.figures.mentions import (
    Mention,
    find_mentions,
    group_mentions,
)
from sourcebook.extract.figures.persons import find_persons
from sourcebook.extract.figures.phrases import is_thing
from sourcebook.extract.figures.predicates import readings
from sourcebook.extract.figures.sharing import INCLUDING, share
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.figures.tree import tree_readings
from sourcebook.extract.parsed import Passage
from sourcebook.model.claim import Figure
from sourcebook.model.span import Span
from sourcebook.text.numbers import find_numbers

#: What single persons are told of: being arrested, fleeing or surviving is no figure.
SINGLE = ("killed", "injured", "critical", "abducted", "missing", "hospitalized")


_PERPETRATORS = re.compile(
    r"[^.;]{0,60}?\b(?:(?P<out>not\s+including|excluding|not\s+counting|apart\s+from"
    r"|in\s+addition\s+to|besides)|including|counting|among\s+them)\s+"
    r"(?:the|a|an|its|one|two|three|four|five|all|both|\d+)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attackers?|gunm[ae]n|shooters?|bombers?|assailants?|perpetrators?|hijackers?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The mentions of one passage, in order, and what is said of each."""

    passage: Passage
    mentions: list[Mention]
    said: dict[int, tuple[Reading, ...]]

    def readings(self, mention: Mention) -> tuple[Reading, ...]:
        """Return what is said of a mention of this passage."""
        return self.said.get(id(mention), ())


def count(passage: Passage, names: frozenset[str]) -> Counted:
    """Return all counts and single persons of a passage with what is said of them."""
    mentions = [m for m in _candidates(passage, names) if not _is_predicate(m)]
    said = {id(m): readings(m) or tree_readings(m) for m in mentions if _countable(m)}
    for mention in mentions:
        if not _sure(mention, said.get(id(mention), ())):
            said[id(mention)] = ()
    share(passage, mentions, said)
    return Counted(passage, mentions, said)


def drafts_of(counted: Counted) -> list[Draft]:
    """Return the drafts of a passage's mentions; harm denied or imagined is none."""
    return [
        draft(mention, reading)
        for mention in counted.mentions
        for reading in counted.readings(mention)
        if reading.modality not in ("hypothetical", "denied")
        and (not mention.single or reading.metric in SINGLE)
    ]


def _candidates(passage: Passage, names: frozenset[str]) -> list[Mention]:
    """Return counts and single persons in order; a count wins over what it holds."""
    counted = [*find_mentions(passage), *group_mentions(passage)]
    single = [
        p
        for p in find_persons(passage, names)
        if not any(p.start < c.end and c.start < p.end for c in counted)
    ]
    return sorted([*counted, *single], key=lambda m: (m.start, m.end))


def _countable(mention: Mention) -> bool:
    return (
        mention.head is None
        or mention.person
        or not is_thing(mention.head)
        or mention.inner is not None
    )


def _sure(mention: Mention, said: tuple[Reading, ...]) -> bool:
    """Whether an unknown noun or a bare zero may count people at all."""
    if not said:
        return True
    if mention.single and not mention.person:
        return _is_named_victim(mention, said[0])
    if mention.number.value == 0 and _no_zero(mention):
        return False
    if mention.head is None and said[0].side == "right":
        word = mention.passage.text[said[0].start : said[0].end].lower()
        ahead = mention.passage.text[: mention.start][-30:]
        if word == "shot" and patterns.FIRED.search(ahead):
            return False
    if patterns.MISCOUNTED.match(mention.passage.text, mention.end):
        return False
    if (
        mention.number.value == 0
        and mention.number.bare.end - mention.number.bare.start == 2
    ):
        return mention.head is not None
    if mention.head is not None and not mention.person and said[0].side != "noun":
        return mention.head.tag_ in ("NNS", "NNPS", "NN", "NNP") and said[0].metric in (
            "killed",
            "injured",
            "abducted",
            "missing",
            "detained",
            "casualties",
            "critical",
        )
    return True


def _is_named_victim(mention: Mention, reading: Reading) -> bool:
    """Whether an unknown capitalised word is a person: killed, and no place's name."""
    if reading.metric not in ("killed", "abducted"):
        return False
    if reading.side == "left":
        return True
    token = mention.passage.doc.char_span(
        mention.start, mention.end, alignment_mode="expand"
    )
    first = token[0] if token is not None else None
    placed = first is not None and first.i > 0 and first.nbor(-1).pos_ in ("ADP", "DET")
    return reading.side == "right" and not placed


def _is_predicate(mention: Mention) -> bool:
    """Whether "one of those injured" says something of a person told before."""
    if mention.number.value != 1 or mention.inner is None:
        return False
    before = mention.passage.text[: mention.start]
    return re.search(r"\b(?:was|is|been|being|became|as|,)\s+$", before) is not None


def _no_zero(mention: Mention) -> bool:
    """Whether a zero is none of this event: "no deaths since 1959", "no serious injuries"."""
    if re.search(
        r"\b(?:serious|major|life-threatening|further|other|new|additional|known)\b",
        mention.words,
        re.I,
    ):
        return True
    behind = mention.passage.text[mention.end : mention.end + 40]
    if re.match(r"\s+(?:\w+\s+){0,2}?(?:seriously|critically|badly|gravely)\b", behind):
        return True
    if mention.inner and mention.words.lower().endswith(
        ("injuries", "wounds", "deaths")
    ):
        return True
    return (
        re.match(
            r"[^.;]{0,60}\b(?:since|in\s+(?:\d+|more\s+than)\s+years)\b",
            mention.passage.text[mention.end :],
        )
        is not None
    )


def draft(mention: Mention, reading: Reading) -> Draft:
    """Return the draft of one reading of a mention."""
    passage, number = mention.passage, mention.number
    start = passage.start + mention.start
    anchor = passage.doc.char_span(reading.start, reading.end, alignment_mode="expand")
    payload = Figure(
        metric=reading.metric,
        population=mention.population,
        comparator=number.comparator,
        value=number.value,
        low=number.low,
        high=number.high,
        includes_perpetrators=_with_perpetrators(mention),
    )
    built = Draft(
        passage=passage,
        span=Span(start=start, end=passage.start + mention.end),
        payload=payload,
        anchor=anchor[0] if anchor is not None else passage.doc[0],
        modality=reading.modality,
        part="single_person" if mention.single else _part(mention),
        increment=_is_increment(mention),
        person=_name(mention) if mention.single else None,
    )
    return replace(built, notes=(reading.side,))


def _with_perpetrators(mention: Mention) -> Literal["yes", "no", "unknown"]:
    """Whether the words count the attackers among the people (NUM-17)."""
    if mention.single:
        return "unknown"
    match = _PERPETRATORS.match(mention.passage.text, mention.end)
    if match is None:
        return "unknown"
    return "no" if match.group("out") else "yes"


def _part(mention: Mention) -> str | None:
    before = mention.passage.text[max(0, mention.start - 120) : mention.start]
    if mention.inner:
        return "of_whom"
    if INCLUDING.search(before):
        return "including"
    return None


def _name(mention: Mention) -> str:
    return " ".join(mention.words.split())


def _is_increment(mention: Mention) -> bool:
    """Whether "another 12", "12 more" adds to a count told before, not beside one.

    "trapping five people and injuring another 40" adds nothing: another metric.
    """
    words = mention.words.lower()
    if not mention.number.increment and not words.endswith(" more"):
        return False
    before = mention.passage.text[: mention.start]
    clause = re.split(r"[.;!?:]\s", before)[-1]
    return not any(char.isdigit() for char in clause) and not find_numbers(clause)
