"""Whether words that the gazetteer knows name a place here, and not something else.

Streets, firms, papers, people, quarters of a city and everyday words all carry names
of towns.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sourcebook.schema.load import table
from sourcebook.text.casing import is_calendar, is_word
from sourcebook.text.gazetteer import Entry, lookup, nationality

if TYPE_CHECKING:
    from sourcebook.extract.syntax import Token, Tokens

_POINTS = frozenset({"n", "s", "e", "w", "ne", "nw", "se", "sw"})
_FIRMS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW"})


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


def capital(token: Token) -> bool:
    """Whether the word starts with a capital letter."""
    return token.text[:1].isupper()


def is_place(
    run: Tokens, entries: tuple[Entry, ...], people: frozenset[str], *, told: bool
) -> bool:
    """Return whether the words name a place.

    ``people`` are words of names of people in the report; ``told`` says that the
    country or division stands right behind the name.
    """
    if _is_code(run) or _is_street(run) or _titled(run) or _is_quarter(run):
        return False
    authority = before_authority(run)
    if not authority and _part_of_person(run, people):
        return False
    if told:
        return not _follows_name(run)
    if authority:
        return (not _is_plain(run) or _is_name(run)) and not _is_joined(run)
    large = entries[0].population > 100_000
    inside = _continues(run, large=large) or _follows_name(run) or _inside_firm(run)
    return not inside and _credible(run, entries) and not _is_plain(run)


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
    named = after.rstrip(".") in cue("streets") or last in cue("streets")
    return named or before == "&" or _is_address(run)


def _is_address(run: Tokens) -> bool:
    """Whether a street goes by the name: "the 700 block of ...", "at 30 ..."."""
    doc, at = run.doc, run.start - 1
    while at > 0 and doc[at].lower_.rstrip(".") in cue("directions") | _POINTS:
        at -= 1
    if at < 1:
        return False
    if doc[at].lower_ == "of":
        return doc[at - 1].lower_ in ("block", "blocks", "intersection", "corner")
    number = doc[at].text.isdigit() and not doc[at].text.startswith(("19", "20"))
    return number and doc[at - 1].lower_ in ("at", "near", "outside", "of")


def is_quarter(noun: Token) -> bool:
    """Whether "the Harbour neighborhood" gives a quarter its name.

    "A Harbour City neighborhood" lies in the city, and so does "the Harbour City
    neighborhood of ...".
    """
    doc, first = noun.doc, noun.i
    while first and capital(doc[first - 1]) and not doc[first - 1].is_sent_start:
        first -= 1
    before = doc[first - 1].lower_ if first else ""
    after = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    return (
        first < noun.i and before not in ("a", "an", "one", "another") and after != "of"
    )


def _is_quarter(run: Tokens) -> bool:
    doc = run.doc
    named = run.end < len(doc) and doc[run.end].lower_ in cue("quarters")
    return named and is_quarter(doc[run.end])


def is_day(run: Tokens) -> bool:
    """Whether the words are the name of a day or a month."""
    return len(run) == 1 and is_calendar(run.text.lower().rstrip("."))


def is_people(run: Tokens) -> bool:
    """Whether the word is that of a people, not of a province with the same name."""
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    told = nationality(run.text) is not None and after not in cue("divisions")
    return told and lookup(run.text)[0].feature != "country"


def _is_plain(run: Tokens) -> bool:
    """Whether the name is an everyday word, at the start of a sentence or a title."""
    word = run.text.lower()
    if len(run) > 1:
        return False
    if is_calendar(word.rstrip(".")) or word in cue("days") | cue("directions"):
        return True
    before = run.doc[run.start - 1].lower_ if run.start else ""
    named = run[0].ent_type_ == "GPE" and located(run) and before != "the"
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    return is_word(word) and not named and after not in cue("divisions")


def _is_name(run: Tokens) -> bool:
    """Whether an everyday word is a name: a capital inside a sentence."""
    never = cue("authorities") | cue("bodies")
    return run.start != run.sent.start and run[0].lower_ not in never


def _titled(run: Tokens) -> bool:
    before = run.doc[run.start - 1].text if run.start else ""
    return before.rstrip(".").lower() in cue("titles")


def _part_of_person(run: Tokens, people: frozenset[str]) -> bool:
    if settled(run.root) or struck(run.root):
        return False
    known = len(run) == 1 and run.text in people
    if known or not any(t.ent_type_ == "PERSON" for t in run):
        return known
    after = run.doc[run.end].lower_ if run.end < len(run.doc) else ""
    return after not in event_nouns() | cue("sites") | cue("people")


def before_authority(run: Tokens) -> bool:
    """Whether a police force, a sheriff or the like has the name."""
    following = run.doc[run.end : run.end + 3]
    words = [
        t.lower_ for t in following if t.lower_ not in ("'s", "’s", "metro", "city")
    ]
    return bool(words) and words[0] in cue("authorities")


def _continues(run: Tokens, *, large: bool) -> bool:
    """Whether the name goes on behind: a paper, a firm, a hospital, a person."""
    if run.end >= len(run.doc):
        return False
    after = run.doc[run.end]
    if after.lower_ in ("'s", "’s") and after.i + 1 < len(run.doc):
        owned = run.doc[after.i + 1]
        named = capital(owned) and owned.pos_ == "PROPN"
        return named and owned.lower_ not in cue("directions") and not large
    if after.lower_ in cue("divisions") or after.lower_ in event_nouns():
        return False
    if is_calendar(after.lower_):
        return False
    initial = len(after) == 2 and after.text.endswith(".")
    return capital(after) and after.pos_ == "PROPN" and (after.is_alpha or initial)


def _is_joined(run: Tokens) -> bool:
    """Whether a hyphen ties the name to one before it ("Harbour-Chatham police")."""
    doc = run.doc
    return (
        run.start > 1 and doc[run.start - 1].text == "-" and capital(doc[run.start - 2])
    )


def _follows_name(run: Tokens) -> bool:
    if not run.start:
        return False
    before = run.doc[run.start - 1]
    if _is_joined(run):
        return True
    if not (capital(before) and before.is_alpha) or before.i == before.sent.start:
        return False
    return before.pos_ == "PROPN" and before.lower_ not in cue("directions")


def _credible(run: Tokens, entries: tuple[Entry, ...]) -> bool:
    """Whether the words read as a name of a place here."""
    first = entries[0]
    if first.feature in ("country", "admin1", "admin2") and first.official:
        return True
    named = run[0].ent_type_ in ("GPE", "LOC", "FAC")
    noun = named or any(t.pos_ == "PROPN" for t in run)
    if len(run) > 1:
        return noun
    head = run.root.head.lower_
    used = run.root.dep_ == "compound" and head in (
        event_nouns() | cue("sites") | cue("people")
    )
    return noun and (
        named
        or used
        or settled(run.root)
        or struck(run.root)
        or located(run)
        or first.population > 200_000
    )


def struck(token: Token) -> bool:
    """Whether a town is what was hit: "shelled ...", "struck ... and ..."."""
    if token.dep_ == "conj":
        return struck(token.head)
    return token.dep_ == "dobj" and token.head.lemma_.lower() in cue("strikes")


def settled(token: Token) -> bool:
    """Whether the words say that this is a place: "in ...", "the cities of ... and"."""
    if token.dep_ == "conj":
        return settled(token.head)
    above = token.head
    if above.lower_ in ("in", "near", "outside", "around") and above.i < token.i:
        return token.dep_ == "pobj"
    return above.lower_ == "of" and above.head.lower_ in cue("settlements")


def anchored(run: Tokens) -> bool:
    """Whether the words use the name as that of a place, not of a thing."""
    return (
        settled(run.root) or struck(run.root) or run.root.head.lower_ in event_nouns()
    )


def settlement(run: Tokens) -> bool:
    """Whether people live in what has the name: "at ...", "the ... refugee camp"."""
    if describes(run):
        return run.root.head.lower_ in cue("settlements") | {"camp", "camps"}
    return located(run)


def describes(run: Tokens) -> bool:
    """Whether the name stands before a thing that it may be the name of."""
    return run.root.dep_ in ("compound", "nmod", "amod") and run.root.head.i >= run.end


def located(run: Tokens) -> bool:
    """Whether a preposition of place stands before the name."""
    at = run.start - 1
    while at >= 0 and run.doc[at].lower_ in cue("directions") | {"the"}:
        at -= 1
    return at >= 0 and run.doc[at].lower_ in cue("locative")
