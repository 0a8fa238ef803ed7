"""Names of places in a parsed report, before it is known which place is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sourcebook.extract.parsed import Parsed, Passage
from sourcebook.schema.load import table
from sourcebook.text.casing import is_calendar, is_word
from sourcebook.text.gazetteer import Entry, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

#: Tokens of the longest name tried; "Mazar-i-Sharif" is five.
_LONGEST = 6
_SEPARATOR = re.compile(r"\s[-–—|:]+\s|\s?\|\s?|(?<=\w)-(?=[A-Z]\w+ News)")
_OUTLET = re.compile(
    r"\b(?:news|tv|weather|sports|radio|times|post|herald|tribune|gazette|journal|fox"
    r"|abc|nbc|cbs|cnn|bbc|chronicle|daily)\b|\.(?:com|net|org)\b",
    re.IGNORECASE,
)
_FIRMS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW"})
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


@cache
def cue(name: str) -> frozenset[str]:
    """Return a list of cue words of the places data as a set."""
    return frozenset(table("places")["cues"][name])


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns of incidents, of all topics."""
    topics = table("background")["events"].values()
    return frozenset(
        word for topic in topics for words in topic.values() for word in words
    )


def find_mentions(parsed: Parsed) -> list[Mention]:
    """Return the names of places in reading order, people and outlets left out."""
    people = _surnames(parsed)
    found = []
    for passage in parsed.passages:
        found += list(_in_passage(passage, people))
    return found


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
    if not _capital(doc[at]):
        return None
    for size in range(min(_LONGEST, len(doc) - at), 0, -1):
        run = doc[at : at + size]
        if not _nameable(run):
            continue
        entries = _county(run) or lookup(run.text)
        if entries and not _is_side(run, entries):
            mention = _judge(passage, run, entries, people)
            if mention is not None or size > 1:
                return mention
    return None


def _is_side(run: Tokens, entries: tuple[Entry, ...]) -> bool:
    """Whether "East Harbour" is a side of the far larger Harbour."""
    if len(run) == 1 or run[0].lower_ not in cue("directions"):
        return False
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


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _nameable(run: Tokens) -> bool:
    """Whether the tokens can be one name: capitals, hyphens, small words inside."""
    if len(run) > 1 and not _capital(run[-1]):
        return False
    return all(
        t.text in _HYPHENS or t.is_alpha or (t.text[:1].isalpha() and t.text != "'s")
        for t in run
    ) and not any(t.is_space or t.text in ("or", "to") for t in run)


def _judge(
    passage: Passage, run: Tokens, entries: tuple[Entry, ...], people: frozenset[str]
) -> Mention | None:
    authority = _before_authority(run)
    if _is_code(run) or _is_street(run) or _titled(run) or _is_quarter(run):
        return None
    if not authority and _part_of_person(run, people):
        return None
    within = _parent(run)
    if within is not None:
        inside = tuple(e for e in entries if _lies_in(e, within))
        return Mention(passage, run, inside, within) if inside else None
    if not authority and (_continues(run) or _follows_name(run)):
        return None
    if not authority and _inside_firm(run):
        return None
    if not (authority or _credible(run, entries)) or (
        _is_plain(run) and not (authority and run.start != run.sent.start)
    ):
        return None
    return Mention(passage, run, entries, None, authority)


def _is_code(run: Tokens) -> bool:
    """Two capitals are a postal code or a word in a headline, never alone a place."""
    return (
        len(run) == 1
        and run.text.isupper()
        and len(run.text) < 4
        and (run.text not in ("US", "UK", "UAE", "USA", "NYC", "DRC"))
    )


def _inside_firm(run: Tokens) -> bool:
    """Whether the name is only a part of that of a firm, a work or a law."""
    entity = next((e for e in run.sent.ents if e.start <= run.start < e.end), None)
    if entity is None or entity.label_ not in _FIRMS or located(run):
        return False
    return len([t for t in entity if t.is_alpha and t.lower_ != "the"]) > len(run)


def _is_street(run: Tokens) -> bool:
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    before = run.doc[run.start - 1].text if run.start else ""
    last = run[-1].lower_
    return (
        after.rstrip(".") in cue("streets") or last in cue("streets") or before == "&"
    )


