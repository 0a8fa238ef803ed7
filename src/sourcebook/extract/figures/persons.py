"""Single persons: noun phrases that name or describe one individual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sourcebook.extract.figures.descriptions import described
from sourcebook.extract.figures.headlines import is_headline
from sourcebook.extract.figures.individuals import is_minor, one_person
from sourcebook.extract.figures.mentions import Mention
from sourcebook.extract.figures.names import named
from sourcebook.extract.figures.phrases import head_of, is_people, noun_phrase
from sourcebook.extract.parsed import Passage

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token

_AGED = re.compile(
    r"(?:\b(?:an?|the|another|his|her|their|whose)\s+(?:[a-z-]+\s+){0,2}?|(?P<bare>\b))"
    r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?:[-\s]and[-\s]a[-\s]half)?[-\s](?:year|month|week|day)[-\s]old\b",
    re.I,
)
_BODY = re.compile(
    r"(?<!\bto\s)(?<!\bin\s)(?<!\bof\s)\b(?P<body>(?:an?|the|another)\s+"
    r"(?:(?!upper\b|lower\b|international\b|official\b|legal\b|judicial\b|political\b|advisory\b|elected\b|independent\b|investigat\w+|regulatory\b|\w+(?:i|ian|ish|ese|ican)\b\s+body|human\b|student\b|governing\b|whole\b|entire\b|legislative\b)[a-z-]+\s+){0,2}?(?:body|corpse))\b"
    r"(?!\s+of\b|\s+(?:cameras?|armor|armour|cams?|parts?|shop|language|bag|weight|compris\w+|compos\w+|made\s+up|that\b|which\b"
    r"|(?:\w+ly\s+)?(?:urged|said|says|called|voted|decided|warned|added|announced|ruled|rejected"
    r"|approved|recommended|insisted|criticized|condemned|represents|oversees|monitors))\b)",
    re.I,
)
#: "One dead, another wounded", "and seriously injuring a fourth": a person in one word.
_ANOTHER = re.compile(
    r"(?<!one\s)(?<!after\s)\b(?:another|the\s+other|(?:an?|the)\s+(?:second|third|fourth|fifth|sixth))"
    r"(?=\s*(?:[.,;:]|$)|\s+(?:was|is|has|had|who|died|suffered|sustained|remains?"
    r"|critically|seriously|badly|fatally|wounded|injured|hurt|killed|dead"
    r"|hospitalized|shot|stabbed|missing|received|receives|got|went|walked|arrived|showed|underwent|escaped|fighting|clinging|battling|later|in|inside|outside|at|on|near|during|before|while"
    r"|and|after|with)\b)",
    re.I,
)


def known_names(passages: Iterable[Passage]) -> frozenset[str]:
    """Return the words that stand in persons' names anywhere in a report."""
    found: set[str] = set()
    for passage in passages:
        for entity in passage.doc.ents:
            if entity.label_ == "PERSON":
                found.update(t.text for t in entity if len(t) > 2 and t.is_title)
    return frozenset(found)


def find_persons(passage: Passage, names: frozenset[str]) -> list[Mention]:
    """Return the phrases of a passage that stand for one person, in order.

    ``names`` are words of persons' names known from the whole report.
    """
    found: list[Mention] = []
    taken = -1
    for token in passage.doc:
        if token.i <= taken:
            continue
        mention = named(passage, token, names) or described(passage, token)
        if mention is not None and mention.head is not None:
            if found and mention.start < found[-1].end:
                found.pop()
            found.append(mention)
            taken = mention.head.i
    for match in _in_one_word(passage):
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            found.extend(_matched(passage, match))
    return sorted(found, key=lambda m: m.start)


def _in_one_word(passage: Passage) -> list[re.Match[str]]:
    """Return "a 13-year-old", "a body" and "another", kind by kind."""
    text, small = passage.text, passage.text.lower()
    found = [*_aged(passage)] if "old" in small else []
    if "body" in small or "corpse" in small:
        found += _BODY.finditer(text)
    return [*found, *_ANOTHER.finditer(text)]


def _aged(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield "a 13-year-old" where no noun of people follows; bare in headlines."""
    for match in _AGED.finditer(passage.text):
        bare = match.group("bare") is not None
        if not bare or match.group()[0].isdigit() or is_headline(passage):
            followed = head_of(noun_phrase(passage, match.end()))
            if followed is None or not is_people(followed):
                yield match


def _matched(passage: Passage, match: re.Match[str]) -> Iterator[Mention]:
    tokens = passage.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if tokens is not None and not _is_hit_by_one(tokens[-1]):
        population = "children" if is_minor(match.group()) else "persons"
        yield one_person(passage, match.start(), match.end(), tokens[-1], population)


def _is_hit_by_one(token: Token) -> bool:
    """Whether one of two hit "the other", whom the report tells of besides."""
    if token.lower_ != "other" or token.dep_ != "dobj":
        return False
    subjects = [c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i]
    return any(
        s.lower_ in ("one", "who") or any(c.lower_ == "one" for c in s.children)
        for s in subjects
    )
