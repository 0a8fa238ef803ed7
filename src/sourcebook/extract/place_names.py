"""Names of places in a parsed report, before it is known which place is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.extract.place_words import (
    before_authority,
    capital,
    cue,
    is_day,
    is_people,
    is_place,
    is_quarter,
    located,
)
from sourcebook.schema.load import table
from sourcebook.text.gazetteer import Entry, lookup

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Doc, Token, Tokens

#: Tokens of the longest name tried; "Mazar-i-Sharif" is five.
_LONGEST = 6
_SEPARATOR = re.compile(r"\s[-–—|:]+\s|\s?\|\s?|(?<=\w)-(?=[A-Z]\w+ News)")
_OUTLET = re.compile(
    r"\b(?:news|tv|weather|sports|radio|times|post|herald|tribune|gazette|journal|fox"
    r"|abc|nbc|cbs|cnn|bbc|chronicle|daily)\b|\.(?:com|net|org)\b",
    re.IGNORECASE,
)
_HYPHENS = frozenset("-–/'’")


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A name that the gazetteer knows, where it can be a place.

    ``entries`` are the candidates, ``within`` a country and division told right
    behind the name ("City, State"). ``authority`` marks a name inside that of a
    police force or the like: it tells whose town it is, not where something was.
    """

    passage: Passage
    tokens: Tokens
    entries: tuple[Entry, ...]
    within: tuple[str, str | None] | None = None
    authority: bool = False

    @property
    def root(self) -> Token:
        """The token that the rest of the name hangs from."""
        return self.tokens.root


def find_mentions(parsed: Parsed) -> list[Mention]:
    """Return the names of places in reading order, people and outlets left out."""
    people = _surnames(parsed)
    found = []
    for passage in parsed.passages:
        found += list(_in_passage(passage, people))
    return found


def quarters(parsed: Parsed) -> frozenset[str]:
    """Return the names that the report calls quarters ("the Harbour neighborhood")."""
    return frozenset(
        passage.doc[token.i - 1].text
        for passage in parsed.passages
        for token in passage.doc
        if token.lower_ in cue("quarters") and token.i and is_quarter(token)
    )


def _surnames(parsed: Parsed) -> frozenset[str]:
    return frozenset(
        word.text
        for passage in parsed.passages
        for entity in passage.doc.ents
        if entity.label_ == "PERSON" and 1 < len(entity) < 5
        for word in entity
        if word.text[:1].isupper()
    )


def _in_passage(passage: Passage, people: frozenset[str]) -> Iterator[Mention]:
    doc, at = passage.doc, 0
    end = _before_outlet(doc) if passage.field == "title" else len(doc)
    while at < end:
        mention = _longest(passage, at, people)
        if mention is None:
            at += 1
            continue
        yield mention
        at = mention.tokens.end


def _before_outlet(doc: Doc) -> int:
    """Return where the page's own name starts in a title ("... | Harbour News")."""
    for match in _SEPARATOR.finditer(doc.text):
        if _OUTLET.search(doc.text, match.end()):
            return sum(1 for t in doc if t.idx < match.start())
    return len(doc)


def _longest(passage: Passage, at: int, people: frozenset[str]) -> Mention | None:
    doc = passage.doc
    if not capital(doc[at]):
        return None
    for size in range(_reach(doc, at), 0, -1):
        if size > 1 and not capital(doc[at + size - 1]):
            continue
        run = doc[at : at + size]
        entries = _county(run) or lookup(run.text)
        if entries and not _is_side(run, entries) and not is_people(run):
            mention = _judge(passage, run, entries, people)
            if mention is not None or size > 1:
                return mention
    return _told_only(passage, at)


def _told_only(passage: Passage, at: int) -> Mention | None:
    """Return a place that only the report knows: "in Smallplace, Ohio"."""
    doc, end = passage.doc, at
    while end < len(doc) and capital(doc[end]) and doc[end].pos_ == "PROPN":
        end += 1
    run = doc[at:end]
    if not 0 < len(run) < _LONGEST or not located(run) or is_day(run):
        return None
    within = _parent(run)
    entry = unlisted(run.text, *within) if within and within[1] else None
    if entry is None or not is_place(run, (entry,), frozenset(), told=True):
        return None
    return Mention(passage, run, (entry,), within)


