"""Whether two names are of one source, and whose word a claim of the book is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.link.words import normalised, words
from sourcebook.model.claim import AttributionLink, Claim
from sourcebook.model.report import Report
from sourcebook.model.span import Span
from sourcebook.schema import sources
from sourcebook.schema.load import table
from sourcebook.schema.source_words import countries_in

#: Letters at its head by which a word is known ("monitor", "monitoring").
_HEAD = 6
#: Characters of a report around a claim in which its speaker may be named.
_AROUND = 300
#: Kinds of sources whose unnamed members may be those that are named elsewhere.
_ALIKE = ("monitor", "hospital", "state_media", "witness", "ngo", "igo")


def speaker_of(claim: Claim) -> AttributionLink | None:
    """Return the last link of the attribution that names or describes somebody."""
    told = [link for link in claim.attribution if link.name]
    return told[-1] if told else None


def span_of(link: AttributionLink) -> Span | None:
    """Return where a source is named."""
    if link.start is None or link.end is None:
        return None
    return Span(start=link.start, end=link.end)


def is_anybody(name: str) -> bool:
    """Whether a name tells nobody: "reports", "local media".

    >>> is_anybody("Reports"), is_anybody("interior ministry")
    (True, False)
    """
    told = words(name)
    if " ".join(told) in table("draft")["anybody"]:
        return True
    named = any(word[:1].isupper() for word in name.split()[1:]) or countries_in(name)
    paper = {*told[:1], *told[-1:]} & set(table("draft")["papers"])
    return bool(paper) and not named


def is_office(name: str) -> bool:
    """Whether a name tells an office without saying whose: "officials".

    >>> is_office("senior officials"), is_office("Arden police")
    (True, False)
    """
    return not own_words(name)


def same_source(
    one: str,
    other: str,
    *,
    bodies: tuple[str | None, str | None] = (None, None),
    country: str | None = None,
    places: frozenset[str] = frozenset(),
) -> bool:
    """Whether two names may be of one source; words of ``places`` set none apart.

    >>> same_source("ministry", "interior ministry")
    True
    >>> same_source("foreign ministry", "interior ministry")
    False
    >>> same_source("Harbour Police", "police"), same_source("police", "fire service")
    (True, False)
    >>> same_source("Kenyan police", "Ugandan police")
    False
    """
    if normalised(one) == normalised(other) or is_anybody(one) or is_anybody(other):
        return True
    if is_short_for(one, other) or is_short_for(other, one):
        return True
    if _of_two_countries(one, other):
        return False
    kinds = _kinds(one), _kinds(other)
    if "state_media" in kinds[0] & kinds[1]:
        return True
    if "hospital" in kinds[0] & kinds[1] and own_words(one) and own_words(other):
        return bool(own_words(one) & own_words(other))
    mine, theirs = own_words(one) - places, own_words(other) - places
    if mine and theirs:
        return bool(mine & theirs) or _one_voice(one, other, bodies, country)
    if kinds[0] & kinds[1] or _is_wide(one, other, kinds, (mine, theirs)):
        return True
    return _one_voice(one, other, bodies, country)


def _of_two_countries(one: str, other: str) -> bool:
    """Whether each name tells of a country, and not of the same."""
    here, there = ({code for code, _ in countries_in(n)} for n in (one, other))
    return bool(here and there) and not here & there


def _is_wide(
    one: str,
    other: str,
    kinds: tuple[frozenset[str], frozenset[str]],
    own: tuple[frozenset[str], frozenset[str]],
) -> bool:
    """Whether one name is of all authorities, and the other of one of them."""
    wide = frozenset(table("draft")["authorities"])
    for mine, its_own, name in ((0, 1, other), (1, 0, one)):
        if own[mine] or not kinds[mine] & wide:
            continue
        told = sources.resolve(name)
        state = (told.lineage or "").startswith("government") or told.type == "official"
        if state or kinds[its_own] & wide:
            return True
    return False


def _one_voice(
    one: str, other: str, bodies: tuple[str | None, str | None], country: str | None
) -> bool:
    """Whether two names without a word in common are of one lineage or kind."""
    if is_person(one) and is_person(other):
        return False
    left = sources.resolve(one, bodies[0], country)
    right = sources.resolve(other, bodies[1], country)
    if left.lineage is not None and left.lineage == right.lineage:
        return (
            not (_kinds(one) and _kinds(other))
            or left.type == right.type == "state_media"
        )
    unsaid = not own_words(one) or not own_words(other)
    return unsaid and left.type == right.type and left.type in _ALIKE


def is_person(name: str) -> bool:
    """Whether a name is a person's own: two words with capitals, of no known body."""
    told = name.split()
    capital = len(told) > 1 and all(word[:1].isupper() for word in told)
    return capital and sources.resolve(name).type == "witness"


