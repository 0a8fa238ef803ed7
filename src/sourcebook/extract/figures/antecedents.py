"""Harm told of a pronoun, or by a person upon himself: the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures.counts import SINGLE, Counted, draft
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.persons import one_person
from sourcebook.extract.figures.predicates import Reading, readings
from sourcebook.model.claim import Figure, Metric

_PRONOUN = re.compile(r"\b(?P<pronoun>he|she)\b", re.I)
_UPON_SELF = re.compile(
    r"\b(?P<word>(?:kill(?:s|ed|ing)?|hang(?:s|ed|ing)?|hanged)\s+(?:himself|herself)"
    r"|(?:shot|shoots|shooting)\s+and\s+kill(?:ed|s|ing)\s+(?:himself|herself)"
    r"|(?:fatally\s+)?(?:shot|shoots|shooting|shoot|stabbed)\s+(?:himself|herself|self)\b"
    r"|commit(?:s|ted|ting)?\s+suicide|(?:took|takes|taking)\s+(?:his|her)\s+own\s+life"
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
_MURDER_SUICIDE = re.compile(r"\bmurder[-\s/]+suicides?\b", re.I)
_HEARSAY = re.compile(
    r"\b(?:do|did|does)(?:n['’]t|\s+not)\s+(?:think|believe)\s+(?P<pronoun>he|she)\s+(?P<word>made\s+it|survived|was\s+alive)",
    re.I,
)
_OFFICIAL = re.compile(
    r"\b(?:officer|sgt|sergeant|lt|lieutenant|capt|captain|cpl|corporal|maj|major|col"
    r"|colonel|gen|general|chief|sheriff|deputy|detective|det|trooper|inspector"
    r"|superintendent|spokes(?:man|woman|person)|prosecutor|attorney|coroner|mayor"
    r"|governor|minister|commissioner|director|examiner|agent|official|judge)\b",
    re.I,
)
_SAYING = frozenset(("said", "says", "told", "added", "recalled", "explained", "wrote"))
#: Nouns of one sex, for pronouns and for telling persons apart.
WOMEN = frozenset(
    (
        "woman",
        "girl",
        "mother",
        "wife",
        "daughter",
        "sister",
        "grandmother",
        "aunt",
        "niece",
        "girlfriend",
        "widow",
        "mom",
        "lady",
        "nun",
        "actress",
    )
)
MEN = frozenset(
    (
        "man",
        "boy",
        "father",
        "husband",
        "son",
        "brother",
        "grandfather",
        "uncle",
        "nephew",
        "boyfriend",
        "dad",
        "priest",
        "gunman",
        "policeman",
        "serviceman",
    )
)


def antecedent_drafts(counted: Sequence[Counted]) -> Iterator[Draft]:
    """Yield figures whose person is named by an earlier phrase (NUM-19, NUM-20)."""
    for index, here in enumerate(counted):
        before = counted[index - 1] if index else None
        text = here.passage.text
        for match in _PRONOUN.finditer(text):
            yield from _pronoun(here, before, match)
        for match in _HEARSAY.finditer(text):
            yield from _told(here, before, match, "killed", sex=match.group("pronoun"))
        for match in _UPON_SELF.finditer(text):
            yield from _upon_self(here, before, match)
        for match in _ALSO_SELF.finditer(text):
            if _UPON_SELF.search(match.group()) is None:
                fatal = "kill" in match.group().lower() or _in_suicide(counted)
                yield from _upon_self(here, before, match, fatal=fatal)


def _in_suicide(counted: Sequence[Counted]) -> bool:
    """Whether the report calls what happened a murder-suicide."""
    return any(_MURDER_SUICIDE.search(c.passage.text) for c in counted)


def _pronoun(
    here: Counted, before: Counted | None, match: re.Match[str]
) -> Iterator[Draft]:
    tokens = here.passage.doc.char_span(match.start(), match.end())
    if tokens is None:
        return
    stand_in = one_person(
        here.passage, match.start(), match.end(), tokens[0], "persons"
    )
    for reading in readings(stand_in):
        if (
            reading.metric in SINGLE
            and reading.side == "right"
            and reading.modality not in ("hypothetical", "denied")
        ):
            person = _antecedent(here, before, match.start(), match.group("pronoun"))
            if person is not None:
                yield _moved(here, person, reading)


def _told(
    here: Counted,
    before: Counted | None,
    match: re.Match[str],
    metric: Metric,
    *,
    sex: str,
) -> Iterator[Draft]:
    person = _antecedent(here, before, match.start(), sex)
    if person is not None:
        reading = Reading(
            metric=metric,
            start=match.start("word"),
            end=match.end("word"),
            side="right",
            modality="hedged",
        )
        yield _moved(here, person, reading)


def _moved(here: Counted, person: Mention, reading: Reading) -> Draft:
    """Return the draft at the person's words; the anchor stays where harm is told."""
    anchor = here.passage.doc.char_span(
        reading.start, reading.end, alignment_mode="expand"
    )
    moved = replace(reading, start=person.start, end=person.end)
    built = draft(person, moved)
    return replace(built, anchor=anchor[0]) if anchor is not None else built