def _is_quarter(run: Tokens) -> bool:
    """Whether a quarter has the name; "a Harbour City neighborhood" lies in the city."""
    doc = run.doc
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    before = doc[run.start - 1].lower_ if run.start else ""
    return after in cue("quarters") and before not in ("a", "an", "one", "another")


def _is_plain(run: Tokens) -> bool:
    """Whether the name is an everyday word, at the start of a sentence or a title."""
    word = run.text.lower()
    if len(run) > 1:
        return False
    if is_calendar(word) or word in cue("days") | cue("directions"):
        return True
    return is_word(word) and not (run[0].ent_type_ == "GPE" and located(run))


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
        if len(behind) == size and _capital(behind[0]) and _nameable(behind):
            for entry in lookup(behind.text):
                if entry.feature in ("country", "admin1") and entry.official:
                    return entry.country, entry.admin1
    return None


def _lies_in(entry: Entry, within: tuple[str, str | None]) -> bool:
    country, admin1 = within
    if entry.feature in ("country", "admin1") and admin1 == entry.admin1:
        return False
    return entry.country == country and admin1 in (None, entry.admin1)


def _titled(run: Tokens) -> bool:
    before = run.doc[run.start - 1].text if run.start else ""
    return before.rstrip(".").lower() in cue("titles")


def _part_of_person(run: Tokens, people: frozenset[str]) -> bool:
    if settled(run.root):
        return False
    known = len(run) == 1 and run.text in people
    if known or not any(t.ent_type_ == "PERSON" for t in run):
        return known
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    return after not in event_nouns() | cue("sites") | cue("people")


def _before_authority(run: Tokens) -> bool:
    following = run.doc[run.end : run.end + 3]
    words = [
        t.lower_ for t in following if t.lower_ not in ("'s", "’s", "metro", "city")
    ]
    return bool(words) and words[0] in cue("authorities")


def _continues(run: Tokens) -> bool:
    """Whether the name goes on behind: a paper, a firm, a hospital, a person."""
    if run.end >= len(run.doc):
        return False
    after = run.doc[run.end]
    if after.lower_ in ("'s", "’s") and after.i + 1 < len(run.doc):
        return _capital(run.doc[after.i + 1]) and run.doc[after.i + 1].pos_ == "PROPN"
    if after.lower_ in cue("divisions") or after.lower_ in event_nouns():
        return False
    if is_calendar(after.lower_):
        return False
    return _capital(after) and after.pos_ == "PROPN" and after.is_alpha


def _follows_name(run: Tokens) -> bool:
    if not run.start:
        return False
    before = run.doc[run.start - 1]
    if not (_capital(before) and before.is_alpha) or before.i == before.sent.start:
        return False
    return before.pos_ == "PROPN" and before.lower_ not in cue("directions")


def _credible(run: Tokens, entries: tuple[Entry, ...]) -> bool:
    """Whether the words read as a name of a place here."""
    first = entries[0]
    if first.feature in ("country", "admin1", "admin2") and first.official:
        return True
    noun = any(t.pos_ == "PROPN" for t in run)
    if len(run) > 1:
        return noun
    named = run[0].ent_type_ in ("GPE", "LOC", "FAC")
    head = run.root.head.lower_
    used = run.root.dep_ == "compound" and head in event_nouns() | cue("sites")
    return noun and (
        named or used or settled(run.root) or located(run) or first.population > 200_000
    )


def settled(token: Token) -> bool:
    """Whether the words say that this is a place: "in ...", "the cities of ... and"."""
    if token.dep_ == "conj":
        return settled(token.head)
    above = token.head
    if above.lower_ in ("in", "near", "outside", "around") and above.i < token.i:
        return token.dep_ == "pobj"
    return above.lower_ == "of" and above.head.lower_ in cue("settlements")


def located(run: Tokens) -> bool:
    """Whether a preposition of place stands before the name."""
    at = run.start - 1
    while at >= 0 and run.doc[at].lower_ in cue("directions") | {"the"}:
        at -= 1
    return at >= 0 and run.doc[at].lower_ in cue("locative")