def own_words(name: str) -> frozenset[str]:
    """Return what sets a source apart: its words without offices and countries."""
    plain = name
    for _, (start, end) in reversed(countries_in(name)):
        plain = plain[:start] + " " + plain[end:]
    generic = table("draft")["generic"]
    told = (_canonical(word.removesuffix("'s")) for word in words(plain))
    return frozenset(w[:_HEAD] for w in told if w not in generic)


def is_short_for(one: str, other: str) -> bool:
    """Whether one name has the first letters of words in a row of the other.

    >>> is_short_for("UN", "Investigators of the United Nations mission")
    True
    >>> is_short_for("John Smith", "Jane Silver")
    False
    """
    short = {told.lower() for told in re.findall(r"\b[A-Z]{2,6}\b", one)}
    return bool(short & _initials(other))


def _initials(name: str) -> frozenset[str]:
    runs = re.findall(r"(?:[A-Z][a-z]+\s+(?:(?:of|for|and|the)\s+)*)+[A-Z][a-z]+", name)
    letters = ("".join(re.findall(r"[A-Z]", run)).lower() for run in runs)
    return frozenset(
        told[start:]
        for told in letters
        for start in range(len(told))
        if len(told) - start > 1
    )


def _canonical(word: str) -> str:
    """Return the word by which a body is known: "fire" for "firefighters"."""
    same: dict[str, str] = table("draft")["same"]
    return same.get(word, word)


def is_named_by(
    name: str, names: Iterable[tuple[str, str | None]], places: frozenset[str]
) -> bool:
    """Whether one of some sources is known by words of its own in a name.

    >>> is_named_by("governor", [("governor of Arden", None)], frozenset(["arden"]))
    True
    >>> is_named_by("governor", [("officials", None)], frozenset())
    False
    """
    mine = own_words(name) - places
    return any(
        bool(mine & (own_words(known) - places)) or is_short_for(name, known)
        for known, _ in names
    )


def heads(names: Iterable[str]) -> frozenset[str]:
    """Return the heads of words by which the names of places are known."""
    return frozenset(w[:_HEAD] for name in names for w in words(name))


def _kinds(name: str) -> frozenset[str]:
    told = frozenset(_canonical(word) for word in words(name))
    found = told & frozenset(table("draft")["bodies"])
    if "state" in told and told & frozenset(table("draft")["broadcasts"]):
        found = (found - {"media", "television", "radio"}) | {"state_media"}
    joined = {"minister": "ministry", "official": "officials", "service": "services"}
    return frozenset(joined.get(word, word) for word in found)


def says(
    claim: Claim,
    name: str,
    report: Report,
    *,
    body: str | None = None,
    names: Iterable[tuple[str, str | None]] | None = None,
    places: frozenset[str] = frozenset(),
    strictly: bool = False,
) -> bool:
    """Whether a claim of the book is told as said by, or through, this source.

    The outlet itself is one; in its own voice a claim is whose the words around name.
    ``names`` are those of the claim's sources, with their bodies, in full; ``places``
    the heads of words that name places of the incident; ``strictly`` leaves words
    around out.
    """
    country = sources.resolve(name, body).country
    told = [(k.name, k.body) for k in claim.attribution if k.name]
    for known, its_body in told if names is None else names:
        bodies = (body, its_body)
        if same_source(name, known, bodies=bodies, country=country, places=places):
            return True
        if its_body and same_source(name, its_body, country=country, places=places):
            return True
    if report.outlet and own_words(name) & own_words(report.outlet):
        return True
    named = [link for link in claim.attribution if link.name]
    return not named and not strictly and _is_near(claim, name, report)


def _is_near(claim: Claim, name: str, report: Report) -> bool:
    """Whether the words around a claim in the outlet's own voice name the source."""
    characters = report.characters(claim.field)
    start = max(0, claim.span.start - _AROUND)
    around = frozenset(
        w[:_HEAD] for w in words(characters[start : claim.span.end + _AROUND])
    )
    wanted = own_words(name) or frozenset(w[:_HEAD] for w in _kinds(name))
    told = characters[start : claim.span.end + _AROUND]
    return bool(wanted) and wanted <= around and not _of_two_countries(name, told)


def known_as(claims: Iterable[Claim]) -> list[str]:
    """Return by what names claims are said, each once; own voices are left out."""
    told = (speaker_of(claim) for claim in claims)
    return list(dict.fromkeys(link.name for link in told if link and link.name))
