"""Whose word a name is in the end: the lineage of an originator (DOMAIN SRC-2).

A spokesperson's word is that of the body spoken for, an office's that of the body
that it heads: what stands before "spokeswoman Ana Ruiz" or "Minister Ali Rahimi" says
whose. Bodies that every state has ("the navy", "Interior Minister") are those of the
country where the incident lies; the media and the ministries that an armed group runs
speak for the group.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sourcebook.link.organisations import lineage_of, of_organisation, of_society
from sourcebook.link.seats import SEAT, country_before, told_country
from sourcebook.model.claim import AttributionLink
from sourcebook.schema.load import table
from sourcebook.schema.source_words import (
    capitals,
    cleaned,
    country_of,
    has,
    vocabulary,
    words_of,
)
from sourcebook.schema.sources import Source, is_known, resolve

UNNAMED = "unnamed"
#: Forces and services of which nobody says whose they are.
BARE = frozenset(["official:police", "official:sheriff", "official:rescue"])
#: Words by which a person no longer works for the body named beside ("navy veteran").
_FORMER = re.compile(r"\b(?:veteran|retired|former|formerly|ex|onetime|then)\b", re.I)
_RUN = re.compile(
    r"^(?P<owner>.+?)[- ](?:run|controlled|owned|linked|affiliated|aligned)\b"
)
_BODY = re.compile(
    r"^(?P<owner>.+?) (?:\w+ )?(?:ministry|government|police|administration|authorities)\b"
)
_PRESS = re.compile(
    r"^(?P<press>[A-Z].*?) (?:witness|witnesses|team|crew|producer|cameraman)$"
)
_BASED = re.compile(r"^(?:[\w.]+[ -]){1,3}based\s+(?=[A-Z])")
_SPEAKER = re.compile(
    r"^(?:an? |the )?spokes(?:man|woman|person|people) (?:for|of) (?:the )?"
    r"|(?:['’]s)? (?:spokes(?:man|woman|person|people)|statement|press office)$"
)
#: Initials behind the body that they are of: "the prison service SNAI".
_APPOSED = re.compile(r"(?<=[a-z]) [A-Z]{2,7}$")
#: Words of a name at most, behind the office that its bearer holds.
_NAME = 4
#: Words of an office with its bearer's name at most.
_LONG = 12


def originator(link: AttributionLink, country: str | None) -> str:
    """Return the lineage of the last of those who are said to state a claim.

    ``country`` is the ISO code of the country where the incident lies, if known.
    """
    if link.name is None:
        return UNNAMED
    own = told_country(link)
    if own is not None and own != country:  # of a foreign capital: its government
        if _is_officials(link.name):
            return f"government:{own}"
        country = own
    former = _FORMER.search(f"{link.name} {link.quote or ''} {link.body or ''}")
    body = link.body
    if former:
        return _by_name(link, None, country)
    told = _whose(link.name, country)
    if told is not None and not (told in BARE and (body or link.quote)):
        return told
    if told is None and _is_listed(resolve(link.name, None, country)):
        return _by_name(link, body, country)
    office = _office_told(link, country)
    if office is not None and office not in BARE:
        return office
    if body:  # says more than a bare "police chief"
        return _whose(body, country) or _by_name(link, body, country)
    return told or office or _by_name(link, None, country)


def _office_told(link: AttributionLink, country: str | None) -> str | None:
    """Return whose the office is that the report's words put before a name."""
    quote, name = link.quote or "", link.name or ""
    before = quote.endswith(name) and len(quote) > len(name)
    return _whose(quote, country) if before and len(quote.split()) <= _LONG else None


@lru_cache(maxsize=50_000)
def _whose(name: str, country: str | None) -> str | None:
    """Return the lineage of what a name belongs to, None where it tells nothing."""
    shown = _BASED.sub("", cleaned(name))
    _, _, behind = shown.rpartition(", ")  # "Al Moss, an army spokesman"
    officers = _offices(
        behind
    )  # "an official, police chief Al Moss": no name of a force
    said = officers or (cleaned(behind),)
    body = SEAT.sub("", shown)  # "the State Department in Washington"
    for told in (shown, *([body] if is_known(body) else []), *said, *_offices(shown)):
        found = (
            _run_by(told)
            or _of_press(told)
            or of_organisation(told)
            or of_society(told, country)
            or _of_every_state(told, country)
        )
        if found is not None:
            return found
        source = resolve(told, None, country)
        if told != cleaned(name) and (_is_listed(source) or _is_force(source)):
            return lineage_of(source)
    return None


def _is_force(source: Source) -> bool:
    """Whether a source is a force or service of which nobody says whose it is."""
    return source.lineage in ("police", "sheriff", "rescue")


