"""Sources: what kind of source a name is, and whose word it is in the end.

One government is one lineage, with its ministries, armed forces and state media
(DOMAIN SRC-2). A police department is a lineage of its own. Words that tell nobody
in particular ("reports", "witnesses") have none (SRC-3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

from sourcebook.schema.load import table
from sourcebook.schema.source_words import (
    ARTICLE,
    capitals,
    cleaned,
    countries_in,
    country_of,
    department,
    has,
    vocabulary,
    words_of,
)

SourceType = Literal[
    "outlet",
    "wire",
    "state_media",
    "official",
    "party_to_conflict",
    "monitor",
    "igo",
    "ngo",
    "hospital",
    "witness",
    "perpetrator_claim",
    "unnamed",
]


PartyKind = Literal["government", "armed_group"]


_LISTED: tuple[tuple[str, SourceType], ...] = (
    ("wire", "wire"),
    ("outlet", "outlet"),
    ("state_media", "state_media"),
    ("official", "official"),
    ("igo", "igo"),
    ("ngo", "ngo"),
    ("monitor", "monitor"),
    ("armed_group", "party_to_conflict"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as the schema knows it.

    ``name`` is the name to show. ``lineage`` is the key of whose word it is in the
    end ("government:SY", "police:chicago", "Reuters"), None where the words tell
    nobody in particular. ``country`` is an ISO 3166 code. ``party`` says what kind
    of party to a conflict it would be, None for those that fight no one.
    """

    name: str
    type: SourceType
    lineage: str | None
    country: str | None = None
    party: PartyKind | None = None


@lru_cache(maxsize=50_000)
def resolve(name: str, body: str | None = None, country: str | None = None) -> Source:
    """Return what is known of a source by its name.

    ``body`` is the organisation that the report says a person speaks for: the
    person's word then is the body's. ``country`` is where the report's incident
    lies: "the interior ministry" without an adjective is that country's.

    >>> resolve("Isis").name, resolve("Syrian foreign ministry").lineage
    ('Islamic State', 'government:SY')
    >>> resolve("Chicago police") == resolve("Chicago Police Department")
    False
    >>> resolve("Dana Reyes", "Chicago Police Department").lineage
    'police:chicago'
    >>> resolve("an army spokesman", country="IQ").lineage
    'government:IQ'
    """
    shown = cleaned(name)
    found = _listed(shown) or _by_country(shown) or _holding(shown)
    if found is None and body:
        of_body = resolve(body, country=country)
        if of_body.lineage not in (None, "officials"):
            return replace(of_body, name=shown)
        if of_body.type != "unnamed":
            own = f"named:{' '.join(words_of(shown))}"
            return replace(of_body, name=shown, lineage=own)
    if found is None and country and _is_national(shown):
        state = has(words_of(shown), "state_media")
        return _government(shown, country, "state_media" if state else "official")
    return found or _by_words(shown)


def _is_national(shown: str) -> bool:
    """Whether the words describe a body that only a state has, without a name."""
    words = words_of(shown)
    media = "state" in words and has(words, "state_media")
    if not media and not has(words, "national"):
        return False
    generic = vocabulary("government") | vocabulary("official") | vocabulary("fill")
    return shown == shown.casefold() or all(word in generic for word in words)


def _holding(shown: str) -> Source | None:
    """A description that holds a listed name ("White House spokesman Eli Vance")."""
    tokens = shown.split()
    if len(tokens) < 2 or not any(
        word.casefold() in vocabulary("role") for word in tokens
    ):
        return None
    for length in range(min(5, len(tokens) - 1), 0, -1):
        for start in range(len(tokens) - length + 1):
            words = " ".join(tokens[start : start + length])
            told = _names().get(_key(words)) if words[:1].isupper() else None
            if told is not None:
                return replace(_of_list(*told), name=shown)
    return None


@lru_cache(maxsize=512)
def is_known(name: str) -> bool:
    """Whether the name is one of the sources listed by name.

    >>> is_known("AFP"), is_known("Harbour Street")
    (True, False)
    """
    return _listed(cleaned(name)) is not None


@cache
def _names() -> dict[str, tuple[str, SourceType, str | None]]:
    """Folded alias to name, type and country; two-letter names keep their case."""
    found: dict[str, tuple[str, SourceType, str | None]] = {}
    data = table("sources")
    for section, kind in _LISTED:
        for name, told in data[section].items():
            country, aliases = _entry(told)
            for alias in (name, *aliases):
                found.setdefault(_key(ARTICLE.sub("", alias)), (name, kind, country))
    return found