def _antecedent(
    here: Counted, before: Counted | None, position: int, pronoun: str
) -> Mention | None:
    """Return who a pronoun stands for: nearest before it, else the main subject."""
    sentences = list(here.passage.doc.sents)
    at = next(
        (i for i, s in enumerate(sentences) if s.start_char <= position < s.end_char), 0
    )
    start, end = sentences[at].start_char, sentences[at].end_char
    persons = [
        m
        for m in here.mentions
        if m.single
        and m.person
        and _agrees(m, pronoun)
        and not _is_spokesman(m)
        and here.passage.text[m.end : m.end + 1] != "/"
    ]
    same = [m for m in persons if start <= m.start < position]
    subjects = [m for m in same if _is_subject(m)]
    if same:
        return (subjects or same)[-1]
    after = [m for m in persons if position < m.start < end and _heads_sentence(m)]
    if after:
        return after[0]
    if at:
        last = sentences[at - 1].start_char
        earlier = [m for m in persons if last <= m.start < start]
        return earlier[0] if earlier else None
    if before is None or before.passage.field != here.passage.field:
        return None
    told = [m for m in before.mentions if m.single and m.person and _agrees(m, pronoun)]
    return told[0] if told else None


def _first(here: Counted, position: int, pronoun: str) -> Mention | None:
    """Return the first person of the sentence: who acts upon others, then himself."""
    starts = [s.start_char for s in here.passage.doc.sents if s.start_char <= position]
    told = [
        m
        for m in here.mentions
        if m.single
        and m.person
        and max(starts, default=0) <= m.start < position
        and _agrees(m, pronoun)
        and not _is_spokesman(m)
    ]
    return told[0] if told else None


def _is_spokesman(mention: Mention) -> bool:
    """Whether an official speaks here: he tells of others, not of himself."""
    head = mention.head
    if head is None or head.head.lower_ not in _SAYING or head.dep_ == "dobj":
        return False
    words = mention.passage.doc[max(0, head.i - 6) : head.i + 6].text.lower()
    return _OFFICIAL.search(words) is not None


def _is_subject(mention: Mention) -> bool:
    """Whether the mention is a subject, but not of a verb of saying."""
    head = mention.head
    if head is None or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return head.head.lower_ not in _SAYING


def _heads_sentence(mention: Mention) -> bool:
    """Whether the mention is the subject of the main clause ("where he was, Smith said")."""
    head = mention.head
    return head is not None and head.dep_ == "nsubj" and head.head.dep_ == "ROOT"


def _agrees(mention: Mention, pronoun: str) -> bool:
    head = mention.head.lower_ if mention.head is not None else ""
    if head in ("body", "corpse"):
        return False
    return head not in (WOMEN if pronoun.lower() == "he" else MEN)


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
        _subject(here, match)
        or _first(here, match.start(), sex)
        or _antecedent(here, before, match.start(), sex)
    )
    if person is None:
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
            )
        )
    )
    reading = Reading(
        metric="injured" if wounded else "killed",
        start=match.start("word"),
        end=match.end("word"),
        side="self",
    )
    built = _moved(here, person, reading)
    if (not wounded or fatal is not None) and isinstance(built.payload, Figure):
        yield replace(built, payload=replace(built.payload, population="attackers"))
    else:
        yield built


def _subject(here: Counted, match: re.Match[str]) -> Mention | None:
    """Return the person who is the subject of the verb, through its heads."""
    tokens = here.passage.doc.char_span(
        match.start(), match.end(), alignment_mode="expand"
    )
    token = tokens[0] if tokens is not None else None
    for _ in range(6):
        if token is None:
            return None
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                found = [
                    m
                    for m in here.mentions
                    if m.single and m.head is not None and m.start <= child.idx < m.end
                ]
                if found:
                    return found[0]
        if token.dep_ == "relcl":
            found = [
                m
                for m in here.mentions
                if m.single and m.start <= token.head.idx < m.end
            ]
            return found[0] if found else None
        if token.head is token:
            return None
        token = token.head
    return None