def _offices(shown: str) -> tuple[str, ...]:
    """Return what stands before a person's name, without and with the office.

    "Chicago Police Supt. Al Moss" gives "Chicago Police" and "Chicago Police Supt.".
    """
    tokens = shown.split()
    for at in range(len(tokens) - 2, -1, -1):
        behind = tokens[at + 1 :]
        if not all(word[:1].isupper() for word in behind) or len(behind) > _NAME:
            return ()
        if _plain(tokens[at]) in _listed("office"):
            before = tokens[: at + 1]
            while before and _plain(before[-1]) in _listed("rank"):
                before.pop()
            bare = before[:-1] if before and _is_office(before[-1]) else before
            found = (" ".join(bare), " ".join(before))
            return tuple(t for t in found if t and t.casefold() not in capitals())
    return ()


def _is_office(word: str) -> bool:
    return _plain(word) in _listed("office")


def _run_by(shown: str) -> str | None:
    """Return the group that runs a body or speaks through it."""
    owner = _RUN.match(shown) or _BODY.match(shown)
    if owner is not None:
        source = resolve(cleaned(owner["owner"]))
        return lineage_of(source) if source.party == "armed_group" else None
    told = f" {shown.casefold()} "
    for name, group in _mouthpieces().items():
        if f" {name} " in told:
            return lineage_of(resolve(group))
    return None


def _of_press(shown: str) -> str | None:
    """Return the outlet or agency whose own people saw it ("a Reuters witness")."""
    found = _PRESS.match(shown)
    source = resolve(found["press"]) if found else None
    if source is None or source.type not in ("wire", "outlet"):
        return None
    return lineage_of(source) if _is_listed(source) else None


def _of_every_state(shown: str, country: str | None) -> str | None:
    """Return the government whose body this is: of the country told, or of the place."""
    own, rest = country_before(shown)
    code = own or country
    if code is None:
        return None
    words = words_of(_APPOSED.sub("", rest))
    plain = [word for word in words if word not in _listed("rank")]
    bare = [word for word in plain if word not in _listed("office")]
    told = {" ".join(each) for each in (words, plain, bare)}
    if told.isdisjoint(_listed("bodies")) and not (
        _is_ministry(words) or _is_ministry(bare)
    ):
        return None
    return f"government:{code}"


def _is_officials(name: str) -> bool:
    """Whether a name says no more than that its bearers hold an office somewhere."""
    words = words_of(SEAT.sub("", cleaned(name)))
    official = vocabulary("official") - vocabulary("police") | vocabulary("fill")
    return bool(words) and all(word in official for word in words)


def _is_ministry(words: list[str]) -> bool:
    """Whether the words are a ministry's or its head's own, of no country told."""
    heads = ("ministry", "minister")
    return (
        bool(words)
        and country_of(" ".join(words)) is None
        and (words[0] in heads or words[-1] in heads)
        and all(word in _listed("briefs") or word in heads for word in words)
    )


def _by_name(link: AttributionLink, body: str | None, country: str | None) -> str:
    name = _without_speaker(link.name or "")
    source = resolve(name, body, country)
    words = words_of(name)
    nobody = source.lineage == "officials" and has(words, "unnamed")
    if source.lineage is None or nobody:
        return UNNAMED
    if _is_nobody(link, source):
        return _told_body(link, words) or UNNAMED
    return _office_first(lineage_of(source))


def _told_body(link: AttributionLink, words: list[str]) -> str | None:
    """Return a body without a name that the words tell apart ("the county's relief
    commission"), None for people and for what any body may be ("the commission").
    """
    told = (link.quote or "").casefold()
    owned = re.match(r"(?:the|its|their) |[\w-]+['’]s ", told) is not None
    body = words[-1] in _listed("public") and len(words) > 2 and owned
    return f"official:{'-'.join(words)}" if body else None


def _office_first(lineage: str) -> str:
    """Return one key for "governor of South Kivu" and "South Kivu governor".

    >>> _office_first("named:governor of south kivu")
    'named:south kivu governor'
    """
    found = re.fullmatch(r"named:(?P<office>[a-z-]+) (?:of|for) (?P<rest>.+)", lineage)
    if found is None or found["office"] not in vocabulary("official"):
        return lineage
    return f"named:{found['rest'].removeprefix('the ')} {found['office']}"


def _without_speaker(name: str) -> str:
    """Return the body for which somebody without a name speaks.

    >>> _without_speaker("Harbour Lines spokesman"), _without_speaker("a spokesman")
    ('Harbour Lines', 'a spokesman')
    """
    body = _SPEAKER.sub("", name)
    return body if any(word[:1].isupper() for word in body.split()) else name


def _is_listed(source: Source) -> bool:
    """Whether a source is a body that the schema knows, not a name of its own."""
    told = source.lineage
    return (
        told is not None
        and told not in ("officials", "police", "rescue")
        and (not told.startswith("named:") and source.type != "unnamed")
    )


def _is_nobody(link: AttributionLink, source: Source) -> bool:
    """Whether words without any name tell the source ("hospital officials")."""
    own = source.lineage is not None and source.lineage.startswith("named:")
    return own and not link.named and (link.name or "").islower()


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("sources")["originator"][name])


@cache
def _mouthpieces() -> dict[str, str]:
    told = table("sources")["mouthpiece"].items()
    return {name.casefold(): group for group, names in told for name in names}


def _plain(word: str) -> str:
    return re.sub(r"['’]s$|[.,]", "", word).casefold()