def _entry(told: dict[str, Any] | list[str]) -> tuple[str | None, list[str]]:
    if isinstance(told, dict):
        return told["country"], told["aliases"]
    return None, told


def _key(name: str) -> str:
    """Short capitals stay apart from common words ("IS" is not "is")."""
    return name if len(name) <= 3 else name.casefold()


def _listed(shown: str) -> Source | None:
    for candidate in (shown, _without_role(shown)):
        told = _names().get(_key(candidate))
        if told is not None:
            return _of_list(*told)
    return None


def _without_role(shown: str) -> str:
    """ "Taliban spokesman" and "the Taliban group" are the Taliban."""
    words = shown.split()
    while len(words) > 1 and words[-1].casefold() in vocabulary("role"):
        words.pop()
    for preposition in ("for", "from", "of"):
        if (
            len(words) > 2
            and preposition in words[:4]
            and words[0].casefold() in vocabulary("role")
        ):
            words = words[words.index(preposition) + 1 :]
    return ARTICLE.sub("", " ".join(words))


def _of_list(name: str, kind: SourceType, country: str | None) -> Source:
    if country is not None:
        return Source(
            name=name,
            type=kind,
            lineage=f"government:{country}",
            country=country,
            party="government",
        )
    party: PartyKind | None = "armed_group" if kind == "party_to_conflict" else None
    return Source(name=name, type=kind, lineage=name, party=party)


def _by_country(shown: str) -> Source | None:
    """A country, its capital, or a body that carries its name."""
    capital = capitals().get(shown.casefold())
    if capital is not None:
        return _government(shown, capital, "official")
    told = countries_in(shown)
    if not told:
        return None
    code, (start, end) = told[0]
    rest = words_of(shown[:start] + " " + shown[end:])
    if not rest:
        return _government(shown, code, "official")
    if has(rest, "armed") or has(rest, "witness") or not has(rest, "government"):
        return None
    if has(rest, "police") and department(rest):
        return None
    if has(rest, "state_media"):
        own = "state" in rest or "official" in rest or "government" in rest
        if own:
            return _government(shown, code, "state_media")
        return None
    return _government(shown, code, "official")


def _government(shown: str, code: str, kind: SourceType) -> Source:
    return Source(
        name=shown,
        type=kind,
        lineage=f"government:{code}",
        country=code,
        party="government",
    )


def _by_words(shown: str) -> Source:
    """Kind and lineage from the words of a description."""
    words = words_of(shown)
    local = _department_of(shown) or _local(shown, words)
    if local is not None:
        return local
    own = f"named:{' '.join(words)}"
    named = any(word[:1].isupper() for word in shown.split())
    for key, kind in _KINDS:
        if has(words, key):
            generic = not named or kind in ("unnamed", "witness")
            return Source(
                name=shown,
                type=kind,
                lineage=None if generic and kind != "official" else own,
                country=country_of(shown),
                party="armed_group" if kind == "party_to_conflict" else None,
            )
    if not named:
        return Source(name=shown, type="unnamed", lineage=None)
    return Source(name=shown, type="witness", lineage=own)


_KINDS: tuple[tuple[str, SourceType], ...] = (
    ("unnamed", "unnamed"),
    ("witness", "witness"),
    ("monitor", "monitor"),
    ("ngo", "ngo"),
    ("hospital", "hospital"),
    ("armed", "party_to_conflict"),
    ("official", "official"),
    ("outlet", "outlet"),
)


def _department_of(shown: str) -> Source | None:
    """A department known by its initials ("NYPD")."""
    for lineage, aliases in table("sources")["department"].items():
        if any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", shown) for a in aliases):
            return Source(name=shown, type="official", lineage=lineage)
    return None


def _local(shown: str, words: list[str]) -> Source | None:
    """Police, sheriffs, fire and ambulance services: one lineage a department."""
    for key in ("police", "rescue"):
        if not has(words, key) or has(words, "witness"):
            continue
        if key == "rescue" and has(words, "wards"):  # "Civil Hospital"
            continue
        kind = "sheriff" if "sheriff" in words else key
        place = department(words)
        return Source(
            name=shown,
            type="official",
            lineage=f"{kind}:{place}" if place else kind,
            country=country_of(shown),
        )
    if words and all(
        word in vocabulary("official") | vocabulary("fill") for word in words
    ):
        return Source(name=shown, type="official", lineage="officials")
    return None