def _is_side(run: Tokens, entries: tuple[Entry, ...]) -> bool:
    """Whether "East Harbour" is a side of the far larger Harbour."""
    if len(run) == 1 or run[0].lower_ not in cue("directions"):
        return False
    if len(run) == 2 and run[1].lower_ in cue("sides"):
        return entries[0].population < 100_000
    whole = lookup(run[1:].text)
    return (
        bool(whole)
        and not entries[0].official
        and (whole[0].population > 5 * entries[0].population)
    )


def _county(run: Tokens) -> tuple[Entry, ...]:
    """Return the counties that "the Harbour sheriff" can be of."""
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    return lookup(f"{run.text} County") if after in ("sheriff", "deputies") else ()


def _reach(doc: Doc, at: int) -> int:
    """Return how many tokens from here on can be one name, at most the longest."""
    reach = 0
    for token in doc[at : at + _LONGEST]:
        if not _inside_name(token):
            break
        reach += 1
    return reach


def _nameable(run: Tokens) -> bool:
    """Whether the tokens can be one name: capitals, hyphens, small words inside."""
    if len(run) > 1 and not capital(run[-1]):
        return False
    return all(_inside_name(t) for t in run)


def _inside_name(token: Token) -> bool:
    word = token.text
    if word in ("or", "to", "'s") or not (word[:1].isalpha() or word in _HYPHENS):
        return False
    return not token.is_space


def _judge(
    passage: Passage, run: Tokens, entries: tuple[Entry, ...], people: frozenset[str]
) -> Mention | None:
    within = _parent(run) if entries[0].feature != "country" else None
    inside = tuple(e for e in entries if within and _lies_in(e, within))
    if within and not inside and within[1] and entries[0].feature == "city":
        inside = (unlisted(run.text, *within),)
    if within and inside and _is_list(run, entries[0], inside[0]):
        within = None
    told = within is not None and bool(inside)
    if not is_place(run, entries, people, told=told):
        return None
    if told:
        return Mention(passage, run, inside, within)
    return Mention(passage, run, entries, None, before_authority(run))


def _is_list(run: Tokens, largest: Entry, inside: Entry) -> bool:
    """Whether "Boston, New York" lists two cities and names no division."""
    entries = lookup(run.doc[run.end + 1 : run.end + 3].text)
    city = next((e for e in entries if e.feature == "city"), None)
    widely = city is not None and city.population > 500_000
    return widely and largest.population > 10 * inside.population


def _parent(run: Tokens) -> tuple[str, str | None] | None:
    """Return country and division told behind a name ("City, State")."""
    doc, at = run.doc, run.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "("):
        return None
    told = doc[at + 1].text
    if told.isupper() and told in table("places")["states"]:
        return "US", told
    for size in (4, 3, 2, 1):
        behind = doc[at + 1 : at + 1 + size]
        if len(behind) == size and capital(behind[0]) and _nameable(behind):
            for entry in lookup(behind.text):
                if entry.official and _encloses(entry):
                    return entry.country, entry.admin1
    return None


def _encloses(entry: Entry) -> bool:
    """Whether "City, ..." may name this: a country, a division, a county abroad."""
    wide = entry.feature == "admin2" and entry.country != "US"
    return wide or entry.feature in ("country", "admin1")


def unlisted(name: str, country: str, admin1: str | None) -> Entry:
    """Return a place that the report itself puts in a division, without a point."""
    return Entry(None, name, country, admin1, None, None, 0, "city")


def _lies_in(entry: Entry, within: tuple[str, str | None]) -> bool:
    country, admin1 = within
    if entry.feature in ("country", "admin1") and admin1 == entry.admin1:
        return False
    return entry.country == country and admin1 in (None, entry.admin1)
