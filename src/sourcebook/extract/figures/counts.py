"""Counts of people in one passage, with what is said of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sourcebook.extract.draft import Draft
from sourcebook.extract.figures import lexicon
from sourcebook.extract.figures.compared import compare
from sourcebook.extract.figures.doubts import (
    is_excepted,
    is_informant,
    is_predicate,
    is_sure,
)
from sourcebook.extract.figures.headlines import outlet_at
from sourcebook.extract.figures.members import unfold
from sourcebook.extract.figures.mentions import (
    Mention,
    find_mentions,
    group_mentions,
)
from sourcebook.extract.figures.nouns import of_itself
from sourcebook.extract.figures.persons import find_persons
from sourcebook.extract.figures.phrases import is_thing
from sourcebook.extract.figures.predicate_at import said_at
from sourcebook.extract.figures.predicates import readings
from sourcebook.extract.figures.rivals import part
from sourcebook.extract.figures.sharing import INCLUDING, share
from sourcebook.extract.figures.telling import Reading
from sourcebook.extract.figures.tree import tree_readings
from sourcebook.extract.parsed import Passage
from sourcebook.model.claim import Figure
from sourcebook.model.span import Span
from sourcebook.text.numbers import find_numbers

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

#: What single persons are told of: being arrested, fleeing or surviving is no figure;
#: release is one only of those who were taken.
SINGLE = (
    "killed",
    "injured",
    "critical",
    "abducted",
    "missing",
    "hospitalized",
    "released",
)


_RUNAWAYS = frozenset(
    (
        "suspect",
        "robber",
        "burglar",
        "assailant",
        "thief",
        "thieve",
        "intruder",
        "inmate",
        "prisoner",
        "convict",
        "detainee",
        "kidnapper",
        "gunmen",
    )
)
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
    mentions = [m for m in _candidates(passage, names) if not is_predicate(m)]
    outer = [m for m in mentions if m.inner is not None]
    said = {
        id(m): _inner_readings(m)
        if _is_within(m, outer)
        else readings(m) or tree_readings(m)
        for m in mentions
        if _countable(m)
    }
    for mention in mentions:
        if (
            is_informant(mention)
            or is_excepted(mention)
            or not is_sure(mention, said.get(id(mention), ()))
        ):
            said[id(mention)] = ()
    part(passage, mentions, said)
    share(passage, mentions, said)
    unfold(mentions, said)
    compare(mentions, said)
    return Counted(passage, mentions, said)


def drafts_of(counted: Counted) -> list[Draft]:
    """Return the drafts of a passage's mentions; harm denied or imagined is none."""
    return [
        draft(mention, reading)
        for mention in counted.mentions
        for reading in counted.readings(mention)
        if reading.modality not in ("hypothetical", "denied")
        and (not mention.single or reading.metric in SINGLE)
        and not (reading.metric in ("displaced", "survivors") and _gets_away(mention))
        and not (reading.metric == "trapped" and mention.population == "attackers")
    ]


def _gets_away(mention: Mention) -> bool:
    """Whether those who flee are the ones who did it, or run from the police."""
    head = mention.head.lower_ if mention.head is not None else ""
    return mention.population == "attackers" or head.rstrip("s") in _RUNAWAYS


def _candidates(passage: Passage, names: frozenset[str]) -> list[Mention]:
    """Return counts and single persons in order; a count wins over what it holds."""
    counted = [*find_mentions(passage), *group_mentions(passage)]
    single = [
        p
        for p in find_persons(passage, names)
        if not any(
            p.start < c.end and c.start < p.end for c in counted if not _is_one(c, p)
        )
        and p.end <= outlet_at(passage)
        and not _HOME_OF.search(passage.text[max(0, p.start - 30) : p.start])
    ]
    ones = {p.start for p in single if p.words.lower().startswith("one ")}
    kept = [c for c in counted if c.start not in ones]
    return sorted([*kept, *single], key=lambda m: (m.start, m.end))


def _inner_readings(mention: Mention) -> tuple[Reading, ...]:
    """Return what the noun itself says, or a participle: "of the ten killed"."""
    own = tuple(of_itself(mention))
    if own:
        return own
    text = mention.passage.text
    first = said_at(mention, text, mention.end)
    if first is None or first.start > mention.end + 1:
        return ()
    hurt = lexicon.look_up(text[first.start : first.end], "transitive", "states")
    return (first,) if hurt else ()


def _is_within(mention: Mention, outer: list[Mention]) -> bool:
    """Whether a count only names the whole: "the ten" in "two of the ten died"."""
    return any(o.start < mention.start and mention.end <= o.end for o in outer)


def _is_one(count: Mention, person: Mention) -> bool:
    """Whether a count is but the "one" of "one a child"."""
    return count.start == person.start and count.words.lower() == "one"


#: "Peter Novak, 41, of Brno": a place.
_HOME_OF = re.compile(r"\d\)?,\s+(?:of|from)\s+$")
#: Whose cases are people.
_CASES = re.compile(
    r"\s+of\s+(?:\w+\s+)?(?:suffocat|asphyxia|choking|breathing|\w+\s+(?:inhalation|poisoning))",
    re.I,
)


def _countable(mention: Mention) -> bool:
    return (
        mention.head is None
        or _CASES.match(mention.passage.text, mention.end) is not None
        or mention.person
        or not is_thing(mention.head)
        or mention.inner is not None
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
        anchor=_head_verb(anchor) if anchor is not None else passage.doc[0],
        modality=reading.modality,
        part="single_person" if mention.single else _part(mention, reading),
        increment=_is_increment(mention),
        person=_name(mention) if mention.single else None,
    )
    return replace(built, notes=(reading.side,))


def _head_verb(words: Tokens) -> Token:
    """Return the word that says it: "struck" of "was struck by a bullet"."""
    plain = [t for t in words if t.pos_ not in ("AUX", "DET", "ADP")]
    harm = lexicon.harm()
    return next((t for t in plain if t.lower_ in harm), plain[0] if plain else words[0])


def _with_perpetrators(mention: Mention) -> Literal["yes", "no", "unknown"]:
    """Whether the words count the attackers among the people (NUM-17)."""
    if mention.single:
        return "unknown"
    match = _PERPETRATORS.match(mention.passage.text, mention.end)
    if match is None:
        return "unknown"
    return "no" if match.group("out") else "yes"


def _part(mention: Mention, reading: Reading) -> str | None:
    first = max(0, mention.start - 120)
    found = INCLUDING.search(mention.passage.text[first : mention.start])
    if mention.inner or reading.share:
        return "of_whom"
    if found is None:
        return None
    own = first + found.start() < reading.start < mention.start
    return None if own else "including"


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
